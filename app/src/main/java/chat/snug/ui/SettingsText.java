package chat.snug.ui;

import chat.snug.ui.Settings.Appearance;
import chat.snug.ui.Settings.Habits;
import chat.snug.ui.Settings.Notifying;
import chat.snug.ui.Settings.Window;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/**
 * {@link Settings} as keys and values. A value that is not there is the usual one; one that makes
 * no sense too, and its key is remembered as ignored.
 */
final class SettingsText {
    private final Properties values;
    private final List<String> ignored = new ArrayList<>();

    private SettingsText(Properties values) {
        this.values = values;
    }

    /**
     * What was understood.
     *
     * @param ignored the keys of the values that made no sense
     */
    record Understood(Settings settings, List<String> ignored) {}

    static Understood read(Properties values) {
        SettingsText text = new SettingsText(values);
        return new Understood(text.settings(), List.copyOf(text.ignored));
    }

    private Settings settings() {
        Appearance look = Appearance.DEFAULT;
        Notifying notifying = Notifying.DEFAULT;
        Habits habits = Habits.DEFAULT;
        Window window = Window.DEFAULT;
        return new Settings(
                values.getProperty("name", ""),
                new Appearance(
                        choice("look", look.look()),
                        choice("language", look.language()),
                        value("text.percent", look.textPercent(), Integer::valueOf),
                        choice("time", look.time())),
                new Notifying(
                        choice("notify", notifying.what()),
                        flag("do-not-disturb", notifying.doNotDisturb())),
                new Habits(
                        flag("send-on-enter", habits.sendOnEnter()),
                        flag("keep-transcripts", habits.keepTranscripts())),
                rooms(),
                doors("recent.", Settings.RECENTS),
                doors("open.", Settings.OPEN),
                new Window(
                        value("window.width", window.width(), SettingsText::size),
                        value("window.height", window.height(), SettingsText::size),
                        flag("window.maximised", window.maximised())));
    }

    private Map<RoomKey, RoomFacts> rooms() {
        Map<RoomKey, RoomFacts> rooms = new LinkedHashMap<>();
        for (int i = 0; i < Settings.ROOMS; i++) {
            String prefix = "room." + i + '.';
            String name = values.getProperty(prefix + "name");
            if (name != null) {
                rooms.put(
                        new RoomKey(values.getProperty(prefix + "host", RoomKey.OWN), name),
                        new RoomFacts(
                                choice(prefix + "notify", RoomFacts.USUAL.level()),
                                flag(prefix + "favourite", false)));
            }
        }
        return rooms;
    }

    private List<RecentRoom> doors(String kind, int most) {
        List<RecentRoom> doors = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            String prefix = kind + i + '.';
            if (values.containsKey(prefix + "when")) {
                doors.add(
                        new RecentRoom(
                                flag(prefix + "hosted", false),
                                values.getProperty(prefix + "link", ""),
                                values.getProperty(prefix + "room", ""),
                                values.getProperty(prefix + "host", ""),
                                flag(prefix + "guarded", false),
                                value(prefix + "when", Instant.EPOCH, SettingsText::time)));
            }
        }
        return doors;
    }

    private <T> T value(String key, T usual, Function<String, T> reader) {
        String text = values.getProperty(key);
        if (text == null) {
            return usual;
        }
        try {
            return reader.apply(text.strip());
        } catch (IllegalArgumentException e) {
            ignored.add(key);
            return usual;
        }
    }

    private boolean flag(String key, boolean usual) {
        return value(key, usual, SettingsText::flag);
    }

    private <E extends Enum<E>> E choice(String key, E usual) {
        return value(
                key,
                usual,
                word -> Enum.valueOf(usual.getDeclaringClass(), word.toUpperCase(Locale.ROOT)));
    }

    private static boolean flag(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static double size(String number) {
        double size = Double.parseDouble(number);
        if (!Double.isFinite(size)) {
            throw new IllegalArgumentException(number);
        }
        return size;
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static Properties write(Settings settings) {
        Properties values = new Properties();
        values.setProperty("name", settings.name());
        Appearance appearance = settings.appearance();
        set(values, "look", appearance.look());
        set(values, "language", appearance.language());
        set(values, "text.percent", appearance.textPercent());
        set(values, "time", appearance.time());
        set(values, "notify", settings.notifying().what());
        set(values, "do-not-disturb", settings.notifying().doNotDisturb());
        set(values, "send-on-enter", settings.habits().sendOnEnter());
        set(values, "keep-transcripts", settings.habits().keepTranscripts());
        set(values, "window.width", settings.window().width());
        set(values, "window.height", settings.window().height());
        set(values, "window.maximised", settings.window().maximised());
        writeDoors("recent.", settings.recents(), values);
        writeDoors("open.", settings.open(), values);
        int i = 0;
        for (Map.Entry<RoomKey, RoomFacts> room : settings.rooms().entrySet()) {
            String prefix = "room." + i++ + '.';
            values.setProperty(prefix + "host", room.getKey().host());
            values.setProperty(prefix + "name", room.getKey().room());
            set(values, prefix + "notify", room.getValue().level());
            set(values, prefix + "favourite", room.getValue().favourite());
        }
        return values;
    }

    private static void writeDoors(String kind, List<RecentRoom> doors, Properties values) {
        for (int i = 0; i < doors.size(); i++) {
            RecentRoom recent = doors.get(i);
            String prefix = kind + i + '.';
            set(values, prefix + "hosted", recent.hosted());
            values.setProperty(prefix + "link", recent.link());
            values.setProperty(prefix + "room", recent.room());
            values.setProperty(prefix + "host", recent.host());
            set(values, prefix + "guarded", recent.guarded());
            set(values, prefix + "when", recent.when());
        }
    }

    private static void set(Properties values, String key, Enum<?> choice) {
        values.setProperty(key, choice.name().toLowerCase(Locale.ROOT));
    }

    private static void set(Properties values, String key, Object value) {
        values.setProperty(key, value.toString());
    }
}

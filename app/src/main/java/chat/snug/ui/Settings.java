package chat.snug.ui;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * What the app remembers from one start to the next.
 *
 * @param name what the person wants to be called by; empty before they ever said
 * @param appearance how everything looks and reads
 * @param notifying when the app calls for the person
 * @param habits how they write, and whether what they saw is kept
 * @param rooms what is remembered of single rooms and people, the one changed last at the end; at
 *     most {@link #ROOMS}, and only what differs from {@link RoomFacts#USUAL}
 * @param recents rooms used lately, the latest first, at most {@link #RECENTS}
 * @param open the rooms that are open now, or were when the app was closed, at most {@link #OPEN}
 * @param window the window's size
 */
public record Settings(
        String name,
        Appearance appearance,
        Notifying notifying,
        Habits habits,
        Map<RoomKey, RoomFacts> rooms,
        List<RecentRoom> recents,
        List<RecentRoom> open,
        Window window) {
    /** Of how many rooms it is remembered that they were open. */
    public static final int OPEN = 50;

    /** How many rooms are remembered as used lately. */
    public static final int RECENTS = 6;

    /** Of how many rooms something is remembered. */
    public static final int ROOMS = 500;

    /**
     * How everything looks and reads.
     *
     * @param look light, dark, or as the system
     * @param language of the app's own words
     * @param textPercent the size of text, 100 for the usual one; from {@link #MIN_TEXT} to {@link
     *     #MAX_TEXT}
     * @param time how the time of day is written
     */
    public record Appearance(
            LookChoice look, LanguageChoice language, int textPercent, TimeChoice time) {
        /** No text is smaller. */
        public static final int MIN_TEXT = 80;

        /** No text is larger. */
        public static final int MAX_TEXT = 160;

        static final Appearance DEFAULT =
                new Appearance(LookChoice.SYSTEM, LanguageChoice.SYSTEM, 100, TimeChoice.SYSTEM);

        public Appearance {
            textPercent = Math.clamp(textPercent, MIN_TEXT, MAX_TEXT);
        }

        /** The same with another look. */
        public Appearance withLook(LookChoice newLook) {
            return new Appearance(newLook, language, textPercent, time);
        }

        /** The same in another language. */
        public Appearance withLanguage(LanguageChoice newLanguage) {
            return new Appearance(look, newLanguage, textPercent, time);
        }

        /** The same with text of another size. */
        public Appearance withTextPercent(int newPercent) {
            return new Appearance(look, language, newPercent, time);
        }

        /** The same with the time written another way. */
        public Appearance withTime(TimeChoice newTime) {
            return new Appearance(look, language, textPercent, newTime);
        }
    }

    /** Light or dark. */
    public enum LookChoice {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** The language of the app's own words. */
    public enum LanguageChoice {
        SYSTEM,
        ENGLISH,
        CHINESE
    }

    /** How the time of day is written. */
    public enum TimeChoice {
        SYSTEM,
        TWELVE_HOURS,
        TWENTY_FOUR_HOURS
    }

    /**
     * When the app calls for the person.
     *
     * @param what is worth it, in rooms where nothing else was said
     * @param doNotDisturb whether it keeps quiet all the same
     */
    public record Notifying(NotifyChoice what, boolean doNotDisturb) {
        static final Notifying DEFAULT = new Notifying(NotifyChoice.MENTIONS, false);

        /** The same for other messages. */
        public Notifying withWhat(NotifyChoice newWhat) {
            return new Notifying(newWhat, doNotDisturb);
        }

        /** The same, quiet or not. */
        public Notifying withDoNotDisturb(boolean newDoNotDisturb) {
            return new Notifying(what, newDoNotDisturb);
        }
    }

    /** Which messages call for the person. */
    public enum NotifyChoice {
        /** Those that name the person, and private ones. */
        MENTIONS,
        EVERYTHING,
        NOTHING
    }

    /**
     * How the person writes, and what is kept of what they saw.
     *
     * @param sendOnEnter whether Enter sends; otherwise it breaks the line, and Ctrl+Enter sends
     * @param keepTranscripts whether what was seen is kept on this computer
     */
    public record Habits(boolean sendOnEnter, boolean keepTranscripts) {
        static final Habits DEFAULT = new Habits(true, true);

        /** The same with another Enter. */
        public Habits withSendOnEnter(boolean newSendOnEnter) {
            return new Habits(newSendOnEnter, keepTranscripts);
        }

        /** The same, keeping or not. */
        public Habits withKeepTranscripts(boolean newKeepTranscripts) {
            return new Habits(sendOnEnter, newKeepTranscripts);
        }
    }

    /**
     * The window's size, in pixels as the scene counts them.
     *
     * @param width not counting maximising
     * @param height not counting maximising
     * @param maximised whether it fills the screen
     */
    public record Window(double width, double height, boolean maximised) {
        /** No window is smaller. */
        public static final double MIN_WIDTH = 760;

        /** No window is smaller. */
        public static final double MIN_HEIGHT = 480;

        static final Window DEFAULT = new Window(1280, 800, false);

        public Window {
            width = Math.max(MIN_WIDTH, width);
            height = Math.max(MIN_HEIGHT, height);
        }
    }

    /** Before anything is known. */
    public static final Settings DEFAULT =
            new Settings(
                    "",
                    Appearance.DEFAULT,
                    Notifying.DEFAULT,
                    Habits.DEFAULT,
                    Map.of(),
                    List.of(),
                    List.of(),
                    Window.DEFAULT);

    public Settings {
        recents = recents.stream().limit(RECENTS).toList();
        open = open.stream().limit(OPEN).toList();
        rooms = latest(rooms);
    }

    private static Map<RoomKey, RoomFacts> latest(Map<RoomKey, RoomFacts> rooms) {
        SequencedMap<RoomKey, RoomFacts> kept = new LinkedHashMap<>();
        rooms.forEach(
                (room, facts) -> {
                    if (!facts.equals(RoomFacts.USUAL)) {
                        kept.put(room, facts);
                    }
                });
        while (kept.size() > ROOMS) {
            kept.pollFirstEntry();
        }
        return Collections.unmodifiableMap(kept);
    }

    /** The same with another name. */
    public Settings withName(String newName) {
        return new Settings(newName, appearance, notifying, habits, rooms, recents, open, window);
    }

    /** The same with another appearance. */
    public Settings withAppearance(Appearance newAppearance) {
        return new Settings(name, newAppearance, notifying, habits, rooms, recents, open, window);
    }

    /** The same with other calls for the person. */
    public Settings withNotifying(Notifying newNotifying) {
        return new Settings(name, appearance, newNotifying, habits, rooms, recents, open, window);
    }

    /** The same with other habits. */
    public Settings withHabits(Habits newHabits) {
        return new Settings(name, appearance, notifying, newHabits, rooms, recents, open, window);
    }

    /** The same with another window. */
    public Settings withWindow(Window newWindow) {
        return new Settings(name, appearance, notifying, habits, rooms, recents, open, newWindow);
    }

    /** What is remembered of this room or person; {@link RoomFacts#USUAL} if nothing is. */
    public RoomFacts room(RoomKey key) {
        return rooms.getOrDefault(key, RoomFacts.USUAL);
    }

    /** The same with something else remembered of one room or person. */
    public Settings withRoom(RoomKey key, RoomFacts facts) {
        SequencedMap<RoomKey, RoomFacts> changed = new LinkedHashMap<>(rooms);
        changed.putLast(key, facts);
        return new Settings(name, appearance, notifying, habits, changed, recents, open, window);
    }

    /** The same with {@code room} first among the recent ones, and there only once. */
    public Settings withRecent(RecentRoom room) {
        List<RecentRoom> others = recents.stream().filter(r -> !r.sameDoor(room)).toList();
        return new Settings(
                name,
                appearance,
                notifying,
                habits,
                rooms,
                Stream.concat(Stream.of(room), others.stream()).toList(),
                open,
                window);
    }

    /** The same, without the key that rooms on this host are held to: they are met anew. */
    public Settings withoutPin(String host, int port) {
        return new Settings(
                name,
                appearance,
                notifying,
                habits,
                rooms,
                recents.stream().map(room -> room.withoutPin(host, port)).toList(),
                open.stream().map(room -> room.withoutPin(host, port)).toList(),
                window);
    }

    /** The same with other rooms open. */
    public Settings withOpen(List<RecentRoom> newOpen) {
        return new Settings(name, appearance, notifying, habits, rooms, recents, newOpen, window);
    }
}

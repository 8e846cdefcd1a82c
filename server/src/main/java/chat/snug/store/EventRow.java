package chat.snug.store;

import chat.snug.room.Author;
import chat.snug.room.Flag;
import chat.snug.room.MaskKind;
import chat.snug.room.Rank;
import chat.snug.room.RoomChange;
import chat.snug.room.RoomEvent;
import chat.snug.room.RoomEvent.Speech;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the file, without who did it. An event that is read is equal to the one
 * that was written.
 *
 * @param kind one of the constants below, which are part of the format of the file
 * @param text what was said, or the reason, the name, the topic
 * @param extra what else belongs to the kind: tags, changes, a second text
 */
record EventRow(int kind, @Nullable String text, @Nullable String extra) {
    /** What is left of an event that was redacted. */
    static final int REDACTED_AWAY = 0;

    static final int MESSAGE = 1;
    static final int NOTICE = 2;
    private static final int TAGS = 3;
    private static final int JOINED = 4;
    private static final int PARTED = 5;
    private static final int QUIT = 6;
    private static final int KICKED = 7;
    private static final int RENAMED = 8;
    private static final int TOPIC = 9;
    private static final int CHANGED = 10;
    private static final int REDACTION = 11;

    private static final int EVENT_BYTES = 400;
    private static final int ENTRY_BYTES = 160;

    /** Whether the text is something that was said. */
    static boolean isSpeech(int kind) {
        return kind == MESSAGE || kind == NOTICE;
    }

    /** The text as it is searched: a line that was only split for its length is whole. */
    static String searchable(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r", "");
    }

    static EventRow of(RoomEvent event) {
        return switch (event) {
            case RoomEvent.Said said ->
                    new EventRow(
                            switch (said.speech()) {
                                case MESSAGE -> MESSAGE;
                                case NOTICE -> NOTICE;
                                case TAGS -> TAGS;
                            },
                            said.text(),
                            tags(said.tags()));
            case RoomEvent.Joined joined -> new EventRow(JOINED, joined.realName(), null);
            case RoomEvent.Parted parted -> new EventRow(PARTED, parted.reason(), null);
            case RoomEvent.Quit quit -> new EventRow(QUIT, quit.reason(), null);
            case RoomEvent.Kicked kicked -> new EventRow(KICKED, kicked.reason(), kicked.nick());
            case RoomEvent.Renamed renamed -> new EventRow(RENAMED, renamed.newNick(), null);
            case RoomEvent.TopicChanged changed -> new EventRow(TOPIC, changed.topic(), null);
            case RoomEvent.Changed changed -> new EventRow(CHANGED, null, changes(changed));
            case RoomEvent.Redacted redacted ->
                    new EventRow(REDACTION, redacted.reason(), redacted.messageId());
        };
    }

    /** The event of this row. */
    RoomEvent event(String id, long time, Author author) {
        return switch (kind) {
            case MESSAGE -> said(id, time, author, Speech.MESSAGE);
            case NOTICE -> said(id, time, author, Speech.NOTICE);
            case TAGS -> said(id, time, author, Speech.TAGS);
            case JOINED -> new RoomEvent.Joined(id, time, author, or(text));
            case PARTED -> new RoomEvent.Parted(id, time, author, text);
            case QUIT -> new RoomEvent.Quit(id, time, author, or(text));
            case KICKED -> new RoomEvent.Kicked(id, time, author, or(extra), or(text));
            case RENAMED -> new RoomEvent.Renamed(id, time, author, or(text));
            case TOPIC -> new RoomEvent.TopicChanged(id, time, author, or(text));
            case CHANGED -> new RoomEvent.Changed(id, time, author, changes(or(extra)));
            case REDACTION -> new RoomEvent.Redacted(id, time, author, or(extra), text);
            default -> throw new IllegalArgumentException("kind " + kind);
        };
    }

    private RoomEvent said(String id, long time, Author author, Speech speech) {
        return new RoomEvent.Said(id, time, author, speech, or(text), tags(extra));
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable String tags(Map<String, String> tags) {
        if (tags.isEmpty()) {
            return null;
        }
        List<String> fields = new ArrayList<>(2 * tags.size());
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            fields.add(tag.getKey());
            fields.add(tag.getValue());
        }
        return Fields.join(fields);
    }

    private static Map<String, String> tags(@Nullable String extra) {
        if (extra == null) {
            return Map.of();
        }
        Map<String, String> tags = new LinkedHashMap<>();
        List<String> fields = Fields.split(extra);
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            tags.put(fields.get(i), fields.get(i + 1));
        }
        return tags;
    }

    /** Four fields for each change. */
    private static String changes(RoomEvent.Changed changed) {
        List<String> fields = new ArrayList<>();
        for (RoomChange change : changed.changes()) {
            fields.addAll(
                    switch (change) {
                        case RoomChange.FlagSet(Flag flag, boolean on) ->
                                List.of("flag", flag.name(), sign(on), "");
                        case RoomChange.KeySet(String key) ->
                                List.of("key", "", sign(key != null), or(key));
                        case RoomChange.LimitSet(int limit) ->
                                List.of("limit", "", "", Integer.toString(limit));
                        case RoomChange.MaskSet(MaskKind kind, String mask, boolean added) ->
                                List.of("mask", kind.name(), sign(added), mask);
                        case RoomChange.RankSet(Rank rank, String nick, boolean given) ->
                                List.of("rank", rank.name(), sign(given), nick);
                    });
        }
        return Fields.join(fields);
    }

    private static List<RoomChange> changes(String extra) {
        List<String> fields = Fields.split(extra);
        List<RoomChange> changes = new ArrayList<>();
        for (int i = 0; i + 3 < fields.size(); i += 4) {
            String name = fields.get(i + 1);
            boolean on = fields.get(i + 2).equals("+");
            String value = fields.get(i + 3);
            changes.add(
                    switch (fields.get(i)) {
                        case "flag" -> new RoomChange.FlagSet(Flag.valueOf(name), on);
                        case "key" -> new RoomChange.KeySet(on ? value : null);
                        case "limit" -> new RoomChange.LimitSet(Integer.parseInt(value));
                        case "mask" -> new RoomChange.MaskSet(MaskKind.valueOf(name), value, on);
                        case "rank" -> new RoomChange.RankSet(Rank.valueOf(name), value, on);
                        default -> throw new IllegalArgumentException(fields.get(i));
                    });
        }
        return changes;
    }

    private static String sign(boolean on) {
        return on ? "+" : "-";
    }

    /** About how many bytes an event takes in memory. */
    static int bytes(RoomEvent event) {
        return EVENT_BYTES
                + switch (event) {
                    case RoomEvent.Said said -> {
                        int sum = 2 * said.text().length();
                        for (Map.Entry<String, String> tag : said.tags().entrySet()) {
                            sum += ENTRY_BYTES + 2 * tag.getValue().length();
                        }
                        yield sum;
                    }
                    case RoomEvent.Changed changed -> ENTRY_BYTES * changed.changes().size();
                    case RoomEvent.TopicChanged changed -> 2 * changed.topic().length();
                    case RoomEvent.Joined _,
                            RoomEvent.Parted _,
                            RoomEvent.Quit _,
                            RoomEvent.Kicked _,
                            RoomEvent.Renamed _,
                            RoomEvent.Redacted _ ->
                            ENTRY_BYTES;
                };
    }
}

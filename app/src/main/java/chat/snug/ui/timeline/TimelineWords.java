package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.ModesChanged;
import chat.snug.client.ClientEvent.RoomLeft;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientEvent.TopicChanged;
import chat.snug.client.Conversations;
import chat.snug.client.RoomBan;
import chat.snug.client.RoomName;
import chat.snug.ui.FailureWords;
import chat.snug.ui.Shaping;
import chat.snug.ui.timeline.TimelineItem.Deletion;
import chat.snug.ui.timeline.TimelineItem.Delivered;
import chat.snug.ui.timeline.TimelineItem.Edge;
import chat.snug.ui.timeline.TimelineItem.Happened;
import chat.snug.ui.timeline.TimelineItem.Membership;
import chat.snug.ui.timeline.TimelineItem.Membership.Part;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.OnItsWay;
import chat.snug.ui.timeline.TimelineItem.Quote;
import chat.snug.ui.timeline.TimelineItem.Reaction;
import chat.snug.ui.timeline.TimelineItem.Undelivered;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The quiet lines of the timeline in one language; on the JavaFX thread. */
final class TimelineWords {
    private static final String BETWEEN_PARTS = " · ";
    private static final int MINUTES_OF_HOUR = 60;

    private final ResourceBundle bundle;
    private final Locale locale;
    private final Function<String, @Nullable String> nameOfKey;
    private final Map<String, MessageFormat> formats = new HashMap<>();

    TimelineWords(ResourceBundle bundle, Locale locale) {
        this(bundle, locale, _ -> null);
    }

    /**
     * @param nameOfKey how somebody is called who is meant by a key; null for whoever is unknown
     */
    TimelineWords(
            ResourceBundle bundle, Locale locale, Function<String, @Nullable String> nameOfKey) {
        this.bundle = bundle;
        this.locale = locale;
        this.nameOfKey = nameOfKey;
    }

    String text(String key, Object... arguments) {
        return toCopy(key, Shaping.embedded(arguments));
    }

    /** The same to be taken elsewhere: with nothing in it that nobody sees. */
    String toCopy(String key, Object... arguments) {
        return formats.computeIfAbsent(
                        key, name -> new MessageFormat(bundle.getString(name), locale))
                .format(arguments);
    }

    /** A message as it is read out: who, when, what. */
    String message(Message message, String at, String text) {
        String who = message.mine() ? text("timeline.you") : message.from();
        String key =
                switch (message.delivery()) {
                    case Delivered _ -> "timeline.spoken";
                    case OnItsWay _ -> "timeline.spoken-on-its-way";
                    case Undelivered _ -> "timeline.spoken-not-sent";
                };
        return text(key, who, at, text);
    }

    /** The same with what it answers and how people reacted. */
    String spoken(Message message, String at, String text) {
        StringBuilder all = new StringBuilder(message(message, at, text));
        Quote quote = message.marks().quote();
        if (quote != null) {
            all.append(BETWEEN_PARTS).append(answers(quote));
        }
        for (Reaction reaction : message.marks().reactions()) {
            all.append(BETWEEN_PARTS).append(reaction(reaction));
        }
        return all.toString();
    }

    /** "Message deleted", and by whom if that was somebody else. */
    String deleted(Message message) {
        Deletion deletion = message.marks().deletion();
        String by = deletion == null ? "" : deletion.by();
        boolean other =
                !by.isEmpty() && !Conversations.key(by).equals(Conversations.key(message.from()));
        return other ? text("timeline.deleted-by", by) : text("timeline.deleted");
    }

    /** The words that are answered, as far as they are known. */
    String quoted(Quote quote) {
        return quote.text().isEmpty()
                ? text(quote.from().isEmpty() ? "timeline.quote-unknown" : "timeline.deleted")
                : quote.text();
    }

    /** What a reply answers, as it is read out. */
    String answers(Quote quote) {
        return text("timeline.answers", quote.from(), quoted(quote));
    }

    /** Who reacted how: "Ben and Cleo: 👍". */
    String reaction(Reaction reaction) {
        List<String> people = reaction.people();
        return text("timeline.reaction", names(people, people.size()), reaction.what());
    }

    /** "Not sent", and why if the host said so. */
    String notSent(Undelivered failed) {
        return switch (failed.why()) {
            case CANNOT_SEND -> because(text("refusal.cannot-send"));
            case NO_SUCH_PERSON, NO_SUCH_ROOM -> because(text("refusal.nobody-there"));
            case NOT_HERE -> because(text("refusal.not-here"));
            case TOO_LONG -> because(text("refusal.too-long"));
            case NOT_CONNECTED -> text("timeline.not-sent");
            case NAME_REFUSED, NAME_IN_USE, NOT_ALLOWED, UNSUPPORTED, OTHER ->
                    failed.reason().isEmpty()
                            ? text("timeline.not-sent")
                            : because(failed.reason());
        };
    }

    private String because(String reason) {
        return text("timeline.not-sent-because", reason);
    }

    /** "Cleo, Dara and 3 others came in · Tom left". */
    String membership(Membership line) {
        return line.parts().stream().map(this::part).collect(Collectors.joining(BETWEEN_PARTS));
    }

    private String part(Part part) {
        String who = names(part.names(), part.count());
        return switch (part.did()) {
            case CAME -> text("timeline.came", who);
            case CAME_AND_LEFT -> text("timeline.came-and-left", who);
            case LEFT_AND_CAME -> text("timeline.left-and-came", who);
            case LEFT ->
                    part.detail().isEmpty()
                            ? text("timeline.left", who)
                            : text("timeline.left-because", who, part.detail());
            case REMOVED -> removed(part, who);
            case RENAMED ->
                    part.count() == 1
                            ? text("timeline.renamed", who, part.detail())
                            : text("timeline.renamed-many", who);
        };
    }

    private String removed(Part part, String who) {
        if (part.count() > 1) {
            return text("timeline.removed-many", who);
        }
        return part.detail().isEmpty()
                ? text("timeline.removed", who)
                : text("timeline.removed-by", who, part.detail());
    }

    private String names(List<String> names, int count) {
        return switch (count) {
            case 1 -> names.getFirst();
            case 2 -> text("timeline.names.two", names.get(0), names.get(1));
            case 3 -> text("timeline.names.three", names.get(0), names.get(1), names.get(2));
            default -> text("timeline.names.more", names.get(0), names.get(1), count - 2);
        };
    }

    /** What comes where the loaded rows end. */
    String edge(Edge edge) {
        boolean earlier = edge.end() == Edge.End.EARLIER;
        return switch (edge.state()) {
            case MORE, LOADING -> text(earlier ? "timeline.earlier" : "timeline.later");
            case FAILED -> text(earlier ? "timeline.earlier-failed" : "timeline.later-failed");
            case BEGINNING -> text("timeline.beginning");
            case FULL -> text("timeline.full");
        };
    }

    /** What happened to the room, or to me in it. */
    String happened(Happened line) {
        return switch (line.event()) {
            case TopicChanged topic -> topic(topic);
            case ModesChanged modes -> modes(modes);
            case RoomLeft left -> left(left);
            case RoomRefused refused ->
                    FailureWords.of(refused, RoomName.toScreen(refused.conversation()), this::text);
            case ConversationEvent other ->
                    throw new IllegalArgumentException("Not told as a line: " + other);
        };
    }

    private String topic(TopicChanged changed) {
        String by = changed.by() == null ? "" : changed.by();
        return changed.topic().isEmpty()
                ? text("timeline.topic-cleared", by)
                : text("timeline.topic", by, changed.topic());
    }

    private String left(RoomLeft left) {
        if (left.by() == null) {
            return text("timeline.you-left");
        }
        // Where no reason is given the name of whoever did it stands for one.
        return left.reason().isEmpty() || left.reason().equals(left.by())
                ? text("timeline.you-were-removed", left.by())
                : text("timeline.you-were-removed-because", left.by(), left.reason());
    }

    /** What is done about one person or address in words; anything else in IRC's notation. */
    private String modes(ModesChanged changed) {
        String[] words = changed.modes().split(" ", -1);
        if (words.length == 1) {
            return settings(changed);
        }
        String key =
                switch (words.length == 2 ? words[0] : "") {
                    case "+o" -> "timeline.made-moderator";
                    case "-o" -> "timeline.took-moderator";
                    case "+v" -> "timeline.gave-voice";
                    case "-v" -> "timeline.took-voice";
                    case "+b" -> "timeline.banned";
                    case "-b" -> "timeline.let-in";
                    case "+q" -> "timeline.muted";
                    case "-q" -> "timeline.unmuted";
                    default -> "timeline.modes";
                };
        if (key.equals("timeline.modes")) {
            return text(key, changed.by(), changed.modes());
        }
        // A host's machine has a dot in its name, which nobody has. It ends what was for a time,
        // and knows again who moderates.
        boolean byItself = changed.by().indexOf('.') >= 0;
        if (byItself && words[0].equals("-q")) {
            return text("timeline.unmuted-in-time", who(words[1]));
        }
        if (byItself && words[0].equals("+o")) {
            return text("timeline.moderates", who(words[1]));
        }
        String line = text(key, changed.by(), who(words[1]));
        boolean begins = words[0].equals("+b") || words[0].equals("+q");
        return begins ? during(line, words[1]) : line;
    }

    /** With how long it holds, if it ends by itself. */
    private String during(String line, String mask) {
        int minutes = new RoomBan(mask, false, "", null).minutes();
        if (minutes == 0) {
            return line;
        }
        return minutes % MINUTES_OF_HOUR == 0
                ? text("timeline.for-hours", line, minutes / MINUTES_OF_HOUR)
                : text("timeline.for-minutes", line, minutes);
    }

    /** A switch of the room itself. */
    private String settings(ModesChanged changed) {
        return switch (changed.modes()) {
            case "+m" -> text("timeline.moderated", changed.by());
            case "-m" -> text("timeline.not-moderated", changed.by());
            case "+i" -> text("timeline.invite-only", changed.by());
            case "-i" -> text("timeline.not-invite-only", changed.by());
            default -> text("timeline.modes", changed.by(), changed.modes());
        };
    }

    /** The account or the name that a mask begins with, or else the address or key it means. */
    private String who(String mask) {
        RoomBan meant = new RoomBan(mask, false, "", null);
        if (!meant.account().isEmpty()) {
            return meant.account();
        }
        if (!meant.key().isEmpty()) {
            String name = nameOfKey.apply(meant.key());
            return name == null
                    ? text("timeline.key-of", meant.keyBeginning())
                    : text("room.ban.key-of", name, meant.keyBeginning());
        }
        boolean anyName = meant.name().isEmpty() && !meant.address().isEmpty();
        return anyName ? text("timeline.everyone-at", meant.address()) : nameIn(meant);
    }

    private static String nameIn(RoomBan meant) {
        return meant.name().isEmpty() ? meant.mask() : meant.name();
    }
}

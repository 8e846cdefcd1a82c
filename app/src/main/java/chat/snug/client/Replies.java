package chat.snug.client;

import chat.snug.client.ClientEvent.RoomRefused.Reason;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The numeric replies once a connection is registered, and FAIL (<a
 * href="https://modern.ircdocs.horse/#numerics">Modern IRC, numerics</a>; some are of the larger
 * networks' servers). Every refusal becomes an event of what it refuses.
 */
final class Replies {
    static final int MOST_MOTD_LINES = 500;
    static final int MOST_LISTED_ROOMS = 10_000;
    private static final int LONGEST_LISTED_TOPIC = 500;

    /** Of no use to a person: the greeting, counts, ends of lists. */
    private static final Set<String> NOISE =
            Set.of(
                    "001", "002", "003", "004", "010", "020", "042", "221", "250", "251", "252",
                    "253", "254", "255", "265", "266", "315", "318", "321", "328", "329", "333",
                    "337", "347", "349", "365", "369", "374", "375", "376", "422", "706", "900",
                    "903");

    /** What the app asks for by itself: a refusal is no answer to the person. */
    private static final Set<String> QUIET = Set.of("MARKREAD", "TAGMSG");

    private final Dialogue dialogue;
    private final Roster roster;
    private final Speech speech;
    private final WantedRooms wanted;
    private final Parts parts;
    private int motdLines;
    private int listedRooms;

    Replies(Parts parts) {
        this.parts = parts;
        this.dialogue = parts.dialogue;
        this.roster = parts.roster;
        this.speech = parts.speech;
        this.wanted = parts.memory.wanted();
    }

    void received(Message message) {
        switch (message.command()) {
            case "005" -> dialogue.traits.read(message);
            case "302" -> userhost(message.trailing()); // RPL_USERHOST
            case "381" -> { // RPL_YOUREOPER
                parts.doorkeeping.ask();
                hostSays(message, words(message));
            }
            case "396" -> dialogue.learn(hidden(message.param(1))); // RPL_HOSTHIDDEN
            case "305" -> dialogue.tell(new ClientEvent.MyAwayChanged(false)); // RPL_UNAWAY
            case "306" -> dialogue.tell(new ClientEvent.MyAwayChanged(true)); // RPL_NOWAWAY
            case "322" -> listed(message); // RPL_LIST
            case "323" -> { // RPL_LISTEND
                listedRooms = 0;
                dialogue.tell(new ClientEvent.RoomListEnd());
            }
            case "331" -> roster.topic(message, message.param(1), "", null); // RPL_NOTOPIC
            case "332" -> // RPL_TOPIC
                    roster.topic(message, message.param(1), message.trailing(), null);
            case "352" -> roster.who().received(message); // RPL_WHOREPLY
            case "354" -> roster.who().extended(message); // RPL_WHOSPCRPL
            case "353" -> roster.names(message); // RPL_NAMREPLY
            case "366" -> roster.endOfNames(message); // RPL_ENDOFNAMES
            case "372" -> motd(message); // RPL_MOTD
            case "470" -> // ERR_LINKCHANNEL
                    parts.entering.forwarded(
                            message.param(1),
                            message.param(2),
                            SpokenText.plain(message.trailing()));
            default -> {
                if (isError(message.command())) {
                    refused(message);
                } else if (!NOISE.contains(message.command()) && message.params().size() > 1) {
                    hostSays(message, words(message));
                }
            }
        }
    }

    /** FAIL command code context… description (IRCv3 standard-replies). */
    void fail(Message message) {
        String text = message.trailing();
        switch (message.param(0)) {
            case "CHATHISTORY" -> {
                parts.history.refused(message);
                return;
            }
            case "SEARCH" -> {
                parts.searches.refused();
                return;
            }
            case "REGISTER", "VERIFY" -> {
                parts.signIn.refused(message);
                return;
            }
            case "ADMIT", "TURNAWAY" -> {
                if (parts.doorkeeping.isTooLate(message)) {
                    return;
                }
            }
            default -> {
                // Of a message or of a wish, as below.
            }
        }
        String context = context(message);
        if (speech.refused(message, text, Refusal.OTHER)
                || (!context.isEmpty() && speech.refused(context, text, Refusal.OTHER))) {
            return;
        }
        if (QUIET.contains(message.param(0))) {
            return;
        }
        boolean entering = message.param(0).equals("JOIN");
        if (entering && wanted.has(context) && roster.room(context) == null) {
            parts.entering.refused(context, Reason.OTHER, text);
            return;
        }
        RoomState room = roster.room(context);
        String conversation = room == null ? null : room.name();
        dialogue.tell(new ClientEvent.Refused(conversation, message.param(0), text));
    }

    /** Which room a FAIL is about, or else the last that it names. */
    private String context(Message fail) {
        List<String> params = fail.params();
        for (int i = 2; i < params.size() - 1; i++) {
            if (dialogue.traits.isRoom(params.get(i))) {
                return params.get(i);
            }
        }
        return params.size() > 3 ? params.get(params.size() - 2) : "";
    }

    /** WARN and NOTE: words of the host. */
    void note(Message message) {
        hostSays(message, message.trailing());
    }

    private static boolean isError(String code) {
        return switch (code) {
            case "422" -> false; // ERR_NOMOTD is as good as a MOTD
            case "691", "696", "723", "902", "904", "905", "906", "907" -> true;
            default -> code.charAt(0) == '4' || code.charAt(0) == '5';
        };
    }

    private void refused(Message message) {
        String text = SpokenText.plain(message.trailing());
        String subject = message.params().size() > 2 ? message.param(1) : "";
        Refusal why = Refusal.of(message.command(), dialogue.traits.isRoom(subject));
        if (speech.refused(message, text, why)
                || (isOfMessage(message)
                        && (speech.refused(subject, text, why) || parts.typing.refused(subject)))) {
            return;
        }
        Reason reason = reason(message.command());
        if (reason != null && wanted.has(subject) && roster.room(subject) == null) {
            parts.entering.refused(subject, reason, text);
            return;
        }
        String command =
                switch (message.command()) {
                    case "421", "461" -> subject; // ERR_UNKNOWNCOMMAND, ERR_NEEDMOREPARAMS
                    case "431", "432", "433", "435", "436", "447" -> "NICK";
                    default -> message.command();
                };
        boolean isOfName = message.command().equals("435"); // ERR_BANNICKCHANGE: name, room
        RoomState room = roster.room(isOfName ? message.param(2) : subject);
        String conversation = room == null ? null : room.name();
        String what = conversation == null && !subject.equals(command) ? subject : "";
        String told = what.isEmpty() ? text : what + ": " + text;
        dialogue.tell(new ClientEvent.Refused(conversation, command, told, why, subject));
    }

    /** Whether the numeric can answer PRIVMSG or NOTICE, with the target as its first parameter. */
    private static boolean isOfMessage(Message message) {
        return switch (message.command()) {
            case "401",
                    "403",
                    "404",
                    "407",
                    "408",
                    "413",
                    "414",
                    "415",
                    "477",
                    "486",
                    "489",
                    "531",
                    "716" ->
                    true;
            default -> false;
        };
    }

    /** Why a JOIN was refused, or null if the numeric says something else. */
    private static @Nullable Reason reason(String code) {
        return switch (code) {
            case "471" -> Reason.FULL;
            case "473" -> Reason.INVITE_ONLY;
            case "474" -> Reason.BANNED;
            case "475" -> Reason.WRONG_KEY;
            case "403", "476", "479" -> Reason.NO_SUCH_ROOM;
            case "405" -> Reason.TOO_MANY_ROOMS;
            case "437", "477", "480", "485", "489", "520" -> Reason.OTHER;
            default -> null;
        };
    }

    /** {@code name*=+user@host} (RPL_USERHOST). */
    private void userhost(String reply) {
        int equals = reply.indexOf('=');
        String name = equals < 0 ? "" : reply.substring(0, equals).replace("*", "");
        int at = reply.indexOf('@');
        if (dialogue.isMe(name) && at > equals + 2) {
            String user = reply.substring(equals + 2, at);
            dialogue.learn(new Source(name, user, reply.substring(at + 1).strip()));
        }
    }

    /** The new host, on some servers with the user in front. */
    private static Source hidden(String text) {
        int at = text.indexOf('@');
        return new Source("", at < 0 ? "" : text.substring(0, at), text.substring(at + 1));
    }

    private void listed(Message message) {
        if (listedRooms++ < MOST_LISTED_ROOMS) {
            dialogue.tell(
                    new ClientEvent.RoomListed(
                            message.param(1),
                            number(message.param(2)),
                            Intake.head(SpokenText.plain(message.param(3)), LONGEST_LISTED_TOPIC)));
        }
    }

    private static int number(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return 0;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return 0;
            }
        }
        return Integer.parseInt(text);
    }

    private void motd(Message message) {
        if (motdLines++ < MOST_MOTD_LINES) {
            String text = message.trailing();
            hostSays(message, text.startsWith("- ") ? text.substring(2) : text);
        }
    }

    private void hostSays(Message message, String text) {
        dialogue.hostSays(message, SpokenText.plain(text));
    }

    /** What stands behind our own name. */
    private static String words(Message message) {
        return message.params().stream().skip(1).collect(Collectors.joining(" "));
    }
}

package chat.snug.client;

import chat.snug.client.Failure.Kind;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * From the open connection to the host's welcome (<a
 * href="https://modern.ircdocs.horse/#connection-registration">Modern IRC, connection
 * registration</a>): capabilities, password, name.
 */
final class Registration {
    /** How many other names are tried while reconnecting before the attempt is given up. */
    private static final int MOST_NAMES = 10;

    /** Some hosts end their greeting without 376 or 422; the answer to this PING ends it then. */
    private static final String BARRIER = "snug-welcome";

    private final Dialogue dialogue;
    private final Negotiation negotiation;
    private final SignIn signIn;
    private final Identity identity;
    private final String wantedName;
    private final @Nullable String password;
    private final boolean takesAnotherName;
    private int otherNames;
    private String serverName = "";
    private boolean snug;
    private boolean waiting;
    private boolean introduced;
    private boolean silent;

    /**
     * @param takesAnotherName whether another name is taken if this one is in use (reconnecting),
     *     or the person is asked (the first time)
     */
    Registration(
            Dialogue dialogue,
            SignIn signIn,
            Identity identity,
            String wantedName,
            @Nullable String password,
            boolean takesAnotherName) {
        this.dialogue = dialogue;
        this.signIn = signIn;
        this.negotiation = new Negotiation(dialogue, signIn, this::introduce);
        this.identity = identity;
        this.wantedName = wantedName;
        this.password = password;
        this.takesAnotherName = takesAnotherName;
    }

    /**
     * @param cautious whether nothing else is said until the host has answered what it offers, or
     *     has shown that it does not know the question
     */
    void begin(boolean cautious) {
        negotiation.begin();
        if (!cautious) {
            introduce();
        }
    }

    /** Nothing is said but the question what the host offers: it may ask to be called elsewhere. */
    void keepSilent() {
        silent = true;
    }

    /** Whether what the host says ends it, as nothing is said here and it is no such answer. */
    boolean ends(Message message) {
        return silent
                && switch (message.command()) {
                    case "NOTICE", "PING", "ERROR" -> false;
                    case "CAP" -> !message.param(1).equals("LS");
                    default -> true;
                };
    }

    /** Says who I am, once; also to a host that leaves the question unanswered. */
    void introduce() {
        if (introduced || dialogue.ended()) {
            return;
        }
        introduced = true;
        if (silent) {
            dialogue.end(Kind.ENCRYPTION_GONE, "");
            return;
        }
        if (password != null) {
            dialogue.send("PASS", password);
        }
        dialogue.send("NICK", wantedName);
        String realName = identity.realName().isBlank() ? identity.name() : identity.realName();
        dialogue.send("USER", Nickname.user(identity.name()), "0", "*", realName);
    }

    /** The name of the network, or of the host where it tells none. */
    String network() {
        String network = dialogue.traits.network();
        return network.isEmpty() ? serverName : network;
    }

    /** Whether a Snug room server answers. */
    boolean snug() {
        return snug || dialogue.traits.snug();
    }

    void capability(Message message) {
        negotiation.received(message);
    }

    /** A numeric before registration is over; true if that ends it well. */
    boolean numeric(Message message) {
        String text = message.trailing();
        if (message.command().charAt(0) == '4') {
            introduce(); // to whom CAP is an unknown command, or one that comes too early
        }
        switch (message.command()) {
            case "001" -> welcome(message);
            case "004" -> snug = message.param(2).regionMatches(true, 0, "snug", 0, 4);
            case "376", "422" -> { // RPL_ENDOFMOTD, ERR_NOMOTD
                return !serverName.isEmpty();
            }
            case "432" -> // ERR_ERRONEUSNICKNAME
                    dialogue.end(Kind.NAME_REFUSED, text, Nickname.ascii(wantedName));
            case "433", "436" -> nameInUse(text); // ERR_NICKNAMEINUSE, ERR_NICKCOLLISION
            case "437" -> { // ERR_UNAVAILRESOURCE, of a name or of a channel
                if (!dialogue.traits.isRoom(message.param(1))) {
                    nameInUse(text);
                }
            }
            case "464" -> dialogue.end(Kind.WRONG_PASSWORD, text); // ERR_PASSWDMISMATCH
            case "463", "465" -> dialogue.end(Kind.REFUSED, text); // ERR_YOUREBANNEDCREEP
            default -> {
                // The greeting; the model knows what to do with it.
            }
        }
        return false;
    }

    /** A NOTE before registration is over; true if it says to wait for the host. */
    boolean note(Message message) {
        boolean isToWait = AtTheDoor.isToWait(message);
        if (isToWait && !waiting) {
            waiting = true;
            dialogue.tell(new ClientEvent.WaitingForHost());
        }
        return isToWait;
    }

    /** A FAIL before registration is over; true if that ends it badly. */
    boolean fail(Message message) {
        Kind why = AtTheDoor.refusal(message);
        if (why != null) {
            dialogue.end(why, SpokenText.plain(message.trailing()));
        }
        return why != null;
    }

    /** Whether somebody decides whether I may come in, which takes as long as it takes. */
    boolean waiting() {
        return waiting;
    }

    /** A PONG before registration is over; true if that ends it well. */
    boolean pong(Message message) {
        return !serverName.isEmpty() && BARRIER.equals(message.trailing());
    }

    private void welcome(Message message) {
        negotiation.end();
        Source source = message.source();
        serverName = source == null || source.nick().isEmpty() ? "IRC" : source.nick();
        dialogue.iAm(message.param(0));
        // "Welcome to the Internet Relay Network <nick>!<user>@<host>" (RFC 2812, section 5.1)
        String text = message.trailing();
        String last = text.substring(text.lastIndexOf(' ') + 1);
        if (last.startsWith(dialogue.me() + '!')) {
            dialogue.learn(Source.parse(last));
        }
        dialogue.send("PING", BARRIER);
    }

    /**
     * The numeric is the same as if somebody were there; those who keep names for people say so.
     */
    private static boolean isReserved(String text) {
        return text.toLowerCase(Locale.ROOT).contains("reserved");
    }

    private void nameInUse(String text) {
        if (!takesAnotherName) {
            Kind kind =
                    signIn.keyRefused() || isReserved(text) ? Kind.NAME_OWNED : Kind.NAME_IN_USE;
            dialogue.end(kind, text, Nickname.other(wantedName, 0));
        } else if (otherNames == MOST_NAMES) {
            dialogue.end(Kind.NAME_IN_USE, text, null);
        } else {
            String name = Nickname.other(wantedName, otherNames++);
            dialogue.iAm(name);
            dialogue.send("NICK", name);
        }
    }
}

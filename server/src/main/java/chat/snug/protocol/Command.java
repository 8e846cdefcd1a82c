package chat.snug.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of a server: one record for each verb, with its parameters read. Whether
 * somebody may have it is not known here.
 *
 * <p>The verbs are those of <a href="https://modern.ircdocs.horse/#client-messages">Modern IRC,
 * client messages</a>, and of the IRCv3 specifications named below.
 */
public sealed interface Command extends Reading {
    // ---- connection

    /**
     * Capability negotiation.
     *
     * @param subcommand in upper case
     * @param params what follows it
     */
    record Cap(String subcommand, List<String> params) implements Command {}

    record Pass(String password) implements Command {
        /** Without the password. */
        @Override
        public String toString() {
            return "Pass[]";
        }
    }

    record Nick(String nick) implements Command {}

    record User(String user, String realName) implements Command {}

    /**
     * A line of a SASL exchange: a mechanism, or base64, or {@code +} or {@code *} (IRCv3 SASL).
     */
    record Authenticate(String data) implements Command {
        /** Without the data, which may be a password. */
        @Override
        public String toString() {
            return "Authenticate[]";
        }
    }

    /**
     * Makes an account (IRCv3 account-registration).
     *
     * @param account {@code *} for the name that the client has
     * @param email {@code *} for none
     */
    record Register(String account, String email, String password) implements Command {
        /** Without the password. */
        @Override
        public String toString() {
            return "Register[" + account + "]";
        }
    }

    /** Ends what {@link Register} began (IRCv3 account-registration). */
    record Verify(String account, String code) implements Command {
        /** Without the code. */
        @Override
        public String toString() {
            return "Verify[" + account + "]";
        }
    }

    /**
     * Adds, removes or lists the keys of an account; a command of our own.
     *
     * @param fingerprint empty if none was given
     */
    record Key(String action, String fingerprint) implements Command {}

    record Oper(String name, String password) implements Command {
        /** Without the password. */
        @Override
        public String toString() {
            return "Oper[" + name + "]";
        }
    }

    record Ping(String token) implements Command {}

    record Pong() implements Command {}

    /**
     * Leaves; also what a bare {@code 88} means.
     *
     * @param reason empty if none was given
     */
    record Quit(String reason) implements Command {}

    // ---- rooms

    /**
     * Enters rooms.
     *
     * @param keys the first for the first room, and so on; there may be fewer
     */
    record Join(List<String> rooms, List<String> keys) implements Command {
        /** Without the keys. */
        @Override
        public String toString() {
            return "Join" + rooms;
        }
    }

    /** {@code JOIN 0}: leaves every room. */
    record PartAll() implements Command {}

    record Part(List<String> rooms, @Nullable String reason) implements Command {}

    /**
     * Shows or sets a topic.
     *
     * @param text null to show it, empty to take it away
     */
    record Topic(String room, @Nullable String text) implements Command {}

    record Names(List<String> rooms) implements Command {}

    /**
     * {@code LIST}: names and conditions as they came; which is which depends on what the server
     * supports.
     */
    record ListRooms(List<String> filters) implements Command {}

    record Invite(String nick, String room) implements Command {}

    /** {@code INVITE} without parameters: shows to where the client is invited. */
    record Invitations() implements Command {}

    /**
     * Removes people.
     *
     * @param rooms one for all, or one for each
     */
    record Kick(List<String> rooms, List<String> nicks, @Nullable String comment)
            implements Command {}

    /**
     * Shows or changes modes.
     *
     * @param modes null to show them
     */
    record Mode(String target, @Nullable String modes, List<String> arguments) implements Command {
        /** Without the arguments: one of them may be the key of a room. */
        @Override
        public String toString() {
            return "Mode[" + target + ", " + modes + "]";
        }
    }

    /**
     * Gives a room another name (IRCv3 channel-rename).
     *
     * @param reason empty if none was given
     */
    record Rename(String from, String to, String reason) implements Command {}

    // ---- messages

    record Privmsg(List<String> targets, String text, Tags tags) implements Command {}

    record Notice(List<String> targets, String text, Tags tags) implements Command {}

    /**
     * Begins or ends a batch; see IRCv3 client-batch.
     *
     * @param reference with the sign in front
     * @param params the type, and what follows it
     */
    record Batch(String reference, List<String> params, Tags tags) implements Command {}

    /** See IRCv3 message-tags. */
    record Tagmsg(List<String> targets, Tags tags) implements Command {}

    // ---- what was said before

    /**
     * See IRCv3 chathistory.
     *
     * @param subcommand as it came, empty if there was none
     * @param params what follows it
     */
    record Chathistory(String subcommand, List<String> params) implements Command {}

    /**
     * Looks for what was said; see soju.im/search.
     *
     * @param attributes in the form of tags
     */
    record Search(String attributes) implements Command {}

    /**
     * Takes back what was said; see IRCv3 message-redaction.
     *
     * @param target where it was said
     */
    record Redact(String target, String messageId, @Nullable String reason) implements Command {}

    /**
     * Asks or tells how far somebody has read; see IRCv3 read-marker.
     *
     * @param target empty if none was given
     * @param timestamp null to ask
     */
    record Markread(String target, @Nullable String timestamp) implements Command {}

    // ---- questions about people

    /**
     * Lists people.
     *
     * @param option what follows the mask: {@code o}, or what WHOX defines
     */
    record Who(String mask, String option) implements Command {}

    /**
     * Tells about people.
     *
     * @param server whose answer is wanted, or null
     * @param nicks as they came, for the end of the answer repeats them
     */
    record Whois(@Nullable String server, String nicks) implements Command {}

    /**
     * Tells about people who are gone.
     *
     * @param nicks as they came, for the end of the answer repeats them
     * @param count how many entries at most for each, 0 for all
     */
    record Whowas(String nicks, int count) implements Command {}

    record Userhost(List<String> nicks) implements Command {}

    record Ison(List<String> nicks) implements Command {}

    /**
     * Goes away, or comes back.
     *
     * @param message empty to come back
     */
    record Away(String message) implements Command {}

    /**
     * Follows people's comings and goings (IRCv3 monitor).
     *
     * @param operation in upper case
     * @param targets only with {@code +} and {@code -}
     */
    record Monitor(String operation, List<String> targets) implements Command {}

    /**
     * What is said of people and rooms, key by key (IRCv3 metadata).
     *
     * @param target an asterisk for oneself; empty if it is missing
     * @param subcommand as it came, empty if it is missing
     * @param params what follows it
     */
    record Metadata(String target, String subcommand, List<String> params) implements Command {}

    /** See IRCv3 setname. */
    record Setname(String realName) implements Command {}

    // ---- questions about the server

    record Motd(@Nullable String server) implements Command {}

    /**
     * Counts people.
     *
     * @param server whose answer is wanted, or null
     */
    record Lusers(@Nullable String server) implements Command {}

    record Version(@Nullable String server) implements Command {}

    record Time(@Nullable String server) implements Command {}

    record ServerInfo(@Nullable String server) implements Command {}

    /**
     * Explains.
     *
     * @param subject empty for an overview
     */
    record Help(String subject) implements Command {}

    /** See IRCv3 extended-isupport. */
    record Isupport() implements Command {}

    record Admin(@Nullable String server) implements Command {}

    /**
     * Shows numbers of the server.
     *
     * @param query which ones: a letter
     */
    record Stats(String query, @Nullable String server) implements Command {}

    /**
     * Lists servers.
     *
     * @param server whose answer is wanted, or null
     */
    record Links(@Nullable String server, String mask) implements Command {}

    record ServiceList(String mask, String type) implements Command {}

    /** A message for a service. */
    record Squery(String service) implements Command {}

    record Trace(@Nullable String target) implements Command {}

    record Users() implements Command {}

    record Summon() implements Command {}

    // ---- what operators do

    record Kill(String nick, String comment) implements Command {}

    /** Gives somebody another user name and host. */
    record Chghost(String nick, String user, String host) implements Command {}

    record Wallops(String text) implements Command {}

    /**
     * Lets somebody in who waits; our own.
     *
     * @param nick null to ask who waits
     * @param id which of those who were called so, null for the one who is now
     */
    record Admit(@Nullable String nick, @Nullable String id) implements Command {}

    /** Turns somebody away who waits; as {@link Admit}. */
    record TurnAway(@Nullable String nick, @Nullable String id) implements Command {}

    /** Reads again what the server was started with. */
    record Rehash() implements Command {}

    /** Links a server. */
    record Connect(String target) implements Command {}

    /** Unlinks a server. */
    record Squit(String target) implements Command {}

    record Restart() implements Command {}

    record Die() implements Command {}
}

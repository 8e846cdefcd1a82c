package chat.snug.server.session;

import chat.snug.protocol.Message;
import chat.snug.protocol.Numeric;
import chat.snug.protocol.Reading;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import chat.snug.room.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server says to one client: numerics (<a
 * href="https://modern.ircdocs.horse/#numerics">Modern IRC, numerics</a>) and IRCv3 standard
 * replies.
 */
public final class Replies {
    private final Source server;

    public Replies(Source server) {
        this.server = server;
    }

    /** A numeric; the client's name is put before the parameters. */
    public void numeric(Session to, Numeric numeric, String... params) {
        List<String> all = new ArrayList<>(params.length + 1);
        all.add(to.nick());
        all.addAll(List.of(params));
        to.send(new Message(Tags.NONE, server, numeric.code(), all));
    }

    /** A numeric with the parameters of a list and a text behind them. */
    public void numeric(Session to, Numeric numeric, List<String> params, String text) {
        to.send(message(to, numeric, params, text));
    }

    /** The message that a numeric is, for one who is to be sent it. */
    public Message message(Session to, Numeric numeric, List<String> params, String text) {
        List<String> all = new ArrayList<>(params.size() + 2);
        all.add(to.nick());
        all.addAll(params);
        all.add(text);
        return new Message(Tags.NONE, server, numeric.code(), all);
    }

    /** As above, without a text. */
    public Message message(Session to, Numeric numeric, List<String> params) {
        List<String> all = new ArrayList<>(params.size() + 1);
        all.add(to.nick());
        all.addAll(params);
        return new Message(Tags.NONE, server, numeric.code(), all);
    }

    /** What the server says with a verb: {@code CAP}, {@code PONG} and the like. */
    public void say(Session to, String verb, String... params) {
        to.send(new Message(Tags.NONE, server, verb, List.of(params)));
    }

    /** The refusal of something that cannot be a command. */
    public void refused(Session to, Reading.Refused refused) {
        numeric(to, refused.numeric(), refused.params(), refused.text());
    }

    /** {@code FAIL} with what it is about, and a text behind it (IRCv3 standard-replies). */
    public void fail(Session to, String command, String code, List<String> context, String text) {
        List<String> params = new ArrayList<>(context.size() + 3);
        params.add(command);
        params.add(code);
        params.addAll(context);
        params.add(text);
        to.send(new Message(Tags.NONE, server, "FAIL", params));
    }

    /** {@code FAIL} (IRCv3 standard-replies). */
    public void fail(Session to, String command, String code, String text) {
        say(to, "FAIL", command, code, text);
    }

    /** {@code WARN}: what was asked is done, and something is to be known about it. */
    void warn(Session to, String command, String code, String context, String text) {
        say(to, "WARN", command, code, context, text);
    }

    /** A line was not UTF-8 (IRCv3 UTF8ONLY). */
    void notUtf8(Session to, String command) {
        fail(
                to,
                command,
                "INVALID_UTF8",
                "Message rejected, your IRC software MUST use UTF-8 encoding on this network");
    }

    /** A room did not do what somebody wanted. */
    public void refused(Session to, Refusal refusal, String room) {
        switch (refusal) {
            case ALREADY_IN, NOTHING_CHANGED -> {
                // it is as it was wanted; there is no numeric for that
            }
            case BANNED -> numeric(to, Numeric.ERR_BANNEDFROMCHAN, room, join(refusal, 'b'));
            case FULL -> numeric(to, Numeric.ERR_CHANNELISFULL, room, join(refusal, 'l'));
            case WRONG_KEY -> numeric(to, Numeric.ERR_BADCHANNELKEY, room, join(refusal, 'k'));
            case INVITE_ONLY -> numeric(to, Numeric.ERR_INVITEONLYCHAN, room, join(refusal, 'i'));
            case NOT_IN_ROOM -> numeric(to, Numeric.ERR_NOTONCHANNEL, room, refusal.reason());
            case NOT_OPERATOR, HOST_STAYS ->
                    numeric(to, Numeric.ERR_CHANOPRIVSNEEDED, room, refusal.reason());
            case MEMBERS_ONLY, MODERATED, BANNED_FROM_SPEAKING, QUIETED, NO_CTCP ->
                    numeric(to, Numeric.ERR_CANNOTSENDTOCHAN, room, refusal.reason());
            case THEY_ARE_NOT_IN_ROOM,
                    THEY_ARE_IN_ROOM,
                    MASKS_FULL,
                    ALL_MASKS_FULL,
                    NAME_HELD,
                    NAME_BANNED ->
                    throw new IllegalArgumentException(refusal + " needs more than a room");
        }
    }

    /** A refusal that is about somebody else. */
    public void refused(Session to, Refusal refusal, String room, String nick) {
        switch (refusal) {
            case THEY_ARE_NOT_IN_ROOM ->
                    numeric(to, Numeric.ERR_USERNOTINCHANNEL, nick, room, refusal.reason());
            case THEY_ARE_IN_ROOM ->
                    numeric(to, Numeric.ERR_USERONCHANNEL, nick, room, refusal.reason());
            default -> refused(to, refusal, room);
        }
    }

    /** A room does not let somebody in it have a name. */
    public void refusedName(Session to, Refusal refusal, String nick, String room) {
        numeric(to, Numeric.ERR_BANNICKCHANGE, nick, room, refusal.reason());
    }

    public void noSuchRoom(Session to, String name) {
        numeric(to, Numeric.ERR_NOSUCHCHANNEL, name, "No such channel");
    }

    public void noSuchNick(Session to, String name) {
        numeric(to, Numeric.ERR_NOSUCHNICK, name, "No such nick/channel");
    }

    /** Only those who were let in may do that. */
    public void notRegistered(Session to) {
        numeric(to, Numeric.ERR_NOTREGISTERED, "You have not registered");
    }

    /** Only operators may do that. */
    public void notOperator(Session to) {
        numeric(to, Numeric.ERR_NOPRIVILEGES, "Permission Denied- You're not an IRC operator");
    }

    /**
     * An operator may not do that either.
     *
     * @param privilege what would be needed
     */
    public void insufficient(Session to, String privilege) {
        numeric(to, Numeric.ERR_NOPRIVS, privilege, "Insufficient oper privileges.");
    }

    public void noSuchServer(Session to, String name) {
        numeric(to, Numeric.ERR_NOSUCHSERVER, name, "No such server");
    }

    private static String join(Refusal refusal, char mode) {
        return "Cannot join channel (+" + mode + "): " + refusal.reason();
    }
}

package chat.snug.server.session;

import chat.snug.protocol.Message;
import chat.snug.protocol.Numeric;
import chat.snug.protocol.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of people, which each sets for themselves. */
public final class UserModes {
    private final ServerState server;
    private final Replies replies;

    public UserModes(ServerState server) {
        this.server = server;
        this.replies = server.replies;
    }

    /** The modes that are on, with a plus before them. */
    public static String of(Session session) {
        StringBuilder letters = new StringBuilder("+");
        for (UserMode mode : UserMode.values()) {
            if (session.is(mode)) {
                letters.append(mode.letter);
            }
        }
        return letters.toString();
    }

    public void mode(Session session, String nick, @Nullable String modes) {
        Session target = server.people.called(server.fold(nick));
        if (target == null) {
            replies.noSuchNick(session, nick);
        } else if (!target.equals(session)) {
            replies.numeric(
                    session, Numeric.ERR_USERSDONTMATCH, "Cant change mode for other users");
        } else if (modes == null) {
            replies.numeric(session, Numeric.RPL_UMODEIS, of(session));
        } else {
            change(session, modes);
        }
    }

    private void change(Session session, String modes) {
        StringBuilder done = new StringBuilder();
        boolean on = true;
        boolean unknown = false;
        char sign = 0;
        for (int i = 0; i < modes.length(); i++) {
            char letter = modes.charAt(i);
            if (letter == '+' || letter == '-') {
                on = letter == '+';
                continue;
            }
            UserMode mode = UserMode.of(letter);
            unknown |= mode == null;
            boolean forbidden = mode == UserMode.OPERATOR && on;
            if (mode != null && !forbidden && session.is(mode) != on) {
                server.people.set(session, mode, on);
                char newSign = on ? '+' : '-';
                if (sign != newSign) {
                    sign = newSign;
                    done.append(sign);
                }
                done.append(letter);
            }
        }
        if (!done.isEmpty()) {
            Message message =
                    new Message(
                            Tags.NONE,
                            session.source(),
                            "MODE",
                            List.of(session.nick(), done.toString()));
            session.send(Outgoing.plain(message, server.ids.now()).by(session));
        }
        if (unknown) {
            replies.numeric(session, Numeric.ERR_UMODEUNKNOWNFLAG, "Unknown MODE flag");
        }
    }
}

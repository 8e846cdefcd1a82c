package chat.snug.server.command;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.protocol.Command;
import chat.snug.server.host.Knock;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.Replies;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import chat.snug.server.session.WaitingRoom;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Deciding who comes in, for those who look after the rooms and have any client: ADMIT TURNAWAY.
 * Both are our own.
 */
public final class DoorCommands {
    private static final String ADMIT = "ADMIT";
    private static final String TURNAWAY = "TURNAWAY";

    private final ServerState server;
    private final Replies replies;
    private final WaitingRoom waiting;

    public DoorCommands(ServerState server) {
        this.server = server;
        this.replies = server.replies;
        this.waiting = server.door.waiting;
    }

    public void addTo(CommandDispatcher table) {
        table.on(ADMIT, REGISTERED, Command.Admit.class, (who, c) -> admit(who, c.nick()));
        table.on(TURNAWAY, REGISTERED, Command.TurnAway.class, (who, c) -> turnAway(who, c.nick()));
    }

    private void admit(Session session, @Nullable String nick) {
        String by = session.nick();
        decide(session, ADMIT, nick, "was let in", knock -> waiting.admit(knock, by));
    }

    private void turnAway(Session session, @Nullable String nick) {
        String by = session.nick();
        decide(session, TURNAWAY, nick, "was turned away", k -> waiting.turnAway(k, by));
    }

    private void decide(
            Session session,
            String verb,
            @Nullable String nick,
            String done,
            Predicate<Knock> decision) {
        if (!waiting.isDoorkeeper(session)) {
            replies.notOperator(session);
            return;
        }
        List<Knock> all = waiting.all();
        if (nick == null) {
            list(session, all);
            return;
        }
        for (Knock knock : all) {
            if (server.fold(knock.name()).equals(server.fold(nick))) {
                if (decision.test(knock)) {
                    tell(session, knock.name() + " " + done);
                }
                return;
            }
        }
        replies.fail(session, verb, "NOT_WAITING", List.of(nick), "Nobody of that name waits");
    }

    /** Without a name it is a question. */
    private void list(Session session, List<Knock> all) {
        if (all.isEmpty()) {
            tell(session, "Nobody waits to be let in");
        }
        for (Knock knock : all) {
            String account = knock.account();
            tell(
                    session,
                    knock.name()
                            + " waits, from "
                            + knock.address()
                            + (account == null ? ", a guest" : ", account " + account));
        }
    }

    private void tell(Session session, String words) {
        replies.say(session, "NOTICE", session.nick(), words);
    }
}

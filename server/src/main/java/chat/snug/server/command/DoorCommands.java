package chat.snug.server.command;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.protocol.Command;
import chat.snug.server.host.Knock;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.DoorDesk;
import chat.snug.server.session.Doorkeepers;
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
    private final Doorkeepers keepers;
    private final WaitingRoom waiting;

    public DoorCommands(ServerState server) {
        this.server = server;
        this.replies = server.replies;
        this.keepers = server.door.keepers;
        this.waiting = server.door.waiting;
    }

    public void addTo(CommandDispatcher table) {
        table.on(ADMIT, REGISTERED, Command.Admit.class, (who, c) -> admit(who, c));
        table.on(TURNAWAY, REGISTERED, Command.TurnAway.class, (who, c) -> turnAway(who, c));
    }

    private void admit(Session session, Command.Admit wish) {
        String by = DoorDesk.nameOf(session);
        Whom whom = new Whom(wish.nick(), wish.id());
        decide(session, ADMIT, whom, "was let in", knock -> waiting.admit(knock, by));
    }

    private void turnAway(Session session, Command.TurnAway wish) {
        String by = DoorDesk.nameOf(session);
        Whom whom = new Whom(wish.nick(), wish.id());
        decide(session, TURNAWAY, whom, "was turned away", k -> waiting.turnAway(k, by));
    }

    private record Whom(@Nullable String nick, @Nullable String id) {
        boolean mayBe(Knock knock) {
            return id == null || id.equals(Long.toString(knock.id()));
        }
    }

    private void decide(
            Session session, String verb, Whom whom, String done, Predicate<Knock> decision) {
        if (!keepers.has(session)) {
            replies.notOperator(session);
            return;
        }
        String nick = whom.nick();
        if (nick == null) {
            waiting.list(session);
            return;
        }
        for (Knock knock : waiting.all()) {
            if (server.fold(knock.name()).equals(server.fold(nick)) && whom.mayBe(knock)) {
                if (decision.test(knock) && !keepers.isTold(session)) {
                    replies.say(session, "NOTICE", session.nick(), knock.name() + " " + done);
                }
                return;
            }
        }
        replies.fail(session, verb, "NOT_WAITING", List.of(nick), "Nobody of that name waits");
    }
}

package chat.snug.server.session;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;
import chat.snug.server.host.Knock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Those who decide who comes in, and how they are told who waits: the host's own app by itself, and
 * everybody else in a sentence, which clients that know <a
 * href="https://ircv3.net/specs/extensions/standard-replies">standard replies</a> can also read as
 *
 * <pre>
 *   NOTE * KNOCKING id name address account|* remembered|guest :sentence
 *   NOTE * KNOCK_OVER id name :sentence
 * </pre>
 *
 * <p>The first again whenever something of it is another, the second once, however it ended. Nobody
 * but a server can say NOTE. Belongs to the loop's thread.
 */
public final class Doorkeepers {
    private static final String KNOCKING = "KNOCKING";
    private static final String KNOCK_OVER = "KNOCK_OVER";
    private static final String NOBODY_WAITS = "NOBODY_WAITS";
    private static final String NOTE = "NOTE";
    private static final String NOTICE = "NOTICE";

    private final ServerState server;
    private boolean hostListens;

    Doorkeepers(ServerState server) {
        this.server = server;
    }

    /** The host's own app is told of everybody who waits in another way from now on. */
    void hostListens() {
        hostListens = true;
    }

    /** Whether somebody decides who comes in: operators, here and in the room of the host. */
    public boolean has(Session session) {
        if (session.looksAfterAll()) {
            return true;
        }
        String room = server.options.room();
        Channel channel = room == null ? null : server.rooms.called(room);
        Seat seat = channel == null ? null : session.places.in(channel);
        return seat != null && seat.member.isOperator();
    }

    /** Whether somebody is told by {@link #over} what became of those who wait. */
    public boolean isTold(Session session) {
        return session.has(Capability.STANDARD_REPLIES) && has(session) && !knowsAnyway(session);
    }

    private boolean knowsAnyway(Session session) {
        return session.isHost() && hostListens;
    }

    /**
     * Somebody waits.
     *
     * @param before how they did already, null if not
     */
    void ask(Knock knock, @Nullable Knock before) {
        if (knock.equals(before)) {
            return;
        }
        String name = knock.name();
        String from = " (" + knock.address() + who(knock) + ") wants to come in: ADMIT ";
        String words = name + from + name + " or TURNAWAY " + name;
        for (Session person : server.people.registered()) {
            if (isTold(person)) {
                send(person, NOTE, knocking(knock, words));
            } else if (before == null && has(person) && !knowsAnyway(person)) {
                send(person, NOTICE, List.of(person.nick(), words));
            }
        }
    }

    /**
     * Somebody does not wait any more.
     *
     * @param words how that came
     */
    void over(Knock knock, String words) {
        List<String> params =
                List.of("*", KNOCK_OVER, Long.toString(knock.id()), knock.name(), words);
        for (Session person : server.people.registered()) {
            if (isTold(person)) {
                send(person, NOTE, params);
            }
        }
    }

    /** Somebody wants to know who waits. */
    public void list(Session session, Collection<Knock> all) {
        boolean notes = session.has(Capability.STANDARD_REPLIES);
        if (all.isEmpty()) {
            String words = "Nobody waits to be let in";
            if (notes) {
                server.replies.say(session, NOTE, "ADMIT", NOBODY_WAITS, words);
            } else {
                server.replies.say(session, NOTICE, session.nick(), words);
            }
        }
        for (Knock knock : all) {
            String words = knock.name() + " waits, from " + knock.address() + who(knock);
            if (notes) {
                server.replies.say(session, NOTE, knocking(knock, words).toArray(String[]::new));
            } else {
                server.replies.say(session, NOTICE, session.nick(), words);
            }
        }
    }

    private static String who(Knock knock) {
        return knock.account() == null ? ", a guest" : ", account " + knock.account();
    }

    private static List<String> knocking(Knock knock, String words) {
        List<String> params = new ArrayList<>();
        params.add("*");
        params.add(KNOCKING);
        params.add(Long.toString(knock.id()));
        params.add(knock.name());
        params.add(knock.address());
        params.add(knock.account() == null ? "*" : knock.account());
        params.add(knock.remembered() ? "remembered" : "guest");
        params.add(words);
        return params;
    }

    private void send(Session to, String verb, List<String> params) {
        Message message = new Message(Tags.NONE, server.source, verb, params);
        to.sendUnlabeled(Outgoing.plain(message, server.ids.now()));
    }
}

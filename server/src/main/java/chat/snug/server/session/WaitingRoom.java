package chat.snug.server.session;

import chat.snug.net.CloseReason;
import chat.snug.net.Timer;
import chat.snug.protocol.Capability;
import chat.snug.protocol.Numeric;
import chat.snug.protocol.Skeleton;
import chat.snug.server.accounts.Attempts;
import chat.snug.server.host.Act;
import chat.snug.server.host.Knock;
import chat.snug.server.options.DoorLimits;
import chat.snug.server.options.Origin;
import chat.snug.server.session.Entry.Closed;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who have told all about themselves and wait until somebody lets them in. The host is asked
 * through a listener; whoever else looks after the rooms by {@link Doorkeepers}. Belongs to the
 * loop's thread.
 */
public final class WaitingRoom {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingRoom.class);

    private final ServerState server;
    private final DoorLimits limits;
    private final Doorkeepers keepers;
    private final Attempts notes;
    private final Map<Session, Waiter> waiters = new LinkedHashMap<>();
    private @Nullable Consumer<List<Knock>> listener;
    private long lastId;

    WaitingRoom(ServerState server, DoorLimits limits, Doorkeepers keepers) {
        this.server = server;
        this.limits = limits;
        this.keepers = keepers;
        this.notes = new Attempts(limits.notes(), server.loop::nanoTime, false);
    }

    // ---- coming and going

    /**
     * Somebody waits from now on, or waits under another name.
     *
     * @param admitted is run when they are let in, or when nobody is asked any more
     * @return why they cannot wait, null if they do
     */
    public @Nullable Closed ask(Session session, String name, Runnable admitted) {
        Waiter before = waiters.get(session);
        if (before != null) {
            become(before, name);
            return null;
        }
        Knock knock = knock(++lastId, session, name, server.door.now());
        if (!makePlace(session, knock)) {
            return Closed.TOO_MANY_WAIT;
        }
        long turn = Waiter.turn(session, waiters.values());
        Timer timer =
                server.loop
                        .timers()
                        .schedule(
                                limits.patience().toNanos(),
                                () -> sendAway(session, Closed.NOBODY_ANSWERED));
        Waiter waiter = new Waiter(session, knock, admitted, timer, turn);
        waiters.put(session, waiter);
        session.pulse.waits(true);
        LOG.info("{} from {} waits to be let in", name, knock.address());
        tellToWait(session);
        tell(waiter);
        changed();
        return null;
    }

    private static Knock knock(long id, Session session, String name, Instant since) {
        return new Knock(
                id,
                name,
                session.realAddress,
                session.account(),
                DoorDesk.isKnowable(session),
                since);
    }

    /** Somebody who may wait is known otherwise than before. */
    public void renew(Session session) {
        Waiter waiter = waiters.get(session);
        if (waiter != null) {
            become(waiter, waiter.knock.name());
        }
    }

    /** What somebody is called who waits, null if they do not. */
    public @Nullable String name(Session session) {
        Waiter waiter = waiters.get(session);
        return waiter == null ? null : waiter.knock.name();
    }

    /**
     * Looks for a place for one more. Where one address has all that it may have, whoever has been
     * here before gets the place of the last who has not; where all are taken, whoever would wait
     * longest gives way, unless that would be the newcomer. So nobody is kept out but by as many
     * addresses as there are places.
     */
    private boolean makePlace(Session session, Knock knock) {
        InetAddress origin = Origin.of(session.remote());
        List<Waiter> neighbours =
                waiters.values().stream().filter(waiter -> waiter.isFrom(origin)).toList();
        if (neighbours.size() >= limits.waitingPerAddress()) {
            Waiter last = last(neighbours.stream().filter(Waiter::isStranger));
            return last != null && knock.account() != null && givesWay(last);
        }
        if (waiters.size() < limits.waiting()) {
            return true;
        }
        Waiter last = last(waiters.values().stream());
        return last != null
                && last.isAfter(Waiter.turn(session, waiters.values()))
                && givesWay(last);
    }

    private static @Nullable Waiter last(Stream<Waiter> some) {
        return some.max(Waiter.BY_TURN).orElse(null);
    }

    private boolean givesWay(Waiter waiter) {
        LOG.info("{} from {} gives way", waiter.knock.name(), waiter.knock.address());
        sendAway(waiter.session, Closed.TOO_MANY_WAIT);
        return true;
    }

    /** Whether somebody else waits under a name that is this one, or could be read as it. */
    public boolean isTaken(Session session, String name) {
        for (Waiter waiter : waiters.values()) {
            if (!waiter.session.equals(session) && isAlike(waiter.knock.name(), name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlike(String name, String other) {
        return Skeleton.of(name).equals(Skeleton.of(other))
                || Skeleton.atAGlance(name).equals(Skeleton.atAGlance(other));
    }

    public boolean has(Session session) {
        return waiters.containsKey(session);
    }

    private void become(Waiter waiter, String name) {
        Knock before = waiter.knock;
        waiter.knock = knock(before.id(), waiter.session, name, before.since());
        tell(waiter);
        changed();
    }

    /**
     * Tells of somebody new or changed: at once, or a moment later what is still so then, where
     * they come and go too fast or change their names all the time.
     */
    private void tell(Waiter waiter) {
        if (waiter.news != null || waiter.knock.equals(waiter.told)) {
            return;
        }
        if (notes.mayTry(waiter.session.remote())) {
            tellNow(waiter);
        } else {
            waiter.news =
                    server.loop
                            .timers()
                            .schedule(limits.notePause().toNanos(), () -> tellNow(waiter));
        }
    }

    private void tellNow(Waiter waiter) {
        waiter.news = null;
        notes.count(waiter.session.remote());
        keepers.ask(waiter.knock, waiter.told);
        waiter.told = waiter.knock;
    }

    /** Somebody who looks after the rooms wants to know who waits. */
    public void list(Session session) {
        keepers.list(session, all());
        for (Waiter waiter : waiters.values()) {
            waiter.listed = true;
        }
    }

    /** Somebody does not wait any more. */
    public void left(Session session) {
        Waiter waiter = waiters.get(session);
        if (waiter != null) {
            left(waiter, waiter.knock.name() + " does not wait any more");
        }
    }

    private void left(Waiter waiter, String words) {
        if (waiters.remove(waiter.session, waiter)) {
            if (waiter.news != null) {
                waiter.news.cancel();
            }
            if (waiter.told != null || waiter.listed) {
                keepers.over(waiter.knock, words);
            }
            waiter.timer.cancel();
            waiter.session.pulse.waits(false);
            changed();
        }
    }

    /** Looks anew at all who wait, because the door is another one. */
    void considerAll() {
        for (Waiter waiter : List.copyOf(waiters.values())) {
            left(waiter.session);
            waiter.admitted.run();
        }
    }

    // ---- what is decided

    /**
     * Lets somebody in.
     *
     * @param by who decides, empty for the host
     */
    public boolean admit(Knock knock, String by) {
        Waiter waiter = find(knock);
        if (waiter == null) {
            return false;
        }
        server.door.note(by, Act.LET_IN, knock.name(), "", "");
        server.door.remember(waiter.session, knock.name(), true);
        Registration registration = waiter.session.registration();
        if (registration != null) {
            registration.admittedAs = knock.name();
        }
        left(waiter, by(by) + " let " + knock.name() + " in");
        waiter.admitted.run();
        return true;
    }

    /** Sends somebody away; see {@link #admit}. */
    public boolean turnAway(Knock knock, String by) {
        Waiter waiter = find(knock);
        if (waiter == null) {
            return false;
        }
        server.door.note(by, Act.TURNED_AWAY, knock.name(), "", "");
        server.door.remember(waiter.session, knock.name(), false);
        left(waiter, by(by) + " did not let " + knock.name() + " in");
        refuse(waiter.session, Closed.TURNED_AWAY);
        return true;
    }

    private static String by(String who) {
        return who.isEmpty() ? "The host" : who;
    }

    private void sendAway(Session session, Closed why) {
        left(session);
        refuse(session, why);
    }

    /** Says why somebody may not come in, and closes. */
    public void refuse(Session session, Closed why) {
        if (session.isGone()) {
            return;
        }
        if (session.has(Capability.STANDARD_REPLIES)) {
            server.replies.fail(session, "*", why.name(), why.words());
        }
        if (why.isAboutSecret()) {
            server.replies.numeric(session, Numeric.ERR_PASSWDMISMATCH, why.words());
        }
        session.drop(why.words(), CloseReason.LOCAL_CLOSE);
    }

    /** Who is meant must be called now what they were called when it was decided. */
    private @Nullable Waiter find(Knock knock) {
        for (Waiter waiter : waiters.values()) {
            if (waiter.knock.id() == knock.id() && waiter.knock.name().equals(knock.name())) {
                return waiter;
            }
        }
        return null;
    }

    // ---- who is told

    /** All who wait, in the order in which they are asked about: addresses take turns. */
    public List<Knock> all() {
        List<Waiter> all = new ArrayList<>(waiters.values());
        all.sort(Waiter.BY_TURN);
        return all.stream().map(waiter -> waiter.knock).toList();
    }

    /** Whom to tell of every change who waits; told at once. */
    public void onChange(Consumer<List<Knock>> told) {
        listener = told;
        keepers.hostListens();
        told.accept(all());
    }

    private void changed() {
        if (listener != null) {
            listener.accept(all());
        }
    }

    private void tellToWait(Session session) {
        String words = "Waiting for the host to let you in";
        if (session.has(Capability.STANDARD_REPLIES)) {
            server.replies.say(session, "NOTE", "*", "WAITING_FOR_HOST", words);
        } else {
            server.replies.say(session, "NOTICE", session.nick(), words);
        }
    }
}

package chat.snug.server.session;

import chat.snug.protocol.Skeleton;
import chat.snug.server.names.LookAlikes;
import chat.snug.server.options.Origin;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everyone who is connected, by name, and those who were here before. */
public final class People {
    /**
     * Somebody who is gone, or has another name now.
     *
     * @param folded the name as it is compared
     * @param seconds when, in seconds of the epoch
     */
    public record Past(
            String folded, String nick, String user, String host, String realName, long seconds) {}

    private final int pastPeople;
    private final Map<String, Session> byNick = new HashMap<>();
    private final LookAlikes<Session> lookAlikes = new LookAlikes<>();

    /** How many have a name that is not this one and could be read as it. */
    private final Map<String, Integer> byGlance = new HashMap<>();

    private final Set<Session> newcomers = new HashSet<>();
    private final Map<InetAddress, Integer> perAddress = new HashMap<>();
    private final Map<InetAddress, Integer> newcomersPerAddress = new HashMap<>();
    private final Deque<Past> past = new ArrayDeque<>();
    private int connected;
    private int most;
    private int invisible;
    private int operators;

    People(int pastPeople) {
        this.pastPeople = pastPeople;
    }

    public void connected(Session session) {
        connected++;
        newcomers.add(session);
        InetAddress from = address(session);
        perAddress.merge(from, 1, Integer::sum);
        newcomersPerAddress.merge(from, 1, Integer::sum);
    }

    void disconnected(Session session) {
        connected--;
        noNewcomer(session);
        oneLess(perAddress, address(session));
    }

    private void noNewcomer(Session session) {
        if (newcomers.remove(session)) {
            oneLess(newcomersPerAddress, address(session));
        }
    }

    private static <K> void oneLess(Map<K, Integer> counts, K key) {
        counts.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
    }

    /** How many connections there are from an address, registered or not. */
    public int countFrom(InetAddress address) {
        return perAddress.getOrDefault(Origin.of(address), 0);
    }

    /** How many of them have not registered. */
    public int newcomersFrom(InetAddress address) {
        return newcomersPerAddress.getOrDefault(Origin.of(address), 0);
    }

    /** How many connections there are, registered or not. */
    public int connections() {
        return connected;
    }

    /** Somebody registered. */
    public void add(Session session) {
        noNewcomer(session);
        put(session);
        most = Math.max(most, byNick.size());
    }

    /** Somebody who was registered is gone. */
    void remove(Session session) {
        take(session, session.nick(), session.foldedNick());
        for (UserMode mode : UserMode.values()) {
            set(session, mode, false);
        }
    }

    public void renamed(Session session, String oldNick, String oldFoldedNick) {
        take(session, oldNick, oldFoldedNick);
        put(session);
    }

    private void take(Session session, String nick, String foldedNick) {
        byNick.remove(foldedNick, session);
        lookAlikes.remove(session);
        String glance = Skeleton.atAGlance(nick);
        if (!glance.equals(foldedNick)) {
            oneLess(byGlance, glance);
        }
    }

    private void put(Session session) {
        byNick.put(session.foldedNick(), session);
        lookAlikes.add(session.nick(), session.foldedNick(), session);
        String glance = Skeleton.atAGlance(session.nick());
        if (!glance.equals(session.foldedNick())) {
            byGlance.merge(glance, 1, Integer::sum);
        }
    }

    /** Whether a name looks like that of somebody else, or could be read as it. */
    public boolean isImitation(String name, Session own) {
        String glance = Skeleton.atAGlance(name);
        boolean isOwnGlance =
                glance.equals(Skeleton.atAGlance(own.nick())) && !glance.equals(own.foldedNick());
        return isOther(looksLike(name), own)
                || isOther(byNick.get(glance), own)
                || byGlance.getOrDefault(glance, 0) > (isOwnGlance ? 1 : 0);
    }

    private static boolean isOther(@Nullable Session session, Session own) {
        return session != null && !session.equals(own);
    }

    /** Somebody whose name looks like this one, whether it is the same or not. */
    public @Nullable Session looksLike(String nick) {
        return lookAlikes.find(nick, byNick);
    }

    /** Sets a mode of a registered person. */
    public void set(Session session, UserMode mode, boolean on) {
        if (session.is(mode) == on) {
            return;
        }
        session.set(mode, on);
        int change = on ? 1 : -1;
        switch (mode) {
            case INVISIBLE -> invisible += change;
            case OPERATOR -> operators += change;
            case BOT, WALLOPS -> {
                // not counted
            }
        }
    }

    public @Nullable Session called(String foldedNick) {
        return byNick.get(foldedNick);
    }

    /** Everyone who is registered, in no order. */
    public Collection<Session> registered() {
        return Collections.unmodifiableCollection(byNick.values());
    }

    /** Everyone, registered or not. */
    public List<Session> all() {
        List<Session> all = new ArrayList<>(byNick.values());
        all.addAll(newcomers);
        return all;
    }

    public int count() {
        return byNick.size();
    }

    public int most() {
        return most;
    }

    public int invisible() {
        return invisible;
    }

    public int operators() {
        return operators;
    }

    public int unknown() {
        return newcomers.size();
    }

    /** Keeps what somebody was called. */
    void remember(Past person) {
        past.addFirst(person);
        if (past.size() > pastPeople) {
            past.removeLast();
        }
    }

    /** Those who are gone, the last one first. */
    public Collection<Past> past() {
        return Collections.unmodifiableCollection(past);
    }

    private static InetAddress address(Session session) {
        return Origin.of(session.remote());
    }
}

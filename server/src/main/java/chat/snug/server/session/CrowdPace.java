package chat.snug.server.session;

import chat.snug.net.NanoClock;
import chat.snug.room.Rank;
import chat.snug.room.RateLimit;
import chat.snug.room.RoomEvent;
import chat.snug.server.names.NameRules;
import chat.snug.server.options.CrowdLimits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How fast a room may go on, whoever is in it, and how much may come to one person, whoever sends
 * it: many who each keep to the limit of their own must not flood a room or a person together.
 * Where too much happens everything happens still, but a line costs more of the lines that its
 * sender may send, and the more the fuller it is there. It does so for those who send much
 * themselves, and only where it is fullest for everybody: so those have to wait who send most. What
 * operators do in their room costs them no more. Belongs to the loop's thread.
 */
public final class CrowdPace {
    /** Whoever has used less than one of so many parts of what they may send talks little. */
    private static final int LITTLE_TALK = 4;

    /** What is longer counts as more than one. */
    private static final int LINE_BYTES = 512;

    /** What is longer than so many costs no more than they do. */
    private static final int MOST_WEIGHT = 10;

    /** What is around each line that is sent. */
    private static final int AROUND_BYTES = 128;

    private final RateLimit roomEvents;
    private final RateLimit toPerson;
    private final int dearest;
    private final NanoClock clock;
    private @Nullable Session actor;
    private @Nullable String busiest;
    private boolean busiestIsPerson;
    private int priceOfTalk;
    private int priceOfRest;
    private int highest;

    CrowdPace(CrowdLimits limits, NanoClock clock) {
        this.roomEvents = limits.roomEvents();
        this.toPerson = limits.toPerson();
        this.dearest = limits.crowdPrice();
        this.clock = clock;
    }

    /** The state of a room in which nothing has happened yet, and of a person who got nothing. */
    long start() {
        return clock.nanoTime();
    }

    /** A line is going to be handled: nothing has happened because of it. */
    void begin(Session sender) {
        actor = sender;
        busiest = null;
        busiestIsPerson = false;
        priceOfTalk = 0;
        priceOfRest = 0;
        highest = 0;
    }

    /**
     * Something happened in a room. That many come and go makes coming and going cost more, and not
     * talking: those who are back after the network broke must not silence those who stayed.
     */
    public void happened(Channel channel, RoomEvent event) {
        switch (event) {
            case RoomEvent.Joined _, RoomEvent.Parted _, RoomEvent.Quit _, RoomEvent.Renamed _ ->
                    told(channel);
            case RoomEvent.Said said -> talked(channel, weight(said));
            case RoomEvent.TopicChanged _,
                    RoomEvent.Changed _,
                    RoomEvent.Kicked _,
                    RoomEvent.Redacted _ ->
                    talked(channel, 1);
        }
    }

    private void talked(Channel channel, int weight) {
        long now = clock.nanoTime();
        long beyond = beyond(roomEvents, channel.talkState, now);
        channel.talkState = charged(roomEvents, channel.talkState, now, weight);
        if (beyond > 0 && !looksAfter(channel)) {
            priceOfTalk += price(roomEvents, beyond, weight);
            busy(channel.name(), false);
        }
    }

    /**
     * Those in a room are told something about one of them: that somebody comes or goes, or that
     * they are away.
     */
    public void told(Channel channel) {
        long now = clock.nanoTime();
        long beyond = beyond(roomEvents, channel.comingState, now);
        channel.comingState = charged(roomEvents, channel.comingState, now, 1);
        if (beyond > 0 && !looksAfter(channel)) {
            priceOfRest = Math.max(priceOfRest, price(roomEvents, beyond, 1));
            busy(channel.name(), false);
        }
    }

    /** Something was said to a person. */
    public void said(Session to, RoomEvent.Said said) {
        priceOfTalk += sent(to, weight(said));
    }

    /** A person is told something because of what somebody else did. */
    public void told(Session person) {
        priceOfRest = Math.max(priceOfRest, sent(person, 1));
    }

    private int sent(Session to, int weight) {
        long now = clock.nanoTime();
        long beyond = beyond(toPerson, to.sentState, now);
        to.sentState = charged(toPerson, to.sentState, now, weight);
        if (beyond <= 0) {
            return 0;
        }
        busy(to.nick(), true);
        return price(toPerson, beyond, weight);
    }

    /** How many more there were than may be. */
    private static long beyond(RateLimit limit, long state, long now) {
        return limit.waitNanos(state, now) / Math.max(1, limit.intervalNanos());
    }

    /** The state after some more; what comes when all is as dear as can be is not counted. */
    private static long charged(RateLimit limit, long state, long now, int weight) {
        long after = state;
        for (int i = 0; i < weight && beyond(limit, after, now) < limit.burst(); i++) {
            after = limit.charge(after, now);
        }
        return after;
    }

    private int price(RateLimit limit, long beyond, int weight) {
        int price = (int) Math.min(dearest, 1 + beyond * dearest / limit.burst());
        highest = Math.max(highest, price);
        return price * Math.min(weight, MOST_WEIGHT);
    }

    private boolean looksAfter(Channel channel) {
        Seat seat = actor == null ? null : actor.places.in(channel);
        return seat != null && seat.member.has(Rank.OPERATOR);
    }

    private void busy(String name, boolean isPerson) {
        busiest = name;
        busiestIsPerson = isPerson;
    }

    /** How many lines something is as long as. */
    private static int weight(RoomEvent.Said said) {
        String text = said.text();
        if (text.length() * 3 < LINE_BYTES && said.tags().isEmpty()) {
            return 1;
        }
        int bytes = NameRules.bytes(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                bytes += AROUND_BYTES;
            }
        }
        for (Map.Entry<String, String> tag : said.tags().entrySet()) {
            bytes += NameRules.bytes(tag.getKey()) + NameRules.bytes(tag.getValue());
        }
        return 1 + bytes / LINE_BYTES;
    }

    /** Where too much happens of what the line did, a room or a person; null for nowhere. */
    @Nullable String busiest() {
        return busiest;
    }

    boolean busiestIsPerson() {
        return busiestIsPerson;
    }

    /**
     * How many lines more the line costs because of that: for each room and person that it talks
     * to, and more if it is long; for whatever else it does once.
     */
    int price() {
        return priceOfTalk + priceOfRest;
    }

    /**
     * How many lines somebody may have sent of late and still pays no more.
     *
     * @param burst how many they may send at once
     */
    int freeLines(int burst) {
        return burst / LITTLE_TALK * (dearest - highest) / dearest;
    }
}

package chat.snug.room;

import java.util.function.LongSupplier;

/**
 * Gives events their time and their id. An id is 15 characters that sort by time: ten for the
 * millisecond, three that count within it, and two that differ from one run of the server to the
 * next. Time taken from here never runs backwards, whatever the machine's clock does.
 *
 * <p>Not safe for use by several threads.
 */
public final class EventIds {
    private static final char[] DIGITS = "0123456789abcdefghijklmnopqrstuv".toCharArray();
    private static final int BITS = 5;
    private static final int TIME_CHARS = 10;
    private static final int COUNT_CHARS = 3;
    private static final int SALT_CHARS = 2;
    private static final int COUNTS = 1 << (COUNT_CHARS * BITS);

    private final LongSupplier millis;
    private final int salt;
    private final char[] text = new char[TIME_CHARS + COUNT_CHARS + SALT_CHARS];
    private long lastTime;
    private int count;

    /**
     * @param millis the wall clock, in milliseconds of the epoch
     * @param salt a random number; its lowest ten bits are used
     */
    public EventIds(LongSupplier millis, int salt) {
        this.millis = millis;
        this.salt = salt;
    }

    /** Whether a text is an id, of an event that there is or is not. */
    public static boolean isId(String text) {
        boolean good = text.length() == TIME_CHARS + COUNT_CHARS + SALT_CHARS;
        for (int i = 0; i < text.length() && good; i++) {
            good = Character.digit(text.charAt(i), DIGITS.length) >= 0 && text.charAt(i) <= 'v';
        }
        return good;
    }

    /**
     * When the event of an id happened, in milliseconds of the epoch.
     *
     * @param id an id, or one with something behind it
     */
    public static long time(String id) {
        return Long.parseLong(id.substring(0, TIME_CHARS), DIGITS.length);
    }

    /** Times and ids from here on come after those of an event of an earlier run. */
    public void startAfter(long time) {
        lastTimeAtLeast(time + 2); // an id may be a millisecond ahead of the time of its event
    }

    /** The time for the next event; {@link #next(long)} takes it. */
    public long now() {
        lastTimeAtLeast(millis.getAsLong());
        return lastTime;
    }

    /** A new id for an event at {@code time}, which must come from {@link #now()}. */
    public String next(long time) {
        lastTimeAtLeast(time);
        if (count == COUNTS) {
            lastTimeAtLeast(lastTime + 1);
        }
        put(0, TIME_CHARS, lastTime);
        put(TIME_CHARS, COUNT_CHARS, count++);
        put(TIME_CHARS + COUNT_CHARS, SALT_CHARS, salt);
        return new String(text);
    }

    private void lastTimeAtLeast(long time) {
        if (time > lastTime) {
            lastTime = time;
            count = 0;
        }
    }

    private void put(int start, int length, long value) {
        long rest = value;
        for (int i = start + length - 1; i >= start; i--) {
            text[i] = DIGITS[(int) rest & (DIGITS.length - 1)];
            rest >>>= BITS;
        }
    }
}

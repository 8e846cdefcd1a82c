package chat.snug.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The first 24 bytes of every text that is sent, three words of eight printable characters.
 *
 * <pre>
 *   ~ phase room(3) sender-in-room(3) | number(8) | nanoseconds since the generator began(8)
 * </pre>
 *
 * <p>A character from {@code '0'} to {@code 'o'} carries six bits, lowest first, so a word is read
 * and written as one {@code long} without a loop. The time is that of the sending, or, when sending
 * is paced, the time at which the message was meant to go out: a server or a generator that comes
 * late cannot hide it.
 */
final class Stamp {
    static final int BYTES = 24;

    /** Words of a buffer at any offset; the byte order is that of the stamp, not the machine's. */
    static final VarHandle WORD =
            MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final byte MARKER = '~';
    private static final int DIGIT = '0';
    private static final long DIGITS = 0x3030303030303030L;
    private static final long EPOCH = System.nanoTime();

    private Stamp() {}

    /** Nanoseconds since the generator began. */
    static long now() {
        return System.nanoTime() - EPOCH;
    }

    /** The first word. Phases count from 0 to 63, rooms and senders to 262,143. */
    static long head(int phase, int room, int sender) {
        long digits = encode(((long) sender << 30) | ((long) room << 12) | ((long) phase << 6));
        return (digits & ~0xFFL) | MARKER;
    }

    /** Whether a word is the head of a stamp of this phase. */
    static boolean isHead(long word, int phase) {
        return (short) word == (short) (MARKER | ((DIGIT + phase) << 8));
    }

    static boolean isMarker(byte character) {
        return character == MARKER;
    }

    static int room(long head) {
        return (int) (decode(head) >>> 12 & 0x3FFFF);
    }

    static int sender(long head) {
        return (int) (decode(head) >>> 30);
    }

    /** Writes a stamp at a position of a buffer and leaves the buffer's own position alone. */
    static void write(ByteBuffer text, int at, long head, long number, long time) {
        WORD.set(text, at, head);
        WORD.set(text, at + 8, encode(number));
        WORD.set(text, at + 16, encode(time));
    }

    /** Eight characters out of 48 bits. */
    static long encode(long value) {
        long x = (value & 0xFFFFFFL) | ((value & 0xFFFFFF000000L) << 8);
        x = (x & 0x00000FFF00000FFFL) | ((x & 0x00FFF00000FFF000L) << 4);
        x = (x & 0x003F003F003F003FL) | ((x & 0x0FC00FC00FC00FC0L) << 2);
        return x + DIGITS;
    }

    /** 48 bits out of eight characters; a word that {@link #encode} did not make gives nonsense. */
    static long decode(long word) {
        long x = (word - DIGITS) & 0x3F3F3F3F3F3F3F3FL;
        x = (x & 0x003F003F003F003FL) | ((x & 0x3F003F003F003F00L) >>> 2);
        x = (x & 0x00000FFF00000FFFL) | ((x & 0x0FFF00000FFF0000L) >>> 4);
        return (x & 0xFFFFFFL) | ((x & 0x00FFFFFF00000000L) >>> 8);
    }
}

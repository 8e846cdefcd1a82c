package chat.snug.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes messages as lines. It keeps one buffer that each call overwrites, so it makes no garbage;
 * one per thread.
 *
 * <p>Whatever a message holds, one line comes out of it:
 *
 * <ol>
 *   <li>What is longer than {@link Limits#lineBytes} without the tags is cut between code points.
 *   <li>A tag with which the tags would be longer than {@link Limits#serverTagBytes} is left out
 *       whole, and so are those behind it.
 *   <li>CR, LF and NUL in the last parameter become spaces. They and spaces are left out of the
 *       source and the command; NUL is left out of the tags, where the others are escaped.
 *   <li>A parameter before the last that cannot stand there (it is empty, begins with a colon or
 *       holds a space, CR, LF or NUL) becomes {@code *}.
 * </ol>
 */
public final class MessageWriter {
    private static final int LINE_END_BYTES = 2;
    private static final int FIRST_CAPACITY = 1024;
    private static final int UNLIMITED = 1 << 28;

    /** UTF-8 bytes per char at most: a pair of chars takes four. */
    private static final int BYTES_PER_CHAR = 3;

    /** How the characters that mean something on the wire are written. */
    private enum Place {
        WORD,
        TEXT,
        TAG_VALUE
    }

    private final int maxTags;
    private final int maxBody;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private ByteBuffer view = ByteBuffer.wrap(bytes);

    private char[] chars = new char[FIRST_CAPACITY];

    /** Where the next byte goes. */
    private int at;

    /** Where the tags, then the body, must end. */
    private int limit;

    /** Something did not fit; nothing more is written. */
    private boolean full;

    /** A writer with {@link Limits#defaults()}. */
    public MessageWriter() {
        this(Limits.defaults());
    }

    public MessageWriter(Limits limits) {
        this(limits.serverTagBytes(), limits.lineBytes() - LINE_END_BYTES);
    }

    /** The most bytes of the tags with '@' and space, and of the rest without its line end. */
    MessageWriter(int maxTags, int maxBody) {
        this.maxTags = maxTags;
        this.maxBody = maxBody;
    }

    /**
     * The line of {@code message} with its line end, from the position to the limit of a buffer
     * that is valid until the next call.
     */
    public ByteBuffer write(Message message) {
        return write(message.tags(), message);
    }

    /** As {@link #write(Message)}, with {@code tags} in place of the message's own. */
    public ByteBuffer write(Tags tags, Message message) {
        line(tags, message);
        bytes[at] = '\r';
        bytes[at + 1] = '\n';
        return view.limit(at + LINE_END_BYTES).position(0);
    }

    /** The line of {@code message}, whatever its length, without a line end. */
    public static String toString(Message message) {
        MessageWriter writer = new MessageWriter(UNLIMITED, UNLIMITED);
        writer.line(message.tags(), message);
        return new String(writer.bytes, 0, writer.at, StandardCharsets.UTF_8);
    }

    private void line(Tags tags, Message message) {
        at = 0;
        if (!tags.isEmpty()) {
            tags(tags);
        }
        full = false;
        limit = at + maxBody;
        Source source = message.source();
        if (source != null) {
            source(source);
        }
        put(message.command(), Place.WORD);
        params(message.command(), message.params());
        // Room for the line end, even where nothing was written.
        ensure(0);
    }

    private void tags(Tags tags) {
        full = false;
        limit = maxTags - 1;
        put('@');
        for (int i = 0; i < tags.size(); i++) {
            int before = at;
            if (i > 0) {
                put(';');
            }
            put(tags.key(i), Place.WORD);
            String value = tags.value(i);
            if (!value.isEmpty()) {
                put('=');
                put(value, Place.TAG_VALUE);
            }
            if (full) {
                at = i == 0 ? 0 : before;
                break;
            }
        }
        if (at > 0) {
            full = false;
            limit = maxTags;
            put(' ');
        }
    }

    private void source(Source source) {
        put(':');
        put(source.nick(), Place.WORD);
        if (!source.user().isEmpty()) {
            put('!');
            put(source.user(), Place.WORD);
        }
        if (!source.host().isEmpty()) {
            put('@');
            put(source.host(), Place.WORD);
        }
        put(' ');
    }

    private void params(String command, List<String> params) {
        int last = params.size() - 1;
        for (int i = 0; i < last; i++) {
            put(' ');
            String param = params.get(i);
            put(canBeMiddle(param) ? param : "*", Place.WORD);
        }
        if (last >= 0) {
            put(' ');
            String param = params.get(last);
            if (isText(command, last) || !canBeMiddle(param)) {
                put(':');
            }
            put(param, Place.TEXT);
        }
    }

    private static boolean canBeMiddle(String param) {
        if (param.isEmpty() || param.charAt(0) == ':') {
            return false;
        }
        for (int i = 0; i < param.length(); i++) {
            char c = param.charAt(i);
            if (c <= ' ' && (c == ' ' || c == '\r' || c == '\n' || c == 0)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the parameter is what people wrote. The colon may then be left out of a single word,
     * but simple clients and scripts look for it.
     */
    private static boolean isText(String command, int index) {
        return switch (command) {
            case "PRIVMSG", "NOTICE", "TOPIC", "332", "353", "372", "CAP" -> index > 0;
            case "QUIT", "ERROR" -> true;
            default -> false;
        };
    }

    private void put(char ascii) {
        if (full || at == limit) {
            full = true;
            return;
        }
        ensure(1);
        bytes[at++] = (byte) ascii;
    }

    private void put(String text, Place place) {
        int length = text.length();
        ensure(length * BYTES_PER_CHAR);
        if (length <= limit - at && putPlain(text, place)) {
            return;
        }
        int i = 0;
        while (i < length && !full) {
            i += putOther(text, i, place);
        }
    }

    /**
     * Writes {@code text} if each of its characters stands for itself. The loop has no way out
     * before its end and reads an array, so that the JIT compiler runs many characters at a time.
     */
    private boolean putPlain(String text, Place place) {
        int length = text.length();
        if (length > chars.length) {
            chars = new char[2 * length];
        }
        char[] from = chars;
        byte[] to = bytes;
        int start = at;
        text.getChars(0, length, from, 0);
        int lowest = place == Place.TEXT ? '\r' + 1 : ' ' + 1;
        int negativeIfOther = 0;
        for (int i = 0; i < length; i++) {
            char c = from[i];
            to[start + i] = (byte) c;
            negativeIfOther |= (c - lowest) | (0x7F - c);
        }
        if (negativeIfOther < 0
                || (place == Place.TAG_VALUE
                        && (text.indexOf(';') >= 0 || text.indexOf('\\') >= 0))) {
            return false;
        }
        at += length;
        return true;
    }

    /** Writes the code point at {@code index}; returns how many chars it is. */
    private int putOther(String text, int index, Place place) {
        char c = text.charAt(index);
        if (c < 0x80) {
            putAscii(c, place);
            return 1;
        }
        int point = text.codePointAt(index);
        if (Character.isSurrogate(c) && point == c) {
            // Half a pair has no form in UTF-8.
            put('?');
        } else if (fits(Utf8.lengthOf(point))) {
            at = Utf8.encode(point, bytes, at);
        }
        return Character.charCount(point);
    }

    private void putAscii(char c, Place place) {
        boolean forbidden = c == '\r' || c == '\n' || c == 0;
        switch (place) {
            case WORD -> {
                if (!forbidden && c != ' ') {
                    put(c);
                }
            }
            case TEXT -> put(forbidden ? ' ' : c);
            case TAG_VALUE -> {
                char letter = Tags.escaped(c);
                if (letter == 0) {
                    if (c != 0) {
                        put(c);
                    }
                } else if (fits(2)) {
                    bytes[at++] = '\\';
                    bytes[at++] = (byte) letter;
                }
            }
        }
    }

    private boolean fits(int count) {
        full |= at + count > limit;
        return !full;
    }

    /** Makes room for {@code count} bytes, as far as the limit allows, and the line end. */
    private void ensure(int count) {
        int needed = Math.min(at + count, limit) + LINE_END_BYTES;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
            view = ByteBuffer.wrap(bytes);
        }
    }
}

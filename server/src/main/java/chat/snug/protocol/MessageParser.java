package chat.snug.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line into a {@link Message} (<a href="https://modern.ircdocs.horse/#message-format">
 * Modern IRC, message format</a>). What the command means is not its matter: any word will do.
 *
 * <p>Beyond the grammar it takes spaces before the message, and any number of parameters.
 */
public final class MessageParser {
    private final byte[] line;
    private final int end;
    private int at;

    private MessageParser(byte[] line, int from, int end) {
        this.line = line;
        this.at = from;
        this.end = end;
    }

    /**
     * Reads a line without its line end.
     *
     * @throws MalformedMessageException if the line has no command, or holds CR, LF or NUL
     */
    public static Message parse(String line) throws MalformedMessageException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return new MessageParser(bytes, 0, bytes.length).message();
    }

    /**
     * Reads the line from the buffer's position to its limit, which both stay.
     *
     * @throws MalformedMessageException if the line has no command, holds CR, LF or NUL, or is not
     *     UTF-8
     */
    public static Message parse(ByteBuffer line) throws MalformedMessageException {
        int length = line.remaining();
        if (line.hasArray()) {
            int from = line.arrayOffset() + line.position();
            return new MessageParser(line.array(), from, from + length).message();
        }
        byte[] bytes = new byte[length];
        line.get(line.position(), bytes);
        return new MessageParser(bytes, 0, length).message();
    }

    private Message message() throws MalformedMessageException {
        check();
        skipSpaces();
        Tags tags = Tags.NONE;
        if (at < end && line[at] == '@') {
            int from = at + 1;
            int to = word();
            tags = to == from ? Tags.NONE : Tags.parse(text(from, to));
        }
        Source source = null;
        if (at < end && line[at] == ':') {
            int from = at + 1;
            source = source(from, word());
        }
        if (at == end) {
            throw new MalformedMessageException("there is no command");
        }
        int from = at;
        String command = Verbs.read(line, from, word());
        return new Message(tags, source, command, params());
    }

    /** One pass over all bytes for what no line may hold. */
    private void check() throws MalformedMessageException {
        boolean ascii = true;
        for (int i = at; i < end; i++) {
            byte b = line[i];
            if (b <= '\r') {
                if (b < 0) {
                    ascii = false;
                } else if (b == '\n' || b == '\r' || b == 0) {
                    throw new MalformedMessageException("CR, LF or NUL within the line");
                }
            }
        }
        if (!ascii && !Utf8.isValid(line, at, end)) {
            throw new MalformedMessageException("not UTF-8");
        }
    }

    /** Goes past the word that begins here and the spaces behind it; returns the word's end. */
    private int word() {
        int i = at;
        while (i < end && line[i] != ' ') {
            i++;
        }
        at = i;
        skipSpaces();
        return i;
    }

    private void skipSpaces() {
        while (at < end && line[at] == ' ') {
            at++;
        }
    }

    /** One without a name is none. */
    private @Nullable Source source(int from, int to) {
        int host = indexOf('@', from, to);
        int user = indexOf('!', from, host);
        if (user == from) {
            return null;
        }
        return new Source(
                text(from, user),
                user == host ? "" : text(user + 1, host),
                host == to ? "" : text(host + 1, to));
    }

    private int indexOf(char wanted, int from, int to) {
        int i = from;
        while (i < to && line[i] != wanted) {
            i++;
        }
        return i;
    }

    private List<String> params() {
        if (at == end) {
            return List.of();
        }
        String first = param();
        if (at == end) {
            return List.of(first);
        }
        String second = param();
        if (at == end) {
            return List.of(first, second);
        }
        List<String> params = new ArrayList<>();
        params.add(first);
        params.add(second);
        while (at < end) {
            params.add(param());
        }
        return List.copyOf(params);
    }

    private String param() {
        if (line[at] == ':') {
            int from = at + 1;
            at = end;
            return text(from, end);
        }
        int from = at;
        return text(from, word());
    }

    private String text(int from, int to) {
        return from == to ? "" : new String(line, from, to - from, StandardCharsets.UTF_8);
    }
}

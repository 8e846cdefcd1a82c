package chat.snug.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is written is read as what it was, through the decoder and whatever the message. */
class RoundTripTest {
    private static final String[] WORDS = {
        "a",
        "#pub",
        "ann",
        "你好",
        "Grüße",
        "👩‍👩‍👧",
        "e\u0301",
        "+o",
        "a:b",
        "x=y;z",
        "\\",
        "\u0001ACTION",
        "\u0002b\u000F",
        "@",
        "!",
        "*",
        "0",
        "\u00A0",
        "\uFFFD"
    };
    private static final String[] COMMANDS = {
        "PRIVMSG", "NOTICE", "JOIN", "QUIT", "001", "353", "999", "88", "FROB", "TAGMSG", "ÄRGER"
    };
    private static final String[] KEYS = {
        "time", "msgid", "+draft/reply", "label", "example.com/x", "+a-b", "k"
    };

    private final Random random = new Random(20_261_121);
    private final MessageWriter writer = new MessageWriter();
    private final LineDecoder decoder = LineDecoder.ofServer(Limits.defaults());
    private final List<Message> read = new ArrayList<>();

    private final LineSink sink =
            new LineSink() {
                @Override
                public boolean line(ByteBuffer line) {
                    try {
                        read.add(MessageParser.parse(line));
                    } catch (MalformedMessageException thrown) {
                        throw new AssertionError(thrown);
                    }
                    return true;
                }

                @Override
                public void refused(LineError error) {
                    throw new AssertionError(error);
                }
            };

    @Test
    void whatIsWrittenIsReadAsWhatItWas() {
        for (int round = 0; round < 50_000; round++) {
            Message message = message();
            read.clear();
            decoder.decode(writer.write(message), sink);
            assertThat(read).containsExactly(message);
        }
    }

    @Test
    void asTextItIsReadAsWhatItWasToo() throws Exception {
        for (int round = 0; round < 10_000; round++) {
            Message message = message();
            assertThat(MessageParser.parse(MessageWriter.toString(message))).isEqualTo(message);
        }
    }

    @Test
    void whateverTextIsPutInOneLineComesOut() {
        for (int round = 0; round < 50_000; round++) {
            Message message =
                    new Message(
                            random.nextBoolean() ? Tags.NONE : Tags.NONE.with("k", noise(20)),
                            random.nextBoolean() ? null : new Source(noise(5), noise(5), noise(5)),
                            "C" + noise(5),
                            List.of(noise(9), noise(9), noise(700)));
            byte[] line = bytes(writer.write(message));
            int tags = line[0] == '@' ? indexOf(line, ' ') + 1 : 0;
            for (int i = 0; i < line.length; i++) {
                boolean isEnd = i >= line.length - 2;
                boolean looksLikeEnd = line[i] == '\r' || line[i] == '\n' || line[i] == 0;
                assertThat(looksLikeEnd).isEqualTo(isEnd);
            }
            assertThat(line.length - tags).isLessThanOrEqualTo(512);
            assertThat(Utf8.isValid(line, 0, line.length)).isTrue();
        }
    }

    private Message message() {
        Tags tags = Tags.NONE;
        for (int i = random.nextInt(4); i > 0; i--) {
            tags = tags.with(pick(KEYS), tagValue());
        }
        Source source =
                switch (random.nextInt(3)) {
                    case 0 -> Source.server("snug.local");
                    case 1 -> new Source("ann", "~a", "2001:db8::1");
                    default -> null;
                };
        List<String> params = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            params.add(pick(WORDS));
        }
        if (random.nextBoolean()) {
            params.add(sentence());
        }
        return new Message(tags, source, pick(COMMANDS), params);
    }

    private String tagValue() {
        return random.nextInt(3) == 0
                ? ""
                : sentence() + pick(new String[] {"", ";", "\r\n", "\\"});
    }

    private String sentence() {
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? ":" : "");
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(pick(WORDS)).append(" ".repeat(random.nextInt(3)));
        }
        return text.toString();
    }

    /** Any chars at all, those that mean something on the wire often. */
    private String noise(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(
                    random.nextBoolean()
                            ? " \r\n\0:;@\\!=a\uD83D\uDE00".charAt(random.nextInt(13))
                            : (char) random.nextInt(0x10000));
        }
        return text.toString();
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private static int indexOf(byte[] line, char wanted) {
        int i = 0;
        while (line[i] != wanted) {
            i++;
        }
        return i;
    }

    private static byte[] bytes(ByteBuffer line) {
        byte[] bytes = new byte[line.remaining()];
        line.get(line.position(), bytes);
        return bytes;
    }
}

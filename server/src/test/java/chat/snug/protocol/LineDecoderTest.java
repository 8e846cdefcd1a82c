package chat.snug.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineDecoderTest {
    private static final Limits LIMITS = Limits.defaults();

    /** What came out, refusals in their place among the lines. */
    private final List<String> out = new ArrayList<>();

    private final LineSink sink =
            new LineSink() {
                @Override
                public boolean line(ByteBuffer line) {
                    out.add(text(line));
                    return true;
                }

                @Override
                public void refused(LineError error) {
                    out.add("!" + error);
                }
            };

    private LineDecoder decoder = new LineDecoder(LIMITS);

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\n\r", "\r\r\n\n"})
    void everyKindOfLineEndEndsALine(String end) {
        feed("NICK ann" + end + "USER a 0 * :Ann" + end);

        assertThat(out).containsExactly("NICK ann", "USER a 0 * :Ann");
    }

    @Test
    void nothingIsCountedAndMayPause() {
        List<String> told = new ArrayList<>();
        LineSink counting =
                new LineSink() {
                    @Override
                    public boolean line(ByteBuffer line) {
                        told.add(text(line));
                        return true;
                    }

                    @Override
                    public void refused(LineError error) {
                        told.add("!" + error);
                    }

                    @Override
                    public boolean nothing() {
                        told.add("");
                        return told.size() != 4;
                    }
                };
        ByteBuffer bytes =
                ByteBuffer.wrap(("a\r\n\nb\r\n\r\n\nc\n" + "x".repeat(600) + "\n").getBytes(UTF_8));

        decoder.decode(bytes, counting);
        assertThat(told).containsExactly("a", "", "b", "");
        decoder.decode(bytes, counting);
        assertThat(told.subList(4, told.size())).containsExactly("", "c", "!TOO_LONG", "");
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void eachLineMayBeSplitAtEveryByte() {
        String stream =
                "NICK ann\r\n@+a=b\\s;msgid=ü PRIVMSG #r :täglich 你好 👩‍👩‍👧 ok\n\r\nQUIT :bye\r";
        List<String> lines =
                List.of(
                        "NICK ann",
                        "@+a=b\\s;msgid=ü PRIVMSG #r :täglich 你好 👩‍👩‍👧 ok",
                        "QUIT :bye");
        byte[] bytes = stream.getBytes(UTF_8);
        for (int first = 0; first <= bytes.length; first++) {
            for (int second = first; second <= bytes.length; second++) {
                restart();
                feed(bytes, 0, first);
                feed(bytes, first, second);
                feed(bytes, second, bytes.length);
                assertThat(out).as("split at %s and %s", first, second).isEqualTo(lines);
            }
        }
    }

    @Test
    void bytesMayComeOneByOne() {
        byte[] bytes = "@a=1 PING :ä€😀\r\nPONG x\r\n".getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            feed(bytes, i, i + 1);
        }

        assertThat(out).containsExactly("@a=1 PING :ä€😀", "PONG x");
    }

    @Test
    void manyLinesMayComeInOneBuffer() {
        StringBuilder stream = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            String line = "PRIVMSG #room :" + "x".repeat(i % 300) + i;
            expected.add(line);
            stream.append(line).append(i % 2 == 0 ? "\r\n" : "\n");
        }

        feed(stream.toString());

        assertThat(out).isEqualTo(expected);
    }

    @Test
    void heapAndDirectAndSlicedBuffersReadTheSame() {
        byte[] bytes = "..PING a\r\nPING b\r\nPI".getBytes(UTF_8);
        ByteBuffer direct = ByteBuffer.allocateDirect(64).put(bytes).flip();
        List<ByteBuffer> buffers =
                List.of(
                        ByteBuffer.wrap(bytes).position(2),
                        ByteBuffer.wrap(bytes).position(2).slice(),
                        ByteBuffer.wrap(bytes).asReadOnlyBuffer().position(2),
                        direct.position(2));
        for (ByteBuffer buffer : buffers) {
            restart();
            decoder.decode(buffer, sink);
            feed("NG c\n");
            assertThat(out).containsExactly("PING a", "PING b", "PING c");
            assertThat(buffer.hasRemaining()).isFalse();
            assertThat(buffer.limit()).isIn(bytes.length, bytes.length - 2);
        }
    }

    @Test
    void emptyLinesAreSkipped() {
        feed("\r\n\r\n\n\n\r\rPING x\r\n\r\n");
        feed("\r");
        feed("\n");

        assertThat(out).containsExactly("PING x");
    }

    @Test
    void nulIsLeftOutWhereverItStands() {
        byte[] bytes = "\0\0PI\0NG\0 :a\0b\0\r\0\n\0\r\n@k=\0v PI\0NG\n".getBytes(UTF_8);
        for (int split = 0; split <= bytes.length; split++) {
            restart();
            feed(bytes, 0, split);
            feed(bytes, split, bytes.length);
            assertThat(out).as("split at %s", split).containsExactly("PING :ab", "@k=v PING");
        }
    }

    @Test
    void nulDoesNotCountAsLength() {
        feed("A".repeat(510) + "\0".repeat(100) + "\r\n");

        assertThat(out).containsExactly("A".repeat(510));
    }

    @Test
    void aLineOf512BytesPasses() {
        feed("A".repeat(510) + "\r\n");

        assertThat(out).containsExactly("A".repeat(510));
    }

    @Test
    void aLineOf513BytesIsRefusedHoweverItComesAndTheNextIsRead() {
        byte[] bytes = ("A".repeat(511) + "\r\nPING x\r\n").getBytes(UTF_8);
        for (int split = 0; split <= bytes.length; split++) {
            restart();
            feed(bytes, 0, split);
            feed(bytes, split, bytes.length);
            assertThat(out).as("split at %s", split).containsExactly("!TOO_LONG", "PING x");
        }
    }

    @Test
    void theTagsHaveALimitOfTheirOwn() {
        String tags = "@+k=" + "v".repeat(4094 - 3) + " ";
        assertThat(tags).hasSize(4096);
        String full = tags + "A".repeat(510);
        feed(full + "\r\n");
        assertThat(out).containsExactly(full);

        restart();
        feed(tags + "A".repeat(511) + "\r\nPING x\r\n");
        assertThat(out).containsExactly("!TOO_LONG", "PING x");
    }

    @ParameterizedTest
    @ValueSource(ints = {4095, 4096, 8191, 20_000})
    void tagsThatAreTooLongAreRefusedHoweverTheyCome(int tagData) {
        String line = "@" + "v".repeat(tagData) + " PRIVMSG #r :hi\r\nPING x\r\n";
        byte[] bytes = line.getBytes(UTF_8);
        for (int step : new int[] {1, 7, 1000, 4096, bytes.length}) {
            restart();
            for (int i = 0; i < bytes.length; i += step) {
                feed(bytes, i, Math.min(bytes.length, i + step));
            }
            assertThat(out).as("by %s", step).containsExactly("!TAGS_TOO_LONG", "PING x");
        }
    }

    @Test
    void eightKibibytesOfTagsPassFromAServer() {
        decoder = LineDecoder.ofServer(LIMITS);
        String line = "@" + "v".repeat(8189) + " PRIVMSG #r :hi";
        feed(line + "\r\n");
        feed("@" + line + "\r\n");

        assertThat(out).containsExactly(line, "!TAGS_TOO_LONG");
    }

    @Test
    void anAtSignFurtherInBeginsNoTags() {
        feed("PRIVMSG @bob :" + "x".repeat(600) + "\n");
        feed(" @a PING\n");

        assertThat(out).containsExactly("!TOO_LONG", " @a PING");
    }

    @Test
    void aRefusalIsToldBeforeTheLineEnds() {
        feed("A".repeat(511));
        assertThat(out).containsExactly("!TOO_LONG");

        feed("A".repeat(5000));
        feed("\r\nPING\r\n");
        assertThat(out).containsExactly("!TOO_LONG", "PING");
    }

    @Test
    void anEndlessLineIsToldOnceAndNothingIsReadAfterIt() {
        for (int i = 0; i < 100; i++) {
            feed("A".repeat(1000));
        }
        feed("\r\nPING x\r\n");

        assertThat(out).containsExactly("!TOO_LONG", "!ENDLESS");
    }

    @Test
    void endlessTagsAndEndlessNulsAreEndlessToo() {
        for (int i = 0; i < 100; i++) {
            feed("@" + "a;".repeat(500));
        }
        assertThat(out).containsExactly("!TAGS_TOO_LONG", "!ENDLESS");

        restart();
        for (int i = 0; i < 100; i++) {
            feed("\0".repeat(1000));
        }
        assertThat(out).containsExactly("!ENDLESS");
    }

    @Test
    void aLongStreamOfShortLinesIsNotEndless() {
        for (int i = 0; i < 5000; i++) {
            feed("PING 0123456789\r\nPI");
            feed("NG x\r\n");
        }

        assertThat(out).hasSize(10_000).doesNotContain("!ENDLESS");
    }

    @Test
    void memoryIsBoundedByOneLine() {
        assertThat(decoder.keptBytes()).isZero();
        feed("PING x\r\n");
        assertThat(decoder.keptBytes()).isZero();
        feed("PING");
        assertThat(decoder.keptBytes()).isBetween(4, 64);
        feed(" y\r\n");
        assertThat(decoder.keptBytes()).isZero();
        int most = 0;
        for (int i = 0; i < 60_000; i++) {
            feed(i == 0 ? "@" : i == 4000 ? " " : "A");
            most = Math.max(most, decoder.keptBytes());
        }
        assertThat(most).isLessThanOrEqualTo(2 * (4096 + 510));
        assertThat(decoder.keptBytes()).isZero();
        assertThat(out).containsExactly("PING x", "PING y", "!TOO_LONG");
    }

    @Test
    void invalidUtf8IsRefusedHoweverItComes() {
        int[][] bad = {
            {0xFF},
            {0x80},
            {0xC3},
            {0xC3, 0x28},
            {0xC0, 0xAF},
            {0xE2, 0x82},
            {0xE0, 0x80, 0x80},
            {0xED, 0xA0, 0x80},
            {0xF0, 0x9F, 0x98},
            {0xF4, 0x90, 0x80, 0x80},
            {0xF8, 0x88, 0x80, 0x80, 0x80},
            {0xC3, 0x00, 0xA4},
        };
        for (int[] sequence : bad) {
            for (String before : List.of("", "PRIVMSG #r :eight by eight ", "@k=")) {
                for (String after : List.of("", " and more than eight")) {
                    byte[] line = join(before, sequence, after + "\r\nPING ä\r\n");
                    for (int split = 0; split <= line.length; split++) {
                        restart();
                        feed(line, 0, split);
                        feed(line, split, line.length);
                        assertThat(out)
                                .as(
                                        "%s in %s, split at %s",
                                        Arrays.toString(sequence), before, split)
                                .containsExactly("!INVALID_UTF8", "PING ä");
                    }
                }
            }
        }
    }

    @Test
    void aLineThatIsNotUtf8IsShownAsItCame() {
        byte[] line = "PRIVMSG #r :weiß\r\nPING 1\r\n".getBytes(ISO_8859_1);
        LineSink seeing =
                new LineSink() {
                    @Override
                    public boolean line(ByteBuffer line) {
                        return sink.line(line);
                    }

                    @Override
                    public void refused(LineError error) {
                        throw new AssertionError(error);
                    }

                    @Override
                    public boolean notUtf8(ByteBuffer line) {
                        out.add("?" + ISO_8859_1.decode(line));
                        return false;
                    }
                };
        for (int split = 0; split <= line.length; split++) {
            restart();
            ByteBuffer first = ByteBuffer.wrap(line, 0, split);
            ByteBuffer second = ByteBuffer.wrap(line, split, line.length - split);
            for (ByteBuffer part : List.of(first, second)) {
                while (part.hasRemaining()) {
                    decoder.decode(part, seeing);
                }
            }
            assertThat(out).containsExactly("?PRIVMSG #r :weiß", "PING 1");
        }
    }

    @Test
    void fromAServerWhatIsNotUtf8IsTakenAsLatin1() {
        byte[] line = ":s 372 me :Grüße, weiß\r\nPING ä\r\n".getBytes(ISO_8859_1);
        for (int split = 0; split <= line.length; split++) {
            restart();
            decoder = LineDecoder.ofServer(LIMITS);
            feed(line, 0, split);
            feed(line, split, line.length);
            assertThat(out).containsExactly(":s 372 me :Grüße, weiß", "PING ä");
        }
    }

    @Test
    void aSinkMayPauseAfterAnyLine() {
        byte[] stream = "PING 1\r\nPING 2\nPING 3\r\nPI".getBytes(UTF_8);
        ByteBuffer bytes = ByteBuffer.allocateDirect(stream.length).put(stream).flip();
        LineSink pausing =
                new LineSink() {
                    @Override
                    public boolean line(ByteBuffer line) {
                        out.add(text(line));
                        return false;
                    }

                    @Override
                    public void refused(LineError error) {
                        throw new AssertionError(error);
                    }
                };

        decoder.decode(bytes, pausing);
        assertThat(out).containsExactly("PING 1");
        assertThat(bytes.remaining()).isEqualTo("PING 2\nPING 3\r\nPI".length());
        decoder.decode(bytes, pausing);
        assertThat(out).containsExactly("PING 1", "PING 2");
        decoder.decode(bytes, pausing);
        decoder.decode(bytes, pausing);
        assertThat(bytes.hasRemaining()).isFalse();
        feed("NG 4\n");
        assertThat(out).containsExactly("PING 1", "PING 2", "PING 3", "PING 4");
    }

    @Test
    void aSinkThatThrowsLeavesTheBufferWhole() {
        ByteBuffer bytes = ByteBuffer.wrap("PING 1\nPING 2\n".getBytes(UTF_8));
        LineSink failing =
                new LineSink() {
                    @Override
                    public boolean line(ByteBuffer line) {
                        throw new IllegalStateException("planted");
                    }

                    @Override
                    public void refused(LineError error) {
                        throw new AssertionError(error);
                    }
                };

        assertThatThrownBy(() -> decoder.decode(bytes, failing)).hasMessage("planted");
        decoder.decode(bytes, sink);

        assertThat(out).containsExactly("PING 2");
    }

    @Test
    void randomStreamsReadTheSameHoweverTheyAreCut() {
        Random random = new Random(20_261_121);
        String[] pieces = {
            "PING",
            " ",
            ":",
            "@",
            "ä",
            "你",
            "😀",
            "\r\n",
            "\n",
            "\r",
            "\0",
            "x".repeat(200),
            "@a=b ",
            "A".repeat(1500)
        };
        for (int round = 0; round < 400; round++) {
            StringBuilder stream = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                stream.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] bytes = stream.append('\n').toString().getBytes(UTF_8);
            if (random.nextInt(3) == 0) {
                bytes[random.nextInt(bytes.length - 1)] = (byte) random.nextInt(256);
            }
            restart();
            feed(bytes, 0, bytes.length);
            List<String> whole = List.copyOf(out);
            restart();
            for (int i = 0; i < bytes.length; ) {
                int next = Math.min(bytes.length, i + 1 + random.nextInt(100));
                feed(bytes, i, next);
                i = next;
            }
            assertThat(out).as("round %s", round).isEqualTo(whole);
        }
    }

    private void restart() {
        out.clear();
        decoder = new LineDecoder(LIMITS);
    }

    private void feed(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        feed(bytes, 0, bytes.length);
    }

    private void feed(byte[] bytes, int from, int to) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, from, to - from);
        decoder.decode(buffer, sink);
        assertThat(buffer.hasRemaining()).isFalse();
    }

    private static byte[] join(String before, int[] middle, String after) {
        byte[] head = before.getBytes(UTF_8);
        byte[] tail = after.getBytes(UTF_8);
        ByteBuffer whole = ByteBuffer.allocate(head.length + middle.length + tail.length);
        whole.put(head);
        for (int b : middle) {
            whole.put((byte) b);
        }
        return whole.put(tail).array();
    }

    private static String text(ByteBuffer line) {
        byte[] bytes = new byte[line.remaining()];
        line.get(bytes);
        return new String(bytes, UTF_8);
    }
}

package chat.snug.bench;

import chat.snug.protocol.Limits;
import chat.snug.protocol.LineDecoder;
import chat.snug.protocol.LineError;
import chat.snug.protocol.LineSink;
import chat.snug.protocol.MalformedMessageException;
import chat.snug.protocol.Message;
import chat.snug.protocol.MessageParser;
import chat.snug.protocol.MessageWriter;
import chat.snug.protocol.Tags;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A line's way in and out without socket or room. An operation is one line. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ProtocolBenchmark {
    private static final int LINES = 320;

    /** What one read of a busy sender brings, cut in the middle of a line. */
    private final ByteBuffer read;

    private final ByteBuffer sent = ascii("PRIVMSG #lobby :" + "x".repeat(64));
    private final Message message;
    private final Tags tags = Tags.parse("time=2026-11-21T12:00:00.000Z;msgid=0000000000000042");
    private final LineDecoder decoder = new LineDecoder(Limits.defaults());
    private final MessageWriter writer = new MessageWriter();
    private final CountingSink sink = new CountingSink();

    /** Makes the bytes and the message that all benchmarks use. */
    public ProtocolBenchmark() {
        String line = "PRIVMSG #lobby :" + "x".repeat(64) + "\r\n";
        String lines = line.repeat(LINES + 1);
        read = ascii(lines.substring(40, lines.length() - line.length() + 40));
        try {
            message =
                    MessageParser.parse(
                            ":anna!~anna@192.168.1.20 PRIVMSG #lobby :" + "x".repeat(64));
        } catch (MalformedMessageException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteBuffer ascii(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    /** Cuts a full read into lines. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public int decode() {
        decoder.decode(read.rewind(), sink);
        return sink.lines;
    }

    /** Reads a line into a message. */
    @Benchmark
    public Message parse() throws MalformedMessageException {
        return MessageParser.parse(sent.rewind());
    }

    /** Writes a message. */
    @Benchmark
    public ByteBuffer encode() {
        return writer.write(message);
    }

    /** Writes a message with a time and an id. */
    @Benchmark
    public ByteBuffer encodeWithTags() {
        return writer.write(tags, message);
    }

    private static final class CountingSink implements LineSink {
        private int lines;

        @Override
        public boolean line(ByteBuffer line) {
            lines++;
            return true;
        }

        @Override
        public void refused(LineError error) {
            throw new IllegalStateException(error.toString());
        }
    }
}

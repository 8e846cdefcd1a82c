package chat.snug.client;

import chat.snug.protocol.Limits;
import chat.snug.protocol.LineDecoder;
import chat.snug.protocol.LineError;
import chat.snug.protocol.LineSink;
import chat.snug.protocol.MalformedMessageException;
import chat.snug.protocol.Message;
import chat.snug.protocol.MessageParser;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whatever a host sends, nothing is thrown and each line has a bounded echo. */
public final class HostLinesTarget {
    private static final int MOST = 2 * Roster.MOST_ROOMS;

    private HostLinesTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Host host = new Host();
        host.model.opened();
        ByteBuffer bytes = ByteBuffer.wrap(input);
        while (bytes.hasRemaining() && !host.ended) {
            LineDecoder.ofServer(Limits.defaults()).decode(bytes, host);
        }
        host.model.tick();
        host.model.lost(true);
    }

    private static final class Host implements Outlet, LineSink {
        private final ClientModel model =
                new ClientModel(
                        ModelScript.ADDRESS, ModelScript.ANN, null, () -> ModelScript.NOON, this);
        private boolean ended;
        private int echo;

        @Override
        public boolean line(ByteBuffer line) {
            echo = 0;
            try {
                model.received(MessageParser.parse(line));
            } catch (MalformedMessageException _) {
                model.malformed();
            }
            if (echo > MOST) {
                throw new AssertionError(echo + " things because of one line");
            }
            return !ended;
        }

        @Override
        public void refused(LineError error) {
            model.malformed();
        }

        @Override
        public void send(Message message) {
            echo++;
        }

        @Override
        public void tell(ClientEvent event) {
            echo++;
        }

        @Override
        public <T extends @Nullable Object> void later(Supplier<T> work, Consumer<T> then) {
            then.accept(work.get());
        }

        @Override
        public void end(Failure failure, @Nullable String suggestedName) {
            ended = true;
        }
    }
}

package chat.snug.server;

import chat.snug.net.Acceptor;
import chat.snug.net.CloseReason;
import chat.snug.net.Connection;
import chat.snug.net.ConnectionHandler;
import chat.snug.net.Reception;
import chat.snug.net.Tls;
import chat.snug.protocol.Limits;
import chat.snug.protocol.Message;
import chat.snug.protocol.MessageWriter;
import chat.snug.server.options.EntryLimits;
import chat.snug.server.options.Origin;
import chat.snug.server.options.Security;
import chat.snug.server.options.ServerLimits;
import chat.snug.server.options.ServerOptions;
import chat.snug.server.session.Privacy;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import chat.snug.web.WebSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The way in: listens, shakes hands with those who encrypt, and says who of those who connect gets
 * a session and who is turned away, in words that their program shows. Belongs to the loop's
 * thread, but for {@link #listen}, {@link #listenForWeb} and {@link #close}.
 */
final class Entrance implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final int IDLE_SECONDS = 10;

    private final ServerState state;
    private final Gate gate;
    private final @Nullable ThreadPoolExecutor hands;
    private final @Nullable Reception reception;

    Entrance(ServerState state) {
        this.state = state;
        this.gate = new Gate(state);
        Security security = state.options.security();
        this.hands = security == null ? null : hands(state.limits.entry());
        if (security == null || hands == null) {
            this.reception = null;
        } else {
            Tls tls = Tls.accepting(security.key().keyManagers(), hands);
            hands.execute(tls::warmUp);
            this.reception = new Reception(tls, limits(state.limits), gate::mayShakeHands);
        }
    }

    /** Half of the computer at most; each handshake has one thing to do at a time. */
    private static ThreadPoolExecutor hands(EntryLimits limits) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(limits.handshakes()),
                        Thread.ofPlatform().daemon().name("snug-handshake-", 1).factory());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private static Reception.Limits limits(ServerLimits limits) {
        EntryLimits entry = limits.entry();
        return new Reception.Limits(
                entry.patience(),
                limits.crowd().newcomers(),
                limits.crowd().newcomersPerAddress(),
                limits.crowd().sparesLoopback(),
                entry.handshakes(),
                entry.handshakesPerAddress(),
                Origin::of);
    }

    Acceptor listen() throws IOException {
        ServerOptions options = state.options;
        return state.loop.listen(
                at(options.host(), options.port()), BACKLOG, reception, this::accepted);
    }

    Acceptor listenForWeb(ServerOptions.Web web) throws IOException {
        try {
            return state.loop.listen(
                    at(web.host(), web.port()),
                    BACKLOG,
                    reception,
                    connection -> acceptedWeb(connection, web.origins()));
        } catch (IOException e) {
            throw new IOException("cannot listen for WebSockets: " + e.getMessage(), e);
        }
    }

    private static InetSocketAddress at(String host, int port) {
        return host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
    }

    private @Nullable ConnectionHandler accepted(Connection connection) {
        String refusal = refusal(connection);
        if (refusal != null && !gate.saysWhy()) {
            connection.close(CloseReason.REFUSED);
            return null;
        }
        if (refusal != null) {
            MessageWriter writer = new MessageWriter(Limits.defaults());
            connection.send(writer.write(Message.of("ERROR", refusal)));
            connection.closeAfterFlush(CloseReason.REFUSED);
            return null;
        }
        return seat(connection, null);
    }

    private @Nullable ConnectionHandler acceptedWeb(Connection connection, Set<String> origins) {
        WebSocket web = new WebSocket(connection, state.limits.wire().endlessBytes(), origins);
        String refusal = refusal(connection);
        if (refusal != null) {
            web.turnAway(isPrivateEnough(connection));
            return null;
        }
        Session session = seat(connection, web);
        web.handTo(session, session::framed);
        return web;
    }

    /** Why a connection is turned away, null if it is not. */
    private @Nullable String refusal(Connection connection) {
        return isPrivateEnough(connection) ? gate.refusal(connection) : Privacy.ENCRYPTED_ONLY;
    }

    private boolean isPrivateEnough(Connection connection) {
        return connection.isEncrypted() || state.privacy.allowsPlain();
    }

    private Session seat(Connection connection, @Nullable WebSocket web) {
        connection.queueLimit(state.limits.queueBytes());
        InetAddress from = connection.remoteAddress().getAddress();
        Session session = new Session(state, connection, text(from), web);
        state.people.connected(session);
        return session;
    }

    /** An address as it stands in sources and replies, without the interface it was seen at. */
    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    /** Nobody shakes hands any more; any thread. */
    @Override
    public void close() {
        if (hands != null) {
            hands.shutdown();
        }
    }
}

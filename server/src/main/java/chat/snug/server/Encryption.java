package chat.snug.server;

import chat.snug.key.BrokenKeyException;
import chat.snug.key.OwnKey;
import chat.snug.server.options.Security;
import chat.snug.server.options.ServerOptions;
import chat.snug.store.StoreOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags that say who may come in without encryption, and what is printed about the key. */
final class Encryption {
    /** The key cannot be used; the message is for the host. */
    static final class NoKeyException extends IOException {
        private static final long serialVersionUID = 1L;

        NoKeyException(String message, IOException cause) {
            super(message, cause);
        }
    }

    private static final String KEY_FILE = "key.pem";

    private static final Logger LOG = LoggerFactory.getLogger(Encryption.class);

    /** Never spoken to: it only tells by which address this computer would (RFC 5737). */
    private static final InetSocketAddress FAR_AWAY = new InetSocketAddress("192.0.2.1", 9);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--tls-only",
            description =
                    "Lets nobody in without encryption (TLS). Default: people come in with it and"
                            + " without, at the same port.")
    private boolean tlsOnly;

    @Option(names = "--no-tls", description = "Speaks with everybody without encryption.")
    private boolean noTls;

    private String ofTheKey = "";

    /**
     * Adds the key: that of the folder where everything is kept, or a new one.
     *
     * @throws NoKeyException if there is a key that cannot be used
     */
    ServerOptions addTo(ServerOptions options) throws NoKeyException {
        if (noTls && tlsOnly) {
            throw new ParameterException(
                    spec.commandLine(), "--tls-only and --no-tls: one or the other");
        }
        return noTls ? options : options.withSecurity(new Security(key(options.store()), !tlsOnly));
    }

    private OwnKey key(@Nullable StoreOptions store) throws NoKeyException {
        if (store == null) {
            ofTheKey = ", made for this run; with --data-dir it would stay";
            return OwnKey.make();
        }
        Path file = store.folder().resolve(KEY_FILE);
        try {
            OwnKey key = OwnKey.load(file);
            if (key.isNew() && store.isThere()) {
                LOG.warn(
                        "There was no key in {}, so this server has a new one: whoever knows it by"
                                + " another key will be warned. If you have the old file, put it"
                                + " back there",
                        file);
            }
            return key;
        } catch (BrokenKeyException e) {
            throw new NoKeyException(
                    e.getMessage()
                            + ". Put the right file there, or take it away for a new key: whoever"
                            + " knows the old one will be warned",
                    e);
        } catch (IOException e) {
            if (Files.exists(file)) {
                throw new NoKeyException("The key in %s cannot be read".formatted(file), e);
            }
            // Where nothing can be kept at all, the store says so.
            ofTheKey = ", made for this run: it cannot be kept in " + file;
            return OwnKey.make();
        }
    }

    /** Says by which key the server is known, and where to come in. */
    void tell(PrintWriter out, ServerOptions options, InetSocketAddress address) {
        Security security = options.security();
        if (security == null) {
            return;
        }
        String pin = security.key().fingerprint().toString();
        out.println("Key " + pin + ofTheKey);
        out.println("Address " + address(options, address) + "?pin=" + pin);
        out.println(
                security.plain()
                        ? "People may come in without encryption too; --tls-only keeps them out"
                        : "Nobody comes in without encryption");
    }

    private static String address(ServerOptions options, InetSocketAddress bound) {
        InetAddress address = bound.getAddress();
        String host = (address.isAnyLocalAddress() ? own() : address).getHostAddress();
        String room = options.room();
        return "snug://"
                + (host.contains(":") ? "[" + host + "]" : host)
                + ":"
                + bound.getPort()
                + (room == null ? "" : "/" + percentEncoded(room.substring(1)));
    }

    private static String percentEncoded(String room) {
        return URLEncoder.encode(room, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** By which others are likely to reach this computer. */
    private static InetAddress own() {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(FAR_AWAY);
            if (channel.getLocalAddress() instanceof InetSocketAddress local) {
                return local.getAddress();
            }
        } catch (IOException _) {
            // there is no network: nobody else can reach it either
        }
        return InetAddress.getLoopbackAddress();
    }
}

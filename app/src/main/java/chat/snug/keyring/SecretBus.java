package chat.snug.keyring;

import chat.snug.keyring.KeyringException.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session bus, as far as the Secret Service is reached by it: calls whose answers are waited
 * for a while, and prompts that somebody answers. One thread; blocks.
 */
final class SecretBus implements AutoCloseable {
    /** No object. */
    static final String NOTHING = "/";

    private static final String SERVICE = "org.freedesktop.secrets";
    private static final String PROMPT = "org.freedesktop.Secret.Prompt";

    /** It is on this computer. */
    private static final Duration CONNECT = Duration.ofSeconds(1);

    /** Nobody is asked anything meanwhile. */
    private static final Duration CALL = Duration.ofSeconds(10);

    /** Somebody has to see the question, and to type. */
    private static final Duration QUESTION = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(SecretBus.class);

    private final DBusConnection connection;

    private SecretBus(DBusConnection connection) {
        this.connection = connection;
    }

    /**
     * Connects to a bus.
     *
     * @param address where it is, null for that of this session
     * @throws KeyringException if there is none
     */
    static SecretBus open(@Nullable String address) throws KeyringException {
        try {
            DBusConnectionBuilder builder =
                    address == null
                            ? DBusConnectionBuilder.forSessionBus()
                            : DBusConnectionBuilder.forAddress(address);
            return new SecretBus(
                    builder.withShared(false)
                            .transportConfig()
                            .withTimeout((int) CONNECT.toMillis())
                            .back()
                            .build());
        } catch (DBusException | RuntimeException e) {
            throw new KeyringException(Trouble.ABSENT, "There is no session bus", e);
        }
    }

    /**
     * Calls a method of the Secret Service.
     *
     * @param signature of the arguments, as D-Bus writes it
     * @return what it answers
     */
    Object[] call(String path, String type, String method, String signature, Object... arguments)
            throws KeyringException {
        try {
            MethodCall call =
                    connection
                            .getMessageFactory()
                            .createMethodCall(
                                    SERVICE, path, type, method, (byte) 0, signature, arguments);
            connection.sendMessage(call);
            Message reply = call.getReply(CALL.toMillis());
            if (reply == null) {
                throw new KeyringException(Trouble.SILENT, "No answer to " + method);
            }
            if (reply instanceof Error error) {
                throw refusal(method, error);
            }
            return reply.getParameters();
        } catch (DBusException | DBusExecutionException e) {
            throw new KeyringException(Trouble.FAILED, method + " failed", e);
        }
    }

    private static KeyringException refusal(String method, Error error) {
        String name = error.getName();
        String reason = method + ": " + name;
        return switch (name) {
            case "org.freedesktop.DBus.Error.ServiceUnknown",
                    "org.freedesktop.DBus.Error.NameHasNoOwner",
                    "org.freedesktop.DBus.Error.Spawn.ChildExited",
                    "org.freedesktop.DBus.Error.Spawn.ServiceNotFound" ->
                    new KeyringException(Trouble.ABSENT, reason);
            case "org.freedesktop.Secret.Error.IsLocked" ->
                    new KeyringException(Trouble.LOCKED, reason);
            default -> new KeyringException(Trouble.FAILED, reason);
        };
    }

    /**
     * Has the person asked what the service wants to ask them.
     *
     * @param prompt the question, {@link #NOTHING} for none
     * @throws KeyringException if they do not answer, or do not want to
     */
    void ask(String prompt) throws KeyringException {
        if (prompt.equals(NOTHING)) {
            return;
        }
        CompletableFuture<Boolean> dismissed = new CompletableFuture<>();
        try (AutoCloseable _ =
                connection.addGenericSigHandler(
                        DBusMatchRuleBuilder.create()
                                .withType("signal")
                                .withInterface(PROMPT)
                                .withMember("Completed")
                                .withPath(prompt)
                                .build(),
                        signal -> completed(signal, dismissed))) {
            var _ = call(prompt, PROMPT, "Prompt", "s", "");
            if (dismissed.get(QUESTION.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new KeyringException(Trouble.LOCKED, "Nobody unlocked it");
            }
        } catch (TimeoutException e) {
            var _ = call(prompt, PROMPT, "Dismiss", "");
            throw new KeyringException(Trouble.LOCKED, "Nobody answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyringException(Trouble.SILENT, "The app is closing", e);
        } catch (KeyringException e) {
            throw e;
        } catch (ExecutionException | DBusException e) {
            throw new KeyringException(Trouble.FAILED, "Its question failed", e);
        } catch (Exception e) {
            throw new KeyringException(Trouble.FAILED, "The bus failed", e);
        }
    }

    private static void completed(DBusSignal signal, CompletableFuture<Boolean> dismissed) {
        try {
            dismissed.complete(signal.getParameters()[0].equals(true));
        } catch (DBusException e) {
            dismissed.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("The bus does not close", e);
        }
    }
}

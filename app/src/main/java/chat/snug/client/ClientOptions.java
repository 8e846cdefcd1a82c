package chat.snug.client;

import chat.snug.key.OwnKey;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ChatClient} is started with beside address and identity.
 *
 * @param connectTimeout from the first lookup to the host's welcome, all addresses of a name
 *     together
 * @param pingInterval after this much silence the host is asked whether it is there
 * @param pingTimeout this much later without an answer the connection counts as lost
 * @param hostKey the secret by which the host's own app moderates its rooms, or null
 * @param resolver finds the addresses of a name
 * @param lookups where the resolver runs, and what else takes a while: it blocks
 * @param trust whose word is enough for a host to be who it says, where it is spoken with encrypted
 * @param ownKey the key by which hosts know this computer again
 * @param random for the jitter between two attempts
 * @param clock for the time of messages that carry none
 */
public record ClientOptions(
        Duration connectTimeout,
        Duration pingInterval,
        Duration pingTimeout,
        @Nullable String hostKey,
        Resolver resolver,
        Executor lookups,
        Trust trust,
        KeySource ownKey,
        RandomGenerator random,
        Clock clock) {

    /** Finds the addresses of a name; blocks. */
    @FunctionalInterface
    public interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    /** Has a key of this computer's own; blocks. */
    @FunctionalInterface
    public interface KeySource {
        /** The same one each time; null for none. */
        @Nullable OwnKey get();
    }

    /** What the app uses. */
    public static ClientOptions defaults() {
        return new ClientOptions(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                null,
                host -> List.of(InetAddress.getAllByName(host)),
                task -> Thread.ofPlatform().daemon().name("snug-lookup").start(task),
                Trust.ofSystem(),
                () -> null,
                RandomGenerator.getDefault(),
                Clock.systemUTC());
    }

    /** Does what takes a while where lookups are done, and hands the result over there. */
    <T extends @Nullable Object> void work(Supplier<T> work, Consumer<T> then) {
        lookups.execute(() -> then.accept(work.get()));
    }

    /** Without the host key. */
    @Override
    public String toString() {
        return "ClientOptions[" + connectTimeout + (hostKey == null ? "]" : ", of the host]");
    }

    /** The same, with another idea of who is who. */
    public ClientOptions withTrust(Trust newTrust) {
        return with(newTrust, hostKey, ownKey);
    }

    /** For the app that hosts the room itself: see {@code HostedRoom.hostKey()}. */
    public ClientOptions withHostKey(@Nullable String key) {
        return with(trust, key, ownKey);
    }

    /** For whoever wants to be known again. */
    public ClientOptions withOwnKey(KeySource key) {
        return with(trust, hostKey, key);
    }

    private ClientOptions with(Trust newTrust, @Nullable String newHostKey, KeySource newOwnKey) {
        return new ClientOptions(
                connectTimeout,
                pingInterval,
                pingTimeout,
                newHostKey,
                resolver,
                lookups,
                newTrust,
                newOwnKey,
                random,
                clock);
    }
}

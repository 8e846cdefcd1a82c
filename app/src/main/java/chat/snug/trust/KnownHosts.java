package chat.snug.trust;

import chat.snug.key.BrokenFile;
import chat.snug.key.Fingerprint;
import chat.snug.key.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hosts that this computer has met, so that none can be taken for another later ("trust on
 * first use"), and those that want to be spoken with encrypted only. A file for its owner's eyes; a
 * thread of its own reads and writes it and does all else here, one thing after the other. A file
 * that makes no sense is copied aside, what can be read of it holds, and the person is told.
 *
 * <p>Any thread: what changes something returns at once; what asks something waits for the disk,
 * and so is not for the thread of the screen nor for a loop.
 */
public final class KnownHosts implements AutoCloseable {
    /** So many hosts are known; beyond, those that were met first go, unless they were checked. */
    static final int MOST = 2_000;

    private static final int MOST_POLICIES = 1_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_HOST = 253;
    private static final long CLOSE_SECONDS = 2;
    private static final Logger LOG = LoggerFactory.getLogger(KnownHosts.class);

    private final @Nullable Path file;
    private final InstantSource clock;
    private final ExecutorService keeper;
    private final Map<Place, KnownHost> hosts = new LinkedHashMap<>();
    private final Map<String, StsPolicy> policies = new LinkedHashMap<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile @Nullable Path setAside;

    private KnownHosts(@Nullable Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(
                        1,
                        1,
                        1,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task ->
                                Thread.ofPlatform()
                                        .daemon()
                                        .name("snug-known-hosts")
                                        .unstarted(task));
        one.allowCoreThreadTimeOut(true);
        keeper = one;
    }

    /** Those in {@code folder}, which need not exist. */
    public static KnownHosts in(Path folder, InstantSource clock) {
        KnownHosts known = new KnownHosts(folder.resolve("known-hosts"), clock);
        known.keeper.execute(known::read);
        return known;
    }

    /** Known until the app ends. */
    public static KnownHosts inMemory() {
        return inMemory(InstantSource.system());
    }

    /** As above, by another clock. */
    public static KnownHosts inMemory(InstantSource clock) {
        return new KnownHosts(null, clock);
    }

    /** How that host proved who it is when it was met; null if it never was. Blocks. */
    public @Nullable KnownHost get(String host, int port) {
        return ask(() -> hosts.get(new Place(host, port)));
    }

    /** What a host of that name wants, if it still holds. Blocks. */
    public @Nullable StsPolicy policy(String host) {
        Instant now = clock.instant();
        return ask(
                () -> {
                    StsPolicy policy = policies.get(Place.canonical(host));
                    return policy != null && policy.holds(now) ? policy : null;
                });
    }

    /** A host has shown this key. What is known of it already stays as it is. */
    public void met(String host, int port, Fingerprint key) {
        met(host, port, new KnownHost.ByKey(key, clock.instant(), false, false));
    }

    /** The same, and an invite names this key. */
    public void metByInvite(String host, int port, Fingerprint key) {
        met(host, port, new KnownHost.ByKey(key, clock.instant(), true, false));
    }

    private void met(String host, int port, KnownHost known) {
        change(() -> add(host, port, known));
    }

    /** A host has shown a certificate that this computer trusts. */
    public void vouched(String host, int port) {
        met(host, port, new KnownHost.Vouched(clock.instant()));
    }

    /** The person has compared the words of this key with the host; or wants that forgotten. */
    public void check(String host, int port, Fingerprint key, boolean checked) {
        Instant now = clock.instant();
        change(
                () -> {
                    Place place = new Place(host, port);
                    KnownHost before = hosts.get(place);
                    KnownHost after =
                            before instanceof KnownHost.ByKey known && known.key().equals(key)
                                    ? new KnownHost.ByKey(
                                            key, known.since(), known.invited(), checked)
                                    : new KnownHost.ByKey(key, now, false, checked);
                    return isText(host) && !after.equals(hosts.put(place, after));
                });
    }

    /** The host is one to be met anew. */
    public void forget(String host, int port) {
        change(() -> hosts.remove(new Place(host, port)) != null);
    }

    /**
     * A host of that name has said on a connection that is proven what it wants; a duration of zero
     * is an end to it.
     */
    public void policy(String host, int port, Duration duration) {
        Instant now = clock.instant();
        change(
                () -> {
                    if (!isText(host)) {
                        return false;
                    }
                    StsPolicy before = policies.remove(Place.canonical(host));
                    if (duration.isZero() || duration.isNegative()) {
                        return before != null;
                    }
                    policies.put(Place.canonical(host), StsPolicy.heard(port, duration, now));
                    limit();
                    return true;
                });
    }

    /** The connection to a host of that name ended: what it wants holds for its time from now. */
    public void refresh(String host) {
        Instant now = clock.instant();
        change(
                () -> {
                    StsPolicy before = policies.get(Place.canonical(host));
                    if (before == null) {
                        return false;
                    }
                    policies.put(Place.canonical(host), before.again(now));
                    return true;
                });
    }

    /** Where a file that made no sense is now, or null; known once anything was asked. */
    public @Nullable Path setAside() {
        return setAside;
    }

    /** As {@link #setAside()}, but once. */
    public @Nullable Path takeSetAside() {
        return told.compareAndSet(false, setAside != null) ? setAside : null;
    }

    // ---- on the thread of its own

    private boolean add(String host, int port, KnownHost known) {
        boolean fresh = isText(host) && hosts.putIfAbsent(new Place(host, port), known) == null;
        limit();
        return fresh;
    }

    /** A name as addresses have it; anything else would break the lines of the file. */
    private static boolean isText(String host) {
        return !host.isEmpty()
                && host.length() <= MOST_HOST + 33 // a zone's name
                && host.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    private void limit() {
        while (hosts.size() > MOST) {
            Place first =
                    hosts.entrySet().stream()
                            .filter(
                                    entry ->
                                            !(entry.getValue() instanceof KnownHost.ByKey key
                                                    && key.checked()))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(hosts.keySet().iterator().next());
            hosts.remove(first);
        }
        policies.values().removeIf(policy -> !policy.holds(clock.instant()));
        while (policies.size() > MOST_POLICIES) {
            policies.remove(policies.keySet().iterator().next());
        }
    }

    private void read() {
        Path from = file;
        if (from == null || !Files.exists(from)) {
            return;
        }
        try {
            PrivateFile.makePrivate(from);
            if (Files.size(from) > MOST_BYTES) {
                throw new IOException("too large to be a list of hosts");
            }
            HostsText.Understood read = HostsText.read(Files.readString(from));
            hosts.putAll(read.hosts());
            policies.putAll(read.policies());
            limit();
            if (!read.whole()) {
                setAside = copyAside(from);
                write();
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be read: hosts will be met anew ({})", from, e.toString());
            setAside = moveAside(from);
        }
    }

    private static @Nullable Path copyAside(Path from) {
        try {
            Path aside = BrokenFile.copyAside(from);
            LOG.warn("{} makes no sense in part; as it was it is {}", from, aside);
            return aside;
        } catch (IOException e) {
            LOG.warn("{} makes no sense in part ({})", from, e.toString());
            return null;
        }
    }

    private static @Nullable Path moveAside(Path from) {
        try {
            return BrokenFile.setAside(from);
        } catch (IOException e) {
            LOG.warn("{} can neither be read nor set aside: check its owner", from, e);
            return null;
        }
    }

    private void write() {
        Path to = file;
        if (to == null) {
            return;
        }
        try {
            PrivateFile.write(to, HostsText.write(hosts, policies));
        } catch (IOException e) {
            LOG.warn("Cannot write {}: hosts will be met anew ({})", to, e.toString());
        }
    }

    private void change(BooleanSupplier change) {
        try {
            keeper.execute(
                    () -> {
                        if (change.getAsBoolean()) {
                            write();
                        }
                    });
        } catch (RejectedExecutionException e) {
            LOG.debug("too late to remember a host: {}", e.toString());
        }
    }

    private <T> @Nullable T ask(Callable<@Nullable T> question) {
        try {
            return keeper.submit(question).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Writes what is due; waits a moment at most. Nothing can be asked any more. */
    @Override
    public void close() {
        keeper.shutdown();
        try {
            if (!keeper.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} is not written yet: is the disk busy?", file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

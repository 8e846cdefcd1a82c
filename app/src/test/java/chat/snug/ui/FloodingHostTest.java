package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.Identity;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.LocalAddress;
import chat.snug.trust.KnownHosts;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A host that sends as fast as it can, over a real socket, to a screen that stands still. */
@Timeout(120)
final class FloodingHostTest {
    private static final int LINES = 100_000;

    @TempDir Path data;

    private final AtomicInteger told = new AtomicInteger();
    private final CountDownLatch paused = new CountDownLatch(1);

    @Test
    void itHasToWaitAndNothingOfItIsLost() throws Exception {
        BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
        List<String> seen = new ArrayList<>();
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                House house = new House(data)) {
            Thread host = Thread.ofPlatform().daemon().start(() -> flood(port));
            Address address = new Address("127.0.0.1", port.getLocalPort(), false, null, null);
            Visit visit =
                    new Visit(
                            new Watched(house),
                            new UiEvents(screen::add),
                            address,
                            new Identity("Mei", "Mei"),
                            null,
                            batch -> batch.forEach(event -> note(event, seen)));
            visit.link().connect();

            assertThat(paused.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(screen).hasSize(1);
            assertThat(told.get()).isEqualTo(UiEvents.HIGH_WATER);
            int most = 0;
            while (seen.size() < LINES) {
                Objects.requireNonNull(screen.poll(60, TimeUnit.SECONDS)).run();
                most = Math.max(most, told.get() - seen.size());
            }
            // Some events are none of the lines.
            assertThat(most).isLessThanOrEqualTo(UiEvents.HIGH_WATER + 50);
            for (int i = 0; i < LINES; i++) {
                assertThat(seen.get(i)).isEqualTo("line " + i);
            }
            visit.link().close("");
            host.join();
        }
    }

    private static void note(ClientEvent event, List<String> seen) {
        if (event instanceof Said said) {
            seen.add(said.text());
        }
    }

    private static void flood(ServerSocket port) {
        try (Socket guest = port.accept();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        guest.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = new BufferedOutputStream(guest.getOutputStream(), 1 << 16)) {
            String line = "";
            while (line != null && !line.startsWith("USER")) {
                line = in.readLine();
            }
            write(out, ":host.example 001 Mei :Come in");
            write(out, ":host.example 376 Mei :End");
            for (int i = 0; i < LINES; i++) {
                write(out, ":Ben!b@example PRIVMSG Mei :line " + i);
            }
            out.flush();
            while (line != null) {
                line = in.readLine();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The real world, with a look at what goes through its door. */
    private final class Watched implements Doorway {
        private final House house;

        Watched(House house) {
            this.house = house;
        }

        @Override
        public HostLink link(
                Address address,
                Identity identity,
                @Nullable String hostKey,
                Consumer<ClientEvent> events) {
            Consumer<ClientEvent> counted =
                    event -> {
                        told.incrementAndGet();
                        events.accept(event);
                        if (told.get() == UiEvents.HIGH_WATER) {
                            paused.countDown();
                        }
                    };
            return house.link(address, identity, hostKey, counted);
        }

        @Override
        public OpenRoom open(HostingOptions options) throws IOException {
            return house.open(options);
        }

        @Override
        public KnownHosts knownHosts() {
            return house.knownHosts();
        }

        @Override
        public List<LocalAddress> localAddresses() {
            return List.of();
        }
    }
}

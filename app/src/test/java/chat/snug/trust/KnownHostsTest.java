package chat.snug.trust;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.Fingerprint;
import chat.snug.key.OwnKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of hosts, over restarts and broken files. */
class KnownHostsTest {
    private static final Instant START = Instant.parse("2026-11-21T17:00:00Z");
    private static final Fingerprint ONE = OwnKey.make().fingerprint();
    private static final Fingerprint OTHER = OwnKey.make().fingerprint();

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final List<KnownHosts> opened = new ArrayList<>();
    @TempDir Path folder;

    private KnownHosts open() {
        KnownHosts hosts = KnownHosts.in(folder, now::get);
        opened.add(hosts);
        return hosts;
    }

    private KnownHosts openAgain() {
        opened.getLast().close();
        return open();
    }

    private Path file() {
        return folder.resolve("known-hosts");
    }

    @AfterEach
    void close() {
        opened.forEach(KnownHosts::close);
    }

    @Test
    void aHostIsTheSameHoweverItIsWritten() throws Exception {
        KnownHosts hosts = open();
        hosts.met("example.org", 6667, ONE);
        hosts.met("::1", 6667, OTHER);
        hosts.policy("irc.test", 6697, Duration.ofDays(1));

        for (String same : new String[] {"example.org.", "example.org..", "EXAMPLE.org"}) {
            assertThat(hosts.get(same, 6667))
                    .isEqualTo(new KnownHost.ByKey(ONE, START, false, false));
        }
        assertThat(hosts.get("0:0:0:0:0:0:0:1", 6667))
                .isEqualTo(new KnownHost.ByKey(OTHER, START, false, false));
        assertThat(hosts.policy("IRC.test.")).isNotNull();
        assertThat(openAgain().get("example.org.", 6667)).isNotNull();
    }

    @Test
    void knowsAHostAgainAfterARestart() throws Exception {
        KnownHosts hosts = open();
        hosts.met("192.168.1.20", 6667, ONE);
        hosts.vouched("irc.example.org", 6697);
        hosts.check("::1", 7000, OTHER, true);
        hosts = openAgain();
        assertThat(hosts.get("192.168.1.20", 6667))
                .isEqualTo(new KnownHost.ByKey(ONE, START, false, false));
        assertThat(hosts.get("192.168.1.20", 6668)).isNull();
        assertThat(hosts.get("irc.example.org", 6697)).isEqualTo(new KnownHost.Vouched(START));
        assertThat(hosts.get("::1", 7000))
                .isEqualTo(new KnownHost.ByKey(OTHER, START, false, true));
        assertThat(hosts.setAside()).isNull();
        if (Files.getFileStore(file()).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void whatIsKnownIsNotReplacedByMeetingSomebodyElse() {
        KnownHosts hosts = open();
        hosts.met("host", 6667, ONE);
        now.set(START.plusSeconds(5));
        hosts.met("host", 6667, OTHER);
        hosts.vouched("host", 6667);
        assertThat(hosts.get("host", 6667))
                .isEqualTo(new KnownHost.ByKey(ONE, START, false, false));
        hosts.forget("host", 6667);
        assertThat(hosts.get("host", 6667)).isNull();
        hosts.met("host", 6667, OTHER);
        assertThat(openAgain().get("host", 6667))
                .isEqualTo(new KnownHost.ByKey(OTHER, START.plusSeconds(5), false, false));
    }

    @Test
    void aCheckedHostStaysTheOneThatWasMet() {
        KnownHosts hosts = open();
        hosts.met("host", 6667, ONE);
        now.set(START.plusSeconds(5));
        hosts.check("host", 6667, ONE, true);
        assertThat(openAgain().get("host", 6667))
                .isEqualTo(new KnownHost.ByKey(ONE, START, false, true));
    }

    @Test
    void thatAnInviteNamedTheKeyAtTheFirstMeetingIsKept() {
        KnownHosts hosts = open();
        hosts.metByInvite("host", 6667, ONE);
        hosts.met("other", 6667, OTHER);
        hosts.metByInvite("other", 6667, OTHER);
        hosts = openAgain();
        assertThat(hosts.get("host", 6667)).isEqualTo(new KnownHost.ByKey(ONE, START, true, false));
        assertThat(hosts.get("other", 6667))
                .isEqualTo(new KnownHost.ByKey(OTHER, START, false, false));
        hosts.check("host", 6667, ONE, true);
        hosts = openAgain();
        assertThat(hosts.get("host", 6667)).isEqualTo(new KnownHost.ByKey(ONE, START, true, true));
        assertThat(hosts.setAside()).isNull();
    }

    @Test
    void aPolicyHoldsForItsTimeAndIsRefreshedAndRemoved() {
        KnownHosts hosts = open();
        hosts.policy("irc.test", 6697, Duration.ofSeconds(100));
        now.set(START.plusSeconds(99));
        assertThat(hosts.policy("irc.test"))
                .isEqualTo(new StsPolicy(6697, Duration.ofSeconds(100), START.plusSeconds(100)));
        hosts.refresh("irc.test");
        hosts.refresh("unknown.test");
        now.set(START.plusSeconds(198));
        hosts = openAgain();
        assertThat(hosts.policy("irc.test")).isNotNull();
        assertThat(hosts.policy("unknown.test")).isNull();
        now.set(START.plusSeconds(199));
        assertThat(hosts.policy("irc.test")).isNull();

        hosts.policy("irc.test", 6697, Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(Objects.requireNonNull(hosts.policy("irc.test")).duration())
                .isEqualTo(StsPolicy.LONGEST);
        hosts.policy("irc.test", 6697, Duration.ZERO);
        assertThat(openAgain().policy("irc.test")).isNull();
    }

    @Test
    void linesThatMakeNoSenseAreSetAsideAndToldAndTheOthersHold() throws Exception {
        KnownHosts hosts = open();
        hosts.met("one", 1, ONE);
        hosts.close();
        for (String broken :
                List.of(
                        "two 2 key short 2026-11-21T17:00:00Z checked",
                        "two 2 key " + OTHER + " yesterday checked",
                        "two 2 key " + OTHER + " 2026-11-21T17:00:00Z perhaps",
                        "two 0 vouched 2026-11-21T17:00:00Z",
                        "two 70000 vouched 2026-11-21T17:00:00Z",
                        "two 2 sts 99999999999999999999 2026-11-21T17:00:00Z",
                        "two 2 sts 9223372036854775807 +1000000000-12-31T23:59:59Z x",
                        "two",
                        "\u0000\u0001")) {
            String good = "snug-known-hosts 1\none 1 key " + ONE + ' ' + START + " unchecked\n";
            Files.writeString(file(), good + broken + '\n');
            hosts = open();
            assertThat(hosts.get("one", 1)).as(broken).isNotNull();
            assertThat(hosts.get("two", 2)).as(broken).isNull();
            assertThat(hosts.setAside()).as(broken).isNotNull();
            assertThat(hosts.setAside()).content().contains(broken);
            hosts.close();
            assertThat(file()).content().isEqualTo(good);
        }
    }

    @Test
    void aFileThatIsNoneOfOursIsSetAside() throws Exception {
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        KnownHosts hosts = open();
        assertThat(hosts.get("one", 1)).isNull();
        assertThat(hosts.setAside()).exists();
        hosts.met("one", 1, ONE);
        assertThat(openAgain().get("one", 1)).isNotNull();
        Files.writeString(file(), "x".repeat(2_000_000));
        hosts = openAgain();
        assertThat(hosts.get("one", 1)).isNull();
        assertThat(hosts.setAside()).hasSize(2_000_000);
    }

    @Test
    void theListIsBoundedAndWhatWasCheckedGoesLast() throws Exception {
        StringBuilder text = new StringBuilder(HostsText.HEADING).append('\n');
        text.append("checked 1 key " + ONE + ' ' + START + " checked\n");
        for (int i = 0; i < KnownHosts.MOST + 5; i++) {
            text.append("host" + i + " 1 key " + ONE + ' ' + START + " unchecked\n");
        }
        Files.writeString(file(), text);
        KnownHosts hosts = open();
        assertThat(hosts.get("checked", 1)).isNotNull();
        assertThat(hosts.get("host5", 1)).isNull();
        assertThat(hosts.get("host6", 1)).isNotNull();
        hosts.met("new", 1, OTHER);
        assertThat(hosts.get("host6", 1)).isNull();
        assertThat(hosts.get("new", 1)).isNotNull();
    }

    @Test
    void aNameThatBreaksTheLinesIsNotTaken() {
        KnownHosts hosts = open();
        hosts.met("a 1 vouched\nb", 1, ONE);
        hosts.policy("a b", 1, Duration.ofDays(1));
        hosts.met("c", 1, ONE);
        hosts = openAgain();
        assertThat(hosts.setAside()).isNull();
        assertThat(hosts.get("b", 1)).isNull();
        assertThat(hosts.get("c", 1)).isNotNull();
    }
}

package chat.snug.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.snug.key.Fingerprint;
import chat.snug.key.OwnKey;
import chat.snug.room.RateLimit;
import chat.snug.server.options.CrowdLimits;
import chat.snug.server.options.Security;
import chat.snug.server.options.ServerLimits;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Encrypted people and plain ones in one room. */
class SecurityTest extends LiveServer {
    private static final String[] REQUEST = {
        "GET / HTTP/1.1",
        "Host: localhost",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version: 13",
        ""
    };

    private final OwnKey key = OwnKey.make();

    @BeforeEach
    void encrypt() {
        restart(options -> options.withSecurity(new Security(key, true)));
    }

    @Test
    void encryptedAndPlainPeopleTalkWithEachOther() {
        WireClient ann = person("ann");
        WireClient bob = encrypted(null).register("bob");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");

        ann.ask("PRIVMSG #den :hello");

        assertThat(bob.ask("PRIVMSG #den :hello yourself"))
                .contains(":ann!user@127.0.0.1 PRIVMSG #den :hello");
        assertThat(ann.ask("PING x")).contains(":bob!user@127.0.0.1 PRIVMSG #den :hello yourself");
    }

    @Test
    void whoisTellsWhoIsEncrypted() {
        WireClient ann = person("ann");
        OwnKey own = OwnKey.make();
        WireClient bob = encrypted(own).register("bob");
        String proof =
                ":snug.local 276 bob bob :has client certificate fingerprint "
                        + Fingerprint.of(own.certificate());

        List<String> ofBob = ann.ask("WHOIS bob");
        assertThat(ofBob).contains(":snug.local 671 ann bob :is using a secure connection");
        assertThat(WireClient.verbs(ofBob)).doesNotContain("276");
        assertThat(WireClient.verbs(bob.ask("WHOIS ann"))).doesNotContain("671");
        assertThat(bob.ask("WHOIS bob")).contains(proof);
    }

    @Test
    void plainIsRefusedWhereItIsOff() {
        restart(options -> options.withSecurity(new Security(key, false)));

        assertThat(connect().send("NICK ann").untilClosed())
                .containsExactly(
                        "ERROR :This room is encrypted: connect with TLS, to the same port");
        assertThat(encrypted(null).register("bob").ask("PING x")).isNotEmpty();
    }

    @Test
    void everybodyIsToldWhetherPlainIsAllowed() {
        WireClient ann = encrypted(null).register("ann");
        WireClient bob = connect();
        assertThat(String.join("\n", bob.ask("NICK bob", "USER b 0 * :B")))
                .contains("UTF8ONLY")
                .doesNotContain("TLSONLY");

        server().allowPlain(false);

        assertThat(ann.next())
                .isEqualTo(":snug.local 005 ann SNUG.CHAT/TLSONLY :are supported by this server");
        assertThat(bob.untilClosed())
                .containsExactly(
                        "ERROR :This room is encrypted: connect with TLS, to the same port");
        assertThat(encrypted(null).ask("NICK carl", "USER c 0 * :C"))
                .contains(":snug.local 005 carl SNUG.CHAT/TLSONLY :are supported by this server");
        assertThat(server().allowsPlain()).isFalse();

        server().allowPlain(true);
        assertThat(ann.next())
                .isEqualTo(":snug.local 005 ann -SNUG.CHAT/TLSONLY :are supported by this server");
        assertThat(person("dora").ask("PING x")).isNotEmpty();
    }

    @Test
    void whoeverGoesBecauseTheyDoNotEncryptIsSeenToGo() {
        WireClient ann = encrypted(null).register("ann");
        ann.ask("JOIN #den");
        person("bob").ask("JOIN #den");
        ann.sync();

        server().allowPlain(false);

        assertThat(List.of(ann.next(), ann.next()))
                .contains(":bob!user@127.0.0.1 QUIT :Not encrypted");
    }

    @Test
    void webSocketsAreEncryptedAtTheirPortToo() {
        ChatServer host =
                restart(
                        options ->
                                options.withSecurity(new Security(key, false))
                                        .withWebSockets("localhost", 0, Set.of()));
        InetSocketAddress address = requireNonNull(host.webAddress());
        try (WireClient plain = WireClient.connect(address);
                WireClient encrypted = WireClient.encrypt(address, null)) {
            assertThat(plain.send(REQUEST).next()).isEqualTo("HTTP/1.1 403 Forbidden");
            assertThat(encrypted.send(REQUEST).next())
                    .isEqualTo("HTTP/1.1 101 Web Socket Protocol Handshake");
        }
    }

    @Test
    void whereThereIsNoKeyNothingChanges() {
        restart(options -> options);
        server().allowPlain(false);
        assertThat(person("ann").ask("PING x")).isNotEmpty();
        assertThat(server().allowsPlain()).isTrue();
    }

    @Test
    void whoeverSaysNothingForTenSecondsIsHungUpOn() throws Exception {
        AtomicLong clock = new AtomicLong(1_000_000_000_000L);
        use(
                ChatServer.start(
                        defaults().withSecurity(new Security(key, true)),
                        clock::get,
                        System::currentTimeMillis));
        WireClient silent = connect();
        WireClient ann = person("ann");
        clock.addAndGet(TimeUnit.SECONDS.toNanos(9));
        assertThat(ann.ask("PING x")).isNotEmpty();
        WireClient slow = connect().sendRaw("N".getBytes(StandardCharsets.US_ASCII));
        ann.sync();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(ann.ask("PING x")).isNotEmpty();
        assertThat(silent.untilClosed()).isEmpty();
        // Who has begun to talk has as long as ever to say who they are.
        clock.addAndGet(TimeUnit.SECONDS.toNanos(28));
        assertThat(slow.ask("ICK bob", "USER b 0 * :B").getFirst()).contains(" 001 bob ");
    }

    @Test
    void anAddressThatEncryptsTooOftenHasToWait() throws Exception {
        AtomicLong clock = new AtomicLong(1_000_000_000_000L);
        ServerLimits limits = defaults().limits();
        CrowdLimits crowd =
                limits.crowd()
                        .withoutSparingLoopback()
                        .withArrivals(RateLimit.none(), RateLimit.of(2, 1));
        use(
                ChatServer.start(
                        defaults()
                                .withLimits(limits.withCrowd(crowd))
                                .withSecurity(new Security(key, true)),
                        clock::get,
                        System::currentTimeMillis));
        WireClient ann = encrypted(null).register("ann");
        encrypted(null).register("bob");
        assertThatThrownBy(() -> encrypted(null)).isInstanceOf(UncheckedIOException.class);
        clock.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertThat(ann.ask("PING x")).isNotEmpty();
        assertThat(encrypted(null).register("carl").ask("PING x")).isNotEmpty();
    }
}

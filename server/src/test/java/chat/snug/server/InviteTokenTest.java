package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.host.Act;
import chat.snug.server.host.Deed;
import chat.snug.server.host.Invite;
import chat.snug.server.options.DoorLimits;
import chat.snug.server.options.DoorOptions;
import chat.snug.server.options.ServerOptions;
import chat.snug.store.StoreOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invites that are limited and can be withdrawn, and those who come with one that is not good. */
class InviteTokenTest extends LiveServer {
    private final String hostKey = ServerOptions.newHostKey();
    private final AtomicLong millis = new AtomicLong(System.currentTimeMillis());
    @TempDir private Path folder;

    @BeforeEach
    void guard() throws IOException {
        open(UnaryOperator.identity());
    }

    private void open(UnaryOperator<ServerOptions> change) throws IOException {
        server().close();
        use(
                ChatServer.start(
                        change.apply(
                                defaults()
                                        .withHostKey(hostKey)
                                        .withRoom("#den")
                                        .withPassword("sesame")),
                        System::nanoTime,
                        millis::get));
    }

    private String invite(@Nullable Duration life, int uses) {
        String secret =
                Objects.requireNonNull(
                        Porter.<@Nullable String>ask(
                                made -> server().door().invite(life, uses, made)));
        assertThat(secret).as("128 bits").hasSize(22);
        return secret;
    }

    private List<Invite> invites() {
        return Porter.ask(server().door()::invites);
    }

    private WireClient coming(String nick, String secret, String... before) {
        return connect().send(before).send("PASS " + secret, "NICK " + nick, "USER u 0 * :U");
    }

    private void comesIn(String nick, String secret, String... before) {
        WireClient client = coming(nick, secret, before);
        assertThat(client.sync()).anyMatch(line -> line.contains(" 001 " + nick + " "));
        client.send("QUIT").untilClosed();
    }

    private void isRefused(String secret, String words) {
        assertThat(coming("eve", secret).untilClosed())
                .containsExactly(":snug.local 464 * :" + words, "ERROR :" + words);
    }

    @Test
    void anInviteOpensInPlaceOfThePassword() {
        String secret = invite(null, 0);

        comesIn("ann", secret);
        comesIn("bob", secret);

        assertThat(invites())
                .singleElement()
                .satisfies(
                        invite -> {
                            assertThat(invite.used()).isEqualTo(2);
                            assertThat(invite.uses()).isZero();
                            assertThat(invite.expires()).isNull();
                            assertThat(invite.isGood(invite.made())).isTrue();
                        });
        assertThat(coming("cleo", "").untilClosed()).contains("ERROR :Password incorrect");
    }

    @Test
    void anInviteOpensInPlaceOfTheQuestion() throws IOException {
        open(
                options ->
                        options.withPassword(null)
                                .withDoor(DoorOptions.defaults().withAsking(true)));
        String secret = invite(null, 1);

        comesIn("ann", secret);

        isRefused(secret, "This invite has been used as often as it may be");
        assertThat(connect().send("NICK eve", "USER u 0 * :U").next()).contains("Waiting");
    }

    @Test
    void anInviteForOneLetsOneIn() {
        String secret = invite(null, 1);

        WireClient nobody = connect().send("PASS " + secret);
        nobody.sync();
        nobody.send("QUIT").untilClosed();
        assertThat(invites().getFirst().used()).as("who is not let in does not count").isZero();
        comesIn("ann", secret);

        isRefused(secret, "This invite has been used as often as it may be");
    }

    @Test
    void whoCanBeKnownAgainDoesNotUseItTwice() {
        for (String nick : List.of("ann", "eve")) {
            WireClient client = coming(nick, "sesame");
            client.ask("REGISTER * * :" + Sasl.PASSWORD);
            client.send("QUIT").untilClosed();
        }
        String secret = invite(Duration.ofHours(1), 1);

        comesIn("ann", secret, Sasl.login("ann", ""));
        comesIn("ann", secret, Sasl.login("ann", ""));
        millis.addAndGet(Duration.ofHours(2).toMillis());
        comesIn("ann", secret, Sasl.login("ann", ""));

        assertThat(invites().getFirst().used()).isEqualTo(1);
        assertThat(coming("eve", secret, Sasl.login("eve", "")).untilClosed())
                .contains("ERROR :This invite has been used as often as it may be");
    }

    @Test
    void anInviteExpiresToTheMillisecond() {
        String secret = invite(Duration.ofHours(1), 0);
        millis.addAndGet(Duration.ofMinutes(59).toMillis());
        comesIn("ann", secret);

        millis.addAndGet(Duration.ofMinutes(1).toMillis());

        isRefused(secret, "This invite has expired");
    }

    @Test
    void aClockThatGoesBackwardsMakesNoInviteGoodAgain() {
        String secret = invite(Duration.ofHours(1), 0);
        millis.addAndGet(Duration.ofHours(2).toMillis());
        isRefused(secret, "This invite has expired");

        millis.addAndGet(-Duration.ofHours(2).toMillis());

        isRefused(secret, "This invite has expired");
    }

    @Test
    void aWithdrawnInviteLetsNobodyIn() {
        String secret = invite(null, 0);
        WireClient ann = coming("ann", secret);
        ann.sync();

        server().door().withdraw(invites().getFirst().id());

        assertThat(invites().getFirst().withdrawn()).isTrue();
        isRefused(secret, "The host has withdrawn this invite");
        assertThat(ann.ask("JOIN #den")).as("who is in stays").isNotEmpty();
    }

    @Test
    void aClientWithStandardRepliesIsToldWhy() {
        String secret = invite(null, 0);
        server().door().withdraw(invites().getFirst().id());

        assertThat(coming("eve", secret, "CAP REQ standard-replies", "CAP END").untilClosed())
                .contains(
                        ":snug.local FAIL * INVITE_WITHDRAWN :The host has withdrawn this invite");
    }

    @Test
    void anInviteThatIsAlmostRightIsWrong() {
        String secret = invite(null, 0);
        char last = secret.charAt(21);
        String other = secret.substring(0, 21) + (last == 'A' ? 'Q' : 'A');

        isRefused(other, "Password incorrect");
        isRefused(secret.substring(0, 21), "Password incorrect");
        isRefused(secret + secret, "Password incorrect");
        isRefused(invites().getFirst().id(), "Password incorrect");
    }

    @Test
    void guessingInvitesHasALimit() {
        int burst = DoorLimits.defaults().wrongSecrets().burst();
        for (int i = 0; i < burst; i++) {
            isRefused("AAAAAAAAAAAAAAAAAAAA%02d".formatted(i), "Password incorrect");
        }

        String words = "Too many wrong passwords from your address; try again in a minute";
        isRefused(invite(null, 0), words);
    }

    @Test
    void invitesOutlastTheServerAndTheirSecretsAreNotOnTheDisk() throws IOException {
        open(options -> options.withStore(StoreOptions.in(folder)));
        String used = invite(null, 1);
        String open = invite(Duration.ofDays(1), 5);
        String withdrawn = invite(null, 0);
        server().door()
                .withdraw(invites().stream().filter(i -> i.uses() == 0).toList().getFirst().id());
        comesIn("ann", used);
        List<Invite> before = invites();
        server().close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain(used, open, withdrawn);
            }
        }

        open(options -> options.withStore(StoreOptions.in(folder)));

        assertThat(invites()).isEqualTo(before);
        isRefused(used, "This invite has been used as often as it may be");
        isRefused(withdrawn, "The host has withdrawn this invite");
        comesIn("bob", open);
    }

    @Test
    void onlySoManyAreKeptAndThoseOfNoUseGoFirst() throws IOException {
        DoorLimits two = DoorLimits.defaults().withKept(2, 9, 9);
        open(options -> options.withDoor(DoorOptions.defaults().withLimits(two)));
        String first = invite(null, 1);
        String second = invite(null, 0);
        String tooMany =
                Porter.<@Nullable String>ask(made -> server().door().invite(null, 0, made));
        assertThat(tooMany).isNull();

        comesIn("ann", first);
        String third = invite(null, 0);

        assertThat(invites()).hasSize(2);
        comesIn("bob", second);
        comesIn("cleo", third);
        isRefused(first, "Password incorrect");
    }

    @Test
    void invitesAreInTheLogAndForgottenWithEverything() {
        String secret = invite(null, 0);
        server().door().withdraw(invites().getFirst().id());
        List<Deed> deeds = Porter.ask(told -> server().door().deeds(9, told));
        assertThat(deeds).extracting(Deed::act).containsExactly(Act.WITHDREW_INVITE, Act.INVITED);

        server().forgetEverything();

        assertThat(invites()).isEmpty();
        assertThat(Porter.<List<Deed>>ask(told -> server().door().deeds(9, told))).isEmpty();
        isRefused(secret, "Password incorrect");
    }
}

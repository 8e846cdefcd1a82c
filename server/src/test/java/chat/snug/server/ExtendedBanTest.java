package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.OwnKey;
import chat.snug.server.host.Act;
import chat.snug.server.host.Deed;
import chat.snug.server.options.DoorOptions;
import chat.snug.server.options.Security;
import chat.snug.server.options.ServerOptions;
import chat.snug.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bans and mutes of accounts and of keys, and those that end by themselves. */
class ExtendedBanTest extends LiveServer {
    private static final OwnKey HOST = OwnKey.make();

    private final AtomicLong millis = new AtomicLong(System.currentTimeMillis());

    /** How far the server's clock is ahead: it runs, so that a server closes as it would. */
    private final AtomicLong ahead = new AtomicLong();

    @TempDir private Path folder;

    @BeforeEach
    void open() throws IOException {
        open(UnaryOperator.identity());
    }

    private void open(UnaryOperator<ServerOptions> change) throws IOException {
        server().close();
        use(
                ChatServer.start(
                        change.apply(defaults().withSecurity(new Security(HOST, true))),
                        () -> System.nanoTime() + ahead.get(),
                        millis::get));
    }

    private ServerOptions kept(ServerOptions options) {
        return options.withStore(StoreOptions.in(folder));
    }

    private void pass(Duration time) {
        millis.addAndGet(time.toMillis());
        ahead.addAndGet(time.toNanos());
    }

    private WireClient moderator() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den", "PRIVMSG #den :hello");
        return ann;
    }

    private static List<String> joined(WireClient client) {
        return client.ask("JOIN #den");
    }

    private static boolean isBanned(WireClient client) {
        return joined(client).stream().anyMatch(line -> line.contains(" 474 "));
    }

    @Test
    void clientsAreToldOfTheKindsOfMasks() {
        assertThat(String.join(" ", person("ann").ask("VERSION")))
                .contains(" EXTBAN=~,atz ")
                .contains(" ACCOUNTEXTBAN=a ");
    }

    @Test
    void aBannedAccountStaysOutUnderAnyName() {
        WireClient ann = moderator();
        person("eve").send("REGISTER * * :" + Sasl.PASSWORD, "QUIT").untilClosed();
        ann.ask("MODE #den +b ~a:EVE");

        assertThat(isBanned(person("eve2", Sasl.login("eve", "")))).isTrue();
        assertThat(isBanned(person("someone"))).isFalse();
        ann.ask("MODE #den -b ~a:eve");
        assertThat(isBanned(person("eve3", Sasl.login("eve", "")))).isFalse();
    }

    @Test
    void aBannedKeyStaysOutUnderAnyNameAndFromAnyAddress() {
        WireClient ann = moderator();
        OwnKey eve = OwnKey.make();
        ann.ask("MODE #den +b ~z:" + eve.fingerprint());

        WireClient other = encrypted(eve).register("mallory");
        ann.ask("OPER x y"); // nothing: she is none, and cannot give anybody another host
        assertThat(isBanned(other)).isTrue();
        assertThat(isBanned(encrypted(OwnKey.make()).register("bob"))).isFalse();
        assertThat(isBanned(encrypted(null).register("cleo"))).isFalse();
    }

    @Test
    void whoModeratesARoomIsToldTheKeysOfThoseInIt() {
        WireClient ann = moderator();
        OwnKey own = OwnKey.make();
        WireClient eve = encrypted(own).register("eve");
        WireClient bob = person("bob");
        bob.ask("JOIN #den");
        String key = ":snug.local 354 %s 276 eve " + own.fingerprint();
        String none = ":snug.local 354 %s 276 %s 0";

        assertThat(ann.ask("WHO eve %tnk,276")).contains(none.formatted("ann", "eve"));
        eve.ask("JOIN #den");
        ann.sync();
        assertThat(ann.ask("WHO eve %tkn,276")).contains(key.formatted("ann"));
        assertThat(ann.ask("WHO #den %tnk,276"))
                .contains(key.formatted("ann"), none.formatted("ann", "bob"));
        assertThat(bob.ask("WHO eve %tnk,276")).contains(none.formatted("bob", "eve"));
        assertThat(eve.ask("WHO eve %tnk,276")).contains(key.formatted("eve"));
        assertThat(ann.ask("WHO eve %nkr"))
                .contains(":snug.local 354 ann eve " + own.fingerprint() + " :Real eve");
    }

    @Test
    void whoseAccountIsBannedStaysOutByTheirKeyAlone() {
        WireClient ann = moderator();
        OwnKey eve = OwnKey.make();
        WireClient first = encrypted(eve);
        first.ask("CAP REQ sasl", "NICK eve", "USER u 0 * :U");
        first.ask("AUTHENTICATE EXTERNAL", "AUTHENTICATE +");
        assertThat(first.ask("CAP END")).anyMatch(line -> line.contains(" 001 eve "));
        first.send("QUIT").untilClosed();
        ann.ask("MODE #den +b ~a:eve");

        assertThat(isBanned(encrypted(eve).register("mallory"))).isTrue();
    }

    @Test
    void anExceptionForAnAccountHolds() {
        WireClient ann = moderator();
        person("eve").send("REGISTER * * :" + Sasl.PASSWORD, "QUIT").untilClosed();
        ann.ask("MODE #den +be *!*@* ~a:eve");

        assertThat(isBanned(person("eve", Sasl.login("eve", "")))).isFalse();
        assertThat(isBanned(person("bob"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~a:",
                "~x:what",
                "~z:short",
                "~t:0:bob",
                "~t:-1:bob",
                "~t:9999999:bob",
                "~t:5",
                "~t:5:~t:5:bob",
                "~t:soon:bob",
                "~a:a:b"
            })
    void whatCanBeNoMaskIsToldSo(String mask) {
        WireClient ann = moderator();

        assertThat(ann.ask("MODE #den +b " + mask))
                .containsExactly(":snug.local 696 ann #den b " + mask + " :This cannot be a mask");
        assertThat(ann.ask("MODE #den +b ~user@host")).last().asString().endsWith("*!~user@host");
    }

    @Test
    void aMuteForATimeIsLiftedByItself() {
        WireClient ann = moderator();
        WireClient eve = person("eve");
        eve.ask("JOIN #den");
        ann.ask("MODE #den +q ~t:10:eve!*@*");
        assertThat(eve.sync()).contains(":ann!user@127.0.0.1 MODE #den +q ~t:10:eve!*@*");
        assertThat(eve.ask("PRIVMSG #den :x")).anyMatch(line -> line.contains(" 404 "));
        for (int i = 0; i < 9; i++) {
            pass(Duration.ofMinutes(1));
            ann.sync();
            eve.sync();
        }
        assertThat(eve.ask("PRIVMSG #den :x")).anyMatch(line -> line.contains(" 404 "));

        pass(Duration.ofMinutes(1));
        ann.sync();

        assertThat(eve.sync()).contains(":snug.local MODE #den -q ~t:10:eve!*@*");
        assertThat(eve.ask("PRIVMSG #den :again")).isEmpty();
        assertThat(deeds().getFirst().act()).isEqualTo(Act.LIFTED);
    }

    @Test
    void aMuteThatIsLiftedEarlyIsNotLiftedAgain() {
        WireClient ann = moderator();
        ann.ask("MODE #den +q ~t:1:eve!*@*");
        ann.ask("MODE #den -q ~t:1:eve!*@*");

        pass(Duration.ofMinutes(2));

        assertThat(ann.sync()).noneMatch(line -> line.contains(" -q "));
        assertThat(ann.sync()).noneMatch(line -> line.contains(" -q "));
    }

    @Test
    void aMuteForATimeOutlastsARestartAndEndsWhileTheServerDoesNotRun() throws IOException {
        open(this::kept);
        WireClient ann = moderator();
        ann.ask("MODE #den +qb ~t:60:~a:eve ~t:10:bob!*@*");
        ann.send("QUIT").untilClosed();
        pass(Duration.ofMinutes(30));

        open(this::kept);
        WireClient bob = person("bob");
        assertThat(isBanned(bob)).isFalse();
        assertThat(bob.ask("MODE #den q"))
                .anyMatch(line -> line.contains(" 728 bob #den q ~t:60:~a:eve "));
        bob.send("QUIT").untilClosed();
        pass(Duration.ofMinutes(31));

        open(this::kept);
        assertThat(person("ann").ask("JOIN #den", "MODE #den q"))
                .noneMatch(line -> line.contains(" 728 "));
    }

    @Test
    void aClockThatGoesBackwardsDoesNotMakeAMuteLonger() {
        WireClient ann = moderator();
        ann.ask("MODE #den +q ~t:10:eve!*@*");
        millis.addAndGet(-Duration.ofDays(1).toMillis());
        ann.sync();

        millis.addAndGet(Duration.ofDays(1).plusMinutes(10).toMillis());
        ahead.addAndGet(Duration.ofMinutes(1).toNanos());
        ann.sync();

        assertThat(ann.ask("MODE #den q")).noneMatch(line -> line.contains(" 728 "));
    }

    // ---- the log

    private List<Deed> deeds() {
        return Porter.ask(told -> server().door().deeds(20, told));
    }

    @Test
    void theLogTellsWhoseKeyWasBannedOrMuted() {
        WireClient ann = moderator();
        OwnKey own = OwnKey.make();
        WireClient eve = encrypted(own).register("eve");
        eve.ask("JOIN #den");
        ann.sync();

        ann.ask(
                "MODE #den +q ~t:10:~z:" + own.fingerprint(),
                "MODE #den +b ~z:" + own.fingerprint(),
                "MODE #den +b ~z:" + OwnKey.make().fingerprint());

        assertThat(deeds().reversed())
                .extracting(deed -> deed.act() + " " + deed.reason())
                .containsExactly("MUTED eve", "BANNED eve", "BANNED ");
    }

    @Test
    void whoDidWhatIsInTheLog() {
        WireClient ann = moderator();
        WireClient eve = capable("eve", "draft/message-redaction echo-message message-tags");
        eve.ask("JOIN #den");
        String id =
                eve.ask("PRIVMSG #den :spam").getFirst().replaceFirst(".*msgid=([^; ]+).*", "$1");
        ann.ask("MODE #den +v-v+o-o eve eve eve eve", "MODE #den +q-q eve!*@* eve!*@*");
        ann.ask(
                "REDACT #den " + id + " :spam",
                "KICK #den eve :rude",
                "MODE #den +b-b eve!*@* eve!*@*");
        ann.ask("MODE #den +ms", "MODE #den -v nobody");

        assertThat(deeds().reversed())
                .extracting(deed -> deed.act() + " " + deed.whom() + " " + deed.reason())
                .containsExactly(
                        "GAVE_VOICE eve ",
                        "TOOK_VOICE eve ",
                        "MADE_MODERATOR eve ",
                        "UNMADE_MODERATOR eve ",
                        "MUTED eve!*@* ",
                        "UNMUTED eve!*@* ",
                        "DELETED_MESSAGE eve spam",
                        "REMOVED eve rude",
                        "BANNED eve!*@* ",
                        "UNBANNED eve!*@* ");
        assertThat(deeds())
                .allSatisfy(
                        deed -> {
                            assertThat(deed.who()).isEqualTo("ann");
                            assertThat(deed.room()).isEqualTo("#den");
                            assertThat(deed.when().toEpochMilli()).isEqualTo(millis.get());
                        });
    }

    @Test
    void ofTheLogOnlySoMuchIsKeptAlsoAfterARestart() throws IOException {
        UnaryOperator<ServerOptions> few =
                options ->
                        kept(options)
                                .withDoor(
                                        DoorOptions.defaults()
                                                .withLimits(
                                                        options.door()
                                                                .limits()
                                                                .withKept(1, 1, 15)));
        open(few);
        WireClient ann = moderator();
        for (int i = 0; i < 5; i++) {
            ann.ask("MODE #den +b p" + i + "!*@*");
        }
        ann.send("QUIT").untilClosed();

        open(few);

        assertThat(deeds()).extracting(Deed::whom).containsExactly("p4!*@*", "p3!*@*", "p2!*@*");
    }
}

package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Failure.Kind;
import chat.snug.client.KeyMismatch.Between;
import chat.snug.client.Middle.Manner;
import chat.snug.client.Secrecy.Proof;
import chat.snug.key.Fingerprint;
import chat.snug.key.OwnKey;
import chat.snug.net.NanoClock;
import chat.snug.net.SelectorLoop;
import chat.snug.server.ChatServer;
import chat.snug.server.options.Security;
import chat.snug.server.options.ServerOptions;
import chat.snug.trust.KnownHosts;
import chat.snug.ui.FailureWords;
import chat.snug.ui.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody sits between the client and a real host and wants to be taken for it. What the client
 * knows of the host (an invite, an earlier meeting, the scheme of the address) decides; whoever is
 * not the host hears nothing, and the person reads why.
 */
@Timeout(60)
class ImpostorTest {
    private static final OwnKey HOST_KEY = OwnKey.make();
    private static final Fingerprint HOST = HOST_KEY.fingerprint();
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);

    private final KnownHosts known = KnownHosts.inMemory();
    private final List<ChatClient> clients = new ArrayList<>();
    private SelectorLoop loop;
    private ChatServer host;
    private Middle middle;

    @BeforeEach
    void open() throws Exception {
        loop = SelectorLoop.start("test-client-loop", NanoClock.system());
        host =
                ChatServer.start(
                        ServerOptions.atPort(0)
                                .withRoom("#lobby")
                                .withPassword("sesame")
                                .withSecurity(new Security(HOST_KEY, true)));
        middle = new Middle(host.address().getPort());
    }

    @AfterEach
    void close() throws Exception {
        clients.forEach(ChatClient::close);
        loop.close();
        middle.close();
        host.close();
        known.close();
    }

    private record Guest(ChatClient client, EventLog events) {
        Secrecy enter() {
            Secrecy secrecy = events.await(ClientEvent.SecrecyChanged.class).secrecy();
            events.await(ClientEvent.RoomEntered.class);
            return secrecy;
        }

        Failure fail() {
            return events.await(ClientEvent.ConnectFailed.class).failure();
        }
    }

    private Guest come(Address address) {
        return come(address, ClientOptions.defaults().withTrust(Trust.ofSystem(known)));
    }

    private Guest come(Address address, ClientOptions options) {
        EventLog events = new EventLog();
        ChatClient client =
                new ChatClient(
                        loop,
                        address,
                        new Identity("Ann" + clients.size(), "Ann"),
                        options,
                        events);
        clients.add(client);
        client.connect();
        return new Guest(client, events);
    }

    /** What a person pastes. */
    private Address at(String form) throws AddressException {
        return Address.parse(form.replace("HOST", "127.0.0.1:" + middle.port()));
    }

    private Address bare() throws AddressException {
        return at("HOST/lobby?key=sesame");
    }

    private Address invite() throws AddressException {
        return at("snug://HOST/lobby?key=sesame&pin=" + HOST);
    }

    private String words(Failure failure) {
        Address address = Address.ofSnug("127.0.0.1", middle.port(), null, null);
        return new FailureWords(ENGLISH).of(failure, address, "Ann");
    }

    private String said(String key) {
        return ENGLISH.text(key, "127.0.0.1:" + middle.port());
    }

    private void nothingWasSaid() {
        assertThat(middle.heard()).noneMatch(line -> line.matches("(CAP|PASS|NICK|USER).*"));
    }

    @Test
    void anInviteLeadsToItsHostAndSpeaksForItFromThenOn() throws Exception {
        assertThat(come(invite()).enter()).isEqualTo(new Secrecy(Proof.INVITE, HOST));
        assertThat(come(invite()).enter()).isEqualTo(new Secrecy(Proof.INVITE, HOST));
        assertThat(come(bare()).enter()).isEqualTo(new Secrecy(Proof.INVITE, HOST));
        assertThat(come(at("irc://HOST/lobby?password=sesame")).enter())
                .isEqualTo(new Secrecy(Proof.INVITE, HOST));
        assertThat(middle.heard()).isEmpty();
    }

    @Test
    void noInviteSpeaksForAHostThatWasMetWithoutOne() throws Exception {
        assertThat(come(bare()).enter()).isEqualTo(new Secrecy(Proof.FIRST_USE, HOST));
        assertThat(come(invite()).enter()).isEqualTo(new Secrecy(Proof.KNOWN, HOST));
    }

    @Test
    void whoeverIsInTheMiddleDoesNotHaveTheKeyOfTheInvite() throws Exception {
        middle.behave(Manner.OWN_KEY);
        Failure failure = come(invite()).fail();
        assertThat(failure.kind()).isEqualTo(Kind.KEY_NOT_OF_INVITE);
        assertThat(failure.keys())
                .isEqualTo(
                        new KeyMismatch(HOST, middle.key.fingerprint(), Between.INVITE_AND_SHOWN));
        assertThat(words(failure))
                .isEqualTo(said("failure.key-not-of-invite"))
                .contains("not the one that the invite is from", "Nothing was said to it");
        nothingWasSaid();
        assertThat(known.get("127.0.0.1", middle.port())).isNull();
    }

    @Test
    void aForgedInviteDoesNotReplaceTheKeyThatTheHostIsKnownBy() throws Exception {
        Fingerprint forged = middle.key.fingerprint();
        Address lure = at("snug://HOST/lobby?key=sesame&pin=" + forged);
        come(bare()).enter();
        int came = middle.came();
        middle.behave(Manner.OWN_KEY);
        Guest ann = come(lure);
        Failure failure = ann.fail();
        assertThat(failure.kind()).isEqualTo(Kind.INVITE_OF_ANOTHER_KEY);
        assertThat(failure.keys())
                .isEqualTo(new KeyMismatch(HOST, forged, Between.KNOWN_AND_INVITE));
        assertThat(words(failure))
                .isEqualTo(said("failure.invite-of-another-key"))
                .contains("The invite names another computer than the one you know");
        assertThat(middle.came()).as("nobody was called").isEqualTo(came);
        assertThat(ann.client().wireLog().from(0)).isEmpty();
        nothingWasSaid();

        middle.behave(Manner.HONEST);
        assertThat(come(invite()).enter()).isEqualTo(new Secrecy(Proof.KNOWN, HOST));
        assertThat(come(bare()).enter()).isEqualTo(new Secrecy(Proof.KNOWN, HOST));
    }

    @Test
    void anInviteWithANewKeyCountsOnceTheOldOneIsForgotten() throws Exception {
        known.met("127.0.0.1", middle.port(), middle.key.fingerprint());
        assertThat(come(invite()).fail().kind()).isEqualTo(Kind.INVITE_OF_ANOTHER_KEY);
        known.forget("127.0.0.1", middle.port());
        assertThat(come(invite()).enter()).isEqualTo(new Secrecy(Proof.INVITE, HOST));
        assertThat(come(bare()).enter()).isEqualTo(new Secrecy(Proof.INVITE, HOST));
    }

    @Test
    void anInviteDoesNotReplaceTheAuthorityThatVouchesForAName() throws Exception {
        known.vouched("127.0.0.1", middle.port());
        Failure failure = come(invite()).fail();
        assertThat(failure.kind()).isEqualTo(Kind.INVITE_OF_ANOTHER_KEY);
        assertThat(failure.keys()).isEqualTo(new KeyMismatch(null, HOST, Between.KNOWN_AND_INVITE));
        assertThat(middle.came()).isZero();
    }

    @Test
    void whoWasMetAtAnAddressKeepsNobodyOutOfTheirOwnRoomThere() throws Exception {
        known.met("127.0.0.1", middle.port(), middle.key.fingerprint());
        ClientOptions own =
                ClientOptions.defaults().withTrust(Trust.ofSystem(known)).withHostKey("sesame");
        assertThat(come(invite(), own).enter().key()).isEqualTo(HOST);
    }

    @Test
    void anInviteIsOfNoUseAtAnotherHost() throws Exception {
        try (ChatServer other =
                ChatServer.start(
                        ServerOptions.atPort(0).withSecurity(new Security(OwnKey.make(), true)))) {
            Address replayed =
                    Address.ofSnug("127.0.0.1", other.address().getPort(), "#lobby", HOST)
                            .withPassword("sesame");
            Guest ann = come(replayed);
            Failure failure = ann.fail();
            assertThat(failure.kind()).isEqualTo(Kind.KEY_NOT_OF_INVITE);
            assertThat(words(failure)).isEqualTo(said("failure.key-not-of-invite"));
            assertThat(ann.client().wireLog().from(0)).isEmpty();
        }
    }

    @Test
    void aHostIsRememberedAtTheFirstMeetingAndAnotherKeyIsRefusedWithBoth() throws Exception {
        assertThat(come(bare()).enter()).isEqualTo(new Secrecy(Proof.FIRST_USE, HOST));
        assertThat(come(bare()).enter()).isEqualTo(new Secrecy(Proof.KNOWN, HOST));
        middle.behave(Manner.OWN_KEY);
        for (String form :
                List.of(
                        "HOST/lobby?key=sesame",
                        "snug://HOST/lobby?key=sesame",
                        "irc://HOST/lobby?password=sesame",
                        "snug://HOST/lobby?key=sesame&pin=" + HOST)) {
            Failure failure = come(at(form)).fail();
            assertThat(failure.kind()).as(form).isEqualTo(Kind.KEY_CHANGED);
            assertThat(failure.keys())
                    .isEqualTo(
                            new KeyMismatch(
                                    HOST, middle.key.fingerprint(), Between.KNOWN_AND_SHOWN));
            assertThat(words(failure))
                    .isEqualTo(said("failure.key-changed"))
                    .contains("This is not the computer you knew");
        }
        nothingWasSaid();
    }

    @Test
    void onlyForgettingMakesRoomForAnotherKey() throws Exception {
        come(bare()).enter();
        middle.behave(Manner.OWN_KEY);
        come(bare()).fail();
        known.forget("127.0.0.1", middle.port());
        assertThat(come(bare()).enter())
                .isEqualTo(new Secrecy(Proof.FIRST_USE, middle.key.fingerprint()));
        assertThat(come(bare()).enter().proof()).isEqualTo(Proof.KNOWN);
    }

    @Test
    void aHostWhoseWordsWereComparedIsMarkedAsSuch() throws Exception {
        come(bare()).enter();
        known.check("127.0.0.1", middle.port(), HOST, true);
        assertThat(come(bare()).enter()).isEqualTo(new Secrecy(Proof.CHECKED, HOST));
    }

    @Test
    void anotherKeyWhileComingBackEndsIt() throws Exception {
        Guest ann = come(bare());
        ann.enter();
        middle.behave(Manner.OWN_KEY);
        middle.cut();
        ann.events().await(ClientEvent.Reconnecting.class);
        ann.client().retryNow();
        Failure failure =
                ann.events()
                        .await(
                                ClientEvent.Disconnected.class,
                                gone -> gone.failure().kind() != Kind.CONNECTION_LOST)
                        .failure();
        assertThat(failure.kind()).isEqualTo(Kind.KEY_CHANGED);
        assertThat(failure.keys()).isNotNull();
        assertThat(Reconnect.mayHelp(failure.kind())).isFalse();
        nothingWasSaid();
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"GREETS_PLAIN", "HANGS_UP"})
    void nobodyTalksAKnownHostOutOfItsEncryption(Manner manner) throws Exception {
        come(bare()).enter();
        middle.behave(manner);
        refused("HOST/lobby?key=sesame", manner, Kind.ENCRYPTION_GONE);
        refused("irc://HOST/lobby?password=sesame", manner, Kind.ENCRYPTION_GONE);
        refused("snug://HOST/lobby?key=sesame", manner, Kind.ENCRYPTION_GONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"GREETS_PLAIN", "HANGS_UP"})
    void nobodyTalksAnInviteOutOfItsEncryption(Manner manner) throws Exception {
        middle.behave(manner);
        refused("snug://HOST/lobby?key=sesame&pin=" + HOST, manner, Kind.ENCRYPTION_GONE);
        refused("HOST/lobby?key=sesame&pin=" + HOST, manner, Kind.ENCRYPTION_GONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"GREETS_PLAIN", "HANGS_UP"})
    void aSnugIsNeverSpokenWithInPlain(Manner manner) throws Exception {
        middle.behave(manner);
        refused("snug://HOST/lobby?key=sesame", manner, Kind.NOT_ENCRYPTED);
    }

    /** Hanging up proves nothing, so it may be tried again; an answer in plain is one. */
    private void refused(String form, Manner manner, Kind answered) throws Exception {
        Failure failure = come(at(form)).fail();
        boolean hungUp = manner == Manner.HANGS_UP;
        assertThat(failure.kind()).as(form).isEqualTo(hungUp ? Kind.ENCRYPTION_FAILED : answered);
        assertThat(words(failure))
                .isEqualTo(
                        said(
                                switch (failure.kind()) {
                                    case ENCRYPTION_FAILED -> "failure.encryption";
                                    case ENCRYPTION_GONE -> "failure.encryption-gone";
                                    default -> "failure.not-encrypted";
                                }));
        nothingWasSaid();
    }

    @Test
    void aStrangerWithoutEncryptionIsSpokenWithInPlainAndMarkedAsSuch() throws Exception {
        middle.behave(Manner.HANGS_UP);
        assertThat(come(bare()).enter()).isEqualTo(Secrecy.NONE);
        assertThat(middle.came()).isEqualTo(2);
        assertThat(middle.heard()).contains("PASS sesame");
        assertThat(known.get("127.0.0.1", middle.port())).isNull();
    }

    @Test
    void whoComesInPlainWhereThatIsOffIsToldSo() throws Exception {
        host.allowPlain(false);
        middle.behave(Manner.HANGS_UP);
        for (String form : List.of("HOST/lobby?key=sesame", "irc://HOST/lobby?password=sesame")) {
            Failure failure = come(at(form)).fail();
            assertThat(failure.kind()).as(form).isEqualTo(Kind.ENCRYPTION_NEEDED);
            assertThat(words(failure)).isEqualTo(said("failure.encryption-needed"));
        }
    }

    @Test
    void aPlainSnugShowsAtOnceThatItDoesNotEncrypt() throws Exception {
        try (ChatServer plain = ChatServer.start(ServerOptions.atPort(0).withRoom("#lobby"))) {
            Guest ann = come(Address.parse("127.0.0.1:" + plain.address().getPort() + "/lobby"));
            assertThat(ann.enter()).isEqualTo(Secrecy.NONE);
        }
    }

    @Test
    void silenceIsNoReasonToSpeakPlain() throws Exception {
        middle.behave(Manner.SILENT);
        ClientOptions options = ClientOptions.defaults().withTrust(Trust.ofSystem(known));
        EventLog events = new EventLog();
        AtomicLong time = new AtomicLong();
        Failure failure;
        try (SelectorLoop played = SelectorLoop.start("test-played-loop", time::get)) {
            new ChatClient(played, bare(), new Identity("Ann", "Ann"), options, events).connect();
            middle.awaitWord();
            pass(Dialing.SILENCE, time, played);
            middle.awaitWord();
            pass(options.connectTimeout(), time, played);
            failure = events.await(ClientEvent.ConnectFailed.class).failure();
        }
        assertThat(failure.kind()).isEqualTo(Kind.ENCRYPTION_UNANSWERED);
        assertThat(words(failure)).isEqualTo(said("failure.encryption-unanswered"));
        assertThat(middle.came()).as("asked once more, in lines of text").isEqualTo(2);
        nothingWasSaid();
    }

    private static void pass(Duration duration, AtomicLong time, SelectorLoop loop) {
        time.addAndGet(duration.toNanos());
        loop.execute(() -> {}); // looks at the clock
    }
}

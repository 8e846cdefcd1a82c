package chat.snug.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ChatClient;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.KnocksChanged;
import chat.snug.client.ClientOptions;
import chat.snug.client.ClientRequest;
import chat.snug.client.EventLog;
import chat.snug.client.Knock;
import chat.snug.hosting.HostingOptions.PortChoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Moderators with the app at the door of a room that asks first, over real sockets. */
@Timeout(60)
class DoorkeepersTest {
    private static final HostingOptions ASKING =
            new HostingOptions("den", PortChoice.preferred(20_000), null, null)
                    .withAsksFirst(true)
                    .withPlain(true);

    private Apps apps;
    private HostedRoom room;
    private App host;

    private record App(ChatClient client, EventLog events) {
        Knock knock(String name) {
            return events.await(
                            KnocksChanged.class,
                            now -> now.knocks().stream().anyMatch(k -> k.name().equals(name)))
                    .knocks()
                    .getLast();
        }

        void nobodyWaits() {
            events.await(KnocksChanged.class, now -> now.knocks().isEmpty());
        }
    }

    @BeforeEach
    void open() throws Exception {
        apps = new Apps();
        room = HostedRoom.open(ASKING);
        host = app("Ann", ClientOptions.defaults().withHostKey(room.hostKey()));
        host.events().await(ClientEvent.RoomEntered.class);
    }

    @AfterEach
    void close() {
        apps.close();
        room.close();
    }

    private App app(String name, ClientOptions options) {
        EventLog events = new EventLog();
        return new App(apps.connect(name, room.hostAddress(), options, events), events);
    }

    /** Somebody with the app whom the host lets in. */
    private App guest(String name) {
        letInWhoComes();
        App guest = app(name, ClientOptions.defaults());
        guest.events().await(ClientEvent.RoomEntered.class);
        room.door().onCallers(_ -> {});
        return guest;
    }

    private void letInWhoComes() {
        room.door().onCallers(all -> all.forEach(room.door()::letIn));
    }

    private App moderator(String name) {
        App moderator = guest(name);
        host.client().submit(new ClientRequest.Promote("#den", name, true));
        moderator
                .events()
                .await(
                        ClientEvent.PersonChanged.class,
                        change ->
                                change.person().name().equals(name) && change.person().moderates());
        return moderator;
    }

    private RawGuest knocking(String name) throws Exception {
        RawGuest guest = new RawGuest(room.hostAddress());
        guest.send("NICK " + name);
        guest.send("USER raw 0 * :" + name);
        guest.await("Waiting for the host");
        return guest;
    }

    @Test
    void oneOfThemDecidesAndTheOthersQuestionGoes() throws Exception {
        App ben = moderator("Ben");
        App cleo = moderator("Cleo");
        try (RawGuest dan = knocking("Dan")) {
            Knock knock = ben.knock("Dan");
            assertThat(knock.address()).isEqualTo("127.0.0.1");
            assertThat(knock.account()).isNull();
            assertThat(knock.recognisable()).isFalse();
            assertThat(cleo.knock("Dan")).isEqualTo(knock);

            ben.client().submit(new ClientRequest.Answer(knock.id(), knock.name(), true));
            dan.await(" 001 Dan ");
            cleo.nobodyWaits();
        }
        try (RawGuest eve = knocking("Eve")) {
            Knock knock = cleo.knock("Eve");
            ben.knock("Eve");
            cleo.client().submit(new ClientRequest.Answer(knock.id(), knock.name(), false));
            eve.await("ERROR :The host did not let you in");
            ben.nobodyWaits();
        }
        assertThat(host.events().rest()).noneMatch(KnocksChanged.class::isInstance);
    }

    @Test
    void whoBecomesAModeratorIsAskedAboutThoseWhoWaitAlready() throws Exception {
        App ben = guest("Ben");
        try (RawGuest dan = knocking("Dan")) {
            host.client().submit(new ClientRequest.Promote("#den", "Ben", true));
            Knock knock = ben.knock("Dan");
            host.client().submit(new ClientRequest.Promote("#den", "Ben", false));
            ben.nobodyWaits();
            assertThat(knock.name()).isEqualTo("Dan");
            dan.send("QUIT");
        }
    }

    @Test
    void aGuestCannotMakeAQuestion() throws Exception {
        App ben = moderator("Ben");
        letInWhoComes();
        try (RawGuest eve = new RawGuest(room.hostAddress()).enter("Eve", "#den")) {
            String forged = "NOTE * KNOCKING 7 Mallory 127.0.0.1 * guest :Mallory wants to come in";
            eve.send(forged);
            eve.await(" 421 ");
            eve.send(":snug.local " + forged);
            eve.await(" 421 ");
            eve.send("NOTICE Ben :" + forged);
            eve.send("PRIVMSG Ben :\u0001" + forged + "\u0001");
            eve.send("PRIVMSG Ben :" + forged);
            ben.events()
                    .await(
                            ClientEvent.Said.class,
                            said ->
                                    said.kind() == ClientEvent.Said.Kind.TEXT
                                            && said.from().equals("Eve"));
            assertThat(ben.events().notAwaited())
                    .filteredOn(KnocksChanged.class::isInstance)
                    .flatExtracting(event -> ((KnocksChanged) event).knocks())
                    .extracting(Knock::name)
                    .as("those who do wait")
                    .allMatch("Eve"::equals);
        }
    }
}

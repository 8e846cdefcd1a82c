package chat.snug.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.ChatClient;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.Said.Kind;
import chat.snug.client.ClientOptions;
import chat.snug.client.ClientRequest;
import chat.snug.client.EventLog;
import chat.snug.client.Failure;
import chat.snug.client.Person;
import chat.snug.client.Refusal;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.server.ChatServer;
import chat.snug.server.options.ServerLimits;
import chat.snug.server.options.ServerOptions;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Host, join, talk and leave: apps' clients and raw sockets in a real room, on real sockets. */
@Timeout(60)
class HostedTalkTest {
    private static final String ROOM = "#Friday-workshop";

    private Apps apps;
    private HostedRoom hosted;

    /** Somebody with the app. */
    private record Guest(ChatClient client, EventLog events) {
        void say(String conversation, String text) {
            say(conversation, text, Kind.TEXT);
        }

        void say(String conversation, String text, Kind kind) {
            client.submit(new ClientRequest.Say(conversation, text, kind));
        }

        Said hear() {
            return events.await(Said.class);
        }

        Guest entered() {
            events.await(ClientEvent.PeopleListed.class);
            return this;
        }
    }

    @BeforeEach
    void open() throws Exception {
        apps = new Apps();
        hosted = HostedRoom.open(options(PortChoice.preferred(FreePort.find()), null));
    }

    @AfterEach
    void close() {
        apps.close();
        hosted.close();
    }

    private static HostingOptions options(PortChoice port, @Nullable String password) {
        return new HostingOptions("Friday workshop", port, password, null);
    }

    /** Nothing but the key of the computer. */
    private static HostingOptions notKept(PortChoice port) {
        return new HostingOptions("Friday workshop", port, null, null, false);
    }

    private Guest guest(String name, Address address, ClientOptions options) {
        EventLog events = new EventLog();
        return new Guest(apps.connect(name, address, options, events), events);
    }

    private Guest host(String name) {
        return guest(
                name, hosted.hostAddress(), ClientOptions.defaults().withHostKey(hosted.hostKey()));
    }

    private Guest guest(String name) throws Exception {
        // By what is handed out, at the address that every machine has.
        Address handedOut = Address.parse(hosted.address(hosted.addresses().getFirst()).link());
        Address loopback = Address.parse("127.0.0.1:" + handedOut.port());
        return guest(name, loopback.withRoom(handedOut.room()), ClientOptions.defaults());
    }

    @Test
    void theHostsAppIsInItsRoomAndModeratesItThoughAGuestWasFirst() throws Exception {
        guest("Ben").entered();
        Guest ann = host("Ann");
        ClientEvent.Connected connected = ann.events().await(ClientEvent.Connected.class);
        assertThat(connected.selfHosted()).isTrue();
        assertThat(connected.network()).isEqualTo("Friday-workshop");
        assertThat(ann.events().await(ClientEvent.RoomEntered.class).conversation())
                .isEqualTo(ROOM);
        List<Person> people = ann.events().await(ClientEvent.PeopleListed.class).people();
        assertThat(people).extracting(Person::name).containsExactlyInAnyOrder("Ann", "Ben");
        assertThat(people)
                .allSatisfy(
                        person ->
                                assertThat(person.moderates())
                                        .isEqualTo(person.name().equals("Ann")));
    }

    @Test
    void aGuestIsToldWhatTheRoomIsCalledAndWhoHostsIt() throws Exception {
        host("Ann").entered();
        Guest ben = guest("Ben");
        assertThat(ben.events().await(ClientEvent.RoomNamed.class))
                .isEqualTo(new ClientEvent.RoomNamed(ROOM, "Friday workshop"));
        Person ann = ben.events().await(ClientEvent.PersonChanged.class).person();
        assertThat(ann.name()).isEqualTo("Ann");
        assertThat(ann.modes()).contains('q', 'o');
    }

    @Test
    void whoIsRemovedByMistakeIsBackAtOnceWhereTheyHaveTheApp() throws Exception {
        Guest ann = host("Ann").entered();
        Guest ben = guest("Ben").entered();
        ann.client().submit(new ClientRequest.Remove(ROOM, "Ben", ""));
        assertThat(ben.events().await(ClientEvent.RoomLeft.class).by()).isEqualTo("Ann");
        ann.client().submit(new ClientRequest.Invite(ROOM, "Ben"));
        ben.events().await(ClientEvent.RoomEntered.class);
        assertThat(ben.events().await(ClientEvent.PeopleListed.class).people()).hasSize(2);
    }

    @Test
    void whoIsMutedIsThereAndSaysNothingUntilItIsTakenBack() throws Exception {
        Guest ann = host("Ann").entered();
        Guest ben = guest("Ben").entered();
        ann.client().submit(new ClientRequest.Mute(ROOM, "Ben", true));
        ben.events().await(ClientEvent.ModesChanged.class);
        ben.say(ROOM, "hey");
        assertThat(ben.events().await(ClientEvent.NotSent.class).why())
                .isEqualTo(Refusal.CANNOT_SEND);
        ann.client().submit(new ClientRequest.Mute(ROOM, "Ben", false));
        ben.events().await(ClientEvent.ModesChanged.class);
        ben.say(ROOM, "hey again");
        assertThat(ann.hear().text()).isEqualTo("hey again");
    }

    @Test
    void aGuestWithoutARoomGoesToTheOneThatIsHosted() {
        Guest ben = guest("Ben", hosted.hostAddress().withRoom(null), ClientOptions.defaults());
        assertThat(ben.events().await(ClientEvent.RoomEntered.class).conversation())
                .isEqualTo(ROOM);
    }

    @Test
    void allTalkInTheRoomWhateverTheyUse() throws Exception {
        Guest ann = host("Ann").entered();
        Guest ben = guest("Ben").entered();
        assertThat(ann.events().await(ClientEvent.PersonJoined.class).person().name())
                .isEqualTo("Ben");
        try (RawGuest cleo = new RawGuest(hosted.hostAddress()).enter("Cleo", ROOM);
                RawGuest dan = new RawGuest(hosted.hostAddress()).enter("Dan", ROOM)) {
            ben.say(ROOM, "hello 你好 👋");
            ClientEvent.Pending pending = ben.events().await(ClientEvent.Pending.class);
            ClientEvent.Confirmed confirmed = ben.events().await(ClientEvent.Confirmed.class);
            assertThat(confirmed.token()).isEqualTo(pending.token());
            assertThat(confirmed.said().id()).isNotEmpty();
            Said heard = ann.hear();
            assertThat(heard)
                    .extracting(Said::from, Said::text, Said::mine, Said::id)
                    .containsExactly("Ben", "hello 你好 👋", false, confirmed.said().id());
            assertThat(RawGuest.text(cleo.await("PRIVMSG"))).isEqualTo("hello 你好 👋");
            assertThat(RawGuest.text(dan.await("PRIVMSG"))).isEqualTo("hello 你好 👋");

            ann.say(ROOM, "waves", Kind.ACTION);
            assertThat(ben.hear().kind()).isEqualTo(Kind.ACTION);
            assertThat(cleo.await("ACTION")).contains("\u0001ACTION waves\u0001");

            cleo.send("PRIVMSG " + ROOM + " :ann, häng ön – 再见");
            assertThat(ann.hear())
                    .extracting(Said::from, Said::text, Said::mention)
                    .containsExactly("Cleo", "ann, häng ön – 再见", true);
            assertThat(ben.hear().mention()).isFalse();
            dan.send("88");
            assertThat(ben.events().await(ClientEvent.PersonLeft.class).name()).isEqualTo("Dan");
        }
        assertThat(ben.events().await(ClientEvent.PersonLeft.class).name()).isEqualTo("Cleo");
    }

    @Test
    void twoTalkPrivatelyBothAtOnce() throws Exception {
        Guest ann = host("Ann").entered();
        Guest ben = guest("Ben").entered();
        ann.say("Ben", "psst");
        ben.say("Ann", "yes?");
        assertThat(ben.hear())
                .extracting(Said::conversation, Said::text)
                .containsExactly("Ann", "psst");
        assertThat(ann.hear())
                .extracting(Said::conversation, Said::text)
                .containsExactly("Ben", "yes?");
        assertThat(ann.events().rest()).noneMatch(ClientEvent.NotSent.class::isInstance);
    }

    @Test
    void aLongTextArrivesWhole() throws Exception {
        Guest ann = host("Ann").entered();
        Guest ben = guest("Ben").entered();
        String text = "Zoë sagt 你好 und 👩‍👩‍👧 bleibt ganz. ".repeat(100).strip();
        ben.say(ROOM, text);
        StringBuilder heard = new StringBuilder();
        while (heard.length() < text.length()) {
            heard.append(ann.hear().text());
        }
        assertThat(heard).hasToString(text);
    }

    @Test
    void namesTopicsAndRoomsChange() throws Exception {
        Guest ann = host("Ann").entered();
        Guest ben = guest("Ben").entered();
        ann.client().submit(new ClientRequest.ChangeTopic(ROOM, "Tea at four"));
        assertThat(
                        ben.events()
                                .await(ClientEvent.TopicChanged.class, topic -> topic.by() != null)
                                .topic())
                .isEqualTo("Tea at four");
        ben.client().submit(new ClientRequest.ChangeName("Benjamin"));
        assertThat(ben.events().await(ClientEvent.MyNameChanged.class).to()).isEqualTo("Benjamin");
        assertThat(ann.events().await(ClientEvent.PersonRenamed.class).to()).isEqualTo("Benjamin");
        ben.client().submit(new ClientRequest.Away("lunch"));
        assertThat(ann.events().await(ClientEvent.PersonChanged.class).person().away()).isTrue();
        ben.client().submit(new ClientRequest.Join("#side", null));
        ben.entered();
        ben.client().submit(new ClientRequest.ListRooms());
        assertThat(ben.events().await(ClientEvent.RoomListed.class).room()).isIn(ROOM, "#side");
        ben.events().await(ClientEvent.RoomListEnd.class);
        ben.client().submit(new ClientRequest.Leave(ROOM, "bye"));
        assertThat(ben.events().await(ClientEvent.RoomLeft.class).conversation()).isEqualTo(ROOM);
        assertThat(ann.events().await(ClientEvent.PersonLeft.class).reason()).isEqualTo("bye");
    }

    @Test
    void aNameThatIsTakenComesWithAnother() throws Exception {
        host("Ann").entered();
        Guest second = guest("Ann");
        ClientEvent.ConnectFailed failed = second.events().await(ClientEvent.ConnectFailed.class);
        assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.NAME_IN_USE);
        assertThat(failed.suggestedName()).isEqualTo("Ann_");
        guest("Ann_").entered();
    }

    @Test
    void aPasswordKeepsStrangersOutButNotTheHost() throws Exception {
        try (HostedRoom closed =
                HostedRoom.open(options(PortChoice.preferred(FreePort.find()), "open sesame"))) {
            Address address = closed.hostAddress();
            Guest stranger = guest("Eve", address, ClientOptions.defaults());
            assertThat(stranger.events().await(ClientEvent.ConnectFailed.class).failure().kind())
                    .isEqualTo(Failure.Kind.WRONG_PASSWORD);
            guest("Ben", address.withPassword("open sesame"), ClientOptions.defaults()).entered();
            guest("Ann", address, ClientOptions.defaults().withHostKey(closed.hostKey())).entered();
        }
    }

    @Test
    void saysWhenTheHostIsFull() throws Exception {
        ServerLimits limits = ServerLimits.defaults().withConnections(1, 1);
        ServerOptions options = ServerOptions.at("127.0.0.1", 0).withLimits(limits);
        try (ChatServer server = ChatServer.start(options)) {
            Address address =
                    new Address("127.0.0.1", server.address().getPort(), false, "#a", null);
            guest("Ann", address, ClientOptions.defaults()).entered();
            Guest late = guest("Ben", address, ClientOptions.defaults());
            assertThat(late.events().await(ClientEvent.ConnectFailed.class).failure().kind())
                    .isEqualTo(Failure.Kind.HOST_FULL);
        }
    }

    @Test
    void everyoneIsToldWhenTheHostClosesTheRoom() throws Exception {
        Guest ben = guest("Ben").entered();
        try (RawGuest cleo = new RawGuest(hosted.hostAddress()).enter("Cleo", ROOM)) {
            hosted.close();
            Failure why = ben.events().await(ClientEvent.Disconnected.class).failure();
            assertThat(why.kind()).isEqualTo(Failure.Kind.CLOSED_BY_HOST);
            assertThat(why.detail()).contains("The host closed the room");
            ben.events().await(ClientEvent.Reconnecting.class);
            assertThat(cleo.await("ERROR")).contains("The host closed the room");
        }
    }

    @Test
    void whatIsSaidWhileTheHostIsGoneIsSentAgainWhenItIsBack(@TempDir Path folder)
            throws Exception {
        // Only whoever comes back with the same key is the same host.
        hosted.close();
        hosted = HostedRoom.open(notKept(PortChoice.preferred(FreePort.find())), folder);
        Guest ben = guest("Ben").entered();
        int port = hosted.address().port();
        hosted.close();
        ben.events().await(ClientEvent.Disconnected.class);
        ben.say(ROOM, "anybody?");
        long token = ben.events().await(ClientEvent.NotSent.class).token();

        hosted = HostedRoom.open(notKept(PortChoice.exactly(port)), folder);
        ben.client().retryNow();
        ben.events().await(ClientEvent.Connected.class);
        assertThat(ben.events().await(ClientEvent.RoomEntered.class).conversation())
                .isEqualTo(ROOM);
        Guest ann = host("Ann").entered();
        ben.client().submit(new ClientRequest.Retry(token));
        assertThat(ben.events().await(ClientEvent.Confirmed.class).token()).isEqualTo(token);
        assertThat(ann.hear().text()).isEqualTo("anybody?");
    }

    @Test
    void whoLeavesSaysGoodbye() throws Exception {
        Guest ann = host("Ann").entered();
        Guest ben = guest("Ben").entered();
        ben.client().close("good night");
        ClientEvent.PersonLeft left = ann.events().await(ClientEvent.PersonLeft.class);
        assertThat(left.name()).isEqualTo("Ben");
        assertThat(left.how()).isEqualTo(ClientEvent.PersonLeft.How.QUIT);
        assertThat(left.reason()).contains("good night");
    }
}

package chat.snug.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.BanKind;
import chat.snug.client.ChatClient;
import chat.snug.client.ClientEvent.AccountChanged;
import chat.snug.client.ClientEvent.BansListed;
import chat.snug.client.ClientEvent.Disconnected;
import chat.snug.client.ClientEvent.FeaturesChanged;
import chat.snug.client.ClientEvent.ModesChanged;
import chat.snug.client.ClientEvent.PeopleListed;
import chat.snug.client.ClientEvent.PersonChanged;
import chat.snug.client.ClientEvent.PersonJoined;
import chat.snug.client.ClientEvent.RoomEntered;
import chat.snug.client.ClientEvent.RoomLeft;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientOptions;
import chat.snug.client.ClientRequest;
import chat.snug.client.EventLog;
import chat.snug.client.Feature;
import chat.snug.client.Person;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.key.OwnKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Host and moderators keep somebody out by the key that their computer shows. */
@Timeout(60)
class KeyBanTest {
    private static final String ROOM = "#tea";
    private static final OwnKey EVES = OwnKey.make();

    private Apps apps;
    private HostedRoom hosted;

    @BeforeEach
    void open() throws Exception {
        apps = new Apps();
        PortChoice port = PortChoice.preferred(FreePort.find());
        hosted = HostedRoom.open(new HostingOptions("tea", port, null, null));
    }

    @AfterEach
    void close() {
        apps.close();
        hosted.close();
    }

    private record App(ChatClient client, EventLog events) {
        App entered() {
            events.await(RoomEntered.class);
            events.await(PeopleListed.class);
            return this;
        }

        void leave() {
            client.close("");
            events.await(Disconnected.class);
        }

        void wants(ClientRequest request) {
            client.submit(request);
        }

        /** What the host tells of somebody's key after they have come. */
        Person keyOf(String name) {
            wants(new ClientRequest.AskKey(name));
            return events.await(
                            PersonChanged.class,
                            now -> now.person().name().equals(name) && now.person().key() != null)
                    .person();
        }

        RoomRefused.Reason refusal() {
            return events.await(RoomRefused.class).reason();
        }
    }

    private App come(String name, @Nullable OwnKey key, ClientRequest... before) {
        return come(name, ClientOptions.defaults().withOwnKey(() -> key), before);
    }

    private App come(String name, ClientOptions options, ClientRequest... before) {
        EventLog events = new EventLog();
        return new App(apps.connect(name, hosted.hostAddress(), options, events, before), events);
    }

    private App host() {
        return come("Ann", ClientOptions.defaults().withHostKey(hosted.hostKey()));
    }

    private static void ban(App by, String name, BanKind kind) {
        by.wants(new ClientRequest.Ban(ROOM, name, kind, true));
        by.wants(new ClientRequest.Remove(ROOM, name, ""));
    }

    /** Somebody has an account with a password. */
    private void registered(String name, String password) {
        App there = come(name, (OwnKey) null).entered();
        there.wants(new ClientRequest.Register(password, null));
        there.events().await(AccountChanged.class);
        there.leave();
    }

    @Test
    void whoeverIsBannedByTheirKeyStaysOutUnderAnotherNameAndAccountUntilItIsTakenBack() {
        registered("Mallory", "open sesame");
        App ann = host();
        assertThat(ann.events().await(FeaturesChanged.class).features()).contains(Feature.KEY_BANS);
        ann.entered();
        App eve = come("Eve", EVES).entered();
        ann.events().await(PersonJoined.class, now -> now.person().name().equals("Eve"));
        assertThat(ann.keyOf("Eve").key()).isEqualTo(EVES.fingerprint());

        ban(ann, "Eve", BanKind.KEY);
        assertThat(eve.events().await(RoomLeft.class).by()).isEqualTo("Ann");
        eve.leave();

        App mallory = come("Zoe", EVES, new ClientRequest.SignIn("Mallory", "open sesame"));
        assertThat(mallory.events().await(AccountChanged.class).account()).isEqualTo("Mallory");
        assertThat(mallory.refusal()).isEqualTo(RoomRefused.Reason.BANNED);
        come("Ben", OwnKey.make()).entered();

        ann.wants(new ClientRequest.ListBans(ROOM));
        assertThat(ann.events().await(BansListed.class).bans())
                .singleElement()
                .satisfies(ban -> assertThat(ban.key()).isEqualTo(EVES.fingerprint().toString()));
        ann.wants(new ClientRequest.Ban(ROOM, "Eve", false));
        ann.events().await(ModesChanged.class, now -> now.modes().startsWith("-b ~z:"));
        mallory.wants(new ClientRequest.Join(ROOM, null));
        mallory.entered();
    }

    @Test
    void aModeratorWhoIsNotTheHostCanDoTheSame() {
        App ann = host().entered();
        App mo = come("Mo", (OwnKey) null).entered();
        App eve = come("Eve", EVES).entered();
        ann.events().await(PersonJoined.class, now -> now.person().name().equals("Eve"));
        ann.wants(new ClientRequest.Promote(ROOM, "Mo", true));
        mo.events()
                .await(
                        PersonChanged.class,
                        now -> now.person().name().equals("Mo") && now.person().moderates());
        assertThat(mo.keyOf("Eve").key()).isEqualTo(EVES.fingerprint());

        ban(mo, "Eve", BanKind.KEY);
        assertThat(eve.events().await(RoomLeft.class).by()).isEqualTo("Mo");
        eve.wants(new ClientRequest.Join(ROOM, null));
        assertThat(eve.refusal()).isEqualTo(RoomRefused.Reason.BANNED);
    }
}

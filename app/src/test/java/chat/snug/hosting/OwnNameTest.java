package chat.snug.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ChatClient;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.AccountChanged;
import chat.snug.client.ClientEvent.ConnectFailed;
import chat.snug.client.ClientEvent.Connected;
import chat.snug.client.ClientOptions;
import chat.snug.client.ClientRequest;
import chat.snug.client.EventLog;
import chat.snug.client.Failure;
import chat.snug.client.Person;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.key.OwnKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Apps with keys of their own in one room: a name stays with whoever took it first. */
@Timeout(60)
class OwnNameTest {
    private final OwnKey anns = OwnKey.make();
    private final OwnKey eves = OwnKey.make();
    private Apps apps;
    private HostedRoom hosted;
    @TempDir private Path folder;

    @BeforeEach
    void open() throws Exception {
        apps = new Apps();
        hosted = host();
    }

    private HostedRoom host() throws Exception {
        PortChoice port = PortChoice.preferred(FreePort.find());
        return HostedRoom.open(new HostingOptions("tea", port, null, null), folder);
    }

    @AfterEach
    void close() {
        apps.close();
        hosted.close();
    }

    private record App(ChatClient client, EventLog events) {
        Connected arrived() {
            return events.await(Connected.class);
        }

        void leave() {
            client.close("");
            events.await(ClientEvent.Disconnected.class);
        }
    }

    private App app(String name, @Nullable OwnKey key) {
        return app(name, key, null);
    }

    /** With {@code secret} it is the host's own. */
    private App app(String name, @Nullable OwnKey key, @Nullable String secret) {
        EventLog events = new EventLog();
        ClientOptions options = ClientOptions.defaults().withOwnKey(() -> key).withHostKey(secret);
        return new App(apps.connect(name, hosted.hostAddress(), options, events), events);
    }

    /** Comes in as the owner of the name, without a word. */
    private App owner(String name, OwnKey key) {
        App app = app(name, key);
        assertThat(app.events().await(AccountChanged.class))
                .isEqualTo(new AccountChanged(name, true));
        assertThat(app.arrived().me()).isEqualTo(name);
        return app;
    }

    private void isOfferedAnother(App app, String name) {
        ConnectFailed failed = app.events().await(ConnectFailed.class);
        assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.NAME_OWNED);
        assertThat(failed.suggestedName()).isEqualTo(name);
    }

    @Test
    void whoTakesANameFirstOwnsIt() {
        App ann = owner("Ann", anns);
        isOfferedAnother(app("Ann", eves), "Ann_");
        ann.leave();
        isOfferedAnother(app("ann", eves), "ann_");

        owner("Ann_", eves);
        owner("Ann", anns);
    }

    @Test
    void itIsTheirsTheNextDay() throws Exception {
        owner("Ann", anns).leave();
        hosted.close();
        hosted = host();

        isOfferedAnother(app("Ann", eves), "Ann_");
        owner("Ann", anns);
    }

    @Test
    void whoHasNoKeyIsAGuestAndTakesNobodysName() {
        App ben = app("Ben", null);
        ben.arrived();
        App ann = owner("Ann", anns);
        List<Person> seen = new ArrayList<>();
        ann.events()
                .await(
                        ClientEvent.PersonChanged.class,
                        changed -> {
                            seen.add(changed.person());
                            return changed.person().name().equals("Ben")
                                    && changed.person().guest();
                        });
        assertThat(seen)
                .filteredOn(person -> person.name().equals("Ann"))
                .allMatch(person -> !person.guest());

        ann.leave();
        ben.events().await(ClientEvent.PersonLeft.class, left -> left.name().equals("Ann"));
        isOfferedAnother(app("Ann", null), "Ann_");
    }

    /** The line is cut, the host has not noticed, and the app comes back from elsewhere. */
    @Test
    void theOwnerComesBackUnderTheirName() {
        App ann = owner("Ann", anns);
        ann.client().submit(new ClientRequest.ChangeName("Annie"));
        ann.events().await(ClientEvent.MyNameChanged.class);
        App again = owner("Ann", anns);
        assertThat(again.events().await(ClientEvent.PeopleListed.class).people())
                .extracting(Person::name)
                .contains("Ann", "Annie");
    }

    /** The host's own app is known by its key like any other, also on the day it is a guest. */
    @Test
    void theHostOwnsItsNameToo() {
        App mei = app("Mei", anns, hosted.hostKey());
        assertThat(mei.events().await(AccountChanged.class))
                .isEqualTo(new AccountChanged("Mei", true));
        mei.arrived();
        isOfferedAnother(app("Mei", eves), "Mei_");
        mei.leave();

        isOfferedAnother(app("Mei", eves), "Mei_");
        owner("Mei", anns);
    }
}

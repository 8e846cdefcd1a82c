package chat.snug.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.ChatClient;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.AccountChanged;
import chat.snug.client.ClientEvent.Confirmed;
import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.Disconnected;
import chat.snug.client.ClientEvent.Found;
import chat.snug.client.ClientEvent.MarkedRead;
import chat.snug.client.ClientEvent.Reacted;
import chat.snug.client.ClientEvent.Redacted;
import chat.snug.client.ClientOptions;
import chat.snug.client.ClientRequest;
import chat.snug.client.ClientRequest.ReadHistory;
import chat.snug.client.ClientRequest.ReadHistory.Part;
import chat.snug.client.Feature;
import chat.snug.client.Identity;
import chat.snug.hosting.HostedRoom;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.HostingOptions.PortChoice;
import chat.snug.net.NanoClock;
import chat.snug.net.SelectorLoop;
import chat.snug.ui.timeline.TimelineItem.Membership;
import chat.snug.ui.timeline.TimelineItem.Message;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A room that is kept in a file and opened again: an app's timeline reads all of it. */
@Timeout(60)
final class KeptRoomTest {
    private static final String ROOM = "#tea";
    private static final int SAID = 350;
    private static final int AT_ONCE = 40;

    @TempDir private Path data;
    private final List<ChatClient> clients = new ArrayList<>();
    private SelectorLoop loop;
    private HostedRoom hosted;

    @BeforeEach
    void open() throws Exception {
        loop = SelectorLoop.start("test-client-loop", NanoClock.system());
        hosted = open(PortChoice.preferred(26_700));
    }

    private HostedRoom open(PortChoice port) throws Exception {
        return HostedRoom.open(new HostingOptions("tea", port, null, null), data);
    }

    @AfterEach
    void close() {
        clients.forEach(ChatClient::close);
        loop.close();
        hosted.close();
    }

    /** The host closes the room and opens it again. */
    private void restart() throws Exception {
        int port = hosted.hostAddress().port();
        hosted.close();
        hosted = open(PortChoice.exactly(port));
    }

    /**
     * Somebody with the app: what happens goes into their timeline, and what that asks goes out.
     */
    private final class Reader {
        final TimelineViewModel timeline =
                new TimelineViewModel(Clock.systemUTC(), ZoneOffset.UTC, Locale.UK);
        private final BlockingQueue<ClientEvent> events = new LinkedBlockingQueue<>();
        private final ChatClient client;

        Reader(String name) {
            Address address = hosted.hostAddress();
            client =
                    new ChatClient(
                            loop,
                            address,
                            new Identity(name, name),
                            ClientOptions.defaults(),
                            events::add);
            clients.add(client);
            timeline.setAnywhere(true);
            timeline.setShown(true);
            timeline.setOnRequest(this::ask);
            client.connect();
            await(ClientEvent.PeopleListed.class, _ -> true);
        }

        private void ask(TimelineRequest request) {
            switch (request) {
                case TimelineRequest.Earlier(String id, Instant time) ->
                        read(Part.BEFORE, id, time);
                case TimelineRequest.Later(String id, Instant time) -> read(Part.AFTER, id, time);
                case TimelineRequest.Newest _ -> read(Part.NEWEST, null, null);
                case TimelineRequest.Around(String id, Instant time) -> read(Part.AROUND, id, time);
                default -> throw new AssertionError(request);
            }
        }

        private void read(Part part, @Nullable String id, @Nullable Instant time) {
            client.submit(new ReadHistory(ROOM, part, id, time));
        }

        void say(String text) {
            client.submit(new ClientRequest.Say(ROOM, text, ClientEvent.Said.Kind.TEXT));
        }

        /** The next event that fits; it and those before it are in the timeline then. */
        <E extends ClientEvent> E await(Class<E> kind, Predicate<E> fits) {
            while (true) {
                ClientEvent event = next();
                if (kind.isInstance(event) && fits.test(kind.cast(event))) {
                    return kind.cast(event);
                }
            }
        }

        private ClientEvent next() {
            try {
                ClientEvent event = events.poll(20, TimeUnit.SECONDS);
                if (event == null) {
                    throw new AssertionError("nothing comes after " + texts());
                }
                if (event instanceof ConversationEvent told && told.conversation().equals(ROOM)) {
                    timeline.apply(List.of(told));
                }
                return event;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        void until(BooleanSupplier so) {
            while (!so.getAsBoolean()) {
                next();
            }
        }

        boolean mayBeMoreAbove() {
            return !(timeline.items().getFirst() instanceof TimelineItem.Edge edge
                    && edge.state() == TimelineItem.Edge.State.BEGINNING);
        }

        /** Those of whom a line says that they came in, as often as one does. */
        List<String> came() {
            return timeline.items().stream()
                    .filter(Membership.class::isInstance)
                    .flatMap(item -> ((Membership) item).parts().stream())
                    .flatMap(part -> part.names().stream())
                    .toList();
        }

        List<String> texts() {
            return timeline.items().stream()
                    .filter(Message.class::isInstance)
                    .map(item -> (Message) item)
                    .filter(message -> message.marks().deletion() == null)
                    .map(Message::text)
                    .toList();
        }
    }

    /**
     * Messages 1 to {@link #SAID}, the first of them by {@code reader}: nobody may say many at a
     * time, so others go on. Returns their ids.
     */
    private List<String> talk(Reader reader) {
        List<String> ids = new ArrayList<>();
        Reader speaker = reader;
        while (ids.size() < SAID) {
            int first = ids.size();
            int after = Math.min(SAID, first + AT_ONCE);
            for (int i = first; i < after; i++) {
                speaker.say("message " + (i + 1));
            }
            for (int i = first; i < after; i++) {
                Confirmed confirmed = speaker.await(Confirmed.class, _ -> true);
                ids.add(Objects.requireNonNull(confirmed.said().id()));
            }
            speaker = new Reader("Talk" + after);
        }
        return ids;
    }

    private static List<String> messages(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "message " + i).toList();
    }

    @Test
    void anyPlaceIsReadAfterARestartWithWhatWasPutOnItsMessages() throws Exception {
        Reader ann = new Reader("Ann");
        List<String> ids = talk(ann);
        ann.client.submit(new ClientRequest.React(ROOM, ids.get(9), "👍", false));
        ann.await(Reacted.class, _ -> true);
        ann.client.submit(new ClientRequest.Redact(ROOM, ids.get(19), ""));
        ann.await(Redacted.class, _ -> true);
        ann.client.close();
        restart();

        Reader ben = new Reader("Ben");
        ben.until(() -> ben.texts().contains("message " + SAID));
        assertThat(ben.texts()).doesNotContain("message 10");
        ben.timeline.goTo(ids.get(9));
        ben.until(() -> ben.timeline.jumps.jumpProperty().get() != null);
        int row = ben.timeline.indexOf(ben.timeline.jumps.jumpProperty().get().key());
        Message found = (Message) ben.timeline.items().get(row);
        assertThat(found.text()).isEqualTo("message 10");
        assertThat(found.marks().reactions().getFirst().people()).containsExactly("Ann");
        assertThat(ben.timeline.attachedProperty().get()).isFalse();

        while (!ben.timeline.attachedProperty().get()) {
            int last = ben.timeline.items().size() - 1;
            ben.timeline.inView(last - 10, last);
            ben.await(ClientEvent.HistoryRead.class, _ -> true);
        }
        List<String> all = new ArrayList<>(messages(1, SAID));
        all.remove("message 20");
        assertThat(ben.texts()).isEqualTo(all);
    }

    @Test
    void whoCameIsToldOnceHoweverOftenPagesAreAskedFor() {
        new Reader("Ann");
        new Reader("Ben");
        Reader cleo = new Reader("Cleo");
        cleo.until(() -> cleo.came().contains("Cleo"));

        cleo.timeline.inView(0, cleo.timeline.items().size() - 1);
        cleo.until(
                () ->
                        cleo.timeline.items().getFirst() instanceof TimelineItem.Edge edge
                                && edge.state() == TimelineItem.Edge.State.BEGINNING);

        assertThat(cleo.came()).containsExactly("Ann", "Ben", "Cleo");
    }

    @Test
    void whoCameBeforeTheFirstWordIsToldOnce() {
        new Reader("Ann");
        Reader ben = new Reader("Ben");
        ben.say("hello");
        ben.await(Confirmed.class, _ -> true);
        Reader cleo = new Reader("Cleo");
        cleo.until(() -> cleo.came().contains("Cleo"));

        while (cleo.mayBeMoreAbove()) {
            cleo.timeline.inView(0, cleo.timeline.items().size() - 1);
            cleo.await(ClientEvent.HistoryRead.class, _ -> true);
        }

        assertThat(cleo.came()).containsExactly("Ann", "Ben", "Cleo");
    }

    @Test
    void whatWasMissedOverARestartComesOnceAndInOrder() throws Exception {
        Reader ben = new Reader("Ben");
        Reader ann = new Reader("Ann");
        ann.say("before");
        ben.until(() -> ben.texts().contains("before"));
        restart();
        ben.await(Disconnected.class, _ -> true);
        ann.await(Disconnected.class, _ -> true);
        ann.client.connect();
        ann.await(ClientEvent.PeopleListed.class, _ -> true);
        talk(ann);
        ben.client.connect();
        ben.until(() -> ben.texts().contains("message " + SAID));
        ann.say("after");
        ben.until(() -> ben.texts().contains("after"));
        List<String> all = new ArrayList<>(messages(1, SAID));
        all.addFirst("before");
        all.addLast("after");
        assertThat(ben.texts()).isEqualTo(all);
    }

    @Test
    void everythingThatIsKeptIsFound() throws Exception {
        Reader ann = new Reader("Ann");
        ann.say("a needle in the hay");
        ann.await(Confirmed.class, _ -> true);
        talk(ann);
        ann.client.close();
        restart();
        Reader ben = new Reader("Ben");
        List<ClientRequest> asked = new ArrayList<>();
        FindViewModel find =
                new FindViewModel(
                        ROOM,
                        ben.timeline,
                        () -> EnumSet.allOf(Feature.class),
                        request -> {
                            asked.add(request);
                            ben.client.submit(request);
                        });
        ben.until(() -> ben.texts().contains("message " + SAID));
        find.wordsProperty().set("needle");
        find.older();
        find.found(ben.await(Found.class, _ -> true));
        assertThat(find.stateProperty().get().count()).isEqualTo(1);
        ben.until(() -> ben.texts().contains("a needle in the hay"));

        find.wordsProperty().set("message");
        find.older();
        while (find.stateProperty().get().asking()) {
            find.found(ben.await(Found.class, _ -> true));
        }
        assertThat(find.stateProperty().get().count()).isEqualTo(SAID);
        assertThat(asked.size()).isLessThan(10);
    }

    @Test
    void whatIsReadInOneAppIsReadInTheOther() throws Exception {
        Reader one = new Reader("Ann");
        one.client.submit(new ClientRequest.Register("a long password", null));
        one.await(AccountChanged.class, changed -> changed.account() != null);
        one.say("hello");
        Instant time = one.await(Confirmed.class, _ -> true).said().time();

        Reader other = new Reader("Ann2");
        other.client.submit(new ClientRequest.SignIn("Ann", "a long password"));
        other.await(AccountChanged.class, changed -> changed.account() != null);
        one.client.submit(new ClientRequest.MarkRead(ROOM, time));
        assertThat(other.await(MarkedRead.class, read -> read.upTo() != null).upTo())
                .isEqualTo(time);
        restart();
        other.await(Disconnected.class, _ -> true);
        other.client.connect();
        assertThat(other.await(MarkedRead.class, read -> read.upTo() != null).upTo())
                .isEqualTo(time);
    }
}

package chat.snug.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.hosting.HostingOptions.PortChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The door of a room as the app has it, with guests over real sockets. */
@Timeout(120)
class HostedDoorTest {
    private static final HostingOptions ASKING =
            new HostingOptions("den", PortChoice.preferred(20_000), null, null)
                    .withAsksFirst(true)
                    .withPlain(true);

    @TempDir private Path data;

    private static <T extends @Nullable Object> T ask(Consumer<Consumer<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        question.accept(answer::complete);
        return answer.join();
    }

    private static List<Caller> next(BlockingQueue<List<Caller>> told) throws Exception {
        List<Caller> callers = told.poll(60, TimeUnit.SECONDS);
        if (callers == null) {
            throw new AssertionError("nobody was told");
        }
        return callers;
    }

    @Test
    void theHostLetsSomebodyInOrNot() throws Exception {
        try (HostedRoom room = HostedRoom.open(ASKING);
                RawGuest ann = new RawGuest(room.hostAddress())) {
            BlockingQueue<List<Caller>> told = new LinkedBlockingQueue<>();
            room.door().onCallers(told::add);
            assertThat(next(told)).isEmpty();
            ann.send("NICK ann");
            ann.send("USER ann 0 * :Ann");
            Caller caller = next(told).getFirst();
            assertThat(caller.name()).isEqualTo("ann");
            assertThat(caller.recognisable()).isFalse();

            room.door().letIn(caller);
            assertThat(next(told)).isEmpty();
            ann.await(" 001 ann ");

            try (RawGuest eve = new RawGuest(room.hostAddress())) {
                eve.send("NICK eve");
                eve.send("USER eve 0 * :Eve");
                room.door().turnAway(next(told).getFirst());
                eve.await("ERROR :The host did not let you in");
            }
            List<Deed> deeds = ask(whom -> room.door().deeds(9, whom));
            assertThat(deeds)
                    .extracting(Deed::act)
                    .containsExactly(Deed.Act.TURNED_AWAY, Deed.Act.LET_IN);
        }
    }

    @Test
    void anInviteOpensTheDoorAndIsSeenToBeUsed() throws Exception {
        try (HostedRoom room = HostedRoom.open(ASKING);
                RawGuest ann = new RawGuest(room.hostAddress())) {
            String key =
                    HostedDoorTest.<@Nullable String>ask(
                            made -> room.door().invite(Duration.ofHours(1), 3, made));
            ann.send("PASS " + key);
            ann.send("NICK ann");
            ann.send("USER ann 0 * :Ann");
            ann.await(" 001 ann ");

            LimitedInvite invite = ask(room.door()::invites).getFirst();
            assertThat(invite.used()).isEqualTo(1);
            assertThat(invite.isGood(invite.made())).isTrue();

            room.door().withdraw(invite);
            assertThat(ask(room.door()::invites).getFirst().withdrawn()).isTrue();
            assertThat(ask(room.door()::known)).isEmpty();
        }
    }

    @Test
    void aRoomThatAskedAsksAgainWhenItIsOpenedLater() throws Exception {
        HostedRoom.open(ASKING, data).close();

        try (HostedRoom again = HostedRoom.open(ASKING.withAsksFirst(false), data)) {
            assertThat(again.door().isAsking()).isTrue();
            again.door().asking(false);
            assertThat(again.door().isAsking()).isFalse();
        }

        try (HostedRoom third = HostedRoom.open(ASKING.withAsksFirst(false), data)) {
            assertThat(third.door().isAsking()).isFalse();
        }
    }

    @Test
    void aDoorThatIsClosedForGoodAnswersNothing() throws Exception {
        HostedRoom room = HostedRoom.open(ASKING);
        room.close();

        room.door().asking(false);
        room.door().onCallers(_ -> {});
        room.door().deeds(1, _ -> {});
        assertThat(room.door().isAsking()).isFalse();
    }
}

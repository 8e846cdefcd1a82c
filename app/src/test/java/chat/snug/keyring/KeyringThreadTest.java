package chat.snug.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.keyring.KeyringException.Trouble;
import chat.snug.keyring.KeyringThread.Answer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a keyring does, there is an answer. */
final class KeyringThreadTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FakeKeyring keyring = new FakeKeyring();
    private final AtomicInteger found = new AtomicInteger();
    private KeyringThread thread = with(LONG);

    private KeyringThread with(Duration patience) {
        return new KeyringThread(
                () -> {
                    found.incrementAndGet();
                    return keyring;
                },
                patience);
    }

    @AfterEach
    void close() {
        thread.close();
    }

    private static Answer of(CompletableFuture<Answer> answer) throws Exception {
        return answer.get(20, TimeUnit.SECONDS);
    }

    @Test
    void itIsLookedForWhenItIsWanted() throws Exception {
        assertThat(found).hasValue(0);
        assertThat(of(thread.put("a", "sesame")).trouble()).isNull();
        assertThat(of(thread.get("a")).secret()).isEqualTo("sesame");
        assertThat(of(thread.remove("a")).trouble()).isNull();
        assertThat(of(thread.get("a"))).isEqualTo(new Answer(null, ""));
        assertThat(found).hasValue(1);
        assertThat(new Answer(null, "sesame").toString()).doesNotContain("sesame");
    }

    @Test
    void whatItRefusesIsTold() throws Exception {
        keyring.trouble = Trouble.LOCKED;
        assertThat(of(thread.get("a")).trouble()).isEqualTo(Trouble.LOCKED);
        keyring.trouble = null;
        keyring.broken = true;
        assertThat(of(thread.put("a", "sesame")).trouble()).isEqualTo(Trouble.FAILED);
        keyring.broken = false;
        keyring.losing = true;
        assertThat(of(thread.put("a", "sesame")).trouble()).isEqualTo(Trouble.FAILED);
    }

    @Test
    void whoeverRefusesToUnlockItIsAskedOnce() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        keyring.gate = gate;
        keyring.trouble = Trouble.LOCKED;
        CompletableFuture<Answer> first = thread.get("a");
        CompletableFuture<Answer> second = thread.remove("b");
        gate.countDown();
        assertThat(of(first).trouble()).isEqualTo(Trouble.LOCKED);
        assertThat(of(second).trouble()).isEqualTo(Trouble.LOCKED);
        assertThat(keyring.asked).containsExactly("get a");
        keyring.trouble = null;
        assertThat(of(thread.get("a")).trouble()).as("later").isNull();

        // Nobody has refused what nobody was asked for.
        CountDownLatch next = new CountDownLatch(1);
        keyring.gate = next;
        keyring.locked = true;
        CompletableFuture<Answer> quiet = thread.removeQuietly("b");
        CompletableFuture<Answer> wanted = thread.get("a");
        next.countDown();
        assertThat(of(quiet).trouble()).isEqualTo(Trouble.LOCKED);
        assertThat(of(wanted).trouble()).isNull();
    }

    @Test
    void nobodyIsAskedToUnlockItForWhatCanWait() throws Exception {
        keyring.locked = true;
        assertThat(of(thread.putQuietly("a", "sesame")).trouble()).isEqualTo(Trouble.LOCKED);
        assertThat(of(thread.removeQuietly("a")).trouble()).isEqualTo(Trouble.LOCKED);
        assertThat(keyring.asked).containsOnly("is open");
    }

    @Test
    void aSilentOneIsLeftAloneUntilItHasAnswered() throws Exception {
        thread = with(Duration.ofMillis(50));
        CountDownLatch gate = new CountDownLatch(1);
        keyring.gate = gate;
        assertThat(of(thread.put("a", "sesame")).trouble()).isEqualTo(Trouble.SILENT);
        CompletableFuture<Answer> next = thread.get("a");
        assertThat(next).as("nobody waits again").isDone();
        assertThat(of(next).trouble()).isEqualTo(Trouble.SILENT);
        gate.countDown();
        Answer answer = of(thread.get("a"));
        while (answer.trouble() != null) {
            Thread.onSpinWait();
            answer = of(thread.get("a"));
        }
        assertThat(answer.secret()).isEqualTo("sesame");
    }

    @Test
    void closingEndsItsWaiting() throws Exception {
        keyring.gate = new CountDownLatch(1);
        CompletableFuture<Answer> waiting = thread.get("a");
        while (keyring.asked.isEmpty()) {
            Thread.onSpinWait();
        }
        thread.close();
        assertThat(of(waiting).trouble()).isEqualTo(Trouble.SILENT);
        assertThat(thread.get("a")).isDone();
    }

    @Test
    void withoutOneTheAnswerIsThereAtOnce() throws Exception {
        KeyringThread none = KeyringThread.none();
        assertThat(none.mayBeThere()).isFalse();
        assertThat(none.put("a", "sesame")).isDone();
        assertThat(of(none.put("a", "sesame")).trouble()).isEqualTo(Trouble.ABSENT);
        none.close();
    }
}

package chat.snug.server;

import chat.snug.server.host.Knock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The host in a test: is told who waits, and decides. */
final class Porter {
    private final BlockingQueue<List<Knock>> told = new LinkedBlockingQueue<>();
    private final FrontDoor door;

    Porter(ChatServer server) {
        this.door = server.door();
        door.onKnock(told::add);
    }

    /** What is told once it is so; fails if it never is. */
    List<Knock> until(Predicate<List<Knock>> so) {
        try {
            while (true) {
                List<Knock> waiting = told.poll(60, TimeUnit.SECONDS);
                if (waiting == null) {
                    throw new AssertionError("the host was not told");
                }
                if (so.test(waiting)) {
                    return waiting;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Somebody of that name, once they wait. */
    Knock knock(String name) {
        return named(until(all -> all.stream().anyMatch(k -> k.name().equals(name))), name);
    }

    static Knock named(List<Knock> all, String name) {
        return all.stream().filter(k -> k.name().equals(name)).findFirst().orElseThrow();
    }

    /** What the server tells when it is asked. */
    static <T extends @Nullable Object> T ask(Consumer<Consumer<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        question.accept(answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }
}

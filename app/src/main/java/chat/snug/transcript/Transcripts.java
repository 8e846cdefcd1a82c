package chat.snug.transcript;

import chat.snug.client.ClientEvent.Confirmed;
import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.Found;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.ClientEvent.Redacted;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientRequest.ReadHistory;
import chat.snug.client.ClientRequest.Search;
import chat.snug.client.EventWeight;
import chat.snug.client.SecretWords;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of what this person saw, in one file on their own computer. What is said again, because a
 * host tells its history anew, stands there once.
 *
 * <p>All methods return at once, on any thread; the work is done by {@code snug-transcript} and by
 * the threads of the store, and answers come on one of them. The file is opened when something is
 * first kept or asked for; a damaged one is set aside. At most {@value #MOST_WAITING} messages wait
 * to be kept: what comes while the disk is farther behind is not kept.
 */
public final class Transcripts implements AutoCloseable {
    static final int MOST_WAITING = 50_000;

    private static final Logger LOG = LoggerFactory.getLogger(Transcripts.class);
    private static final int PAGE = 100;
    private static final int MOST_FOUND = 200;
    private static final int EXPORT_PAGE = 500;
    private static final long CLOSE_SECONDS = 5;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    task -> Thread.ofPlatform().daemon().name("snug-transcript").unstarted(task));
    private final AtomicInteger waiting = new AtomicInteger();
    private final @Nullable Path folder;
    private final List<Trouble> untold = new ArrayList<>();
    private @Nullable Consumer<Trouble> onTrouble;
    private @Nullable Copies copies;
    private boolean opened;

    /**
     * Something that a person must know.
     *
     * @param where the file or the folder
     */
    public record Trouble(Kind kind, Path where) {
        /** What it is. */
        public enum Kind {
            /** The file was damaged, is now called {@code where}, and a new one is begun. */
            SET_ASIDE,
            /** Another app of the same person keeps the copy. */
            IN_USE,
            /** Nothing can be kept there. */
            OFF
        }
    }

    /** In which form a transcript is written out. */
    public enum Form {
        TEXT,
        MARKDOWN,
        JSON
    }

    private Transcripts(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Those in {@code folder}, which need not exist. */
    public static Transcripts in(Path folder) {
        return new Transcripts(folder);
    }

    /** No copy at all: there is nothing to wait for, so the answers come before the return. */
    public static Transcripts none() {
        return new Transcripts(null);
    }

    /** Who tells the person; also of what was in the way before. Called on any thread. */
    public synchronized void setOnTrouble(Consumer<Trouble> handler) {
        onTrouble = handler;
        untold.forEach(handler);
        untold.clear();
    }

    private synchronized void tell(Trouble trouble) {
        if (onTrouble == null) {
            untold.add(trouble);
        } else {
            onTrouble.accept(trouble);
        }
    }

    /** Keeps what was said among {@code events}, and takes out what was deleted. */
    public void saw(Place place, List<? extends ConversationEvent> events) {
        List<ConversationEvent> worth = new ArrayList<>();
        events.forEach(event -> collect(event, worth));
        if (worth.isEmpty()) {
            return;
        }
        int weight = EventWeight.of(worth);
        if (waiting.addAndGet(weight) > MOST_WAITING) {
            waiting.addAndGet(-weight);
            LOG.warn("{} messages are not in your copy: the disk is too slow", worth.size());
            return;
        }
        run(
                () -> {
                    waiting.addAndGet(-weight);
                    Copies open = copies();
                    if (open != null) {
                        open.keep(place, worth);
                    }
                });
    }

    private static void collect(ConversationEvent event, List<ConversationEvent> into) {
        switch (event) {
            case Said said -> into.add(SecretWords.withoutSecrets(said));
            case Confirmed confirmed -> into.add(SecretWords.withoutSecrets(confirmed.said()));
            case Redacted redacted -> into.add(redacted);
            case HistoryPage page -> page.events().forEach(each -> collect(each, into));
            case HistoryRead read -> read.events().forEach(each -> collect(each, into));
            case ConversationEvent _ -> {}
        }
    }

    /** One page of the copy, as the host would tell it; failed if there is no such place in it. */
    public CompletableFuture<HistoryRead> read(String host, ReadHistory request) {
        Place place = new Place(host, request.conversation());
        return ask(
                open -> open.read(place, request, PAGE),
                new HistoryRead(request, List.of(), false, true));
    }

    /** What the copy has of what is looked for, as the host would tell it. */
    public CompletableFuture<Found> search(String host, Search request) {
        String conversation = request.conversation();
        Found nothing = new Found(request, List.of(), true);
        if (conversation == null) {
            return CompletableFuture.completedFuture(nothing);
        }
        Place place = new Place(host, conversation);
        return ask(open -> open.search(place, request, MOST_FOUND), nothing);
    }

    /** The conversations with a host of which there is a copy, each with its newest page. */
    public CompletableFuture<List<HistoryRead>> of(String host) {
        return ask(open -> open.of(host, PAGE), List.of());
    }

    /**
     * Writes all of a conversation into a file.
     *
     * @param title what the conversation is called
     * @return completes with how many messages there are, or with the {@link IOException} that was
     *     in the way
     */
    public CompletableFuture<Integer> export(
            Place place, String title, Form form, Path file, ZoneId zone) {
        CompletableFuture<Integer> done = new CompletableFuture<>();
        run(
                () -> {
                    try {
                        done.complete(write(place, Export.of(form, title, zone), file));
                    } catch (IOException | RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                });
        return done;
    }

    private int write(Place place, Export export, Path file) throws IOException {
        Copies open = copies();
        int count = 0;
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(export.begin());
            String after = null;
            while (open != null) {
                List<Line> lines = open.after(place, after, EXPORT_PAGE);
                if (lines.isEmpty()) {
                    break;
                }
                for (Line line : lines) {
                    out.write(export.line(line.said(), count == 0));
                    count++;
                }
                after = lines.getLast().key();
            }
            out.write(export.end());
        }
        return count;
    }

    /** Deletes all of a conversation. */
    public CompletableFuture<Void> delete(Place place) {
        return change(open -> open.delete(place));
    }

    /** Deletes everything. */
    public CompletableFuture<Void> deleteAll() {
        return change(Copies::deleteAll);
    }

    private CompletableFuture<Void> change(Consumer<Copies> action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        run(
                () -> {
                    Copies open = copies();
                    if (open != null) {
                        action.accept(open);
                        open.afterKept(() -> done.complete(null));
                    } else {
                        done.complete(null);
                    }
                });
        return done;
    }

    private <T> CompletableFuture<T> ask(
            Function<Copies, CompletableFuture<T>> question, T otherwise) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        run(
                () -> {
                    Copies open = copies();
                    if (open == null) {
                        answer.complete(otherwise);
                        return;
                    }
                    var _ =
                            question.apply(open)
                                    .whenComplete(
                                            (told, e) ->
                                                    answer.complete(e == null ? told : otherwise));
                });
        return answer;
    }

    /** On the one thread that it belongs to. */
    private @Nullable Copies copies() {
        if (!opened) {
            opened = true;
            copies = folder == null ? null : Copies.open(folder, thread, this::tell);
        }
        return copies;
    }

    private void run(Runnable task) {
        if (folder == null) {
            task.run();
            return;
        }
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("Nothing is kept any more: the app is closing", e);
        }
    }

    /** Keeps what waits, for some seconds at most. */
    @Override
    public void close() {
        run(
                () -> {
                    opened = true;
                    if (copies != null) {
                        copies.close();
                        copies = null;
                    }
                });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Your copy is not written yet: is the disk busy?");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

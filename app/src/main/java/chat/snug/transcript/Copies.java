package chat.snug.transcript;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.Found;
import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.ClientEvent.Redacted;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientRequest.ReadHistory;
import chat.snug.client.ClientRequest.ReadHistory.Part;
import chat.snug.client.ClientRequest.Search;
import chat.snug.room.Point;
import chat.snug.room.RoomEvent;
import chat.snug.room.RoomLog;
import chat.snug.room.SearchQuery;
import chat.snug.room.Selection;
import chat.snug.store.SqliteStore;
import chat.snug.store.StoreException;
import chat.snug.store.StoreOptions;
import chat.snug.transcript.Transcripts.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open file with the copies of all conversations; on the thread of {@link Transcripts}. */
final class Copies {
    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

    /** So many of the newest messages are found again by the host's id alone. */
    private static final int REMEMBERED = 5_000;

    private static final int MOST_CONVERSATIONS = 50;

    /** So far back, in pages, a message is looked for that was deleted. */
    private static final int DELETION_PAGES = 40;

    private static final int DELETION_PAGE = 500;
    private static final long PATIENCE_SECONDS = 20;

    private final SqliteStore store;
    private final Executor thread;
    private final Map<String, String> keys =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private Copies(SqliteStore store, Executor thread) {
        this.store = store;
        this.thread = thread;
    }

    /** Opens what is in {@code folder}; null if that cannot be, which is told. */
    static @Nullable Copies open(Path folder, Executor thread, Consumer<Trouble> told) {
        try {
            SqliteStore store =
                    SqliteStore.open(StoreOptions.in(folder), thread, System::currentTimeMillis);
            store.onFailure(
                    sentence -> {
                        LOG.warn("The copy of what you see: {}", sentence);
                        if (store.trouble() != null) {
                            told.accept(new Trouble(Trouble.Kind.OFF, folder));
                        }
                    });
            Path aside = store.setAside();
            if (aside != null) {
                LOG.warn("The copy in {} is damaged and is set aside as {}", folder, aside);
                told.accept(new Trouble(Trouble.Kind.SET_ASIDE, aside));
            }
            return new Copies(store, thread);
        } catch (StoreException e) {
            LOG.warn("Nothing of what you see is kept: {}", e.getMessage(), e);
            boolean inUse = e.reason() == StoreException.Reason.IN_USE;
            told.accept(new Trouble(inUse ? Trouble.Kind.IN_USE : Trouble.Kind.OFF, folder));
            return null;
        }
    }

    void keep(Place place, List<ConversationEvent> events) {
        RoomLog log = store.log(place.key());
        for (ConversationEvent event : events) {
            if (event instanceof Said said) {
                Line line = Line.of(said);
                if (said.id() != null) {
                    keys.put(place.key() + ' ' + said.id(), line.key());
                }
                log.append(line.event());
            } else if (event instanceof Redacted redacted) {
                redact(place, log, redacted.target());
            }
        }
    }

    /** What was said long ago and is deleted now is looked for from the newest on. */
    private void redact(Place place, RoomLog log, String id) {
        String key = keys.get(place.key() + ' ' + id);
        if (key != null) {
            log.redact(key);
        } else {
            redact(log, id);
        }
    }

    private void redact(RoomLog log, String id) {
        String before = null;
        try {
            for (int i = 0; i < DELETION_PAGES; i++) {
                List<RoomEvent> events = await(log.select(newest(before, DELETION_PAGE)));
                for (RoomEvent event : events) {
                    if (event.id().endsWith(' ' + id)) {
                        log.redact(event.id());
                        return;
                    }
                }
                if (events.isEmpty()) {
                    return;
                }
                before = events.getFirst().id();
            }
        } catch (IOException e) {
            LOG.warn("What was deleted in the room is still in your copy", e);
        }
    }

    CompletableFuture<HistoryRead> read(Place place, ReadHistory request, int limit) {
        RoomLog log = store.log(place.key());
        String key = key(place, request);
        return switch (request.part()) {
            case NEWEST -> page(place, request, log.select(newest(null, limit + 1)), limit, true);
            case BEFORE ->
                    key == null
                            ? failed(request)
                            : page(place, request, log.select(newest(key, limit + 1)), limit, true);
            case AFTER ->
                    key == null
                            ? failed(request)
                            : page(
                                    place,
                                    request,
                                    log.select(oldest(key, limit + 1)),
                                    limit,
                                    false);
            case AROUND -> key == null ? failed(request) : around(place, request, log, key, limit);
        };
    }

    private static CompletableFuture<HistoryRead> failed(ReadHistory request) {
        return CompletableFuture.completedFuture(new HistoryRead(request, List.of(), false, true));
    }

    /** Where the message or the moment is; null if it is not known. */
    private @Nullable String key(Place place, ReadHistory request) {
        String id = request.id();
        Instant time = request.time();
        if (time == null) {
            return id == null ? null : keys.get(place.key() + ' ' + id);
        }
        String begin = Line.time(time.toEpochMilli());
        return id == null ? begin : begin + ' ' + id;
    }

    private static Selection newest(@Nullable String before, int limit) {
        Point end = before == null ? null : new Point.Id(before);
        return new Selection(null, end, true, limit, true);
    }

    private static Selection oldest(String after, int limit) {
        return new Selection(new Point.Id(after), null, false, limit, true);
    }

    /** One more than the page has was asked for: it tells whether there is more. */
    private CompletableFuture<HistoryRead> page(
            Place place,
            ReadHistory request,
            CompletableFuture<List<RoomEvent>> answer,
            int limit,
            boolean moreIsFirst) {
        return answer.thenApply(
                events -> {
                    boolean more = events.size() > limit;
                    int from = more && moreIsFirst ? 1 : 0;
                    List<RoomEvent> some =
                            events.subList(from, from + Math.min(limit, events.size()));
                    return new HistoryRead(
                            request,
                            List.<ConversationEvent>copyOf(said(place, some)),
                            more,
                            false);
                });
    }

    private CompletableFuture<HistoryRead> around(
            Place place, ReadHistory request, RoomLog log, String key, int limit) {
        CompletableFuture<List<RoomEvent>> before = log.select(newest(key, limit / 2));
        CompletableFuture<@Nullable RoomEvent> itself = log.find(key);
        CompletableFuture<List<RoomEvent>> after = log.select(oldest(key, limit / 2));
        return CompletableFuture.allOf(before, itself, after)
                .thenApply(
                        _ -> {
                            List<RoomEvent> all = new ArrayList<>(before.join());
                            RoomEvent middle = itself.join();
                            if (middle != null) {
                                all.add(middle);
                            }
                            all.addAll(after.join());
                            return new HistoryRead(
                                    request,
                                    List.<ConversationEvent>copyOf(said(place, all)),
                                    true,
                                    all.isEmpty());
                        });
    }

    CompletableFuture<Found> search(Place place, Search request, int limit) {
        return store.log(place.key())
                .search(new SearchQuery(request.words(), request.from(), null, null, limit))
                .thenApplyAsync(
                        events -> {
                            // A hit is gone to by its id alone.
                            events.forEach(event -> remember(place, event));
                            return new Found(request, said(place, events), false);
                        },
                        thread);
    }

    private void remember(Place place, RoomEvent event) {
        Said said = Line.read(place.conversation(), (RoomEvent.Said) event);
        if (said.id() != null) {
            keys.put(place.key() + ' ' + said.id(), event.id());
        }
    }

    CompletableFuture<List<HistoryRead>> of(String host, int limit) {
        List<CompletableFuture<HistoryRead>> all =
                store.logs().stream()
                        .filter(key -> key.startsWith(host + ' '))
                        .limit(MOST_CONVERSATIONS)
                        .map(
                                key ->
                                        newestPage(
                                                new Place(host, key.substring(host.length() + 1)),
                                                limit))
                        .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                .thenApply(
                        _ ->
                                all.stream()
                                        .map(CompletableFuture::join)
                                        .filter(read -> !read.events().isEmpty())
                                        .toList());
    }

    private CompletableFuture<HistoryRead> newestPage(Place place, int limit) {
        return read(place, new ReadHistory(place.conversation(), Part.NEWEST, null, null), limit);
    }

    /** The oldest behind a key; waits for them. */
    List<Line> after(Place place, @Nullable String key, int limit) throws IOException {
        Point begin = key == null ? null : new Point.Id(key);
        return await(store.log(place.key()).select(new Selection(begin, null, false, limit, true)))
                .stream()
                .map(RoomEvent.Said.class::cast)
                .map(event -> new Line(event.id(), Line.read(place.conversation(), event)))
                .toList();
    }

    /** Nobody but this thread waits. */
    private static List<RoomEvent> await(CompletableFuture<List<RoomEvent>> answer)
            throws IOException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Your copy cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Your copy cannot be read any more", e);
        }
    }

    private static List<Said> said(Place place, List<RoomEvent> events) {
        return events.stream()
                .map(RoomEvent.Said.class::cast)
                .map(event -> Line.read(place.conversation(), event))
                .sorted(Comparator.comparing(Said::time))
                .toList();
    }

    void delete(Place place) {
        store.forget(place.key());
    }

    void deleteAll() {
        keys.clear();
        store.forgetEverything();
    }

    void afterKept(Runnable task) {
        store.afterCommit(task);
    }

    void close() {
        store.close();
    }
}

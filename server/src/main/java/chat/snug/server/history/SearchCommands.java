package chat.snug.server.history;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.protocol.Command;
import chat.snug.protocol.Tags;
import chat.snug.room.Point;
import chat.snug.room.RoomEvent;
import chat.snug.room.SearchQuery;
import chat.snug.server.options.HistoryLimits;
import chat.snug.server.options.SearchLimits;
import chat.snug.server.session.Batch;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.ServerTime;
import chat.snug.server.session.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SEARCH (<a href="https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md">{@code
 * soju.im/search}</a>). Everybody finds what they may read: what was said in the rooms that they
 * are in and in their own private conversations.
 */
public final class SearchCommands {
    private static final Logger LOG = LoggerFactory.getLogger(SearchCommands.class);
    private static final String VERB = "SEARCH";

    private record Found(Story story, RoomEvent event) {}

    private final ServerState server;
    private final Stories stories;
    private final SearchLimits limits;

    public SearchCommands(ServerState server, Stories stories) {
        this.server = server;
        this.stories = stories;
        this.limits = server.limits.history().search();
    }

    public void addTo(CommandDispatcher table) {
        table.on(VERB, REGISTERED, Command.Search.class, this::search);
    }

    private void search(Session session, Command.Search command) {
        Tags attributes = Tags.parse(command.attributes());
        if (attributes.isEmpty()) {
            invalid(session, List.of());
            return;
        }
        String in = attributes.get("in");
        Story named = in == null ? null : stories.called(session, in);
        Long since = time(attributes.get("after"));
        Long until = time(attributes.get("before"));
        int most = limit(attributes.get("limit"));
        List<String> wrong = new ArrayList<>();
        if (in != null && named == null) {
            wrong.add("in");
        }
        if (since == null && attributes.has("after")) {
            wrong.add("after");
        }
        if (until == null && attributes.has("before")) {
            wrong.add("before");
        }
        if (most == 0) {
            wrong.add("limit");
        }
        if (!wrong.isEmpty()) {
            invalid(session, wrong);
            return;
        }
        SearchQuery query =
                new SearchQuery(
                        text(attributes.get("text")),
                        attributes.get("from"),
                        since == null ? null : new Point.Time(since - 1),
                        until == null ? null : new Point.Time(until + 1),
                        most,
                        since != null);
        search(session, named == null ? latest(session) : List.of(named), query);
    }

    private void search(Session session, List<Story> stories, SearchQuery query) {
        session.intake.charge(limits.lines() - 1); // and the line itself
        List<CompletableFuture<List<RoomEvent>>> parts = new ArrayList<>(stories.size());
        for (Story story : stories) {
            Point from = story.from();
            SearchQuery visible =
                    from == null
                            ? query
                            : new SearchQuery(
                                    query.text(),
                                    query.from(),
                                    Points.newer(query.after(), from),
                                    query.before(),
                                    query.limit(),
                                    query.oldest());
            parts.add(story.log().search(visible));
        }
        session.intake.later(
                CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)),
                (_, failure) -> {
                    if (failure == null) {
                        tell(session, chosen(stories, parts, query), query.oldest());
                    } else {
                        LOG.warn("a search failed", failure);
                        server.replies.fail(
                                session, VERB, "INTERNAL_ERROR", "The search could not be run");
                    }
                });
        session.intake.holdUntilTaken();
    }

    /** "If after is specified, messages SHOULD be searched from that time", or else backwards. */
    private static List<Found> chosen(
            List<Story> stories,
            List<CompletableFuture<List<RoomEvent>>> parts,
            SearchQuery query) {
        List<Found> all = new ArrayList<>();
        for (int i = 0; i < stories.size(); i++) {
            for (RoomEvent event : parts.get(i).resultNow()) {
                all.add(new Found(stories.get(i), event));
            }
        }
        all.sort(Comparator.comparing(found -> found.event.id()));
        return query.oldest()
                ? all.subList(0, Math.min(query.limit(), all.size()))
                : all.subList(Math.max(0, all.size() - query.limit()), all.size());
    }

    private void tell(Session session, List<Found> found, boolean oldest) {
        Batch batch = new Batch(server, "soju.im/search");
        Retelling retelling = new Retelling(server, session);
        List<RoomEvent> events = found.stream().map(Found::event).toList();
        int bytes = server.limits.queueBytes() / 4;
        int fitting = Retelling.fitting(events, !oldest, bytes).size();
        int first = oldest ? 0 : found.size() - fitting;
        for (Found one : found.subList(first, first + fitting)) {
            retelling.tell(one.story, List.of(one.event), batch);
        }
        session.send(batch);
    }

    private List<Story> latest(Session session) {
        List<Story> all = new ArrayList<>(stories.all(session));
        all.sort(Comparator.comparingLong((Story story) -> story.log().lastSaid()).reversed());
        return all.subList(0, Math.min(limits.conversations(), all.size()));
    }

    private int limit(@Nullable String text) {
        int allowed = server.limits.history().messages();
        int most = allowed == 0 ? HistoryLimits.defaults().messages() : allowed;
        return text == null ? most : Math.min(most, Numbers.positive(text));
    }

    private static @Nullable Long time(@Nullable String text) {
        return text == null ? null : ServerTime.parse(text);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void invalid(Session session, List<String> wrong) {
        server.replies.fail(session, VERB, "INVALID_PARAMS", wrong, "Invalid parameters");
    }
}

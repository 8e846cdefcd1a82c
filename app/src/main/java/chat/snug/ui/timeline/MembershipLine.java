package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.PersonLeft.How;
import chat.snug.client.Conversations;
import chat.snug.ui.timeline.TimelineItem.Membership;
import chat.snug.ui.timeline.TimelineItem.Membership.Did;
import chat.snug.ui.timeline.TimelineItem.Membership.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Comings and goings that follow each other, folded by person: who comes and leaves again is told
 * once. Each event costs the same, however many people the line holds.
 */
final class MembershipLine {
    /** As many names as a part ever shows; "and 3 others" needs only their number. */
    private static final int NAMES_KEPT = 3;

    /** More people than this begin another line. */
    static final int MOST = 2_000;

    /** More removals or new names than this are told as a number. */
    private static final int TOLD_ONE_BY_ONE = 3;

    /** What became of one person; {@code detail} as in {@link Part}. */
    private record Change(String name, Did did, String detail) {}

    private final long key;
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private @Nullable Instant since;
    private Instant until = Instant.EPOCH;

    MembershipLine(long key) {
        this.key = key;
    }

    long key() {
        return key;
    }

    /** Whether something that happens at {@code at} still belongs into this line. */
    boolean goesOn(Instant at, ZoneId zone) {
        return changes.size() < MOST
                && !at.isBefore(until)
                && LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(until, zone));
    }

    private void happens(Instant at) {
        until = at;
        if (since == null) {
            since = at;
        }
    }

    void joined(ClientEvent.PersonJoined event) {
        happens(event.time());
        String name = event.person().name();
        Change before = take(name);
        Did did = before != null && wasHereBefore(before) ? Did.LEFT_AND_CAME : Did.CAME;
        put(new Change(name, did, ""));
    }

    void left(ClientEvent.PersonLeft event) {
        happens(event.time());
        Change before = take(event.name());
        if (event.how() == How.KICK) {
            String by = event.by() == null ? "" : event.by();
            // Kept beside the person: whoever comes back was still removed.
            Change removed = new Change(event.name(), Did.REMOVED, by);
            changes.put(Conversations.key(event.name()) + " removed", removed);
        } else if (before != null && before.did() == Did.CAME) {
            put(new Change(event.name(), Did.CAME_AND_LEFT, ""));
        } else {
            put(new Change(event.name(), Did.LEFT, event.reason()));
        }
    }

    void renamed(ClientEvent.PersonRenamed event) {
        happens(event.time());
        Change before = take(event.from());
        if (before == null) {
            put(new Change(event.from(), Did.RENAMED, event.to()), event.to());
        } else if (before.did() == Did.RENAMED) {
            boolean back = before.name().equals(event.to());
            String from = back ? event.from() : before.name();
            put(new Change(from, Did.RENAMED, event.to()), event.to());
        } else {
            put(new Change(event.to(), before.did(), before.detail()));
        }
    }

    /** It stands where it began: what is asked for before it is before all that it tells. */
    Membership toItem() {
        Map<Did, List<Change>> byKind = new EnumMap<>(Did.class);
        for (Change change : changes.values()) {
            byKind.computeIfAbsent(change.did(), _ -> new ArrayList<>()).add(change);
        }
        List<Part> parts = new ArrayList<>();
        byKind.forEach(
                (did, people) -> {
                    switch (did) {
                        case CAME, CAME_AND_LEFT, LEFT_AND_CAME -> parts.add(together(did, people));
                        case LEFT ->
                                parts.add(
                                        people.size() == 1
                                                ? alone(people.getFirst())
                                                : together(did, people));
                        case REMOVED, RENAMED -> {
                            if (people.size() > TOLD_ONE_BY_ONE) {
                                parts.add(together(did, people));
                            } else {
                                people.forEach(one -> parts.add(alone(one)));
                            }
                        }
                    }
                });
        return new Membership(key, since == null ? until : since, parts);
    }

    private static Part alone(Change change) {
        return new Part(change.did(), List.of(change.name()), 1, change.detail());
    }

    private static Part together(Did did, List<Change> people) {
        List<String> names = people.stream().limit(NAMES_KEPT).map(Change::name).toList();
        return new Part(did, names, people.size(), "");
    }

    private static boolean wasHereBefore(Change change) {
        return switch (change.did()) {
            case LEFT, LEFT_AND_CAME, RENAMED -> true;
            case CAME, CAME_AND_LEFT, REMOVED -> false;
        };
    }

    private @Nullable Change take(String name) {
        return changes.remove(Conversations.key(name));
    }

    private void put(Change change) {
        put(change, change.name());
    }

    private void put(Change change, String nameNow) {
        changes.put(Conversations.key(nameNow), change);
    }
}

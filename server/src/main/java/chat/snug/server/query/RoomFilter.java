package chat.snug.server.query;

import chat.snug.room.Mask;
import chat.snug.room.Room;
import chat.snug.room.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Which rooms LIST shows: names and masks, of which one must match, and conditions, all of which
 * must hold (<a href="https://modern.ircdocs.horse/#elist-parameter">Modern IRC, ELIST</a>: C M N T
 * U).
 */
final class RoomFilter {
    private static final long MILLIS_PER_MINUTE = 60_000;

    /** Larger numbers are taken as this one, which is more than there is of anything. */
    private static final long MOST = 1_000_000_000_000L;

    private final UnaryOperator<String> fold;
    private final long now;
    private final List<String> masks = new ArrayList<>();
    private final List<Predicate<Room>> conditions = new ArrayList<>();

    /**
     * @param filters as they came
     * @param now in milliseconds of the epoch
     */
    RoomFilter(List<String> filters, UnaryOperator<String> fold, long now) {
        this.fold = fold;
        this.now = now;
        for (String filter : filters) {
            if (!addCondition(filter)) {
                masks.add(fold.apply(filter));
            }
        }
    }

    boolean accepts(Room room) {
        for (Predicate<Room> condition : conditions) {
            if (!condition.test(room)) {
                return false;
            }
        }
        String name = fold.apply(room.name());
        return masks.isEmpty() || masks.stream().anyMatch(mask -> Mask.matches(mask, name));
    }

    private boolean addCondition(String filter) {
        char first = filter.charAt(0);
        if (first == '!') {
            String mask = fold.apply(filter.substring(1));
            conditions.add(room -> !Mask.matches(mask, fold.apply(room.name())));
            return true;
        }
        if (first == '<' || first == '>') {
            return addNumber(filter, 1, first, (room, number) -> room.size() - number);
        }
        if (filter.length() < 2) {
            return false;
        }
        char sign = filter.charAt(1);
        if (sign != '<' && sign != '>') {
            return false;
        }
        return switch (first) {
            case 'C', 'c' ->
                    addNumber(filter, 2, sign, (room, m) -> age(room.createdAt()) - millis(m));
            case 'T', 't' -> {
                conditions.add(room -> room.topic() != null);
                yield addNumber(filter, 2, sign, (room, m) -> topicAge(room) - millis(m));
            }
            default -> false;
        };
    }

    /** How much more, or less if negative, a room has than the number says. */
    private interface Difference {
        long of(Room room, long number);
    }

    private boolean addNumber(String filter, int start, char sign, Difference difference) {
        long parsed;
        try {
            parsed = Long.parseLong(filter.substring(start));
        } catch (NumberFormatException _) {
            return false;
        }
        long number = Math.clamp(parsed, 0, MOST);
        conditions.add(
                sign == '<'
                        ? room -> difference.of(room, number) < 0
                        : room -> difference.of(room, number) > 0);
        return true;
    }

    private long topicAge(Room room) {
        Topic topic = room.topic();
        return topic == null ? 0 : age(topic.setAt());
    }

    private long age(long time) {
        return now - time;
    }

    private static long millis(long minutes) {
        return minutes * MILLIS_PER_MINUTE;
    }
}

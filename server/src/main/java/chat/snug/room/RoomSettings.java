package chat.snug.room;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What can be changed about a room, apart from who is in it: flags, key, limit, lists of masks. */
final class RoomSettings implements Timed {
    /** The lists that keep people from speaking. */
    private static final List<MaskKind> SILENCING = List.of(MaskKind.BAN, MaskKind.QUIET);

    private final Set<Flag> flags = EnumSet.of(Flag.MEMBERS_ONLY, Flag.TOPIC_LOCKED);
    private final Map<MaskKind, MaskList> masks = new EnumMap<>(MaskKind.class);
    private final UnaryOperator<String> fold;
    private final int masksPerList;
    private final MaskPlaces places;
    private @Nullable String key;
    private int limit;

    RoomSettings(UnaryOperator<String> fold, int masksPerList, MaskPlaces places) {
        this.fold = fold;
        this.masksPerList = masksPerList;
        this.places = places;
    }

    Set<Flag> flags() {
        return Set.copyOf(flags);
    }

    Map<MaskKind, List<MaskEntry>> masks() {
        Map<MaskKind, List<MaskEntry>> all = new EnumMap<>(MaskKind.class);
        masks.forEach((kind, list) -> all.put(kind, list.entries()));
        return all;
    }

    /** What was set before. */
    void restore(RoomRecord record) {
        flags.clear();
        flags.addAll(record.flags());
        key = record.key();
        limit = record.limit();
        record.masks().forEach((kind, entries) -> entries.forEach(entry -> addMask(kind, entry)));
    }

    /** What makes masks and names equal that mean the same. */
    String fold(String text) {
        return fold.apply(text);
    }

    boolean has(Flag flag) {
        return flags.contains(flag);
    }

    @Nullable String key() {
        return key;
    }

    int limit() {
        return limit;
    }

    List<MaskEntry> masks(MaskKind kind) {
        MaskList list = masks.get(kind);
        return list == null ? List.of() : list.entries();
    }

    /** Why a list has no place for a mask, null if it has one or the mask is in it already. */
    @Nullable Refusal refusalToAdd(MaskKind kind, String mask) {
        MaskList list = masks.get(kind);
        if (list != null && list.contains(fold.apply(mask))) {
            return null;
        }
        if (list != null && list.size() >= masksPerList) {
            return Refusal.MASKS_FULL;
        }
        return places.isFree(entries()) ? null : Refusal.ALL_MASKS_FULL;
    }

    /** How many entries all lists have. */
    int entries() {
        int count = 0;
        for (MaskList list : masks.values()) {
            count += list.size();
        }
        return count;
    }

    boolean isBanned(Person person) {
        return isListed(MaskKind.BAN, person);
    }

    boolean isQuieted(Person person) {
        return isListed(MaskKind.QUIET, person);
    }

    private boolean isListed(MaskKind kind, Person person) {
        if (!masks.containsKey(kind)) {
            return false;
        }
        return matches(kind, person) && !matches(MaskKind.BAN_EXCEPTION, person);
    }

    /** Whether somebody is banned or muted by the account that they are known by. */
    boolean isSilencedByAccount(Person person) {
        for (MaskKind kind : SILENCING) {
            MaskList list = masks.get(kind);
            if (list != null
                    && list.matches(person, PersonPattern.Subject.ACCOUNT)
                    && !matches(MaskKind.BAN_EXCEPTION, person)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds what is needed for somebody to be banned and muted as long under another name.
     *
     * @param setBy who does it
     * @param now in milliseconds of the epoch
     * @return what was added
     */
    List<RoomChange> follow(Person person, Person renamed, String setBy, long now) {
        List<RoomChange> added = new ArrayList<>(2);
        for (MaskKind kind : SILENCING) {
            MaskList list = masks.get(kind);
            long end = list == null ? Long.MIN_VALUE : list.lastEnd(person);
            if (list != null
                    && end > list.lastEnd(renamed)
                    && !matches(MaskKind.BAN_EXCEPTION, person)) {
                String mask = PersonPattern.called(renamed.author().nick(), end, now);
                addMask(kind, new MaskEntry(mask, setBy, now));
                added.add(new RoomChange.MaskSet(kind, mask, true));
            }
        }
        return added;
    }

    boolean needsNoInvitation(Person person) {
        return !has(Flag.INVITE_ONLY) || matches(MaskKind.INVITE_EXCEPTION, person);
    }

    /** Returns whether it made a difference. */
    boolean set(Flag flag, boolean on) {
        return on ? flags.add(flag) : flags.remove(flag);
    }

    /** Returns whether it made a difference. */
    boolean setKey(@Nullable String newKey) {
        boolean isNew = newKey == null ? key != null : !newKey.equals(key);
        key = newKey;
        return isNew;
    }

    /** Returns whether it made a difference. */
    boolean setLimit(int newLimit) {
        boolean isNew = newLimit != limit;
        limit = newLimit;
        return isNew;
    }

    /** Returns whether it made a difference. */
    boolean addMask(MaskKind kind, MaskEntry entry) {
        boolean isNew =
                masks.computeIfAbsent(kind, _ -> new MaskList())
                        .add(entry, fold.apply(entry.mask()));
        places.take(isNew ? 1 : 0);
        return isNew;
    }

    /** Returns whether it made a difference. */
    boolean removeMask(MaskKind kind, String mask) {
        MaskList list = masks.get(kind);
        if (list == null || !list.remove(fold.apply(mask))) {
            return false;
        }
        places.take(-1);
        if (list.size() == 0) {
            masks.remove(kind);
        }
        return true;
    }

    @Override
    public long nextEnd() {
        long next = Long.MAX_VALUE;
        for (MaskList list : masks.values()) {
            next = Math.min(next, list.nextEnd());
        }
        return next;
    }

    @Override
    public List<RoomChange> end(long now) {
        List<RoomChange> ended = new ArrayList<>();
        for (MaskKind kind : MaskKind.values()) {
            MaskList list = masks.get(kind);
            for (String mask : list == null ? List.<String>of() : list.endingBy(now)) {
                removeMask(kind, mask);
                ended.add(new RoomChange.MaskSet(kind, mask, false));
            }
        }
        return ended;
    }

    private boolean matches(MaskKind kind, Person person) {
        MaskList list = masks.get(kind);
        return list != null && list.matches(person);
    }
}

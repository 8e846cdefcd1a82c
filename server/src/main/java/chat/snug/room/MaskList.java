package chat.snug.room;

import java.util.ArrayList;
import java.util.List;

/** One of a room's lists of masks, in the order in which they were set. */
final class MaskList {
    private final List<MaskEntry> entries = new ArrayList<>(2);
    private final List<String> folded = new ArrayList<>(2);

    boolean add(MaskEntry entry, String foldedMask) {
        if (folded.contains(foldedMask)) {
            return false;
        }
        entries.add(entry);
        folded.add(foldedMask);
        return true;
    }

    boolean remove(String foldedMask) {
        int index = folded.indexOf(foldedMask);
        if (index < 0) {
            return false;
        }
        entries.remove(index);
        folded.remove(index);
        return true;
    }

    boolean contains(String foldedMask) {
        return folded.contains(foldedMask);
    }

    boolean matches(String foldedPerson) {
        for (int i = 0; i < folded.size(); i++) {
            if (Mask.matches(folded.get(i), foldedPerson)) {
                return true;
            }
        }
        return false;
    }

    List<MaskEntry> entries() {
        return List.copyOf(entries);
    }

    int size() {
        return entries.size();
    }
}

package chat.snug.ui.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes a list into another by single steps, so that whoever shows it keeps place and selection.
 */
final class Lists {
    private Lists() {}

    /**
     * Makes {@code list} equal to {@code wanted} by removing and adding only what differs.
     *
     * @param <E> the elements, each at most once in either list
     */
    static <E> void become(List<E> list, List<? extends E> wanted) {
        Set<E> staying = new HashSet<>(wanted);
        list.removeIf(element -> !staying.contains(element));
        for (int i = 0; i < wanted.size(); i++) {
            E element = wanted.get(i);
            if (i >= list.size() || !list.get(i).equals(element)) {
                list.remove(element);
                list.add(i, element);
            }
        }
    }
}

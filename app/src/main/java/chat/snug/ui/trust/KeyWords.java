package chat.snug.ui.trust;

import chat.snug.key.Fingerprint;
import chat.snug.key.FourWords;
import chat.snug.ui.Messages;
import chat.snug.ui.Surroundings;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The four words of keys. Working them out takes a while, so it is done elsewhere, and once. */
public final class KeyWords {
    /** So many keys' words are kept; those that were asked for first go first. */
    private static final int MOST = 64;

    /** The same for everybody, as they are all there is to say about a key. */
    private static final SequencedMap<Fingerprint, String> WORKED_OUT = new LinkedHashMap<>();

    private KeyWords() {}

    /**
     * The words of a key with spaces between, empty until they are worked out; empty for no key. On
     * the JavaFX thread.
     */
    public static ReadOnlyStringProperty of(Surroundings surroundings, @Nullable Fingerprint key) {
        ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
        if (key != null) {
            String known = known(key);
            if (known == null) {
                surroundings
                        .background()
                        .execute(
                                () -> {
                                    String found = String.join(" ", FourWords.of(key));
                                    surroundings
                                            .events()
                                            .execute(
                                                    () -> {
                                                        keep(key, found);
                                                        words.set(found);
                                                    });
                                });
            } else {
                words.set(known);
            }
        }
        return words.getReadOnlyProperty();
    }

    /** The same to be shown: their place is taken at once, so that nothing moves when they come. */
    public static ObservableValue<String> orWorking(
            ObservableValue<String> keyWords, Messages messages) {
        return keyWords.map(words -> words.isEmpty() ? messages.text("trust.working") : words);
    }

    private static @Nullable String known(Fingerprint key) {
        synchronized (WORKED_OUT) {
            return WORKED_OUT.get(key);
        }
    }

    private static void keep(Fingerprint key, String words) {
        synchronized (WORKED_OUT) {
            WORKED_OUT.putLast(key, words);
            while (WORKED_OUT.size() > MOST) {
                WORKED_OUT.pollFirstEntry();
            }
        }
    }
}

package chat.snug.ui.emoji;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All emoji there are, in the order and groups of Unicode's {@code emoji-test.txt}, and finding
 * them by a name in English or Chinese. The file says where its words are from. Immutable.
 */
public final class EmojiCatalog {
    private static final String FILE = "emoji.tsv";
    private static final int COLUMNS = 6;

    /** How well a word fits what is looked for; the worst that still does. */
    private static final int HOLDS_IT = 3;

    private static final int NO_FIT = 4;

    private final Map<Group, List<Emoji>> groups;
    private final Map<String, Emoji> byShortName = new HashMap<>();

    /** What emoji are about. */
    public enum Group {
        SMILEYS,
        PEOPLE,
        NATURE,
        FOOD,
        TRAVEL,
        ACTIVITIES,
        OBJECTS,
        SYMBOLS,
        FLAGS;

        /** Its name in the bundle. */
        String key() {
            return "emoji.group." + name().toLowerCase(Locale.ROOT);
        }
    }

    private record Fit(Emoji emoji, int how) {}

    private EmojiCatalog(Map<Group, List<Emoji>> groups) {
        this.groups = groups;
        groups.values().forEach(all -> all.forEach(this::nameShortly));
    }

    private void nameShortly(Emoji emoji) {
        emoji.shortNames().forEach(name -> byShortName.put(name, emoji));
    }

    /** Reads them from the app itself; takes some tens of milliseconds, not for the screen. */
    public static EmojiCatalog load() {
        Map<Group, List<Emoji>> groups = new EnumMap<>(Group.class);
        List<Emoji> open = new ArrayList<>();
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        EmojiCatalog.class.getResourceAsStream(FILE), FILE),
                                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("= ")) {
                    open = new ArrayList<>();
                    groups.put(Group.valueOf(line.substring(2).toUpperCase(Locale.ROOT)), open);
                } else if (line.indexOf('\t') > 0) {
                    open.add(emoji(line.split("\t", COLUMNS)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
        return new EmojiCatalog(groups);
    }

    /** Columns: emoji, short names, English name and words, Chinese name and words. */
    private static Emoji emoji(String[] columns) {
        List<String> shortNames =
                columns[1].isEmpty() ? List.of() : List.of(columns[1].split(" ", -1));
        Set<String> words = new LinkedHashSet<>(shortNames);
        words.add(columns[2]);
        words.addAll(Arrays.asList(columns[2].split("[ :,]+")));
        words.addAll(Arrays.asList(columns[3].split("\\|")));
        words.add(columns[4]);
        words.addAll(Arrays.asList(columns[5].split("\\|")));
        List<String> lower =
                words.stream()
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
        return new Emoji(columns[0], shortNames, columns[2], columns[4], lower);
    }

    /** The emoji of one group, in their order. */
    public List<Emoji> in(Group group) {
        return groups.getOrDefault(group, List.of());
    }

    /** The one that people write {@code :name:} for, or null. */
    public @Nullable Emoji named(String name) {
        return byShortName.get(name);
    }

    /**
     * Those that fit all of {@code words}, best first: called so, then beginning so, then holding
     * it anywhere.
     *
     * @param most how many at most
     */
    public List<Emoji> find(String words, int most) {
        List<String> wanted =
                Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("[\\s_]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Fit> fits = new ArrayList<>();
        for (List<Emoji> group : groups.values()) {
            for (Emoji emoji : group) {
                int how = fit(emoji, wanted);
                if (how < NO_FIT) {
                    fits.add(new Fit(emoji, how));
                }
            }
        }
        return fits.stream()
                .sorted(Comparator.comparingInt(Fit::how))
                .limit(most)
                .map(Fit::emoji)
                .toList();
    }

    private static int fit(Emoji emoji, List<String> wanted) {
        int worst = 0;
        for (String word : wanted) {
            worst = Math.max(worst, fit(emoji, word));
        }
        return worst;
    }

    private static int fit(Emoji emoji, String wanted) {
        int best = NO_FIT;
        List<String> words = emoji.words();
        for (int i = 0; i < words.size() && best > 0; i++) {
            String word = words.get(i);
            boolean usual = i == 0;
            if (word.equals(wanted)) {
                best = Math.min(best, usual ? 0 : 1);
            } else if (word.startsWith(wanted)) {
                best = Math.min(best, usual ? 1 : 2);
            } else if (word.contains(wanted)) {
                best = Math.min(best, HOLDS_IT);
            }
        }
        return best;
    }
}

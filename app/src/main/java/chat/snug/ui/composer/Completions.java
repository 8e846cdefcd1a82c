package chat.snug.ui.composer;

import chat.snug.client.RoomName;
import chat.snug.client.TypedLine;
import chat.snug.ui.emoji.Emoji;
import chat.snug.ui.emoji.EmojiCatalog;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The list of what the word at the caret may become: commands after {@code /} at the beginning,
 * people after {@code @}, rooms after {@code #}, emoji after {@code :}, and people whom Tab goes
 * through. JavaFX thread.
 */
final class Completions {
    private static final int MOST = 50;

    /** So many letters of an emoji are wanted before any is offered: "D" in ":D" is none. */
    private static final int EMOJI_LETTERS = 2;

    private final Supplier<? extends Collection<String>> people;
    private final Supplier<? extends Collection<String>> rooms;
    private final Supplier<@Nullable EmojiCatalog> emoji;
    private final NameCompletion names;
    private final ObservableList<Suggestion> list = FXCollections.observableArrayList();
    private final ObservableList<Suggestion> readOnlyList =
            FXCollections.unmodifiableObservableList(list);
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(this, "chosen", -1);
    private WordAtCaret word = new WordAtCaret(0, "");
    private String after = "";
    private String before = "";
    private boolean goingThrough;
    private int dismissedAt = -1;

    /** A text with a suggestion in it, and where the caret goes. */
    record Result(String text, int caret) {}

    /**
     * An emoji that takes the place of its short name.
     *
     * @param start where the short name begins
     */
    record ShortName(int start, String emoji) {
        /** Where the caret goes. */
        int end() {
            return start + emoji.length();
        }
    }

    /** See {@link ComposerViewModel}; each is asked anew each time. */
    Completions(
            Supplier<? extends Collection<String>> people,
            Supplier<? extends Collection<String>> rooms,
            Supplier<@Nullable EmojiCatalog> emoji) {
        this.people = people;
        this.rooms = rooms;
        this.emoji = emoji;
        names = new NameCompletion(people);
    }

    /** What the word may become, best first. */
    ObservableList<Suggestion> list() {
        return readOnlyList;
    }

    /** Which of {@link #list()} is taken; −1 if there are none. */
    ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The text or the caret changed. */
    void look(String text, int caret) {
        word = WordAtCaret.in(text, caret);
        before = text.substring(0, word.start());
        after = text.substring(caret);
        goingThrough = false;
        if (word.start() != dismissedAt || word.text().isEmpty()) {
            dismissedAt = -1;
            show(found(), 0);
        }
    }

    private void show(List<? extends Suggestion> found, int index) {
        if (!list.equals(found)) {
            list.setAll(found);
        }
        chosen.set(found.isEmpty() ? -1 : index);
    }

    private List<? extends Suggestion> found() {
        String command = word.start() == 0 ? word.after('/') : null;
        if (command != null) {
            return commands(command.toLowerCase(Locale.ROOT));
        }
        String person = word.after('@');
        if (person != null) {
            return people(person);
        }
        if (word.after('#') != null) {
            return rooms(word.text());
        }
        String shortName = word.after(':');
        return shortName == null ? List.of() : emoji(shortName);
    }

    private static List<Suggestion.Command> commands(String begun) {
        return TypedLine.commands().stream()
                .filter(command -> command.startsWith(begun))
                .map(Suggestion.Command::new)
                .toList();
    }

    private List<Suggestion.Person> people(String begun) {
        List<String> all = people.get().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
        return fitting(all, begun).map(Suggestion.Person::new).toList();
    }

    private List<Suggestion.Room> rooms(String begun) {
        String name = begun.substring(1);
        return rooms.get().stream()
                .map(room -> new Suggestion.Room(room, RoomName.toScreen(room)))
                .filter(room -> begins(room.name(), begun) || begins(room.title(), name))
                .limit(MOST)
                .toList();
    }

    private static boolean begins(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).startsWith(part.toLowerCase(Locale.ROOT));
    }

    /** Those that begin so, then those that hold it. */
    private static Stream<String> fitting(List<String> all, String begun) {
        String lower = begun.toLowerCase(Locale.ROOT);
        Stream<String> beginning =
                all.stream().filter(name -> name.toLowerCase(Locale.ROOT).startsWith(lower));
        Stream<String> holding =
                all.stream().filter(name -> name.toLowerCase(Locale.ROOT).indexOf(lower) > 0);
        return Stream.concat(beginning, holding).distinct().limit(MOST);
    }

    private List<Suggestion.Emoji> emoji(String begun) {
        EmojiCatalog catalog = emoji.get();
        boolean enough =
                begun.length() >= EMOJI_LETTERS
                        || (!begun.isEmpty() && Character.isIdeographic(begun.codePointAt(0)));
        boolean name = begun.codePoints().allMatch(Completions::isInShortName);
        return catalog == null || !enough || !name
                ? List.of()
                : catalog.find(begun, MOST).stream().map(Suggestion.Emoji::new).toList();
    }

    private static boolean isInShortName(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '+' || c == '-';
    }

    /** The short name of an emoji that was just written to its end, at {@code caret}, or null. */
    @Nullable ShortName shortName(String text, int caret) {
        WordAtCaret last = WordAtCaret.in(text, caret);
        String name = last.after(':');
        EmojiCatalog catalog = emoji.get();
        if (name == null || name.length() < 2 || !name.endsWith(":") || catalog == null) {
            return null;
        }
        Emoji meant = catalog.named(name.substring(0, name.length() - 1));
        return meant == null ? null : new ShortName(last.start(), meant.text());
    }

    /** Goes {@code step} suggestions down, around the end. */
    boolean choose(int step) {
        if (list.isEmpty() || goingThrough) {
            return false;
        }
        chosen.set(Math.floorMod(chosen.get() + step, list.size()));
        return true;
    }

    /** Whether Enter takes what is chosen: while it is not written in full already. */
    boolean choosing() {
        if (list.isEmpty() || goingThrough) {
            return false;
        }
        String full = word.text().startsWith("@") ? word.text().substring(1) : word.text();
        return list.stream().noneMatch(each -> each.written().equalsIgnoreCase(full));
    }

    /** What Tab does: takes what is chosen, or goes through the people whose name begins so. */
    @Nullable Result tab(String text, int caret, boolean backwards) {
        if (!list.isEmpty() && !goingThrough) {
            return take(chosen.get());
        }
        return names.complete(text, caret, backwards);
    }

    /** Shows whom {@link #tab} goes through, once the text is as it wants it. */
    void showNames() {
        List<String> all = names.names();
        goingThrough = all.size() > 1;
        if (goingThrough) {
            show(all.stream().map(Suggestion.Person::new).toList(), names.at());
        } else {
            dismiss();
        }
    }

    /** The text with the suggestion at {@code index} in it. */
    @Nullable Result take(int index) {
        if (index < 0 || index >= list.size()) {
            return null;
        }
        Suggestion taken = list.get(index);
        if (goingThrough) {
            return names.take(index);
        }
        boolean person = taken instanceof Suggestion.Person;
        String written = (person ? "@" : "") + taken.written();
        String end = after.startsWith(" ") ? "" : " ";
        return new Result(before + written + end + after, before.length() + written.length() + 1);
    }

    /** Puts the list away until another word is written. */
    boolean dismiss() {
        boolean shown = !list.isEmpty();
        dismissedAt = word.start();
        goingThrough = false;
        show(List.of(), -1);
        return shown;
    }
}

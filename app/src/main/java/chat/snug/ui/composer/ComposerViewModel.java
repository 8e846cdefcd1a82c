package chat.snug.ui.composer;

import chat.snug.client.TypedLine;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What is being written in one conversation. Lives as long as the conversation, so that a draft
 * stays where it was begun; on the JavaFX thread only.
 */
public final class ComposerViewModel {
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final StringProperty unavailable = new SimpleStringProperty(this, "unavailable", "");
    private final ObservableList<String> commands = FXCollections.observableArrayList();
    private final ObservableList<String> readOnlyCommands =
            FXCollections.unmodifiableObservableList(commands);
    private final ReadOnlyIntegerWrapper chosenCommand =
            new ReadOnlyIntegerWrapper(this, "chosenCommand", -1);
    private final BooleanBinding sendable =
            Bindings.createBooleanBinding(
                    () -> unavailable.get().isEmpty() && !text.get().isBlank(), text, unavailable);
    private final OwnLines ownLines = new OwnLines();
    private final NameCompletion completion;
    private Consumer<String> onSubmit = _ -> {};

    /**
     * Nothing written yet.
     *
     * @param people the names that Tab completes, asked for anew each time
     */
    public ComposerViewModel(Supplier<? extends Collection<String>> people) {
        completion = new NameCompletion(people);
        text.addListener((_, _, now) -> findCommands(now));
    }

    /** What the conversation is called, for the hint in the empty field. */
    public StringProperty titleProperty() {
        return title;
    }

    /** What is written so far. */
    public StringProperty textProperty() {
        return text;
    }

    /** Why nothing can be sent now, in words for people; empty while it can. The text stays. */
    public StringProperty unavailableProperty() {
        return unavailable;
    }

    /** Whether there is something to send and somewhere to send it. */
    BooleanBinding sendableBinding() {
        return sendable;
    }

    /**
     * Who gets what was written, a line at a time and in order, in the form that {@link
     * TypedLine#parse(String, String)} reads.
     */
    public void setOnSubmit(Consumer<String> handler) {
        onSubmit = handler;
    }

    /**
     * Hands over what is written and empties the field; nothing happens while it cannot be sent.
     */
    public void submit() {
        if (!sendable.get()) {
            return;
        }
        String written = text.get();
        ownLines.add(written.strip());
        text.set("");
        List<String> lines =
                LINE_END.splitAsStream(written).filter(line -> !line.isBlank()).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripTrailing();
            // Of several lines only the first can be a command: the others are words, as pasted.
            boolean command = i == 0 && (lines.size() == 1 || !line.startsWith("//"));
            onSubmit.accept(!command && line.startsWith("/") ? '/' + line : line);
        }
    }

    /** Brings back the line before; only from an empty field or another line of mine. */
    boolean historyUp() {
        return recall(ownLines.before(text.get()));
    }

    /** Goes to the line after, and at last to an empty field. */
    boolean historyDown() {
        return recall(ownLines.after(text.get()));
    }

    private boolean recall(@Nullable String line) {
        if (line == null) {
            return false;
        }
        text.set(line);
        dismissCommands();
        return true;
    }

    /**
     * Completes the name or command before {@code caret}, and each time again goes to the next.
     *
     * @return where the caret goes, or −1 if there is nothing to complete
     */
    int complete(int caret, boolean backwards) {
        if (!commands.isEmpty()) {
            return completeCommand(chosenCommand.get());
        }
        NameCompletion.Result result = completion.complete(text.get(), caret, backwards);
        if (result == null) {
            return -1;
        }
        text.set(result.text());
        return result.caret();
    }

    /** The commands that what is written may become, without the slash. */
    ObservableList<String> commands() {
        return readOnlyCommands;
    }

    /** Which of {@link #commands()} Tab or Enter takes; −1 if there are none. */
    ReadOnlyIntegerProperty chosenCommandProperty() {
        return chosenCommand.getReadOnlyProperty();
    }

    /** Goes {@code step} commands down, around the end. */
    boolean chooseCommand(int step) {
        if (commands.isEmpty()) {
            return false;
        }
        chosenCommand.set(Math.floorMod(chosenCommand.get() + step, commands.size()));
        return true;
    }

    /** Writes out the command at {@code index}; returns where the caret goes. */
    int completeCommand(int index) {
        text.set('/' + commands.get(index) + ' ');
        return text.get().length();
    }

    /** Whether a command is still being looked for: Enter takes it rather than sends it. */
    boolean choosesCommand() {
        return !commands.isEmpty() && !commands.contains(text.get().substring(1));
    }

    /** Puts the list of commands away until something else is written. */
    boolean dismissCommands() {
        boolean shown = !commands.isEmpty();
        commands.clear();
        chosenCommand.set(-1);
        return shown;
    }

    private void findCommands(String written) {
        if (written.startsWith("/")) {
            String begun = written.substring(1).toLowerCase(Locale.ROOT);
            commands.setAll(
                    TypedLine.commands().stream()
                            .filter(command -> command.startsWith(begun))
                            .toList());
        } else if (!commands.isEmpty()) {
            commands.clear();
        }
        chosenCommand.set(commands.isEmpty() ? -1 : 0);
    }
}

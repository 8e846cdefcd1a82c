package chat.snug.ui.composer;

import chat.snug.client.ClientRequest;
import chat.snug.client.TypedLine;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
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
    private final ObjectProperty<@Nullable Answered> answered =
            new SimpleObjectProperty<>(this, "answered", null);
    private final StringProperty othersWriting =
            new SimpleStringProperty(this, "othersWriting", "");
    private Consumer<String> onSubmit = _ -> {};
    private Consumer<ClientRequest.Typing.State> onTyping = _ -> {};
    private ClientRequest.Typing.State told = ClientRequest.Typing.State.DONE;

    /**
     * A message that is answered.
     *
     * @param id its {@code msgid}
     * @param from who said it
     * @param text its first words
     */
    public record Answered(String id, String from, String text) {}

    /**
     * Nothing written yet.
     *
     * @param people the names that Tab completes, asked for anew each time
     */
    public ComposerViewModel(Supplier<? extends Collection<String>> people) {
        completion = new NameCompletion(people);
        text.addListener((_, _, now) -> findCommands(now));
        text.addListener((_, _, now) -> tellTyping(now));
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
     * Who gets what was written, in the form that {@link TypedLine#parse(String, String)} reads:
     * mostly all of it, however many lines it has; a command in the first line by itself, and what
     * follows it after that.
     */
    public void setOnSubmit(Consumer<String> handler) {
        onSubmit = handler;
    }

    /** Who is told when somebody writes, rests, or thinks better of it. */
    public void setOnTyping(Consumer<ClientRequest.Typing.State> handler) {
        onTyping = handler;
    }

    /** What is answered; null for nothing. */
    public ObjectProperty<@Nullable Answered> answeredProperty() {
        return answered;
    }

    /** The message that is answered, which is over with that. */
    public @Nullable Answered takeAnswered() {
        Answered taken = answered.get();
        answered.set(null);
        return taken;
    }

    /** Who else is writing just now, in words; empty for nobody. */
    public StringProperty othersWritingProperty() {
        return othersWriting;
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
        // Sent, not thought better of: whoever gets the message knows that it is written.
        told = ClientRequest.Typing.State.DONE;
        text.set("");
        List<String> lines =
                LINE_END.splitAsStream(written)
                        .map(String::stripTrailing)
                        .dropWhile(String::isEmpty)
                        .toList();
        if (!isCommand(lines.getFirst())) {
            onSubmit.accept(lines.size() == 1 ? lines.getFirst() : literal(lines));
            return;
        }
        onSubmit.accept(lines.getFirst());
        List<String> rest = lines.stream().skip(1).dropWhile(String::isEmpty).toList();
        if (!rest.isEmpty()) {
            onSubmit.accept(literal(rest));
        }
    }

    private static boolean isCommand(String line) {
        return line.length() > 1 && line.charAt(0) == '/' && Character.isLetter(line.charAt(1));
    }

    /** As one text, in which no slash means anything. */
    private static String literal(List<String> lines) {
        String all = String.join("\n", lines).stripTrailing();
        return all.startsWith("/") ? '/' + all : all;
    }

    /** Nothing was written for a while. */
    void rest() {
        if (told == ClientRequest.Typing.State.ACTIVE) {
            tell(ClientRequest.Typing.State.PAUSED);
        }
    }

    private void tellTyping(String now) {
        boolean words = !now.isBlank() && !isCommand(now) && unavailable.get().isEmpty();
        if (words) {
            tell(ClientRequest.Typing.State.ACTIVE);
        } else if (told != ClientRequest.Typing.State.DONE) {
            tell(ClientRequest.Typing.State.DONE);
        }
    }

    private void tell(ClientRequest.Typing.State state) {
        told = state;
        onTyping.accept(state);
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

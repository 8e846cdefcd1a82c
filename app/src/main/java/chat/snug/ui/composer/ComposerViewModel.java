package chat.snug.ui.composer;

import chat.snug.client.ClientRequest;
import chat.snug.client.MessageLimit;
import chat.snug.client.TypedLine;
import chat.snug.ui.composer.StyledText.Style;
import chat.snug.ui.emoji.EmojiCatalog;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What is being written in one conversation. Lives as long as the conversation, so that a draft
 * stays where it was begun; on the JavaFX thread only.
 *
 * <p>What is written goes out of here, and comes back in, with the control characters of IRC
 * formatting; the text that a person sees has none.
 */
public final class ComposerViewModel {
    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final StringProperty unavailable = new SimpleStringProperty(this, "unavailable", "");
    private final ReadOnlyObjectWrapper<StyledText> styled =
            new ReadOnlyObjectWrapper<>(this, "styled", StyledText.EMPTY);
    private final ReadOnlyObjectWrapper<MessageSize> size =
            new ReadOnlyObjectWrapper<>(this, "size", new MessageSize.Roomy());
    private final ObjectProperty<MessageLimit> limit =
            new SimpleObjectProperty<>(this, "limit", MessageLimit.USUAL);
    private final BooleanBinding sendable =
            Bindings.createBooleanBinding(this::maySend, text, unavailable, size);
    private final OwnLines ownLines = new OwnLines();
    private final Completions completions;
    private final Edits edits = new Edits(new Edits.State(StyledText.EMPTY, 0));
    private final ObjectProperty<@Nullable Answered> answered =
            new SimpleObjectProperty<>(this, "answered", null);
    private final StringProperty othersWriting =
            new SimpleStringProperty(this, "othersWriting", "");
    private Consumer<String> onSubmit = _ -> {};
    private Consumer<String> onDraft = _ -> {};
    private Consumer<ClientRequest.Typing.State> onTyping = _ -> {};
    private ClientRequest.Typing.State told = ClientRequest.Typing.State.DONE;
    private String conversation = "";
    private boolean writing;
    private boolean restoring;
    private int caret;
    private int styledAt = -1;
    private byte nextStyle;

    /**
     * A message that is answered.
     *
     * @param id its {@code msgid}
     * @param from who said it
     * @param text its first words
     */
    public record Answered(String id, String from, String text) {}

    /**
     * Nothing written yet, and only names to complete.
     *
     * @param people the names of those who are here, asked for anew each time
     */
    public ComposerViewModel(Supplier<? extends Collection<String>> people) {
        this(people, List::of, () -> null);
    }

    /**
     * Nothing written yet. What can be completed is asked for anew each time.
     *
     * @param people the names of those who are here
     * @param rooms the rooms of the host, with their {@code #}
     * @param emoji all emoji, null while they are not read
     */
    public ComposerViewModel(
            Supplier<? extends Collection<String>> people,
            Supplier<? extends Collection<String>> rooms,
            Supplier<@Nullable EmojiCatalog> emoji) {
        completions = new Completions(people, rooms, emoji);
        text.addListener((_, _, now) -> written(now));
        limit.addListener((_, _, _) -> measure());
    }

    /** What the conversation is called, for the hint in the empty field. */
    public StringProperty titleProperty() {
        return title;
    }

    /** What is written so far, as a person sees it. */
    public StringProperty textProperty() {
        return text;
    }

    /** What is written so far, and how. */
    ReadOnlyObjectProperty<StyledText> styledProperty() {
        return styled.getReadOnlyProperty();
    }

    /** Why nothing can be sent now, in words for people; empty while it can. The text stays. */
    public StringProperty unavailableProperty() {
        return unavailable;
    }

    /** How near what is written is to what one message may be. */
    ReadOnlyObjectProperty<MessageSize> sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /** What the host takes as one message for {@code name}. */
    public void setLimit(MessageLimit now, String name) {
        conversation = name;
        limit.set(now);
        measure();
    }

    /** Whether there is something to send and somewhere to send it. */
    BooleanBinding sendableBinding() {
        return sendable;
    }

    private boolean maySend() {
        return unavailable.get().isEmpty()
                && !text.get().isBlank()
                && !(size.get() instanceof MessageSize.TooLong);
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

    /** Who keeps what is written for another day, told at every change. */
    public void setOnDraft(Consumer<String> handler) {
        onDraft = handler;
    }

    /** What was written on another day, unless something is written already. */
    public void restore(String draft) {
        if (text.get().isEmpty()) {
            StyledText before = StyledText.parse(draft);
            restoring = true;
            write(before, before.text().length());
            restoring = false;
            completions.dismiss();
        }
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
        StyledText written = styled.get();
        ownLines.add(written.strip());
        // Sent, not thought better of: whoever gets the message knows that it is written.
        told = ClientRequest.Typing.State.DONE;
        write(StyledText.EMPTY, 0);
        Submission.of(written).forEach(onSubmit);
    }

    // ---- writing

    /** The text changed, by whomever. */
    private void written(String now) {
        StyledText before = styled.get();
        if (!writing) {
            caret = before.caretAfter(now);
            styled.set(before.edited(now, styledAt, nextStyle));
            styledAt = -1;
            edits.changed(new Edits.State(styled.get(), caret));
            completions.look(now, caret);
        }
        measure();
        if (!restoring) {
            tellTyping(now);
        }
        onDraft.accept(styled.get().encoded());
    }

    /** Writes all anew; returns where the caret goes. */
    private int write(StyledText now, int newCaret) {
        change(now, newCaret);
        edits.changed(new Edits.State(now, newCaret));
        return newCaret;
    }

    private void change(StyledText now, int newCaret) {
        boolean sameText = now.text().equals(text.get());
        writing = true;
        caret = newCaret;
        styledAt = -1;
        styled.set(now);
        text.set(now.text());
        writing = false;
        if (sameText) {
            measure();
            onDraft.accept(now.encoded());
        }
        completions.look(now.text(), newCaret);
    }

    private void measure() {
        size.set(MessageSize.of(styled.get(), limit.get(), conversation));
    }

    /** The caret went somewhere; it does by itself behind what is typed. */
    void moveCaret(int now) {
        if (!writing && now != caret && now <= text.get().length()) {
            caret = now;
            styledAt = -1;
            completions.look(text.get(), now);
        }
    }

    /**
     * Puts {@code emoji} or another word into the text.
     *
     * @return where the caret goes
     */
    int insert(String word, int start, int end) {
        StyledText now = styled.get();
        String all = now.text().substring(0, start) + word + now.text().substring(end);
        return write(now.edited(all), start + word.length());
    }

    /**
     * Writes {@code style} from {@code start} to {@code end}, or takes it away there; if that is
     * nothing, what is typed there next has it.
     */
    void toggle(Style style, int start, int end) {
        if (start == end) {
            byte now = styledAt == start ? nextStyle : styled.get().styleAt(start);
            styledAt = start;
            nextStyle = StyledText.toggled(now, style);
        } else {
            write(styled.get().toggled(style, start, end), end);
        }
    }

    /** As it was before; returns where the caret goes, −1 if there is nothing to undo. */
    int undo() {
        return change(edits.undo());
    }

    /** What was undone; returns where the caret goes, −1 if nothing was. */
    int redo() {
        return change(edits.redo());
    }

    private int change(Edits.@Nullable State to) {
        if (to == null) {
            return -1;
        }
        change(to.text(), to.caret());
        completions.dismiss();
        return to.caret();
    }

    // ---- who else hears of it

    /** Nothing was written for a while. */
    void rest() {
        if (told == ClientRequest.Typing.State.ACTIVE) {
            tell(ClientRequest.Typing.State.PAUSED);
        }
    }

    private void tellTyping(String now) {
        boolean words = !now.isBlank() && !Submission.isCommand(now) && unavailable.get().isEmpty();
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

    // ---- what was said before

    /** Brings back the line before; only from an empty field or another line of mine. */
    boolean historyUp() {
        return recall(ownLines.before(styled.get()));
    }

    /** Goes to the line after, and at last to an empty field. */
    boolean historyDown() {
        return recall(ownLines.after(styled.get()));
    }

    private boolean recall(@Nullable StyledText line) {
        if (line == null) {
            return false;
        }
        write(line, line.text().length());
        completions.dismiss();
        return true;
    }

    // ---- completion

    /** What the word at the caret may become. */
    ObservableList<Suggestion> suggestions() {
        return completions.list();
    }

    /** Which of {@link #suggestions()} Tab or Enter takes; −1 if there are none. */
    ReadOnlyIntegerProperty chosenProperty() {
        return completions.chosenProperty();
    }

    /** Goes {@code step} suggestions down, around the end. */
    boolean choose(int step) {
        return completions.choose(step);
    }

    /** Whether something is still being looked for: Enter takes it rather than sends. */
    boolean choosing() {
        return completions.choosing();
    }

    /** Puts the list away until something else is written. */
    boolean dismiss() {
        return completions.dismiss();
    }

    /** Writes out the suggestion at {@code index}; returns where the caret goes, −1 for nowhere. */
    int take(int index) {
        int now = apply(completions.take(index));
        completions.dismiss();
        return now;
    }

    /**
     * Completes what stands before {@code at}; among names, each time again goes to the next.
     *
     * @return where the caret goes, or −1 if there is nothing to complete
     */
    int complete(int at, boolean backwards) {
        boolean taking = !suggestions().isEmpty() && completions.choosing();
        Completions.Result result = completions.tab(text.get(), at, backwards);
        int now = apply(result);
        if (result != null && !taking) {
            completions.showNames();
        }
        return now;
    }

    /** The emoji for the short name that ends at {@code at} in {@code now}, or null. */
    Completions.@Nullable ShortName shortName(String now, int at) {
        return completions.shortName(now, at);
    }

    private int apply(Completions.@Nullable Result result) {
        return result == null ? -1 : write(styled.get().edited(result.text()), result.caret());
    }
}

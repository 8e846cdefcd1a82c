package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Day;
import chat.snug.ui.timeline.TimelineItem.Edge;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Unread;
import java.net.URI;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/** Makes the rows, and is what they ask: for words and names, and for what a click does. */
final class TimelineRows {
    private Consumer<URI> linkOpener = _ -> {};
    private @Nullable TimelineWords words;
    private @Nullable TimelineViewModel viewModel;

    TimelineRow rowFor(Class<?> kind) {
        if (kind == Message.class) {
            return new MessageRow(this);
        }
        if (kind == Edge.class) {
            return new EdgeRow(this);
        }
        if (kind == Unread.class) {
            return new UnreadRow(this);
        }
        return kind == Day.class ? new DayRow(this) : new QuietRow(this);
    }

    /** From now on rows show items of {@code conversation}. */
    void show(TimelineViewModel conversation, TimelineWords language) {
        viewModel = conversation;
        words = language;
    }

    void setLinkOpener(Consumer<URI> opener) {
        linkOpener = opener;
    }

    TimelineWords words() {
        return Objects.requireNonNull(words, "rows are of a conversation");
    }

    TimelineViewModel viewModel() {
        return Objects.requireNonNull(viewModel, "rows are of a conversation");
    }

    /** Puts it on the clipboard. */
    void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    void open(URI target) {
        linkOpener.accept(target);
    }
}

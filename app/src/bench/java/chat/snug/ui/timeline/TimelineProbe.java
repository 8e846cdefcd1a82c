package chat.snug.ui.timeline;

import chat.snug.ui.timeline.TimelineItem.Message;
import java.util.List;
import javafx.scene.Scene;

/** Looks into the timeline that is shown; on the JavaFX thread. Messages carry numbers: "n=12". */
public final class TimelineProbe {
    private static final String MARK = "n=";

    /** What is more is a row too low or too high, less is rounding. */
    private static final double GAP = 1.5;

    private final TimelineList list;

    /** For the window of that scene, which shows a conversation. */
    public TimelineProbe(Scene scene) {
        this.list = (TimelineList) scene.getRoot().lookup(".timeline-list");
    }

    /** How many messages are in view. */
    public int messagesInView() {
        return (int)
                list.visibleRows().stream().filter(row -> row.item() instanceof Message).count();
    }

    /** The number of the newest message, −1 if there is none. */
    public long newest() {
        List<TimelineItem> items = list.items();
        for (int i = items.size() - 1; i >= 0; i--) {
            long number = number(items.get(i));
            if (number >= 0) {
                return number;
            }
        }
        return -1;
    }

    /** The number of the first message in view, −1 if there is none. */
    public long firstInView() {
        return list.visibleRows().stream()
                .mapToLong(row -> number(row.item()))
                .filter(number -> number >= 0)
                .findFirst()
                .orElse(-1);
    }

    /** Begins to write down what comes. */
    public Ledger ledger() {
        return new Ledger(list.items());
    }

    /** The number that a message begins with, −1 for none. */
    static long number(TimelineItem item) {
        if (!(item instanceof Message message) || !message.text().startsWith(MARK)) {
            return -1;
        }
        String text = message.text();
        long number = 0;
        for (int i = MARK.length(); i < text.length() && Character.isDigit(text.charAt(i)); i++) {
            number = 10 * number + Character.digit(text.charAt(i), 10);
        }
        return number;
    }

    /** Whether a part of the view shows nothing although there are more rows than fit. */
    public boolean isBlank() {
        double bottom = 0;
        for (TimelineRow row : list.visibleRows()) {
            if (row.getLayoutY() > bottom + GAP || !row.isVisible()) {
                return true;
            }
            bottom = row.getLayoutY() + row.getHeight();
        }
        return bottom < list.getHeight() - GAP && list.items().size() > list.visibleRows().size();
    }

    /** Whether the view ends at something that is still being loaded. */
    public boolean isWaiting() {
        return list.visibleRows().stream().anyMatch(EdgeRow.class::isInstance);
    }

    /** A turn by most of what is in view. */
    public void page(int pages) {
        list.scrollByPages(pages);
    }

    /** A turn of the wheel. */
    public void scroll(double pixels) {
        list.scrollBy(pixels);
    }
}

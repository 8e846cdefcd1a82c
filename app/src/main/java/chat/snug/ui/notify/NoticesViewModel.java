package chat.snug.ui.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The calls for the person: cards in the window, and notifications of the desktop. A message calls
 * once, in one of the two; a conversation in which much is said calls once in a while. JavaFX
 * thread.
 */
public final class NoticesViewModel {
    /** As many cards stand in the window at once; the oldest makes room. */
    public static final int SHOWN = 3;

    /** A conversation does not call the desktop again so soon. */
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    private final Clock clock;
    private final Desktop desktop;
    private final Executor screen;
    private final Runnable toFront;
    private final ObservableList<Notice> cards = FXCollections.observableArrayList();
    private final Map<Object, Instant> called = new WeakHashMap<>();

    /**
     * No calls yet.
     *
     * @param screen runs what it is given on the JavaFX thread
     * @param toFront brings the window in front of others
     */
    public NoticesViewModel(Clock clock, Desktop desktop, Executor screen, Runnable toFront) {
        this.clock = clock;
        this.desktop = desktop;
        this.screen = screen;
        this.toFront = toFront;
    }

    /** The cards in the window, the latest first. */
    public ObservableList<Notice> cards() {
        return cards;
    }

    /** Calls in that way. */
    public void call(Notice notice, Calling how) {
        switch (how) {
            case QUIET -> {}
            case WINDOW -> addCard(notice);
            case DESKTOP -> callDesktop(notice);
        }
    }

    private void callDesktop(Notice notice) {
        Instant now = clock.instant();
        Instant last = called.get(notice.where());
        if (last != null && now.isBefore(last.plus(BETWEEN))) {
            return;
        }
        called.put(notice.where(), now);
        desktop.show(
                notice.title(),
                notice.text(),
                new Desktop.Outcome() {
                    @Override
                    public void clicked() {
                        screen.execute(() -> goFromDesktop(notice));
                    }

                    @Override
                    public void failed() {
                        screen.execute(() -> addCard(notice));
                    }
                });
    }

    private void goFromDesktop(Notice notice) {
        toFront.run();
        notice.go().run();
    }

    private void addCard(Notice notice) {
        forget(notice.where());
        cards.addFirst(notice);
        if (cards.size() > SHOWN) {
            cards.removeLast();
        }
    }

    /** The person wants to see the message. */
    public void go(Notice notice) {
        cards.remove(notice);
        notice.go().run();
    }

    /** It was there long enough, or the person does not want it. */
    public void dismiss(Notice notice) {
        cards.remove(notice);
    }

    /** The person looks at this conversation. */
    public void forget(Object where) {
        cards.removeIf(card -> card.where().equals(where));
    }

    /** Keeps only cards of these conversations: the others are gone. */
    public void keepIf(Predicate<Object> isThere) {
        cards.removeIf(card -> !isThere.test(card.where()));
    }
}

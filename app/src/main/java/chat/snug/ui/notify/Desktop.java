package chat.snug.ui.notify;

/** The desktop's own notifications. */
public interface Desktop {
    /** What becomes of a notification; called on any thread, at most one of them and once. */
    interface Outcome {
        /** The person clicked it. */
        void clicked();

        /** The desktop cannot show it. */
        void failed();
    }

    /** Shows a notification; returns at once. Any thread. */
    void show(String title, String text, Outcome outcome);

    /** A desktop that shows nothing. */
    static Desktop none() {
        return (_, _, outcome) -> outcome.failed();
    }
}

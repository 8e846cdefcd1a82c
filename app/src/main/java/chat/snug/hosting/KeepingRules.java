package chat.snug.hosting;

/**
 * What is kept of what is said, and who sees it. Immutable, any thread.
 *
 * @param earlier whether those who come in see what was said before
 * @param days for how many days it is kept, 0 for good
 * @param messages how much of each room is kept, the newest; 0 for all
 */
public record KeepingRules(boolean earlier, int days, int messages) {
    /** What holds unless the host says otherwise. */
    public static final KeepingRules DEFAULT = new KeepingRules(true, 0, 0);

    /** The same, with or without what was said before somebody came in. */
    public KeepingRules withEarlier(boolean shown) {
        return new KeepingRules(shown, days, messages);
    }

    /** The same for another number of days, 0 for good. */
    public KeepingRules withDays(int number) {
        return new KeepingRules(earlier, number, messages);
    }

    /** The same for another number of messages, 0 for all. */
    public KeepingRules withMessages(int number) {
        return new KeepingRules(earlier, days, number);
    }
}

package chat.snug.net;

/** A task that waits for its time in a {@link TimerQueue}. Belongs to the loop's thread. */
public final class Timer {
    static final int NOT_QUEUED = -1;

    final Runnable task;
    final long deadline;
    final long sequence;
    int index = NOT_QUEUED;
    private final TimerQueue queue;

    Timer(TimerQueue queue, long deadline, long sequence, Runnable task) {
        this.queue = queue;
        this.deadline = deadline;
        this.sequence = sequence;
        this.task = task;
    }

    /** Takes the task out of the queue; does nothing once it has run or been cancelled. */
    public void cancel() {
        queue.remove(this);
    }

    /** Whether the task has neither run nor been cancelled. */
    public boolean isPending() {
        return index != NOT_QUEUED;
    }

    /** Earlier deadline first, and in the order of scheduling where deadlines are equal. */
    boolean before(Timer other) {
        long difference = deadline - other.deadline;
        return difference != 0 ? difference < 0 : sequence < other.sequence;
    }
}

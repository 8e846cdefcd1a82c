package chat.snug.ui.timeline;

/**
 * How much of one conversation is held in memory.
 *
 * @param rows how many rows stay
 * @param characters how many characters of text stay
 * @param batch how many more rows may gather before any go, all at once
 */
record MemoryLimit(int rows, long characters, int batch) {
    /** Rows of one conversation. */
    static final int ROWS = 10_000;

    /** Characters of one conversation: a few megabytes. */
    static final long CHARACTERS = 2_000_000;

    /** Of a conversation that nobody looks at, where the host keeps it all: a few screens. */
    static final MemoryLimit RESTING = new MemoryLimit(200, 50_000, 50);

    /** Of one that nobody looks at, where there is too much of all. */
    static final MemoryLimit CROWDED = new MemoryLimit(50, 10_000, 10);

    /** What the app uses. */
    static final MemoryLimit USUAL = new MemoryLimit(ROWS, CHARACTERS, 1_000);

    /**
     * How many rows are too many now; 0 while there is room.
     *
     * @param fromBelow whether the newest would go
     */
    int surplus(TimelineLog log, boolean fromBelow) {
        int surplus = log.size() > rows + batch ? log.size() - rows : 0;
        if (log.length() <= characters) {
            return surplus;
        }
        long excess = log.length() - characters * 3 / 4;
        int count = 0;
        while (excess > 0 && count < log.size() - 1) {
            int index = fromBelow ? log.size() - 1 - count : count;
            excess -= EdgedRows.lengthOf(log.get(index));
            count++;
        }
        return Math.max(surplus, count);
    }
}

package chat.snug.server.options;

/**
 * The limits of searching, a part of {@link HistoryLimits}.
 *
 * @param conversations how many rooms and private conversations are searched if none is named:
 *     those with the latest talk
 * @param lines as how many lines a search counts for whoever sends too many
 */
public record SearchLimits(int conversations, int lines) {
    private static final SearchLimits DEFAULTS = new SearchLimits(100, 4);

    /** What holds unless the host says otherwise. */
    public static SearchLimits defaults() {
        return DEFAULTS;
    }
}

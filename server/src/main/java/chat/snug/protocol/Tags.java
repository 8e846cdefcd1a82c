package chat.snug.protocol;

/** Message tags. */
public final class Tags {
    /** No tags. */
    public static final Tags NONE = new Tags();

    private Tags() {}
}

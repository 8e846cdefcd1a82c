package chat.snug.protocol;

/** Why {@link LineDecoder} gave no line. */
public enum LineError {
    /** The line without its tags is over {@link Limits#lineBytes}. Answer with 417 and go on. */
    TOO_LONG,
    /** The tags are over {@link Limits#clientTagBytes}. Answer with 417 and go on. */
    TAGS_TOO_LONG,
    /** The line is not UTF-8. Answer with {@code FAIL INVALID_UTF8} and go on. */
    INVALID_UTF8,
    /**
     * {@link Limits#endlessBytes} came without a line end. Close the connection: the decoder takes
     * no more lines.
     */
    ENDLESS
}

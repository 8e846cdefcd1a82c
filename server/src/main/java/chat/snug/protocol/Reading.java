package chat.snug.protocol;

import java.util.List;

/** What {@link CommandReader} makes of a message. */
public sealed interface Reading permits Command, Reading.Refused, Reading.Ignored {
    /**
     * It cannot be a command, and the client is to be told why.
     *
     * @param numeric which error it is
     * @param params what stands between the client's name and the text
     * @param text the reason for a person
     */
    record Refused(Numeric numeric, List<String> params, String text) implements Reading {}

    /** It asks for nothing, and no answer is due. */
    record Ignored() implements Reading {}
}

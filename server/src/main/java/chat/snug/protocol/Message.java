package chat.snug.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One IRC message, either way: {@code ['@' tags SP] [':' source SP] command *(SP param)} as in <a
 * href="https://modern.ircdocs.horse/#message-format">Modern IRC, message format</a>.
 *
 * @param tags the message tags, {@link Tags#NONE} if there are none
 * @param source who it comes from; absent in what a client sends
 * @param command the verb in upper case, or a numeric of three digits
 * @param params the parameters, the last of which may be empty or hold spaces
 */
public record Message(Tags tags, @Nullable Source source, String command, List<String> params) {
    public Message {
        params = List.copyOf(params);
    }

    /** A message without tags and source. */
    public static Message of(String command, String... params) {
        return new Message(Tags.NONE, null, command, List.of(params));
    }

    /** The parameter at {@code index}, or an empty text where there is none. */
    public String param(int index) {
        return index < params.size() ? params.get(index) : "";
    }

    /** The last parameter, or an empty text where there is none. */
    public String trailing() {
        return params.isEmpty() ? "" : params.getLast();
    }

    public Message withSource(@Nullable Source newSource) {
        return new Message(tags, newSource, command, params);
    }

    public Message withTags(Tags newTags) {
        return new Message(newTags, source, command, params);
    }
}

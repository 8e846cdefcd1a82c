package chat.snug.client;

import chat.snug.protocol.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a host sent between the two lines of a batch (IRCv3 batch), opened by {@code opening}. */
final class Batch {
    final Message opening;
    final List<Message> messages = new ArrayList<>();

    Batch(Message opening) {
        this.opening = opening;
    }

    String type() {
        return opening.param(1);
    }

    /** The parameter of the type at {@code index}, or empty. */
    String param(int index) {
        return opening.param(2 + index);
    }

    /** Whether its messages mean something only together. */
    boolean isCollected() {
        return switch (type()) {
            case "chathistory",
                    "znc.in/playback",
                    "draft/chathistory-targets",
                    "soju.im/search",
                    "search",
                    "draft/multiline",
                    "multiline" ->
                    true;
            default -> false;
        };
    }

    boolean isMultiline() {
        return type().endsWith("multiline");
    }

    boolean isHistory() {
        return type().equals("chathistory") || type().equals("znc.in/playback");
    }

    boolean isTargets() {
        return type().equals("draft/chathistory-targets");
    }

    boolean isSearch() {
        return type().endsWith("search");
    }

    /** Its messages oldest first: a host should tell in the order of time, but need not. */
    List<Message> ascending(Dialogue dialogue) {
        boolean backwards =
                messages.size() > 1
                        && dialogue.time(messages.getFirst())
                                .isAfter(dialogue.time(messages.getLast()));
        return backwards ? messages.reversed() : messages;
    }

    /**
     * A multiline batch as the one message that it is, its lines joined by line feeds except where
     * they say otherwise (IRCv3 multiline); null if there are none. Of what is longer than any host
     * allows, the beginning.
     */
    @Nullable Message joined() {
        StringBuilder text = new StringBuilder();
        String command = "";
        for (Message line : messages) {
            boolean said = line.command().equals("PRIVMSG") || line.command().equals("NOTICE");
            if (!said || text.length() > MessageLimit.MOST_BYTES) {
                continue;
            }
            boolean goesOn =
                    line.tags().has("draft/multiline-concat")
                            || line.tags().has("multiline-concat");
            if (command.isEmpty()) {
                command = line.command();
            } else if (!goesOn) {
                text.append('\n');
            }
            text.append(line.param(1));
        }
        return command.isEmpty()
                ? null
                : new Message(
                        opening.tags(),
                        opening.source(),
                        command,
                        List.of(param(0), text.toString()));
    }
}

package chat.snug.ui.shell;

import chat.snug.ui.Messages;
import chat.snug.ui.dialogs.Question;
import java.text.ListFormat;
import java.util.ArrayList;
import java.util.List;

/** What to ask before rooms of one's own end: which they are, and who is disconnected by it. */
final class ClosingQuestion {
    private static final int NAMES_SHOWN = 3;

    private final Messages messages;
    private final List<ConversationViewModel> rooms;

    /** About all rooms on {@code own}, the connections to the hosts on this computer. */
    ClosingQuestion(Messages messages, List<ConnectionViewModel> own) {
        this.messages = messages;
        this.rooms = own.stream().flatMap(connection -> connection.rooms().stream()).toList();
    }

    /** Whether anybody else is there at all. */
    boolean concernsSomebody() {
        return !guests().isEmpty();
    }

    Question ask(String yes, Runnable onYes) {
        List<String> names = rooms.stream().map(room -> room.titleProperty().get()).toList();
        return new Question(
                messages.text("close.title", and(names)),
                whoIsDisconnected(),
                messages.text(yes),
                onYes);
    }

    private List<String> guests() {
        return rooms.stream().flatMap(room -> room.otherNames().stream()).distinct().toList();
    }

    /** Who the person can see; others may be in rooms of theirs on the same host. */
    private String whoIsDisconnected() {
        List<String> guests = guests();
        if (guests.isEmpty()) {
            return messages.text("close.nobody-seen");
        }
        List<String> named = guests;
        // "and 1 other" would take no less room than the name.
        if (guests.size() > NAMES_SHOWN + 1) {
            named = new ArrayList<>(guests.subList(0, NAMES_SHOWN));
            named.add(messages.text("close.others", guests.size() - NAMES_SHOWN));
        }
        return messages.text("close.somebody", and(named));
    }

    private String and(List<String> parts) {
        return parts.isEmpty()
                ? messages.text("side.own")
                : ListFormat.getInstance(
                                messages.locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                        .format(parts);
    }
}

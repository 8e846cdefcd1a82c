package chat.snug.ui.start;

import chat.snug.client.Address;
import chat.snug.client.Failure;
import chat.snug.ui.Messages;

/** When somebody may not come in under the name that they chose. */
final class NameRefusal {
    private NameRefusal() {}

    /** Whether that is what the failure is about. */
    static boolean is(Failure.Kind kind) {
        return kind == Failure.Kind.NAME_REFUSED || isAnothers(kind);
    }

    /** Whether it is because the name is somebody's. */
    static boolean isAnothers(Failure.Kind kind) {
        return kind == Failure.Kind.NAME_IN_USE || kind == Failure.Kind.NAME_OWNED;
    }

    /** How somebody shows that it is theirs. */
    static String howMine(Failure.Kind kind, Address to, Messages messages) {
        boolean keyHidden = kind == Failure.Kind.NAME_OWNED && to.scheme() == Address.Scheme.IRC;
        return keyHidden
                ? messages.text("join.name-mine.plain", "irc://")
                : messages.text("join.name-mine");
    }
}

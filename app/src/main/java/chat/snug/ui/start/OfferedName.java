package chat.snug.ui.start;

import chat.snug.client.Identity;
import chat.snug.client.PersonName;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The person's name while another one stands in its place, because theirs is taken where they want
 * to go: it is for there only, and theirs comes back. JavaFX thread.
 */
final class OfferedName {
    private final StringProperty name;
    private @Nullable String own;
    private String offered = "";

    /**
     * None yet.
     *
     * @param name what stands on the screen
     */
    OfferedName(StringProperty name) {
        this.name = name;
    }

    /** From now on this stands there, unless the person types another. */
    void offer(String other) {
        own = own();
        offered = other;
        name.set(other);
    }

    /** Who the person is if they take the name that was offered; null if there is none. */
    @Nullable Identity taken() {
        return isThere() ? new Identity(offered, PersonName.toIdentity(own()).realName()) : null;
    }

    /** It is not about that host any more: the person's own name stands there again. */
    void takeBack() {
        if (isThere()) {
            name.set(own());
        }
        own = null;
    }

    private boolean isThere() {
        return own != null && name.get().equals(offered);
    }

    /** What the person is called everywhere else. */
    private String own() {
        String before = own;
        return before != null && name.get().equals(offered) ? before : name.get();
    }
}

package chat.snug.ui.shell;

import chat.snug.client.Feature;
import chat.snug.client.Secrecy;
import java.util.Locale;
import java.util.Set;

/** Who can read along in the rooms of a host, for the sign in the header. */
enum Lock {
    /** Nobody but those who are in. */
    CLOSED("fth-lock"),
    /** Nobody on my way there; others may have come in without encryption. */
    MIXED("fth-unlock"),
    /** Others on my network. */
    OPEN("fth-alert-triangle");

    /** The icon. */
    final String icon;

    Lock(String icon) {
        this.icon = icon;
    }

    static Lock of(Secrecy secrecy, Set<Feature> features) {
        if (!secrecy.encrypted()) {
            return OPEN;
        }
        return features.contains(Feature.ENCRYPTED_ONLY) ? CLOSED : MIXED;
    }

    /** Where its words are. */
    String key() {
        return "header.lock." + name();
    }

    /** Its name in the style sheets. */
    String styleClass() {
        return "lock-" + name().toLowerCase(Locale.ROOT);
    }
}

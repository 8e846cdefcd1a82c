package chat.snug.ui.trust;

import javafx.scene.control.Label;

/** A fingerprint, all of it, in two lines that eyes can compare. */
public final class FingerprintLabel extends Label {
    /** Where a text of pairs with colons between them is halved. */
    private static final int HALF = 48;

    /** Empty. */
    public FingerprintLabel() {
        getStyleClass().add("fingerprint");
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(USE_PREF_SIZE);
    }

    /** Shows a fingerprint as {@code Fingerprint.hex()} gives it. */
    void show(String hex) {
        setText(hex.length() <= HALF ? hex : hex.substring(0, HALF) + '\n' + hex.substring(HALF));
        setAccessibleText(hex);
    }
}

package chat.snug.ui;

import javafx.scene.input.KeyEvent;

/** What a key writes, for those who hand it to the field that is meant. */
public final class TypedKey {
    private static final int DELETE = 127;

    private TypedKey() {}

    /** Whether the key writes something that is seen, or a space, and commands nothing. */
    public static boolean writes(KeyEvent event) {
        String typed = event.getCharacter();
        return !typed.isEmpty()
                && typed.codePointAt(0) >= ' '
                && typed.charAt(0) != DELETE
                && !event.isShortcutDown()
                && !event.isAltDown();
    }
}

package chat.snug.ui.composer;

import chat.snug.ui.Shortcut;
import chat.snug.ui.composer.StyledText.Style;
import java.util.function.BooleanSupplier;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What the keys do in the field that a {@link ComposerViewModel} is shown in. */
final class ComposerKeys {
    private final TextArea text;
    private final Runnable pick;
    private final BooleanSupplier enterSends;

    /**
     * Keys of {@code text}.
     *
     * @param pick asks for an emoji
     * @param enterSends whether Enter sends and Shift+Enter breaks the line, or the other way
     */
    ComposerKeys(TextArea text, Runnable pick, BooleanSupplier enterSends) {
        this.text = text;
        this.pick = pick;
        this.enterSends = enterSends;
    }

    /** Does what {@code event} means; false if it means nothing here. */
    boolean pressed(KeyEvent event, ComposerViewModel composer) {
        if (event.isAltDown()) {
            return false;
        }
        if (event.isShortcutDown()) {
            return shortcut(event, composer);
        }
        return !event.isControlDown()
                && !event.isMetaDown()
                && plain(event.getCode(), event.isShiftDown(), composer);
    }

    private boolean plain(KeyCode code, boolean shift, ComposerViewModel composer) {
        return switch (code) {
            case ENTER -> enter(shift, composer);
            case TAB -> tab(shift, composer);
            case UP -> !shift && (composer.choose(-1) || toEnd(composer.historyUp()));
            case DOWN -> !shift && (composer.choose(1) || toEnd(composer.historyDown()));
            case ESCAPE -> composer.dismiss() || composer.takeAnswered() != null;
            default -> false;
        };
    }

    private boolean shortcut(KeyEvent event, ComposerViewModel composer) {
        Shortcut shortcut = Shortcut.of(event, Shortcut.Place.WRITING);
        return switch (shortcut) {
            case BOLD -> style(Style.BOLD, composer);
            case ITALIC -> style(Style.ITALIC, composer);
            case MONOSPACE -> style(Style.MONOSPACE, composer);
            case EMOJI -> pick();
            case UNDO_TYPING -> caret(composer.undo());
            case REDO_TYPING -> caret(composer.redo());
            case SEND -> send(composer);
            case null, default -> false;
        };
    }

    private boolean style(Style style, ComposerViewModel composer) {
        int anchor = text.getAnchor();
        int caret = text.getCaretPosition();
        composer.toggle(style, Math.min(anchor, caret), Math.max(anchor, caret));
        text.selectRange(anchor, caret);
        return true;
    }

    private boolean pick() {
        pick.run();
        return true;
    }

    /** Whether or not there was anything to undo, nobody else undoes it. */
    private boolean caret(int position) {
        if (position >= 0) {
            text.positionCaret(position);
        }
        return true;
    }

    private boolean toEnd(boolean recalled) {
        if (recalled) {
            text.end();
        }
        return recalled;
    }

    private boolean enter(boolean shift, ComposerViewModel composer) {
        if (!shift && composer.choosing()) {
            return caret(composer.take(composer.chosenProperty().get()));
        }
        if (shift == enterSends.getAsBoolean()) {
            text.replaceSelection("\n");
            return true;
        }
        return send(composer);
    }

    private static boolean send(ComposerViewModel composer) {
        composer.submit();
        return true;
    }

    /** Completes what there is to complete; otherwise Tab leaves the field, as everywhere. */
    private boolean tab(boolean shift, ComposerViewModel composer) {
        int caret = composer.complete(text.getCaretPosition(), shift);
        if (caret >= 0) {
            text.positionCaret(caret);
        } else {
            text.requestFocusTraversal(
                    shift ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
        return true;
    }
}

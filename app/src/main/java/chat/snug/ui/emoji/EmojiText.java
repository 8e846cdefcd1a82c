package chat.snug.ui.emoji;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the emoji in a text: whole ones, whatever they are put together of. */
public final class EmojiText {
    private static final int VARIATION_TEXT = 0xFE0E;
    private static final int VARIATION_EMOJI = 0xFE0F;
    private static final int KEYCAP = 0x20E3;

    private EmojiText() {}

    /**
     * A stretch of text.
     *
     * @param emoji whether it is one emoji, or words
     */
    public record Part(String text, boolean emoji) {}

    /** The parts of {@code text}, in order; their texts joined are the text. */
    public static List<Part> parts(String text) {
        if (!mayHaveEmoji(text)) {
            return List.of(new Part(text, false));
        }
        List<Part> parts = new ArrayList<>();
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int words = 0;
        int start = 0;
        for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
            if (isEmoji(text, start, end)) {
                if (start > words) {
                    parts.add(new Part(text.substring(words, start), false));
                }
                parts.add(new Part(text.substring(start, end), true));
                words = end;
            }
            start = end;
        }
        if (words < text.length()) {
            parts.add(new Part(text.substring(words), false));
        }
        return parts;
    }

    /** Almost no text has any, and looking for characters costs more than this. */
    private static boolean mayHaveEmoji(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    || c == VARIATION_EMOJI
                    || c == KEYCAP
                    || (c >= '\u231a' && c <= '\u2b55' && Character.isEmojiPresentation(c))) {
                return true;
            }
        }
        return false;
    }

    /** As Unicode UTS #51 has it: by nature, or because a selector behind it asks for it. */
    private static boolean isEmoji(String text, int start, int end) {
        int first = text.codePointAt(start);
        int second = start + Character.charCount(first);
        int next = second < end ? text.codePointAt(second) : 0;
        if (next == VARIATION_TEXT) {
            return false;
        }
        return Character.isEmojiPresentation(first)
                || (Character.isEmoji(first)
                        && (next == VARIATION_EMOJI
                                || next == KEYCAP
                                || Character.isEmojiModifier(next)));
    }
}

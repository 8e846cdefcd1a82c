package chat.snug.ui.timeline;

import chat.snug.ui.timeline.IrcFormatting.Formatted;
import chat.snug.ui.timeline.IrcFormatting.Stretch;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a message as they are shown: paragraphs and blocks of code, and in them stretches
 * that look alike. What marks code up is not shown.
 *
 * @param text the words without the control characters of IRC; all places are places in it
 */
record MessageText(String text, List<Block> blocks) {
    private static final Pattern INLINE = Pattern.compile("(?<!`)(`{1,2})(?!`)([^`\\n]+?)\\1(?!`)");

    /** Words that stand together: a paragraph, or a block of code. */
    record Block(boolean code, List<Piece> pieces) {}

    /**
     * A stretch that looks alike.
     *
     * @param target where it leads, for links
     */
    record Piece(int start, int end, Role role, TextStyle style, @Nullable URI target) {}

    /** What a stretch is. */
    enum Role {
        WORDS,
        LINK,
        MENTION,
        CODE
    }

    /**
     * Reads a message.
     *
     * @param me my name if it is to stand out, or empty
     */
    static MessageText of(String raw, String me) {
        Formatted formatted = IrcFormatting.read(raw);
        String text = formatted.text();
        List<Block> blocks = new ArrayList<>();
        int from = 0;
        for (Fences.Found fence : Fences.in(text)) {
            paragraph(formatted, from, fence.start(), me, blocks);
            blocks.add(code(fence.codeStart(), fence.codeEnd()));
            from = fence.end();
        }
        paragraph(formatted, from, text.length(), me, blocks);
        return new MessageText(text, List.copyOf(blocks));
    }

    /** Words with nothing in them that means anything. */
    static MessageText plain(String words) {
        Piece all = new Piece(0, words.length(), Role.WORDS, TextStyle.PLAIN, null);
        return new MessageText(words, List.of(new Block(false, List.of(all))));
    }

    private static Block code(int start, int end) {
        return new Block(true, List.of(new Piece(start, end, Role.CODE, TextStyle.PLAIN, null)));
    }

    private static void paragraph(
            Formatted formatted, int start, int end, String me, List<Block> blocks) {
        // The line ends where the block begins.
        boolean beforeBlock = end < formatted.text().length();
        int last =
                beforeBlock && end > start && formatted.text().charAt(end - 1) == '\n'
                        ? end - 1
                        : end;
        if (last <= start) {
            return;
        }
        List<Piece> pieces = new ArrayList<>();
        String text = formatted.text();
        int from = start;
        if (text.indexOf('`', start) >= 0) {
            Matcher inline = INLINE.matcher(text).region(start, last);
            while (inline.find()) {
                words(formatted, from, inline.start(), me, pieces);
                pieces.add(
                        new Piece(
                                inline.start(2), inline.end(2), Role.CODE, TextStyle.PLAIN, null));
                from = inline.end();
            }
        }
        words(formatted, from, last, me, pieces);
        blocks.add(new Block(false, List.copyOf(pieces)));
    }

    private static void words(
            Formatted formatted, int start, int end, String me, List<Piece> pieces) {
        int at = start;
        for (TextSpan span : TextSpan.of(formatted.text().substring(start, end), me)) {
            int to = at + span.text().length();
            switch (span) {
                case TextSpan.Plain _ -> styled(formatted, at, to, Role.WORDS, null, pieces);
                case TextSpan.Mention _ -> styled(formatted, at, to, Role.MENTION, null, pieces);
                case TextSpan.Link(_, URI target) ->
                        styled(formatted, at, to, Role.LINK, target, pieces);
            }
            at = to;
        }
    }

    /** Cuts where the formatting changes. */
    private static void styled(
            Formatted formatted,
            int start,
            int end,
            Role role,
            @Nullable URI target,
            List<Piece> pieces) {
        for (Stretch stretch : formatted.stretches()) {
            int from = Math.max(start, stretch.start());
            int to = Math.min(end, stretch.end());
            if (from < to) {
                pieces.add(new Piece(from, to, role, stretch.style(), target));
            }
        }
    }

    /** What is shown of it between two places, as it is copied. */
    String shown(int start, int end) {
        StringBuilder shown = new StringBuilder();
        for (Block block : blocks) {
            boolean first = true;
            for (Piece piece : block.pieces()) {
                int from = Math.max(start, piece.start());
                int to = Math.min(end, piece.end());
                if (from < to) {
                    if (first && !shown.isEmpty()) {
                        shown.append('\n');
                    }
                    shown.append(text, from, to);
                    first = false;
                }
            }
        }
        return shown.toString();
    }
}

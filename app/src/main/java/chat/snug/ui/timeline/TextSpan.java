package chat.snug.ui.timeline;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A stretch of a message's text that is shown alike; the text of all of them is the message. */
sealed interface TextSpan {
    String text();

    record Plain(String text) implements TextSpan {}

    /** An address that can be opened. */
    record Link(String text, URI target) implements TextSpan {}

    /** My own name. */
    record Mention(String text) implements TextSpan {}

    /**
     * Finds the links in {@code text}, and between them the places that name {@code me}.
     *
     * @param me my name, or empty if nobody is to be found
     */
    static List<TextSpan> of(String text, String me) {
        List<TextSpan> spans = new ArrayList<>();
        int from = 0;
        for (Links.Found link : Links.in(text)) {
            mentions(text.substring(from, link.start()), me, spans);
            spans.add(new Link(text.substring(link.start(), link.end()), link.target()));
            from = link.end();
        }
        mentions(text.substring(from), me, spans);
        return spans;
    }

    private static void mentions(String text, String me, List<TextSpan> spans) {
        String folded = text.toLowerCase(Locale.ROOT);
        String name = me.toLowerCase(Locale.ROOT);
        int from = 0;
        // A text that changes its length with its case is left as it is.
        int at = name.isEmpty() || folded.length() != text.length() ? -1 : folded.indexOf(name);
        while (at >= 0) {
            int end = at + name.length();
            if (isBoundary(text, at - 1) && isBoundary(text, end)) {
                int start = at > from && text.charAt(at - 1) == '@' ? at - 1 : at;
                plain(text.substring(from, start), spans);
                spans.add(new Mention(text.substring(start, end)));
                from = end;
            }
            at = folded.indexOf(name, end);
        }
        plain(text.substring(from), spans);
    }

    private static boolean isBoundary(String text, int index) {
        return index < 0
                || index >= text.length()
                || !Character.isLetterOrDigit(text.charAt(index))
                || Character.isIdeographic(text.charAt(index));
    }

    private static void plain(String text, List<TextSpan> spans) {
        if (!text.isEmpty()) {
            spans.add(new Plain(text));
        }
    }
}

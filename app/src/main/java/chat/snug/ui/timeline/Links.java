package chat.snug.ui.timeline;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds addresses in what people write: where they begin, and where the sentence around them goes
 * on.
 */
final class Links {
    private static final Pattern SCHEME =
            Pattern.compile(
                    "(?<![\\p{Alnum}+.-])(?:https?|ircs?|snug)://", Pattern.CASE_INSENSITIVE);

    /** What ends a sentence rather than an address. */
    private static final String TRAILING = ".,;:!?'\"*_~…’”";

    private static final String CLOSERS = ")]}";
    private static final String OPENERS = "([{";

    private Links() {}

    /** An address in a text: {@code [start, end)}, and where it leads. */
    record Found(int start, int end, URI target) {}

    /** The addresses in {@code text}, in order. */
    static List<Found> in(String text) {
        if (!text.contains("://")) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        Matcher scheme = SCHEME.matcher(text);
        int from = 0;
        while (scheme.find(from)) {
            int end = end(text, scheme.end());
            URI target = end > scheme.end() ? target(text.substring(scheme.start(), end)) : null;
            if (target != null) {
                found.add(new Found(scheme.start(), end, target));
            }
            from = Math.max(end, scheme.end());
        }
        return found;
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && !endsAddress(text.charAt(end))) {
            end++;
        }
        int[] depths = depths(text, start, end);
        while (end > start) {
            char last = text.charAt(end - 1);
            int closer = CLOSERS.indexOf(last);
            if (closer >= 0 && depths[closer] < 0) {
                depths[closer]++; // it closes what was opened outside
            } else if (TRAILING.indexOf(last) < 0) {
                return end;
            }
            end--;
        }
        return end;
    }

    /** Of each pair of brackets: how many are opened in {@code [start, end)}, less the closed. */
    private static int[] depths(String text, int start, int end) {
        int[] depths = new int[OPENERS.length()];
        for (int i = start; i < end; i++) {
            int opener = OPENERS.indexOf(text.charAt(i));
            int closer = CLOSERS.indexOf(text.charAt(i));
            if (opener >= 0) {
                depths[opener]++;
            } else if (closer >= 0) {
                depths[closer]--;
            }
        }
        return depths;
    }

    /**
     * Space, control, quotation and angle brackets, the punctuation of Chinese texts, and what says
     * which way a text runs, which is in no address (RFC 3987, section 4.1).
     */
    private static boolean endsAddress(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || "<>\"“”«»‹›".indexOf(c) >= 0
                || c == '\u200e'
                || c == '\u200f'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069')
                || (c >= '\u3000' && c <= '\u303f')
                || (c >= '\uff00' && c <= '\uffef');
    }

    private static @Nullable URI target(String address) {
        StringBuilder encoded = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean strayPercent = c == '%' && !isEscape(address, i);
            if (strayPercent || "\\^`{|}".indexOf(c) >= 0) {
                for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(String.format("%02X", b));
                }
            } else {
                encoded.append(c);
            }
        }
        try {
            URI target = new URI(encoded.toString());
            return target.getRawAuthority() == null ? null : target;
        } catch (URISyntaxException _) {
            // Not an address after all: it stays text.
            return null;
        }
    }

    private static boolean isEscape(String address, int index) {
        return index + 2 < address.length()
                && Character.digit(address.charAt(index + 1), 16) >= 0
                && Character.digit(address.charAt(index + 2), 16) >= 0;
    }
}

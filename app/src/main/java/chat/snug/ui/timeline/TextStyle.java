package chat.snug.ui.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * How IRC's formatting wants a stretch of text to look.
 *
 * @param fore one of the sixteen colours, or −1 for the usual one
 * @param back one of the sixteen colours behind the text, or −1 for none
 */
record TextStyle(
        boolean bold,
        boolean italic,
        boolean underline,
        boolean strike,
        boolean mono,
        boolean reverse,
        int fore,
        int back) {
    /** As all text is. */
    static final TextStyle PLAIN = new TextStyle(false, false, false, false, false, false, -1, -1);

    TextStyle withBold(boolean now) {
        return new TextStyle(now, italic, underline, strike, mono, reverse, fore, back);
    }

    TextStyle withItalic(boolean now) {
        return new TextStyle(bold, now, underline, strike, mono, reverse, fore, back);
    }

    TextStyle withUnderline(boolean now) {
        return new TextStyle(bold, italic, now, strike, mono, reverse, fore, back);
    }

    TextStyle withStrike(boolean now) {
        return new TextStyle(bold, italic, underline, now, mono, reverse, fore, back);
    }

    TextStyle withMono(boolean now) {
        return new TextStyle(bold, italic, underline, strike, now, reverse, fore, back);
    }

    TextStyle withReverse(boolean now) {
        return new TextStyle(bold, italic, underline, strike, mono, now, fore, back);
    }

    TextStyle withColours(int nowFore, int nowBack) {
        return new TextStyle(bold, italic, underline, strike, mono, reverse, nowFore, nowBack);
    }

    /** Whether something is to be painted behind it. */
    boolean isFilled() {
        return reverse || back >= 0;
    }

    /** The style class of what is painted behind it. */
    String fillClass() {
        return back >= 0 ? "irc-back-" + back : fore >= 0 ? "irc-back-" + fore : "irc-reverse-back";
    }

    /**
     * The style classes of the text. On a colour it is written in that of the page: whichever
     * colour was asked for might not be readable there.
     */
    List<String> classes() {
        List<String> classes = new ArrayList<>();
        add(classes, bold, "irc-bold");
        add(classes, italic, "irc-italic");
        add(classes, underline, "irc-underline");
        add(classes, strike, "irc-strike");
        add(classes, mono, "irc-mono");
        add(classes, isFilled(), "irc-filled");
        add(classes, !isFilled() && fore >= 0, "irc-fore-" + fore);
        return classes;
    }

    private static void add(List<String> classes, boolean there, String name) {
        if (there) {
            classes.add(name);
        }
    }
}

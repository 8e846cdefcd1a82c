package chat.snug.ui;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;

/** A person's name in the place of a picture: one or two characters, and a colour. */
final class Initials {
    private static final int COLOURS = 12;

    private Initials() {}

    /** The number of the name's colour, 0 to 11: the same on every computer, whatever the case. */
    static int colour(String name) {
        return Math.floorMod(name.toLowerCase(Locale.ROOT).hashCode(), COLOURS);
    }

    /** One or two characters as a person reads them: "ME" for Mei, "BO" for Bo Okafor. */
    static String of(String name) {
        String shown = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(shown);
        int first = characters.next();
        if (first == BreakIterator.DONE) {
            return "";
        }
        // One ideograph says as much as two letters and needs the room.
        int second = Character.isIdeographic(shown.codePointAt(0)) ? first : characters.next();
        int end = second == BreakIterator.DONE ? first : second;
        return shown.substring(0, end).toUpperCase(Locale.ROOT);
    }
}

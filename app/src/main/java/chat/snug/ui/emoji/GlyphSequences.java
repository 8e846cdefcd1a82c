package chat.snug.ui.emoji;

import static chat.snug.ui.emoji.SfntTables.u16;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which glyph a sequence of characters is drawn with: the character map (table {@code cmap}, format
 * 12), then the ligatures (table {@code GSUB}, lookup type 4) that put several together.
 */
final class GlyphSequences {
    private static final int SEGMENTED = 12;
    private static final int LIGATURES = 4;
    private static final int VARIATION_SELECTOR = 0xFE0F;

    private final ByteBuffer groups;
    private final Map<Integer, List<Ligature>> ligatures = new HashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Ligature(int[] rest, int glyph) {}

    GlyphSequences(ByteBuffer cmap, ByteBuffer gsub) {
        groups = groups(cmap);
        int lookups = u16(gsub, 8);
        for (int i = 0; i < u16(gsub, lookups); i++) {
            int lookup = lookups + u16(gsub, lookups + 2 + 2 * i);
            if (u16(gsub, lookup) == LIGATURES) {
                for (int j = 0; j < u16(gsub, lookup + 4); j++) {
                    readLigatures(gsub, lookup + u16(gsub, lookup + 6 + 2 * j));
                }
            }
        }
    }

    /** The one glyph for all of {@code text}, or 0 if the font has none. */
    int glyphOf(String text) {
        int[] glyphs =
                text.codePoints().filter(c -> c != VARIATION_SELECTOR).map(this::glyph).toArray();
        int at = 0;
        int glyph = glyphs.length == 0 ? 0 : glyphs[0];
        while (glyph != 0 && at < glyphs.length - 1) {
            Ligature longest = longest(glyph, glyphs, at + 1);
            if (longest == null) {
                return 0;
            }
            at += longest.rest.length;
            glyph = longest.glyph;
        }
        return glyph;
    }

    private static ByteBuffer groups(ByteBuffer cmap) {
        for (int i = 0; i < u16(cmap, 2); i++) {
            int subtable = cmap.getInt(4 + 8 * i + 4);
            if (u16(cmap, subtable) == SEGMENTED) {
                return cmap.slice(subtable + 16, 12 * cmap.getInt(subtable + 12));
            }
        }
        return ByteBuffer.allocate(0);
    }

    private int glyph(int codePoint) {
        int low = 0;
        int high = groups.capacity() / 12 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int start = groups.getInt(12 * middle);
            if (codePoint < start) {
                high = middle - 1;
            } else if (codePoint > groups.getInt(12 * middle + 4)) {
                low = middle + 1;
            } else {
                return groups.getInt(12 * middle + 8) + codePoint - start;
            }
        }
        return 0;
    }

    private void readLigatures(ByteBuffer gsub, int subtable) {
        List<Integer> covered = coverage(gsub, subtable + u16(gsub, subtable + 2));
        for (int i = 0; i < u16(gsub, subtable + 4); i++) {
            int set = subtable + u16(gsub, subtable + 6 + 2 * i);
            for (int j = 0; j < u16(gsub, set); j++) {
                int ligature = set + u16(gsub, set + 2 + 2 * j);
                int[] rest = new int[u16(gsub, ligature + 2) - 1];
                for (int k = 0; k < rest.length; k++) {
                    rest[k] = u16(gsub, ligature + 4 + 2 * k);
                }
                ligatures
                        .computeIfAbsent(covered.get(i), _ -> new ArrayList<>())
                        .add(new Ligature(rest, u16(gsub, ligature)));
            }
        }
    }

    /** The glyphs that a coverage table lists, one by one or in ranges. */
    private static List<Integer> coverage(ByteBuffer gsub, int table) {
        List<Integer> glyphs = new ArrayList<>();
        boolean ranges = u16(gsub, table) == 2;
        for (int i = 0; i < u16(gsub, table + 2); i++) {
            if (ranges) {
                int range = table + 4 + 6 * i;
                for (int glyph = u16(gsub, range); glyph <= u16(gsub, range + 2); glyph++) {
                    glyphs.add(glyph);
                }
            } else {
                glyphs.add(u16(gsub, table + 4 + 2 * i));
            }
        }
        return glyphs;
    }

    private @Nullable Ligature longest(int first, int[] glyphs, int from) {
        Ligature longest = null;
        for (Ligature ligature : ligatures.getOrDefault(first, List.of())) {
            int to = from + ligature.rest.length;
            if (to <= glyphs.length
                    && Arrays.equals(glyphs, from, to, ligature.rest, 0, ligature.rest.length)
                    && (longest == null || ligature.rest.length > longest.rest.length)) {
                longest = ligature;
            }
        }
        return longest;
    }
}

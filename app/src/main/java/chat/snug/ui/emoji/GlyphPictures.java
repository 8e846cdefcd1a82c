package chat.snug.ui.emoji;

import static chat.snug.ui.emoji.SfntTables.u16;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The PNG of each glyph: found through table {@code CBLC} (index formats 1 and 3) and cut out of
 * table {@code CBDT} (image formats 17 to 19). The first size is taken, as fonts have one.
 */
final class GlyphPictures {
    private static final int SIZES = 8;
    private static final int LONG_OFFSETS = 1;
    private static final int SHORT_OFFSETS = 3;
    private static final int SMALL_METRICS = 5;
    private static final int BIG_METRICS = 8;

    private final ByteBuffer locations;
    private final ByteBuffer data;
    private final int ranges;
    private final int rangeCount;

    GlyphPictures(ByteBuffer cblc, ByteBuffer cbdt) {
        locations = cblc;
        data = cbdt;
        ranges = cblc.getInt(SIZES);
        rangeCount = cblc.getInt(SIZES + 8);
    }

    /** The PNG of {@code glyph}, or null if the font has none in a form that is known here. */
    byte @Nullable [] png(int glyph) {
        for (int i = 0; i < rangeCount; i++) {
            int range = ranges + 8 * i;
            int first = u16(locations, range);
            if (glyph >= first && glyph <= u16(locations, range + 2)) {
                return png(ranges + locations.getInt(range + 4), glyph - first);
            }
        }
        return null;
    }

    private byte @Nullable [] png(int subtable, int index) {
        int offsets = subtable + 8;
        int start;
        int end;
        switch (u16(locations, subtable)) {
            case LONG_OFFSETS -> {
                start = locations.getInt(offsets + 4 * index);
                end = locations.getInt(offsets + 4 * index + 4);
            }
            case SHORT_OFFSETS -> {
                start = u16(locations, offsets + 2 * index);
                end = u16(locations, offsets + 2 * index + 2);
            }
            default -> {
                return null;
            }
        }
        int metrics =
                switch (u16(locations, subtable + 2)) {
                    case 17 -> SMALL_METRICS;
                    case 18 -> BIG_METRICS;
                    case 19 -> 0;
                    default -> -1;
                };
        if (metrics < 0 || start == end) {
            return null;
        }
        int picture = locations.getInt(subtable + 4) + start + metrics;
        byte[] png = new byte[data.getInt(picture)];
        data.get(picture + 4, png);
        return png;
    }
}

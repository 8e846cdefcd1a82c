package chat.snug.ui.invite;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.BitSet;

/** A QR code (ISO/IEC 18004) as squares that are dark or not, without the quiet zone around it. */
final class QrCode {
    /** So many squares around the code have to be light. */
    static final int QUIET = 4;

    private final int size;
    private final BitSet dark;

    private QrCode(int size, BitSet dark) {
        this.size = size;
        this.dark = dark;
    }

    /**
     * The code of a short text; a seventh of it may be damaged.
     *
     * @param text in ASCII, as links are
     * @throws IllegalArgumentException if it is too long for any code
     */
    static QrCode of(String text) {
        try {
            ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            int size = matrix.getWidth();
            BitSet dark = new BitSet(size * size);
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    dark.set(y * size + x, matrix.get(x, y) == 1);
                }
            }
            return new QrCode(size, dark);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a code: " + text.length(), e);
        }
    }

    /** How many squares it is wide and high. */
    int size() {
        return size;
    }

    boolean isDark(int x, int y) {
        return dark.get(y * size + x);
    }

    /**
     * The dark squares as the path of an SVG, each row's neighbours as one.
     *
     * @param side how long a square is
     */
    String path(int side) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < size; y++) {
            int x = 0;
            while (x < size) {
                int start = x;
                while (x < size && isDark(x, y)) {
                    x++;
                }
                if (x > start) {
                    int width = (x - start) * side;
                    path.append('M').append(start * side).append(' ').append(y * side);
                    path.append('h').append(width).append('v').append(side);
                    path.append('h').append(-width).append('z');
                } else {
                    x++;
                }
            }
        }
        return path.toString();
    }
}

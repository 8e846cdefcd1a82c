package chat.snug.ui.emoji;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Noto Color Emoji as Linux distributions install it, with a PNG for each emoji. JavaFX finds that
 * font for emoji but draws nothing of it; where there is none, or on other systems, text stays the
 * toolkit's matter.
 */
final class EmojiFont {
    private static final Logger LOG = LoggerFactory.getLogger(EmojiFont.class);
    private static final int DEPTH = 4;

    private final GlyphSequences sequences;
    private final GlyphPictures pictures;

    private EmojiFont(SfntTables tables) throws IOException {
        sequences = new GlyphSequences(tables.table("cmap"), tables.table("GSUB"));
        pictures = new GlyphPictures(tables.table("CBLC"), tables.table("CBDT"));
    }

    /** The installed font, or null if there is none that can be read. */
    static @Nullable EmojiFont find() {
        Path home = Path.of(System.getProperty("user.home"));
        return find(
                List.of(
                        home.resolve(".local/share/fonts"),
                        home.resolve(".fonts"),
                        Path.of("/usr/local/share/fonts"),
                        Path.of("/usr/share/fonts")));
    }

    static @Nullable EmojiFont find(List<Path> folders) {
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder, DEPTH)) {
                    Optional<Path> font = files.filter(EmojiFont::isNamedSo).findFirst();
                    if (font.isPresent()) {
                        return new EmojiFont(SfntTables.map(font.get()));
                    }
                } catch (IOException | IndexOutOfBoundsException e) {
                    LOG.debug("Emoji stay as the system draws them: {}", e.toString());
                }
            }
        }
        return null;
    }

    private static boolean isNamedSo(Path file) {
        Path name = file.getFileName();
        return name != null && name.toString().equals("NotoColorEmoji.ttf");
    }

    /** Whether there is a picture of it. */
    boolean has(String emoji) {
        return sequences.glyphOf(emoji) != 0;
    }

    /** The picture of one emoji, however many characters it is put together of. */
    byte @Nullable [] png(String emoji) {
        int glyph = sequences.glyphOf(emoji);
        return glyph == 0 ? null : pictures.png(glyph);
    }
}

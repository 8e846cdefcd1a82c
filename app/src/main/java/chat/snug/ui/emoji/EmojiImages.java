package chat.snug.ui.emoji;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** Emoji as pictures, the ones used lately ready at hand; on the JavaFX thread. */
public final class EmojiImages {
    /** Twice the height that text is drawn with, for screens that show more points. */
    private static final int HEIGHT = 40;

    private static final int KEPT = 300;

    private static final EmojiImages INSTALLED = new EmojiImages();

    private final Map<String, Optional<Image>> lately =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Optional<Image>> eldest) {
                    return size() > KEPT;
                }
            };
    private @Nullable EmojiFont font;
    private boolean looked;

    private EmojiImages() {}

    /** The pictures of the font that this computer has. */
    public static EmojiImages installed() {
        return INSTALLED;
    }

    /** The picture of {@code emoji}, or null if the toolkit is to draw it as text. */
    public @Nullable Image of(String emoji) {
        return lately.computeIfAbsent(emoji, this::load).orElse(null);
    }

    /** Whether {@code emoji} can be shown: as a picture, or by a toolkit that draws them all. */
    boolean draws(String emoji) {
        EmojiFont pictures = font();
        return pictures == null || pictures.has(emoji);
    }

    private @Nullable EmojiFont font() {
        if (!looked) {
            looked = true;
            font = EmojiFont.find();
        }
        return font;
    }

    private Optional<Image> load(String emoji) {
        EmojiFont pictures = font();
        byte[] png = pictures == null ? null : pictures.png(emoji);
        return png == null
                ? Optional.empty()
                : Optional.of(new Image(new ByteArrayInputStream(png), 0, HEIGHT, true, true));
    }
}

package chat.snug.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that makes no sense, or only some: it is kept beside the new one as {@code NAME.broken-1},
 * for its person to look at. Any thread; blocks.
 */
public final class BrokenFile {
    private BrokenFile() {}

    /**
     * Moves it out of the way.
     *
     * @return where it is now
     */
    public static Path setAside(Path file) throws IOException {
        return Files.move(file, free(file));
    }

    /**
     * Copies it, so that what was not understood is not lost.
     *
     * @return where the copy is, for its owner's eyes only
     */
    public static Path copyAside(Path file) throws IOException {
        Path aside = Files.copy(file, free(file));
        PrivateFile.makePrivate(aside);
        return aside;
    }

    private static Path free(Path file) {
        for (int i = 1; ; i++) {
            Path aside = file.resolveSibling(file.getFileName() + ".broken-" + i);
            if (!Files.exists(aside)) {
                return aside;
            }
        }
    }
}

package chat.snug.hosting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a room has on the disk. Immutable, any thread.
 *
 * @param folder where
 * @param bytes how large it is
 */
public record KeptData(Path folder, long bytes) {
    /** Looks how large a folder is; blocks for a moment. */
    static KeptData of(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new KeptData(folder, files.mapToLong(KeptData::size).sum());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A file may be gone between being seen and being looked at. */
    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException _) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

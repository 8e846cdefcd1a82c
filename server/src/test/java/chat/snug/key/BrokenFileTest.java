package chat.snug.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenFileTest {
    @TempDir Path folder;

    @Test
    void nothingThatWasSetAsideBeforeIsLost() throws Exception {
        Path file = folder.resolve("settings");
        Files.writeString(file, "first");
        Path first = BrokenFile.setAside(file);
        assertThat(file).doesNotExist();
        Files.writeString(file, "second");

        Path second = BrokenFile.copyAside(file);

        assertThat(first).hasFileName("settings.broken-1").hasContent("first");
        assertThat(second).hasFileName("settings.broken-2").hasContent("second");
        assertThat(file).hasContent("second");
    }
}

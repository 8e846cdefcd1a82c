package chat.snug.ui.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With programs that only look like the desktop's. */
@Timeout(120)
final class ProgramDesktopTest {
    @TempDir Path folder;

    private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();
    private ProgramDesktop desktop;

    @BeforeEach
    void open() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        desktop = new ProgramDesktop(folder.toString(), "Open");
    }

    @AfterEach
    void close() {
        desktop.close();
    }

    private final class Noting implements Desktop.Outcome {
        @Override
        public void clicked() {
            outcomes.add("clicked");
        }

        @Override
        public void failed() {
            outcomes.add("failed");
        }
    }

    private void program(String help, String does) throws IOException {
        Path file = folder.resolve("notify-send");
        Files.writeString(
                file,
                """
                #!/bin/sh
                if [ "$1" = --help ]; then echo "%s"; exit 0; fi
                for argument in "$@"; do echo "$argument"; done > '%s'
                %s
                """
                        .formatted(help, folder.resolve("asked"), does));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aClickIsToldAndWhatOthersWriteIsNeitherAnOptionNorMarkup() throws Exception {
        program("  -A, --action=[NAME=]Text...", "echo default");
        desktop.show("--help", "a <b> & $(rm) \"c\"", new Noting());
        assertThat(outcomes.take()).isEqualTo("clicked");
        assertThat(Files.readAllLines(folder.resolve("asked")))
                .endsWith(
                        "--wait",
                        "--action=default=Open",
                        "--",
                        "--help",
                        "a &lt;b&gt; &amp; $(rm) \"c\"");
    }

    @Test
    void anOlderProgramIsNotAskedForClicks() throws Exception {
        program("  -u, --urgency=LEVEL", "exit 1");
        desktop.show("Ben", "hello", new Noting());
        assertThat(outcomes.take()).isEqualTo("failed");
        assertThat(Files.readAllLines(folder.resolve("asked")))
                .doesNotContain("--wait")
                .endsWith("--", "Ben", "hello");
    }

    @Test
    void aDesktopWithoutTheServiceIsTold() throws Exception {
        program("--action", "exit 1");
        desktop.show("Ben", "hello", new Noting());
        assertThat(outcomes.take()).isEqualTo("failed");
    }

    @Test
    void aComputerWithoutAProgramIsTold() throws Exception {
        desktop.show("Ben", "hello", new Noting());
        assertThat(outcomes.take()).isEqualTo("failed");
    }

    @Test
    void notificationsThatNobodyClicksDoNotPileUp() throws Exception {
        program("--action", "echo $$ >> '" + folder.resolve("pids") + "'; exec sleep 60");
        for (int i = 0; i < 6; i++) {
            desktop.show("Ben", "hello " + i, new Noting());
            awaitLines(i + 1);
        }
        long alive = aliveOf(6);
        while (alive > 4) {
            Thread.onSpinWait();
            alive = aliveOf(6);
        }
        assertThat(alive).isEqualTo(4);
        desktop.close();
        while (aliveOf(6) > 0) {
            Thread.onSpinWait();
        }
        assertThat(outcomes.poll(0, TimeUnit.SECONDS)).isNull();
    }

    private void awaitLines(int count) throws IOException {
        Path pids = folder.resolve("pids");
        while (!Files.exists(pids) || Files.readAllLines(pids).size() < count) {
            Thread.onSpinWait();
        }
    }

    private long aliveOf(int count) throws IOException {
        return Files.readAllLines(folder.resolve("pids")).stream()
                .limit(count)
                .map(Long::valueOf)
                .filter(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent())
                .count();
    }
}

package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeepsakesTest {
    private final TestScreen screen = new TestScreen();
    @TempDir private Path folder;

    private Keepsakes begin() {
        return Keepsakes.in(folder.resolve("snug"), screen);
    }

    private Keepsakes open() {
        Keepsakes keepsakes = begin();
        screen.next(); // it is read
        return keepsakes;
    }

    private Path file() {
        return folder.resolve("snug").resolve("keepsakes.properties");
    }

    @Test
    void whatIsKeptIsThereTheNextTime() {
        try (Keepsakes keepsakes = open()) {
            keepsakes.put("draft.own #lobby", "half a \u0002sentence\u0002\nand 🎉 = more");
            keepsakes.put("draft.own #gone", "x");
            keepsakes.put("draft.own #gone", "");
        }
        try (Keepsakes keepsakes = open()) {
            assertThat(keepsakes.get("draft.own #lobby"))
                    .isEqualTo("half a \u0002sentence\u0002\nand 🎉 = more");
            assertThat(keepsakes.get("draft.own #gone")).isEmpty();
            assertThat(keepsakes.setAside()).isNull();
        }
    }

    @Test
    void whatIsWrittenBeforeAllIsReadIsNewer() {
        try (Keepsakes keepsakes = open()) {
            keepsakes.put("a", "old");
            keepsakes.put("b", "old");
        }
        StringBuilder told = new StringBuilder();
        try (Keepsakes keepsakes = begin()) {
            keepsakes.put("a", "new");
            keepsakes.whenRead(() -> told.append("read"));
            assertThat(told).isEmpty();
            screen.next(); // it is read
            assertThat(told).hasToString("read");
            assertThat(keepsakes.get("a")).isEqualTo("new");
            assertThat(keepsakes.get("b")).isEqualTo("old");
        }
        try (Keepsakes keepsakes = open()) {
            assertThat(keepsakes.get("a")).isEqualTo("new");
        }
    }

    @Test
    void closedBeforeItIsReadNothingIsLost() {
        try (Keepsakes keepsakes = open()) {
            keepsakes.put("a", "old");
        }
        try (Keepsakes keepsakes = begin()) {
            keepsakes.put("b", "new");
        }
        screen.next(); // it is read
        try (Keepsakes keepsakes = open()) {
            assertThat(keepsakes.get("a")).isEqualTo("old");
        }
    }

    @Test
    void aFileThatMakesNoSenseIsSetAside() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("snug"));
        for (byte[] junk :
                new byte[][] {
                    {}, "a=\\u00zz".getBytes(StandardCharsets.UTF_8), {(byte) 0xc3, 0x28, 0}
                }) {
            Files.write(file(), junk);
            try (Keepsakes keepsakes = open()) {
                Path aside = Objects.requireNonNull(keepsakes.setAside());
                assertThat(Files.readAllBytes(aside)).isEqualTo(junk);
                keepsakes.put("a", "b");
            }
            try (Keepsakes keepsakes = open()) {
                assertThat(keepsakes.get("a")).isEqualTo("b");
            }
        }
    }

    @Test
    void itDoesNotGrowWithoutEnd() {
        try (Keepsakes keepsakes = open()) {
            for (int i = 0; i < Keepsakes.MOST + 10; i++) {
                keepsakes.put("k" + i, "x");
            }
            keepsakes.put("long", "x".repeat(Keepsakes.LONGEST + 1));
            assertThat(keepsakes.get("k9")).isEmpty();
            assertThat(keepsakes.get("k10")).isEqualTo("x");
            assertThat(keepsakes.get("long")).isEmpty();
        }
    }

    @Test
    void inMemoryNothingWaits() {
        try (Keepsakes keepsakes = Keepsakes.inMemory()) {
            StringBuilder told = new StringBuilder();
            keepsakes.whenRead(() -> told.append("read"));
            keepsakes.put("a", "b");
            assertThat(told).hasToString("read");
            assertThat(keepsakes.get("a")).isEqualTo("b");
        }
    }
}

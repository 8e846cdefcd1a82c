package chat.snug.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Plays the kept inputs of a fuzz target, and some thousand seeded changes of each. */
public final class CorpusCheck {
    private static final int CHANGES = 2000;
    private static final String[] PIECES = {
        "\r\n",
        "\n",
        " ",
        ":",
        "@",
        ";",
        "=",
        "\\",
        "*",
        "?",
        "!",
        "#",
        ",",
        "\0",
        "\u00fc",
        "\u6c49",
        "\ud83c\udf7b",
        "\u202e",
        "[",
        "]",
        "%",
        "&",
        "/"
    };

    private CorpusCheck() {}

    /** Plays all files in {@code folder}; returns how many there are. */
    public static int play(Path folder, Consumer<byte[]> target) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> inputs = files.sorted().toList();
            for (Path input : inputs) {
                byte[] bytes = Files.readAllBytes(input);
                feed(target, bytes, input + ", as it is");
                Random random = new Random(Arrays.hashCode(bytes));
                byte[] changed = bytes;
                for (int i = 0; i < CHANGES; i++) {
                    changed = i % 8 == 0 ? bytes : changed;
                    changed = changed(changed, random);
                    feed(target, changed, input + ", change " + i);
                }
            }
            return inputs.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void feed(Consumer<byte[]> target, byte[] input, String what) {
        try {
            target.accept(input);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(what + ": " + Arrays.toString(input), e);
        }
    }

    private static byte[] changed(byte[] input, Random random) {
        int at = random.nextInt(input.length + 1);
        int to = Math.min(input.length, at + random.nextInt(4));
        byte[] middle =
                switch (random.nextInt(4)) {
                    case 0 -> new byte[0];
                    case 1 -> new byte[] {(byte) random.nextInt(256)};
                    case 2 -> PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8);
                    default -> Arrays.copyOfRange(input, at / 2, to);
                };
        byte[] all = Arrays.copyOf(input, at + middle.length + input.length - to);
        System.arraycopy(middle, 0, all, at, middle.length);
        System.arraycopy(input, to, all, at + middle.length, input.length - to);
        return all;
    }
}

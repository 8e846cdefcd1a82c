package chat.snug.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/** Takes pictures of scenes into {@code target/screens}, to look at. */
public final class Screens {
    /**
     * How long the JavaFX thread may take for something, a picture of a whole window included, on a
     * machine that is slow and has other things to do.
     */
    public static final long PATIENCE_MILLIS = 60_000;

    private static final Path FOLDER = Path.of("target", "screens");
    private static final int MOST_WAITING = 4;

    /** Pictures on their way to the disk. */
    private static final Deque<CompletableFuture<Void>> WRITING = new ConcurrentLinkedDeque<>();

    private Screens() {}

    /**
     * What is there, asked on the JavaFX thread: elsewhere a list may change and a text break its
     * lines while one looks at them.
     */
    public static <T extends @Nullable Object> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, question);
    }

    /** In both looks, as {@code name-light.png} and {@code name-dark.png}; on the JavaFX thread. */
    public static void shoot(Scene scene, String name) {
        for (Look look : Look.values()) {
            look.dress(scene);
            write(scene.snapshot(null), name + '-' + look.name().toLowerCase(Locale.ROOT));
        }
        Look.LIGHT.dress(scene);
    }

    /**
     * As it is laid out now, as {@code name.png}, which is there after {@link #finish()}; on the
     * JavaFX thread.
     *
     * @param scale how many pixels the screen shows for one
     */
    public static void shootOnce(Parent root, double scale, String name) {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(new Scale(scale, scale));
        Bounds size = root.getLayoutBounds();
        how.setViewport(new Rectangle2D(0, 0, size.getWidth() * scale, size.getHeight() * scale));
        WritableImage image = root.snapshot(how, null);
        WRITING.add(CompletableFuture.runAsync(() -> write(image, name)));
        while (WRITING.size() > MOST_WAITING) {
            WRITING.removeFirst().join();
        }
    }

    /** Waits until all pictures are written. */
    public static void finish() {
        for (var next = WRITING.poll(); next != null; next = WRITING.poll()) {
            next.join();
        }
    }

    private static void write(WritableImage image, String name) {
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(name + ".png"), png(image));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] png(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        PixelReader pixels = image.getPixelReader();
        ByteBuffer rows = ByteBuffer.allocate(height * (1 + 3 * width));
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            rows.put((byte) 0);
            pixels.getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
            for (int argb : row) {
                rows.put((byte) (argb >> 16)).put((byte) (argb >> 8)).put((byte) argb);
            }
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        deflater.setInput(rows.array());
        deflater.finish();
        byte[] packed = new byte[rows.capacity() + 1024];
        int length = deflater.deflate(packed);
        deflater.end();
        ByteBuffer out = ByteBuffer.allocate(length + 100);
        out.putLong(0x89504E470D0A1A0AL);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
        chunk(out, "IHDR", header.array(), 13);
        chunk(out, "IDAT", packed, length);
        chunk(out, "IEND", new byte[0], 0);
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static void chunk(ByteBuffer out, String type, byte[] data, int length) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        out.putInt(length).put(name).put(data, 0, length).putInt((int) crc.getValue());
    }
}

package chat.snug.key;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that should hold a key and its certificate holds something else. */
public final class BrokenKeyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;

    BrokenKeyException(Path file, @Nullable Exception cause) {
        super(file + " holds no key with its certificate", cause);
        this.file = file.toString();
    }

    /** Where it is. */
    public String file() {
        return file;
    }
}

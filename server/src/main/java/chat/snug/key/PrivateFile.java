package chat.snug.key;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Writes files that nobody but their owner may read. Where the file system has no such permissions
 * (Windows), those of the folder hold, which is the person's own there. Any thread; blocks.
 */
public final class PrivateFile {
    private static final Set<PosixFilePermission> OF_OWNER =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private PrivateFile() {}

    /**
     * Writes a file as a whole: whoever reads sees the old one or the new one, also after a crash.
     *
     * @throws IOException if that fails; the old file is there as it was
     */
    public static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is not the name of a file");
        }
        makeFolder(folder);
        // For its owner alone from the first moment, where there are permissions.
        Path fresh = Files.createTempFile(folder, file.getFileName().toString(), ".new");
        try {
            Files.writeString(fresh, text);
            try {
                Files.move(
                        fresh,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException _) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * Makes a folder that only its owner may look into, and those above it; one that is there stays
     * as it is.
     */
    public static void makeFolder(Path folder) throws IOException {
        if (hasPermissions(folder)) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /**
     * Makes an empty file that only its owner may read, from its first moment.
     *
     * @throws IOException if there is one of that name, or none can be made
     */
    public static void makeEmpty(Path file) throws IOException {
        if (hasPermissions(file)) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /** Takes the permissions of everyone but the owner away, where there are such. */
    public static void makePrivate(Path file) throws IOException {
        if (hasPermissions(file)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.retainAll(OF_OWNER)) {
                Files.setPosixFilePermissions(file, permissions);
            }
        }
    }

    private static boolean hasPermissions(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

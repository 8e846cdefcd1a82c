package chat.snug.store;

import chat.snug.key.PrivateFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps two servers from writing to one folder. The system gives it back when a process dies. */
final class FolderLock implements AutoCloseable {
    private static final String NAME = "snug.lock";
    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes the folder if need be, and takes it. */
    static FolderLock take(Path folder) throws StoreException {
        FileChannel channel;
        try {
            PrivateFile.makeFolder(folder);
            channel =
                    FileChannel.open(
                            folder.resolve(NAME),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StoreException(StoreException.Reason.NO_ACCESS, folder, e);
        }
        FolderLock lock = new FolderLock(channel);
        if (!isFree(channel)) {
            lock.close();
            throw new StoreException(StoreException.Reason.IN_USE, folder);
        }
        return lock;
    }

    private static boolean isFree(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false; // another server in this process
        } catch (IOException e) {
            LOG.warn("This disk has no locks; two servers must not share a folder on it", e);
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("the lock cannot be closed: {}", e.toString());
        }
    }
}

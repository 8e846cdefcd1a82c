package chat.snug.keyring;

import chat.snug.keyring.KeyringException.Trouble;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A keyring that does what a test wants of it, on whatever thread it is asked. */
public final class FakeKeyring implements Keyring {
    /** What it has. */
    public final Map<String, String> secrets = new ConcurrentHashMap<>();

    /** What it was asked, in order. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** What it refuses everything with, null for nothing. */
    public volatile @Nullable Trouble trouble;

    /** Somebody has to unlock it, which they do when they are asked. */
    public volatile boolean locked;

    /** Says that it keeps things, and does not. */
    public volatile boolean losing;

    /** Has a bug. */
    public volatile boolean broken;

    /** What it waits for before it does anything. */
    public volatile CountDownLatch gate = new CountDownLatch(0);

    private void begin(String question) throws KeyringException {
        asked.add(question);
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyringException(Trouble.SILENT, "Interrupted", e);
        }
        Trouble now = trouble;
        if (now != null) {
            throw new KeyringException(now, "As the test wants");
        }
        if (broken) {
            throw new IllegalStateException("a bug");
        }
    }

    @Override
    public String get(String name) throws KeyringException {
        begin("get " + name);
        locked = false;
        return secrets.getOrDefault(name, "");
    }

    @Override
    public void put(String name, String secret) throws KeyringException {
        begin("put " + name);
        locked = false;
        if (!losing) {
            secrets.put(name, secret);
        }
    }

    @Override
    public void remove(String name) throws KeyringException {
        begin("remove " + name);
        locked = false;
        secrets.remove(name);
    }

    @Override
    public boolean isOpen() throws KeyringException {
        begin("is open");
        return !locked;
    }
}

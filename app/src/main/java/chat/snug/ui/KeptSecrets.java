package chat.snug.ui;

import chat.snug.keyring.KeyringException.Trouble;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which secret is where: in the file, in the keyring, or on its way there. The file also has the
 * names of what the keyring has, so that it is asked for nothing else. What is on its way stays
 * here, and in the file if it was there, until the keyring has been seen to have it.
 *
 * <p>Each method is a whole step, after which no secret is lost whenever the app ends. JavaFX
 * thread, but for {@link #close}.
 */
final class KeptSecrets {
    /** Before a name in the file: the mark that says whether the keyring has a secret of it. */
    private static final String IN_KEYRING = "keyring.";

    private static final String NO = "";
    private static final String YES = "yes";
    private static final String FORGET = "forget";

    private final Keepsakes file;
    private final Predicate<String> secret;
    private final Map<String, String> underWay = new LinkedHashMap<>();

    /**
     * A secret on its way into the keyring.
     *
     * @param before the mark that it had
     */
    record Handover(String name, String value, String before) {
        /** A secret is nobody's business. */
        @Override
        public String toString() {
            return "Handover[" + name + ']';
        }
    }

    /** Those in {@code file}, whose names fit {@code secret}. */
    KeptSecrets(Keepsakes file, Predicate<String> secret) {
        this.file = file;
        this.secret = secret;
    }

    /** Whether something is kept under {@code name}. */
    synchronized boolean has(String name) {
        return !here(name).isEmpty() || mark(name).equals(YES);
    }

    /** A secret for which the keyring need not be asked; empty for none. */
    synchronized String here(String name) {
        return underWay.getOrDefault(name, file.get(name));
    }

    /** Whether only the keyring has it. */
    synchronized boolean isAway(String name) {
        return here(name).isEmpty() && mark(name).equals(YES);
    }

    /** A secret is being given to the keyring, in place of another one if there was one. */
    synchronized Handover handOver(String name, String value) {
        Handover handover = new Handover(name, value, mark(name));
        underWay.put(name, value);
        mark(name, YES);
        return handover;
    }

    /**
     * The keyring has been given something: it has it, or there was trouble.
     *
     * @return whether that was still wanted; else another secret is kept since, or none
     */
    synchronized boolean handedOver(Handover handover, @Nullable Trouble trouble) {
        String name = handover.name();
        if (!underWay.remove(name, handover.value())) {
            return false;
        }
        file.put(name, trouble == null ? "" : handover.value());
        switch (trouble) {
            case ABSENT, LOCKED -> mark(name, handover.before());
            case SILENT, FAILED -> {} // it may have it all the same
            case null -> {}
        }
        return true;
    }

    /**
     * Keeps it no more.
     *
     * @return whether the keyring has to forget it too
     */
    synchronized boolean forget(String name) {
        underWay.remove(name);
        file.put(name, "");
        if (mark(name).equals(NO)) {
            return false;
        }
        mark(name, FORGET);
        return true;
    }

    /** The keyring has forgotten it. */
    synchronized void forgotten(String name) {
        if (mark(name).equals(FORGET)) {
            mark(name, NO);
        }
    }

    /** The keyring does not have it: somebody took it out. */
    synchronized void isGone(String name) {
        if (mark(name).equals(YES) && !underWay.containsKey(name)) {
            mark(name, NO);
        }
    }

    /** The names of all that is kept. */
    synchronized List<String> names() {
        return file.names().stream()
                .map(name -> name.startsWith(IN_KEYRING) ? unmarked(name) : name)
                .filter(secret)
                .filter(this::has)
                .distinct()
                .toList();
    }

    /** The names of those that the keyring has for sure. */
    synchronized List<String> inKeyring() {
        return names().stream().filter(this::isAway).toList();
    }

    /** The names of those in the file. */
    synchronized List<String> inFile() {
        return file.names().stream().filter(secret).toList();
    }

    /** The names of those in the file that are not on their way out of it. */
    synchronized List<String> toMove() {
        return inFile().stream().filter(name -> !underWay.containsKey(name)).toList();
    }

    /** The names of those that the keyring still has to forget. */
    synchronized List<String> toForget() {
        return file.names().stream()
                .filter(name -> name.startsWith(IN_KEYRING) && file.get(name).equals(FORGET))
                .map(KeptSecrets::unmarked)
                .toList();
    }

    private String mark(String name) {
        return file.get(IN_KEYRING + name);
    }

    private void mark(String name, String now) {
        file.put(IN_KEYRING + name, now);
    }

    private static String unmarked(String name) {
        return name.substring(IN_KEYRING.length());
    }

    /** Writes what is due, and what is still on its way. Any thread. */
    void close() {
        synchronized (this) {
            underWay.forEach(file::put);
            underWay.clear();
        }
        file.close();
    }
}

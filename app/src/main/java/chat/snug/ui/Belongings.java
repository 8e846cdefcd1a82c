package chat.snug.ui;

import chat.snug.client.Address;
import chat.snug.transcript.Transcripts;
import chat.snug.ui.emoji.EmojiShelf;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to this person on this computer beside the settings: what they began to write, the
 * emoji they use, and a copy of what they saw. JavaFX thread, but for {@link #close}.
 */
public final class Belongings implements AutoCloseable {
    private static final String RECENT_EMOJI = "emoji.recent";
    private static final String DRAFT = "draft.";
    private static final String KEY_SHOWN = "key-shown.";

    private final Keepsakes keepsakes;
    private final EmojiShelf emoji;
    private final Transcripts transcripts;
    private final PersonKey key;
    private final Passwords passwords;
    private boolean told;

    /**
     * Begins to read what is kept, with a key that is not.
     *
     * @param keepsakes where the small things are
     * @param transcripts what they saw
     * @param background for what takes a moment
     * @param screen the way back onto the JavaFX thread
     */
    public Belongings(
            Keepsakes keepsakes, Transcripts transcripts, Executor background, Executor screen) {
        this(
                keepsakes,
                Passwords.inMemory(),
                transcripts,
                PersonKey.inMemory(),
                background,
                screen);
    }

    /**
     * Begins to read what is kept.
     *
     * @param keepsakes where the small things are
     * @param passwords what they let this computer remember
     * @param transcripts what they saw
     * @param key by which rooms know them
     * @param background for what takes a moment
     * @param screen the way back onto the JavaFX thread
     */
    public Belongings(
            Keepsakes keepsakes,
            Passwords passwords,
            Transcripts transcripts,
            PersonKey key,
            Executor background,
            Executor screen) {
        this.keepsakes = keepsakes;
        this.transcripts = transcripts;
        this.key = key;
        this.passwords = passwords;
        emoji = new EmojiShelf(background, screen);
        keepsakes.whenRead(
                () -> emoji.remember(Arrays.asList(keepsakes.get(RECENT_EMOJI).split(" ", -1))));
        emoji.setOnUsed(used -> keepsakes.put(RECENT_EMOJI, String.join(" ", used)));
    }

    /** Nothing yet, and nothing of it kept. */
    public static Belongings inMemory() {
        return new Belongings(
                Keepsakes.inMemory(), Transcripts.none(), Runnable::run, Runnable::run);
    }

    /** The emoji to choose from. */
    public EmojiShelf emoji() {
        return emoji;
    }

    /** What they saw. */
    public Transcripts transcripts() {
        return transcripts;
    }

    /** What they let this computer remember of how they come in. */
    public Passwords passwords() {
        return passwords;
    }

    /** By which rooms know them. Any thread. */
    public PersonKey key() {
        return key;
    }

    /** Whether they want to be known by their key on that network. */
    public boolean showsKey(Address network) {
        return !keepsakes.get(KEY_SHOWN + network.display()).isEmpty();
    }

    /** Remembers whether they do. */
    public void showKey(Address network, boolean shown) {
        keepsakes.put(KEY_SHOWN + network.display(), shown ? "yes" : "");
    }

    /** Small things by name. */
    public Keepsakes keepsakes() {
        return keepsakes;
    }

    /** Where a file that made no sense was put; null if there is none, or it was told before. */
    public @Nullable Path takeSetAside() {
        Path aside = told ? null : keepsakes.setAside();
        told |= aside != null;
        return aside;
    }

    /**
     * Hands over what was once begun in a conversation, if anything, as soon as it is read.
     *
     * @param conversation the host and the conversation's name
     */
    public void draft(String conversation, Consumer<String> then) {
        keepsakes.whenRead(
                () -> {
                    String draft = keepsakes.get(DRAFT + conversation);
                    if (!draft.isEmpty()) {
                        then.accept(draft);
                    }
                });
    }

    /** Keeps what is begun in a conversation; empty for nothing. */
    public void keepDraft(String conversation, String text) {
        keepsakes.put(DRAFT + conversation, text);
    }

    /** Writes what is due. Any thread. */
    @Override
    public void close() {
        keepsakes.close();
        passwords.close();
        transcripts.close();
    }
}

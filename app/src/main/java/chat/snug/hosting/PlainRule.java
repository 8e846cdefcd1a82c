package chat.snug.hosting;

import chat.snug.server.ChatServer;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether people may come in without encryption: as the host has chosen, else where anybody may
 * come in anyway. Others on the network could read a password, and who was let in. Any thread.
 */
final class PlainRule {
    private static final Logger LOG = LoggerFactory.getLogger(PlainRule.class);

    private final ChatServer server;
    private @Nullable Boolean chosen;
    private boolean guarded;
    private boolean asking;
    private boolean allowed;

    PlainRule(ChatServer server, @Nullable Boolean chosen) {
        this.server = server;
        this.chosen = chosen;
        this.guarded = server.isGuarded();
        this.asking = server.door().isAsking();
        this.allowed = server.allowsPlain();
        apply();
    }

    /** What holds at the opening of a room. */
    static boolean atFirst(HostingOptions options) {
        Boolean chosen = options.plain();
        String password = options.password();
        return chosen == null
                ? (password == null || password.isEmpty()) && !options.asksFirst()
                : chosen;
    }

    synchronized boolean allowed() {
        return allowed;
    }

    synchronized void choose(boolean on) {
        chosen = on;
        apply();
    }

    /** Whether those who come in have to know a password. */
    synchronized void guarded(boolean on) {
        guarded = on;
        apply();
    }

    /** Whether the host decides about each newcomer. */
    synchronized void asking(boolean on) {
        asking = on;
        apply();
    }

    private void apply() {
        boolean wanted = chosen == null ? !guarded && !asking : chosen;
        if (wanted == allowed) {
            return;
        }
        allowed = wanted;
        try {
            server.allowPlain(wanted);
        } catch (RejectedExecutionException e) {
            LOG.debug("The room closed meanwhile: {}", e.toString());
        }
    }
}

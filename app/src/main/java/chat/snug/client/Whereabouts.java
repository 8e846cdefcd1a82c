package chat.snug.client;

import chat.snug.protocol.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Where people come from, as far as the host tells by the way; those seen last. */
final class Whereabouts {
    private static final int MOST = 10_000;

    private final Dialogue dialogue;
    private final SequencedMap<String, String> hosts =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    boolean tooMany = size() > MOST;
                    if (tooMany) {
                        dialogue.allowance.giveBack(weight(eldest.getKey(), eldest.getValue()));
                    }
                    return tooMany;
                }
            };

    Whereabouts(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    void learn(@Nullable Source source) {
        if (source != null) {
            learn(source.nick(), source.host());
        }
    }

    /** An entry of RPL_NAMREPLY without its prefixes: {@code nick!user@host} or only a name. */
    void listed(String entry) {
        int bang = entry.indexOf('!');
        int at = entry.indexOf('@', bang + 1);
        if (bang > 0 && at > bang) {
            learn(entry.substring(0, bang), entry.substring(at + 1));
        }
    }

    private void learn(String nick, String host) {
        if (host.isEmpty() || nick.isEmpty()) {
            return;
        }
        String key = dialogue.traits.fold(nick);
        forget(key);
        if (dialogue.allowance.take(weight(key, host))) {
            hosts.putLast(key, host);
        }
    }

    private @Nullable String forget(String key) {
        String host = hosts.remove(key);
        if (host != null) {
            dialogue.allowance.giveBack(weight(key, host));
        }
        return host;
    }

    private static int weight(String key, String host) {
        return Weight.OBJECT + Weight.of(key) + Weight.of(host);
    }

    void renamed(String from, String to) {
        String host = forget(dialogue.traits.fold(from));
        if (host != null) {
            learn(to, host);
        }
    }

    /** The address of a name, or null if it was not told. */
    @Nullable String of(String nick) {
        return hosts.get(dialogue.traits.fold(nick));
    }
}

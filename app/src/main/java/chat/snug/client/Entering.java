package chat.snug.client;

import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientEvent.RoomRefused.Reason;
import chat.snug.protocol.Message;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rooms whose door I stand at on one connection: each answers, or did not in time. */
final class Entering {
    private static final Duration ENOUGH = Duration.ofSeconds(10);
    private static final int MOST = 500;

    private final Dialogue dialogue;
    private final WantedRooms wanted;
    private final Echoes echoes;
    private final Patience patience;
    private final Map<String, Asked> asked = new LinkedHashMap<>();

    private record Asked(String room, Patience.Since at) {}

    Entering(Dialogue dialogue, WantedRooms wanted, Echoes echoes, Patience patience) {
        this.dialogue = dialogue;
        this.wanted = wanted;
        this.echoes = echoes;
        this.patience = patience;
    }

    void ask(String room, @Nullable String key) {
        if (asked.size() < MOST) {
            asked.put(Conversations.key(room), new Asked(room, patience.now()));
        }
        dialogue.send(key == null ? Message.of("JOIN", room) : Message.of("JOIN", room, key));
    }

    /** I am in; whether I asked for it. */
    boolean entered(String room) {
        return asked.remove(Conversations.key(room)) != null;
    }

    /** I am not let in there, but somewhere else (470 of many networks). */
    void forwarded(String from, String to, String text) {
        if (asked.containsKey(Conversations.key(from))) {
            refused(from, Reason.OTHER, text);
            asked.put(Conversations.key(to), new Asked(to, patience.now()));
        }
    }

    /** I am not let in. */
    void refused(String room, Reason reason, String text) {
        asked.remove(Conversations.key(room));
        wanted.remove(room);
        echoes.giveUp(room);
        dialogue.tell(new RoomRefused(room, reason, text));
    }

    /** Gives up the doors that the host passes over. */
    void tick() {
        while (!asked.isEmpty()) {
            Asked first = asked.values().iterator().next();
            if (!patience.isOver(first.at(), ENOUGH)) {
                return;
            }
            refused(first.room(), Reason.NO_ANSWER, "");
        }
    }
}

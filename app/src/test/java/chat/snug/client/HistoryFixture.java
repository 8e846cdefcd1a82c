package chat.snug.client;

import chat.snug.client.ClientEvent.Confirmed;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.Said;
import java.util.ArrayList;
import java.util.List;

/** Tests of a client whose host remembers what was said. */
abstract class HistoryFixture {
    static final String ALL =
            "server-time message-tags echo-message labeled-response batch draft/chathistory"
                    + " draft/event-playback";

    /** Registered with a host that remembers, and just let into #lobby. */
    static ModelScript arrived() {
        ModelScript script = new ModelScript();
        script.open(ALL);
        script.sent();
        script.host(":Ann!ann@10.0.0.1 JOIN #lobby");
        return script;
    }

    static ModelScript caughtUp(String... ids) {
        ModelScript script = arrived();
        page(script, "#lobby", ids);
        script.sent();
        script.events();
        return script;
    }

    static void page(ModelScript script, String target, String... ids) {
        script.host(":snug.local BATCH +h chathistory " + target);
        for (String id : ids) {
            script.host("@batch=h;" + line(id));
        }
        script.host(":snug.local BATCH -h");
    }

    /** Message {@code m7} was said by Ben seven seconds after noon. */
    static String line(String id) {
        int second = Integer.parseInt(id.substring(1));
        return "msgid=%s;time=2026-11-21T11:%02d:%02d.000Z :Ben!b@h PRIVMSG #lobby :said %s"
                .formatted(id, second / 60, second % 60, id);
    }

    static void reconnect(ModelScript script) {
        script.model.lost(true);
        script.events();
        script.sent();
        script.open(ALL);
        script.sent();
        script.host(":Ann!ann@10.0.0.1 JOIN #lobby");
    }

    static List<String> ids(List<? extends ClientEvent> events) {
        List<String> ids = new ArrayList<>();
        for (ClientEvent event : events) {
            switch (event) {
                case Said said -> ids.add(String.valueOf(said.id()));
                case HistoryPage page -> ids.addAll(ids(page.events()));
                case Confirmed confirmed -> ids.add("mine:" + confirmed.said().id());
                default -> {
                    // Nothing that was said.
                }
            }
        }
        return ids;
    }
}

package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Found;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientRequest.Search;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looking for what was said, after soju.im/search. */
class SearchTest {
    private static final Search TEA = new Search("#lobby", "green tea", null, null, null);

    private static ModelScript lobby() {
        ModelScript script = new ModelScript();
        script.open("server-time message-tags batch soju.im/search");
        script.enterLobby();
        return script;
    }

    @Test
    void asksAndTellsWhatWasFound() {
        ModelScript script = lobby();
        Search search =
                new Search(
                        "#lobby",
                        "green tea; \\ ",
                        "Ben",
                        Instant.parse("2026-11-20T00:00:00Z"),
                        Instant.parse("2026-11-21T00:00:00Z"));
        script.person(search);
        assertThat(script.sent())
                .containsExactly(
                        "SEARCH text=green\\stea\\:\\s\\\\;in=#lobby;from=Ben"
                                + ";after=2026-11-20T00:00:00.000Z;before=2026-11-21T00:00:00.000Z"
                                + ";limit=100");
        script.host(
                ":snug.local BATCH +s soju.im/search",
                "@batch=s;msgid=a;time=2026-11-20T11:00:00.000Z :Ben!b@h PRIVMSG #lobby :green tea",
                "@batch=s;msgid=b;time=2026-11-20T12:00:00.000Z :Cleo!c@h PRIVMSG Ann :green tea",
                ":snug.local BATCH -s");
        Found found = script.event(Found.class);
        assertThat(found.search()).isEqualTo(search);
        assertThat(found.failed()).isFalse();
        assertThat(found.said()).extracting(Said::id).containsExactly("a", "b");
        assertThat(found.said()).extracting(Said::conversation).containsExactly("#lobby", "Cleo");
    }

    @Test
    void whatWasFoundIsStillNewWhenItComesOtherwise() {
        ModelScript script = lobby();
        script.person(TEA);
        script.host(
                ":snug.local BATCH +s soju.im/search",
                "@batch=s;msgid=a :Ben!b@h PRIVMSG #lobby :green tea",
                ":snug.local BATCH -s");
        script.events();
        script.host("@msgid=a :Ben!b@h PRIVMSG #lobby :green tea");
        assertThat(script.event(Said.class).id()).isEqualTo("a");
    }

    @Test
    void severalSearchesAreAnsweredInOrder() {
        ModelScript script = lobby();
        Search other = new Search(null, "coffee", null, null, null);
        script.person(TEA).person(other);
        for (int i = 0; i < 2; i++) {
            script.host(":snug.local BATCH +s soju.im/search", ":snug.local BATCH -s");
        }
        assertThat(script.events())
                .containsExactly(
                        new Found(TEA, List.of(), false), new Found(other, List.of(), false));
    }

    @Test
    void aRefusalBeingPassedOverAndTheEndOfTheConnectionAreFailures() {
        ModelScript script = lobby();
        Found failed = new Found(TEA, List.of(), true);
        script.person(TEA);
        script.host(":snug.local FAIL SEARCH INTERNAL_ERROR :The store is closed");
        assertThat(script.events()).containsExactly(failed);
        script.person(TEA);
        script.passOver();
        assertThat(script.events()).containsExactly(failed);
        script.person(TEA);
        script.model.lost(true);
        assertThat(script.events()).containsExactly(failed);
    }

    @Test
    void aHostWithoutSearchFailsAtOnce() {
        ModelScript script = ModelScript.inLobby();
        script.person(TEA);
        assertThat(script.sent()).isEmpty();
        assertThat(script.event(Found.class).failed()).isTrue();
    }
}

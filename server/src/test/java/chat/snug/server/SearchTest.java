package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.RateLimit;
import chat.snug.server.options.SearchLimits;
import chat.snug.server.options.ServerLimits;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** soju.im/search. */
class SearchTest extends Past {
    private static final String SEARCH =
            "soju.im/search batch server-time message-tags echo-message labeled-response";

    @Test
    void foundMessagesAreABatchOfTheLinesAsTheyWere() {
        WireClient ann = capable("ann", SEARCH);
        ann.ask("JOIN #den");
        String live = ann.ask("PRIVMSG #den :That was fast!").getFirst();
        ann.ask("PRIVMSG #den :slow", "@+draft/react=fast TAGMSG #den");

        List<String> lines = ann.ask("@label=x SEARCH text=fast;in=#den");

        assertThat(lines.getFirst())
                .matches("@label=x;time=\\S+ :snug.local BATCH \\+\\w+ soju.im/search");
        assertThat(content(lines)).containsExactly(live);
    }

    @Test
    void eachAttributeNarrowsIt() {
        WireClient ann = capable("ann", SEARCH);
        WireClient bob = capable("bob", SEARCH);
        ann.ask("JOIN #den,#attic");
        bob.ask("JOIN #den");
        say(ann, "#den", "one apple");
        String first = now();
        say(bob, "#den", "two APPLES");
        String second = now();
        say(ann, "#attic", "three apples");
        say(ann, "#den", "four 你好，世界");
        ann.sync();

        assertThat(ask(ann, "SEARCH text=apple"))
                .containsExactly("one apple", "two APPLES", "three apples");
        assertThat(ask(ann, "SEARCH text=apple;in=#den"))
                .containsExactly("one apple", "two APPLES");
        assertThat(ask(ann, "SEARCH from=BOB")).containsExactly("two APPLES");
        assertThat(ask(ann, "SEARCH from=ann;in=#attic")).containsExactly("three apples");
        assertThat(ask(ann, "SEARCH text=世界")).containsExactly("four 你好，世界");
        assertThat(ask(ann, "SEARCH text=two\\sapples")).containsExactly("two APPLES");
        assertThat(ask(ann, "SEARCH :text=two apples;in=#den")).containsExactly("two APPLES");
        assertThat(ask(ann, "SEARCH in=#den;before=" + second))
                .containsExactly("one apple", "two APPLES");
        assertThat(ask(ann, "SEARCH text=apple;after=" + second))
                .containsExactly("two APPLES", "three apples");
        assertThat(ask(ann, "SEARCH after=" + first + ";before=" + first))
                .containsExactly("one apple");
        assertThat(ask(ann, "SEARCH text=apple;limit=2"))
                .containsExactly("two APPLES", "three apples");
        assertThat(ask(ann, "SEARCH text=apple;limit=2;after=" + first))
                .as("searched from that time")
                .containsExactly("one apple", "two APPLES");
        assertThat(history(ann, "SEARCH text=pear")).isEmpty();
        assertThat(history(ann, "SEARCH before=2010-01-01T00:00:00.000Z;in=#den")).isEmpty();
    }

    @Test
    void everybodyFindsWhatTheyMayRead() {
        WireClient ann = capable("ann", SEARCH);
        WireClient bob = capable("bob", SEARCH);
        WireClient carl = capable("carl", "soju.im/search batch");
        ann.ask("JOIN #den");
        say(ann, "#den", "secret plan");
        say(ann, "bob", "secret word");
        bob.sync();

        assertThat(ask(bob, "SEARCH text=secret")).containsExactly("secret word");
        assertThat(ask(bob, "SEARCH text=secret;in=ann")).containsExactly("secret word");
        assertThat(history(carl, "SEARCH text=secret")).isEmpty();
        assertThat(carl.ask("SEARCH text=secret;in=#den"))
                .containsExactly(":snug.local FAIL SEARCH INVALID_PARAMS in :Invalid parameters");
    }

    @Test
    void withoutBatchThereAreTheLinesAlone() {
        WireClient ann = capable("ann", "soju.im/search");
        ann.ask("JOIN #den", "PRIVMSG #den :hi");

        assertThat(ann.ask("SEARCH text=hi"))
                .containsExactly(":ann!user@127.0.0.1 PRIVMSG #den :hi");
    }

    @ParameterizedTest
    @CsvSource({
        "SEARCH, INVALID_PARAMS",
        "SEARCH in=#none, INVALID_PARAMS in",
        "SEARCH in=nobody, INVALID_PARAMS in",
        "SEARCH after=yesterday, INVALID_PARAMS after",
        "SEARCH before=, INVALID_PARAMS before",
        "SEARCH limit=0, INVALID_PARAMS limit",
        "SEARCH limit=x;after=y, INVALID_PARAMS after limit",
    })
    void whatIsWrongIsTold(String command, String answer) {
        assertThat(capable("ann", "soju.im/search").ask(command))
                .containsExactly(":snug.local FAIL SEARCH " + answer + " :Invalid parameters");
    }

    private void limit(RateLimit lines, SearchLimits search) {
        ServerLimits limits = defaults().limits().withLines(lines);
        past(defaults().withLimits(limits.withHistory(limits.history().withSearch(search))));
    }

    @Test
    void ofManyRoomsThoseWithTheLatestTalkAreSearched() {
        limit(RateLimit.none(), new SearchLimits(2, 4));
        WireClient ann = capable("ann", SEARCH);
        ann.ask("JOIN #a,#b,#c");
        say(ann, "#a", "one word");
        say(ann, "#b", "two words");
        say(ann, "#c", "three words");
        say(ann, "#a", "nothing");

        assertThat(ask(ann, "SEARCH text=word")).containsExactly("one word", "three words");
        assertThat(ask(ann, "SEARCH text=word;in=#b")).containsExactly("two words");
    }

    @Test
    void aSearchCountsAsSoManyLines() {
        RateLimit lines = new RateLimit(20, TimeUnit.HOURS.toNanos(1));
        limit(lines, new SearchLimits(100, 4));
        assertThat(capable("ann", "soju.im/search").ask("SEARCH text=x")).isEmpty();

        limit(lines, new SearchLimits(100, 20));
        assertThat(capable("ann", "soju.im/search").send("SEARCH text=x").next())
                .startsWith(":snug.local WARN * RATE_LIMITED 20 ");
    }

    @Test
    void onlyThoseWhoRegisteredMayAsk() {
        assertThat(connect().ask("SEARCH text=x"))
                .containsExactly(":snug.local 451 * :You have not registered");
    }
}

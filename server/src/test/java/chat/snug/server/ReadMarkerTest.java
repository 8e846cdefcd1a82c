package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.options.ServerLimits;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** IRCv3 read-marker. */
class ReadMarkerTest extends Past {
    private static final String EARLY = "timestamp=2026-01-04T14:33:26.123Z";
    private static final String LATE = "timestamp=2026-02-04T14:33:26.123Z";

    private static String marker(String rest) {
        return ":snug.local MARKREAD " + rest;
    }

    private static String fail(String rest) {
        return ":snug.local FAIL MARKREAD " + rest;
    }

    private WireClient loggedIn(String nick, String capabilities) {
        String plain =
                Base64.getEncoder()
                        .encodeToString("\0ann\0sesame".getBytes(StandardCharsets.UTF_8));
        return person(
                nick,
                "CAP REQ :sasl " + capabilities,
                "AUTHENTICATE PLAIN",
                "AUTHENTICATE " + plain,
                "CAP END");
    }

    @Test
    void isToldAfterTheJoinAndBeforeTheEndOfTheNames() {
        WireClient ann = capable("ann", "draft/read-marker");

        List<String> lines = ann.ask("JOIN #Den");

        int marker = lines.indexOf(marker("#Den *"));
        assertThat(lines.getFirst()).endsWith(" JOIN #Den");
        assertThat(marker).isPositive();
        assertThat(lines.subList(marker, lines.size()))
                .anyMatch(line -> line.contains(" 366 ann #Den "));
        assertThat(person("bob").ask("JOIN #den")).noneMatch(line -> line.contains("MARKREAD"));
    }

    @Test
    void staysWithARoomThatGetsAnotherName() {
        WireClient ann = capable("ann", "draft/read-marker draft/channel-rename");
        WireClient bob = capable("bob", "draft/read-marker");
        ann.ask("JOIN #den", "MARKREAD #den " + EARLY);
        bob.ask("JOIN #den", "MARKREAD #den " + LATE);

        ann.ask("RENAME #den #hall", "RENAME #hall #Hall");

        assertThat(bob.sync()).contains(marker("#hall " + LATE));
        assertThat(ann.ask("MARKREAD #Hall")).containsExactly(marker("#Hall " + EARLY));
        assertThat(ann.ask("MARKREAD #den")).containsExactly(marker("#den *"));
    }

    @Test
    void goesForwardOnly() {
        WireClient ann = capable("ann", "draft/read-marker");
        ann.ask("JOIN #den");

        assertThat(ann.ask("MARKREAD #den", "MARKREAD #den " + EARLY, "MARKREAD #DEN"))
                .containsExactly(
                        marker("#den *"), marker("#den " + EARLY), marker("#den " + EARLY));
        assertThat(ann.ask("MARKREAD #den " + LATE, "MARKREAD #den " + EARLY, "MARKREAD #den"))
                .containsExactly(
                        marker("#den " + LATE), marker("#den " + LATE), marker("#den " + LATE));
        assertThat(ann.ask("PART #den", "JOIN #den")).contains(marker("#den " + LATE));
    }

    @Test
    void neverGoesIntoTheFuture() {
        WireClient ann = capable("ann", "draft/read-marker");

        assertThat(ann.ask("MARKREAD #den timestamp=2099-01-01T00:00:00.000Z"))
                .containsExactly(marker("#den timestamp=" + now()));
    }

    @Test
    void peopleHaveMarkersToo() {
        WireClient ann = capable("ann", "draft/read-marker");
        capable("Bob", "draft/read-marker");

        assertThat(ann.ask("MARKREAD bob", "MARKREAD BOB " + EARLY, "MARKREAD nobody"))
                .containsExactly(marker("Bob *"), marker("Bob " + EARLY), marker("nobody *"));
    }

    @Test
    void theLabelIsOnTheAnswer() {
        WireClient ann = capable("ann", "draft/read-marker labeled-response batch");

        assertThat(ann.ask("@label=x MARKREAD #den " + EARLY))
                .containsExactly("@label=x " + marker("#den " + EARLY));
    }

    @Test
    void nobodyLearnsTheMarkersOfAnother() {
        WireClient ann = capable("ann", "draft/read-marker");
        WireClient bob = capable("bob", "draft/read-marker");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        ann.ask("MARKREAD #den " + EARLY);

        assertThat(bob.sync()).isEmpty();
        assertThat(bob.ask("MARKREAD #den")).containsExactly(marker("#den *"));
        ann.send("QUIT").untilClosed();
        assertThat(capable("ann", "draft/read-marker").ask("MARKREAD #den"))
                .containsExactly(marker("#den *"));
    }

    @Test
    void thoseOfAnAccountFollowThePerson() {
        WireClient registering = person("ann", "CAP REQ :draft/account-registration", "CAP END");
        assertThat(registering.ask("REGISTER ann * sesame")).anyMatch(l -> l.contains("SUCCESS"));
        registering.send("QUIT").untilClosed();
        WireClient one = loggedIn("ann", "draft/read-marker");
        WireClient two = loggedIn("ann2", "draft/read-marker");
        WireClient three = loggedIn("ann3", "batch");

        assertThat(one.ask("MARKREAD #den " + EARLY)).containsExactly(marker("#den " + EARLY));
        assertThat(two.sync()).containsExactly(marker("#den " + EARLY));
        assertThat(three.sync()).isEmpty();
        assertThat(two.ask("MARKREAD #den " + EARLY)).containsExactly(marker("#den " + EARLY));
        assertThat(one.sync()).isEmpty();
        one.send("QUIT").untilClosed();
        two.send("QUIT").untilClosed();
        assertThat(loggedIn("ann", "draft/read-marker").ask("JOIN #den"))
                .contains(marker("#den " + EARLY));
    }

    @Test
    void whatIsWrongIsTold() {
        WireClient ann = capable("ann", "draft/read-marker");

        assertThat(ann.ask("MARKREAD"))
                .containsExactly(fail("NEED_MORE_PARAMS :Missing parameters"));
        assertThat(ann.ask("MARKREAD #den *", "MARKREAD #den timestamp=soon", "MARKREAD #den 2026"))
                .containsExactly(
                        fail("INVALID_PARAMS * :Invalid parameters"),
                        fail("INVALID_PARAMS timestamp=soon :Invalid parameters"),
                        fail("INVALID_PARAMS 2026 :Invalid parameters"));
        assertThat(ann.ask("MARKREAD !!!"))
                .containsExactly(fail("INVALID_PARAMS !!! :Invalid parameters"));
        assertThat(connect().ask("MARKREAD #den"))
                .containsExactly(":snug.local 451 * :You have not registered");
    }

    @Test
    void thereIsABound() {
        ServerLimits limits = defaults().limits();
        past(defaults().withLimits(limits.withHistory(limits.history().withMarkers(2))));
        WireClient ann = capable("ann", "draft/read-marker");
        ann.ask("MARKREAD #a " + EARLY, "MARKREAD #b " + EARLY);

        assertThat(ann.ask("MARKREAD #c " + EARLY).getFirst())
                .startsWith(fail("INTERNAL_ERROR #c :"));
        assertThat(ann.ask("MARKREAD #b " + LATE)).containsExactly(marker("#b " + LATE));
    }
}

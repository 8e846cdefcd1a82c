package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** IRCv3 chathistory with event-playback. */
class EventPlaybackTest extends Past {
    private static final String PLAYBACK = CAPABILITIES + " draft/event-playback";

    private void busy() {
        WireClient ann = person("ann");
        ann.ask("JOIN #den");
        WireClient bob = capable("bob", "message-tags");
        bob.ask("JOIN #den");
        ann.ask("TOPIC #den :new", "MODE #den +s-t", "PRIVMSG #den :hi");
        bob.ask("NICK rob", "PART #den :bye", "JOIN #den");
        ann.ask("MODE #den +v rob");
        bob.ask("@+draft/react=x TAGMSG #den", "@+typing=active TAGMSG #den");
        ann.ask("KICK #den rob :out");
        bob.ask("JOIN #den");
        bob.send("QUIT :gone").untilClosed();
        ann.sync();
    }

    @Test
    void eventsAreToldToThoseWhoWantThem() {
        busy();
        WireClient carl = capable("carl", PLAYBACK);
        carl.ask("JOIN #den");

        List<String> lines =
                history(carl, "CHATHISTORY LATEST #den * 100").stream()
                        .map(line -> line.replaceFirst("@\\S+ ", ""))
                        .toList();

        assertThat(lines)
                .containsExactly(
                        ":ann!user@127.0.0.1 JOIN #den",
                        ":bob!user@127.0.0.1 JOIN #den",
                        ":ann!user@127.0.0.1 TOPIC #den :new",
                        ":ann!user@127.0.0.1 MODE #den +s-t",
                        ":ann!user@127.0.0.1 PRIVMSG #den :hi",
                        ":bob!user@127.0.0.1 NICK rob",
                        ":rob!user@127.0.0.1 PART #den bye",
                        ":rob!user@127.0.0.1 JOIN #den",
                        ":ann!user@127.0.0.1 MODE #den +v rob",
                        ":rob!user@127.0.0.1 TAGMSG #den",
                        ":ann!user@127.0.0.1 KICK #den rob out",
                        ":rob!user@127.0.0.1 JOIN #den",
                        ":rob!user@127.0.0.1 QUIT :Quit: gone",
                        ":carl!user@127.0.0.1 JOIN #den");
    }

    @Test
    void whatIsToldAgainIsWhatWasToldWithItsIdInEveryRoom() {
        WireClient ann = capable("ann", PLAYBACK);
        ann.ask("JOIN #den,#hut");
        WireClient bob = capable("bob", PLAYBACK);
        bob.ask("JOIN #den,#hut");
        ann.sync();
        clock.addAndGet(1000);
        List<String> own = bob.ask("NICK rob");
        List<String> told = new ArrayList<>(ann.sync());
        clock.addAndGet(1000);
        bob.send("QUIT :gone").untilClosed();
        told.addAll(ann.sync());

        assertThat(told)
                .hasSize(2)
                .startsWith(own.getFirst())
                .allMatch(line -> !id(line).isEmpty());
        for (String room : List.of("#den", "#hut")) {
            assertThat(history(ann, "CHATHISTORY LATEST " + room + " * 2")).isEqualTo(told);
        }
    }

    @Test
    void theRankThatSomebodyHasAgainIsToldAgainToo() {
        WireClient ann = capable("ann", PLAYBACK);
        WireClient bob = capable("bob", PLAYBACK);
        ann.ask("REGISTER * * :" + Sasl.PASSWORD, "JOIN #den");
        bob.ask("JOIN #den");
        ann.ask("PART #den");
        bob.sync();
        ann.ask("JOIN #den");

        List<String> told = bob.sync();
        assertThat(told).hasSize(2);
        assertThat(told.getLast()).endsWith(" :snug.local MODE #den +o ann");
        assertThat(history(bob, "CHATHISTORY LATEST #den * 2")).isEqualTo(told);
    }

    @Test
    void theOthersAreToldWhatWasSaidOnly() {
        busy();
        WireClient carl = capable("carl", CAPABILITIES);
        carl.ask("JOIN #den");

        assertThat(ask(carl, "CHATHISTORY LATEST #den * 100")).containsExactly("hi");
        assertThat(ask(carl, "CHATHISTORY LATEST #den * 1")).containsExactly("hi");
    }

    @Test
    void tagMessagesAreForThoseWhoKnowTags() {
        busy();
        WireClient carl = capable("carl", "draft/chathistory draft/event-playback batch");
        carl.ask("JOIN #den");

        assertThat(history(carl, "CHATHISTORY LATEST #den * 100"))
                .hasSize(13)
                .noneMatch(line -> line.contains("TAGMSG"));
    }

    @Test
    void whatIsNotToldIsNotCounted() {
        WireClient ann = capable("ann", CAPABILITIES);
        ann.ask("JOIN #den");
        say(ann, "#den", "1", "2");
        for (int i = 0; i < 20; i++) {
            ann.ask("@+draft/react=x TAGMSG #den");
        }
        WireClient carl = capable("carl", "draft/chathistory draft/event-playback batch");
        carl.ask("JOIN #den");

        assertThat(history(carl, "CHATHISTORY LATEST #den * 3"))
                .containsExactly(
                        ":ann!user@127.0.0.1 PRIVMSG #den :1",
                        ":ann!user@127.0.0.1 PRIVMSG #den :2",
                        ":carl!user@127.0.0.1 JOIN #den");
        assertThat(history(carl, "CHATHISTORY AFTER #den timestamp=2026-01-01T00:00:00.000Z 4"))
                .containsExactly(
                        ":ann!user@127.0.0.1 JOIN #den",
                        ":ann!user@127.0.0.1 PRIVMSG #den :1",
                        ":ann!user@127.0.0.1 PRIVMSG #den :2",
                        ":carl!user@127.0.0.1 JOIN #den");
    }

    @Test
    void whoKnowsExtendedJoinIsToldItAgain() {
        WireClient ann = capable("ann", "batch draft/event-playback extended-join");
        String live = ann.ask("JOIN #den").getFirst();

        assertThat(live).endsWith(" JOIN #den * :Real ann");
        assertThat(history(ann, "CHATHISTORY LATEST #den * 9")).containsExactly(live);
    }
}

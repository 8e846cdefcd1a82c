package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The clock of the computer is set back while people talk: times and ids stay in order. */
class ClockTest extends LiveServer {
    private static final Pattern SAID =
            Pattern.compile("@(?=.*time=([^; ]+))(?=.*msgid=([^; ]+)).* PRIVMSG #den :(\\d+)");

    @Test
    void timesAndIdsStayInOrderWhenTheClockGoesBack() throws IOException {
        AtomicLong millis = new AtomicLong(1_795_000_000_000L);
        use(ChatServer.start(defaults(), System::nanoTime, millis::get));
        WireClient ann = capable("ann", "message-tags server-time batch draft/chathistory");
        WireClient bob = capable("bob", "message-tags server-time");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");

        for (int i = 0; i < 20; i++) {
            millis.addAndGet(i % 3 == 0 ? -86_400_000 : 5);
            bob.ask("PRIVMSG #den :" + i);
        }
        List<String> live = said(ann.sync());
        List<String> past = said(ann.ask("CHATHISTORY LATEST #den * 100"));

        assertThat(live).hasSize(20).isSorted();
        assertThat(past).isEqualTo(live);
    }

    /** Time, id and number of each message: so they are sorted only if each of them is. */
    private static List<String> said(List<String> lines) {
        List<String> said = new ArrayList<>();
        for (String line : lines) {
            Matcher matcher = SAID.matcher(line);
            if (matcher.find()) {
                int number = Integer.parseInt(matcher.group(3));
                said.add(matcher.group(1) + ' ' + matcher.group(2) + ' ' + (100 + number));
            }
        }
        return said;
    }
}

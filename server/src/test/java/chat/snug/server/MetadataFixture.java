package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Tests with clients that speak one of the drafts of metadata. */
abstract class MetadataFixture extends LiveServer {
    static final String THIRD = "batch draft/metadata-3";
    static final String SECOND = "batch draft/metadata-2";

    WireClient third(String nick) {
        return capable(nick, THIRD);
    }

    WireClient second(String nick) {
        return capable(nick, SECOND);
    }

    /** The lines of the one batch that was sent, without tag and source; its head comes first. */
    static List<String> batch(List<String> lines) {
        assertThat(lines).hasSizeGreaterThanOrEqualTo(2);
        String head = lines.getFirst();
        assertThat(head).startsWith(":snug.local BATCH +");
        String reference = head.split(" ", -1)[2].substring(1);
        assertThat(lines.getLast()).isEqualTo(":snug.local BATCH -" + reference);
        List<String> content = new ArrayList<>();
        content.add(head.substring(head.indexOf('+') + reference.length() + 1).trim());
        for (String line : lines.subList(1, lines.size() - 1)) {
            String start = "@batch=" + reference + " :snug.local ";
            assertThat(line).startsWith(start);
            content.add(line.substring(start.length()));
        }
        return content;
    }
}

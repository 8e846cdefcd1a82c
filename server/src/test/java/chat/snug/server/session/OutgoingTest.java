package chat.snug.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;
import chat.snug.room.Author;
import org.junit.jupiter.api.Test;

/** Which tags a line has for whom. */
class OutgoingTest {
    private static final int ALL = Profile.TAG_BITS;

    private static String tags(Outgoing line, int profile) {
        return line.tags(Tags.NONE, profile, new ServerTime()).toString();
    }

    private static Outgoing line(Author author) {
        return new Outgoing(
                Message.of("PRIVMSG", "#den", "x"), 0, "id", Tags.NONE.with("+a", "b"), author);
    }

    @Test
    void eachCapabilityHasItsTags() {
        Outgoing line = line(new Author("n", "u", "h", "ann", true));

        assertThat(tags(line, 0)).isEmpty();
        assertThat(tags(line, Profile.ACCOUNT_TAG)).isEqualTo("account=ann");
        assertThat(tags(line, Profile.SERVER_TIME)).isEqualTo("time=1970-01-01T00:00:00.000Z");
        assertThat(tags(line, Profile.MESSAGE_TAGS)).isEqualTo("msgid=id;bot;+a=b");
        assertThat(tags(line, ALL))
                .isEqualTo("time=1970-01-01T00:00:00.000Z;account=ann;msgid=id;bot;+a=b");
    }

    @Test
    void whoIsNotLoggedInHasNoAccountTag() {
        assertThat(tags(line(new Author("n", "u", "h")), ALL)).doesNotContain("account");
        assertThat(tags(Outgoing.plain(Message.of("X"), 0), Profile.ACCOUNT_TAG)).isEmpty();
    }

    @Test
    void bitsThatMakeNoDifferenceAreLeftOut() {
        assertThat(line(new Author("n", "u", "h", "ann", false)).tagBits()).isEqualTo(ALL);
        assertThat(line(new Author("n", "u", "h")).tagBits())
                .isEqualTo(Profile.SERVER_TIME | Profile.MESSAGE_TAGS);
    }
}

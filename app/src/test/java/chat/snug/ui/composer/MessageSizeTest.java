package chat.snug.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.MessageLimit;
import org.junit.jupiter.api.Test;

final class MessageSizeTest {
    private static final MessageLimit ONE_LINE = new MessageLimit(106, 1);
    private static final MessageLimit SEVERAL = new MessageLimit(200, 3);

    private static MessageSize of(String text, MessageLimit limit) {
        return MessageSize.of(StyledText.plain(text), limit, "#lobby");
    }

    @Test
    void nothingIsToldWhileThereIsRoom() {
        assertThat(of("", ONE_LINE)).isEqualTo(new MessageSize.Roomy());
        assertThat(of("x".repeat(79), ONE_LINE)).isEqualTo(new MessageSize.Roomy());
    }

    @Test
    void nearTheEndItCountsInLettersNotBytes() {
        assertThat(of("x".repeat(80), ONE_LINE)).isEqualTo(new MessageSize.Nearly(20));
        assertThat(of("x".repeat(100), ONE_LINE)).isEqualTo(new MessageSize.Nearly(0));
        assertThat(of("你".repeat(30), ONE_LINE)).isEqualTo(new MessageSize.Nearly(3));
    }

    @Test
    void whatIsTooMuchForOneGoesOutInParts() {
        assertThat(of("x".repeat(101), ONE_LINE)).isEqualTo(new MessageSize.Several());
        assertThat(of("a\nb", ONE_LINE)).isEqualTo(new MessageSize.Several());
        assertThat(of("a\nb\nc", SEVERAL)).isEqualTo(new MessageSize.Roomy());
        assertThat(of("a\nb\nc\nd", SEVERAL)).isEqualTo(new MessageSize.Several());
        assertThat(of("x".repeat(170), SEVERAL)).isEqualTo(new MessageSize.Nearly(30));
    }

    @Test
    void whatNobodyTakesIsTooLong() {
        assertThat(of("x".repeat(MessageLimit.MOST_BYTES + 7), SEVERAL))
                .isEqualTo(new MessageSize.TooLong(7));
        assertThat(of("x\n".repeat(MessageLimit.MOST_LINES + 1), SEVERAL))
                .isInstanceOf(MessageSize.TooLong.class);
    }
}

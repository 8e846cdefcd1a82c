package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.key.OwnKey;
import org.junit.jupiter.api.Test;

final class SelfHandshakeTest {
    @Test
    void itComesToAnEndWithOnesOwnKey() {
        assertThat(Trust.ofSystem().prepare(OwnKey.make())).isTrue();
    }

    @Test
    void withoutAKeyThereIsNobodyToGreet() {
        assertThat(Trust.ofSystem().prepare(null)).isFalse();
    }
}

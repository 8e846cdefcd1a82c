package chat.snug.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Identity;
import org.junit.jupiter.api.Test;

final class PersonNameTest {
    @Test
    void aNameIsTakenAsPeopleTypeIt() {
        assertThat(PersonName.toIdentity(" Mei Tanaka "))
                .isEqualTo(new Identity("Mei-Tanaka", "Mei Tanaka"));
        assertThat(PersonName.toIdentity("美玲").name()).isEqualTo("美玲");
        assertThat(PersonName.toIdentity("@#!*").name()).isEmpty();
        assertThat(PersonName.toIdentity("  ").name()).isEmpty();
    }
}

package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InitialsTest {
    @Test
    void initialsAreOneOrTwoCharactersAsAPersonReadsThem() {
        assertThat(Initials.of("Mei")).isEqualTo("ME");
        assertThat(Initials.of("x")).isEqualTo("X");
        assertThat(Initials.of("")).isEmpty();
        assertThat(Initials.of("美玲")).isEqualTo("美");
        assertThat(Initials.of("e\u0301va")).isEqualTo("ÉV");
    }

    @Test
    void aPersonHasTheSameColourEverywhere() {
        assertThat(Initials.colour("Mei")).isEqualTo(Initials.colour("MEI")).isBetween(0, 11);
    }
}

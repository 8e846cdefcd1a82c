package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IRCv3 no-implicit-names: names are only told to those who ask. */
class NoImplicitNamesTest extends LiveServer {
    @ParameterizedTest
    @ValueSource(strings = {"no-implicit-names", "draft/no-implicit-names"})
    void whoEntersIsNotSentTheNames(String capability) {
        WireClient ann = capable("ann", capability);
        person("bob").ask("JOIN #den", "TOPIC #den :Tea");

        assertThat(WireClient.verbs(ann.ask("JOIN #den"))).containsExactly("JOIN", "332", "333");
        assertThat(ann.ask("NAMES #den"))
                .containsExactly(
                        ":snug.local 353 ann = #den :@bob ann",
                        ":snug.local 366 ann #den :End of /NAMES list");
    }

    @Test
    void theOthersAre() {
        assertThat(WireClient.verbs(person("bob").ask("JOIN #den")))
                .containsExactly("JOIN", "353", "366");
    }
}

package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IRCv3 WHOX: the fields that were asked for, and no others. */
class WhoxTest extends LiveServer {
    private final WireClient ann = person("ann");

    @BeforeEach
    void comeIn() {
        WireClient bob = person("bob");
        bob.ask("JOIN #den", "AWAY :tea");
    }

    @Test
    void allFieldsComeInTheOrderOfTheSpecification() {
        assertThat(ann.ask("WHO bob %raoldfnshiuct,123").getFirst())
                .matches(
                        ":snug.local 354 ann 123 #den user 127.0.0.1 127.0.0.1 snug.local bob G@ 0"
                                + " \\d+ 0 n/a :Real bob");
        assertThat(ann.ask("WHO bob %raoldfnshiuct,123").getLast())
                .isEqualTo(":snug.local 315 ann bob :End of WHO list");
    }

    @Test
    void onlyTheFieldsAskedForAreSent() {
        assertThat(ann.ask("WHO bob %n").getFirst()).isEqualTo(":snug.local 354 ann bob");
        assertThat(ann.ask("WHO #den %nf").getFirst()).isEqualTo(":snug.local 354 ann bob G@");
        assertThat(ann.ask("WHO bob %cuhnar").getFirst())
                .isEqualTo(":snug.local 354 ann #den user 127.0.0.1 bob 0 :Real bob");
        assertThat(ann.ask("WHO bob %nXYZ").getFirst()).isEqualTo(":snug.local 354 ann bob");
    }

    @Test
    void whoIsInNoRoomHasAnAsterisk() {
        assertThat(ann.ask("WHO ann %cn").getFirst()).isEqualTo(":snug.local 354 ann * ann");
    }

    @Test
    void theTokenIsSentBackIfItIsOne() {
        assertThat(ann.ask("WHO bob %tn,042").getFirst()).isEqualTo(":snug.local 354 ann 042 bob");
        assertThat(ann.ask("WHO bob %tn,1234").getFirst()).isEqualTo(":snug.local 354 ann 0 bob");
        assertThat(ann.ask("WHO bob %tn").getFirst()).isEqualTo(":snug.local 354 ann 0 bob");
    }

    @Test
    void operatorsAloneCanBeAskedFor() {
        assertThat(ann.ask("WHO #den o%n"))
                .containsExactly(":snug.local 315 ann #den :End of WHO list");
    }

    @Test
    void itIsAdvertisedWithoutAValue() {
        assertThat(ann.ask("VERSION")).anyMatch(line -> line.contains(" WHOX "));
    }
}

package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.Said.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed in secret is told from what may be kept. */
class SecretWordsTest {
    @ParameterizedTest
    @CsvSource({
        "#lobby, /msg NickServ identify sesame",
        "#lobby, /MSG nickserv@services. identify ann sesame",
        "#lobby, /query Q auth ann sesame",
        "#lobby, /oper ann sesame",
        "#lobby, /pass sesame",
        "#lobby, /ns identify sesame",
        "#lobby, /quote PASS sesame",
        "#lobby, /join #den sesame",
        "NickServ, identify sesame",
        "X@channels.undernet.org, login ann sesame",
    })
    void thereMayBeASecret(String conversation, String typed) {
        assertThat(SecretWords.in(conversation, typed)).isTrue();
        assertThat(SecretWords.in(conversation, "  " + typed + "\t")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "#lobby, identify sesame",
        "#lobby, //oper ann sesame",
        "#lobby, /msg Ben see you at five",
        "#lobby, /msg NickServ help",
        "#lobby, /join #den",
        "#lobby, /join the green room",
        "#lobby, /passport control",
        "#lobby, /oper",
        "Ben, identify sesame",
        "NickServ, help",
        "#lobby, ''",
    })
    void thereIsNone(String conversation, String typed) {
        assertThat(SecretWords.in(conversation, typed)).isFalse();
    }

    @Test
    void ofMyWordsToAServiceTheFirstMayBeKept() {
        assertThat(SecretWords.withoutSecrets(said("NickServ", true, "IDENTIFY sesame")))
                .isEqualTo(said("NickServ", true, "IDENTIFY \u2022\u2022\u2022"));
        for (Said kept :
                new Said[] {
                    said("NickServ", true, "help"),
                    said("NickServ", false, "This name is registered"),
                    said("Ben", true, "identify sesame")
                }) {
            assertThat(SecretWords.withoutSecrets(kept)).isSameAs(kept);
        }
    }

    private static Said said(String conversation, boolean mine, String text) {
        return new Said(
                conversation,
                Instant.EPOCH,
                "id",
                mine ? "Ann" : conversation,
                mine,
                Kind.TEXT,
                text,
                false,
                null,
                null);
    }
}

package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should read over a shoulder, and what is only noise to hide. */
class MaskingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PASS sesame                                | PASS •••
                    pass :open sesame                          | pass •••
                    AUTHENTICATE AGFubgBzZXNhbWU=              | AUTHENTICATE •••
                    AUTHENTICATE biwsbj1hbm4scj1hYmM           | AUTHENTICATE •••
                    OPER ann sesame                            | OPER ann •••
                    REGISTER * ann@example.org sesame          | REGISTER * •••
                    VERIFY ann 12345                           | VERIFY ann •••
                    JOIN #a sesame                             | JOIN #a •••
                    @label=1 JOIN #a sesame                    | @label=1 JOIN #a •••
                    MODE #a +k sesame                          | MODE #a +k •••
                    :ann!a@b MODE #a +nk sesame                | :ann!a@b MODE #a +nk •••
                    :host 324 ann #a +ntk sesame               | :host 324 ann #a +ntk •••
                    PRIVMSG NickServ :IDENTIFY ann sesame      | PRIVMSG NickServ :IDENTIFY •••
                    @a=b :ann!a@b PRIVMSG nickserv@services. :REGISTER sesame x | @a=b :ann!a@b PRIVMSG nickserv@services. :REGISTER •••
                    PRIVMSG Q@CServe.quakenet.org :AUTH ann sesame | PRIVMSG Q@CServe.quakenet.org :AUTH •••
                    NS IDENTIFY sesame                         | NS IDENTIFY •••
                    """)
    void hidesSecrets(String line, String masked) {
        assertThat(Masking.mask(line)).isEqualTo(masked).isEqualTo(Masking.mask(masked));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "@",
                "@a ",
                "PASS",
                "JOIN #a",
                ":ann!a@b JOIN #a ann :Ann Smith",
                "AUTHENTICATE PLAIN",
                "AUTHENTICATE SCRAM-SHA-256",
                "AUTHENTICATE +",
                ":host REGISTER SUCCESS ann :Account created",
                ":host REGISTER VERIFICATION_REQUIRED ann :Look into your mail",
                "PRIVMSG #a :my password is a secret",
                "PRIVMSG NickServ :HELP",
                "MODE #a +o ann",
            })
    void leavesTheRestAlone(String line) {
        assertThat(Masking.mask(line)).isEqualTo(line);
    }

    @Test
    void aMaskedLineSaysNothingOfTheLengthOfASecret() {
        assertThat(Masking.mask("PASS a")).isEqualTo(Masking.mask("PASS " + "a".repeat(300)));
    }
}

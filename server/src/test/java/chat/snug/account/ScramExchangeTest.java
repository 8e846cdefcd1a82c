package chat.snug.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 5802 and RFC 7677, the server's side. */
class ScramExchangeTest {
    /** That of the example in RFC 7677, section 3: the password is "pencil". */
    private static final String EXAMPLE =
            "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ=="
                    + "$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY="
                    + ":wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=";

    private final ScramExchange exchange =
            new ScramExchange(() -> "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Verifier example() {
        return Objects.requireNonNull(Verifier.parse(EXAMPLE));
    }

    @Test
    void theExampleOfTheSpecification() {
        assertThat(exchange.start(bytes("n,,n=user,r=rOprNGfwEbeRWgbNEkqO"))).isEqualTo("user");
        assertThat(exchange.challenge(example()))
                .asString()
                .isEqualTo(
                        "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                                + "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
        assertThat(
                        exchange.finish(
                                bytes(
                                        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                                            + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=")))
                .asString()
                .isEqualTo("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c=eSws,r=NONCE,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                "c=biws,r=other,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                "c=biws,r=NONCE,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVA=",
                "c=biws,r=NONCE,p=AAAA",
                "c=biws,r=NONCE,p=",
                "c=biws,r=NONCE,p=%%%",
                "c=biws,r=NONCE",
                "r=NONCE,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                ",,,",
                ""
            })
    void whatIsNotTheProofIsRefused(String last) {
        exchange.start(bytes("n,,n=user,r=rOprNGfwEbeRWgbNEkqO"));
        exchange.challenge(example());

        assertThat(
                        exchange.finish(
                                bytes(
                                        last.replace(
                                                "NONCE",
                                                "rOprNGfwEbeRWgbNEkqO"
                                                        + "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"))))
                .isNull();
    }

    @Test
    void namesAreUnescapedAndMayBeOfAnyScript() {
        assertThat(exchange.start(bytes("y,,n=a=3Db=2Cc,r=x"))).isEqualTo("a=b,c");
        assertThat(exchange.start(bytes("n,,n=小雨,r=x"))).isEqualTo("小雨");
        assertThat(exchange.authorization()).isEmpty();
        assertThat(exchange.start(bytes("n,a=o=2Ct,n=user,r=x,ext=1"))).isEqualTo("user");
        assertThat(exchange.authorization()).isEqualTo("o,t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p=tls-unique,,n=user,r=x",
                "n,,m=ext,n=user,r=x",
                "n,,n=us=er,r=x",
                "n,,n=us=3=2CD,r=x",
                "n,,n=,r=x",
                "n,,n=user,r=",
                "n,,n=user",
                "n,,n=user,r=a b",
                "n,user,n=user,r=x",
                "n,a=x=y,n=user,r=x",
                "x,,n=user,r=x",
                "n,",
                "n",
                ""
            })
    void whatIsNotTheFirstMessageIsRefused(String first) {
        assertThat(exchange.start(bytes(first))).isNull();
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThat(exchange.start(new byte[] {'n', ',', ',', (byte) 0xFF})).isNull();
        assertThat(exchange.finish(new byte[] {(byte) 0xFF})).isNull();
        assertThat(exchange.finish(bytes("c=biws,r=x,p=AAAA"))).isNull();
    }

    @Test
    void nobodyProvesToBeSomebodyWhoIsNotThere() {
        Verifier nobody = Verifier.ofNobody(new byte[32], 1, new SecureRandom());

        assertThat(nobody.matches("pencil")).isFalse();
        assertThat(exchange.start(bytes("n,,n=user,r=x"))).isEqualTo("user");
        assertThat(exchange.challenge(nobody)).asString().contains("s=AAAAAAAAAAAAAAAAAAAAAA==");
    }
}

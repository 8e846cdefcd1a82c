package chat.snug.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    @Test
    void isTheDigestOfThePublicKey() throws Exception {
        OwnKey key = OwnKey.make();
        byte[] expected =
                MessageDigest.getInstance("SHA-256")
                        .digest(key.certificate().getPublicKey().getEncoded());

        assertThat(key.fingerprint().bytes()).isEqualTo(expected);
        assertThat(key.fingerprint().toString())
                .hasSize(43)
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(expected));
        assertThat(key.fingerprint()).isEqualTo(Fingerprint.of(key.certificate()));
    }

    @Test
    void comesBackFromItsText() {
        Fingerprint fingerprint = OwnKey.make().fingerprint();

        Fingerprint read = Fingerprint.parse(fingerprint.toString());

        assertThat(read).isEqualTo(fingerprint).hasSameHashCodeAs(fingerprint);
        assertThat(read).isNotEqualTo(OwnKey.make().fingerprint());
    }

    @Test
    void isShownInPairsOfDigits() {
        assertThat(Fingerprint.parse("A".repeat(43)))
                .extracting(Fingerprint::hex)
                .isEqualTo("00" + ":00".repeat(31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
                "+AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAA AAAAAAAAAAAAAAAAAAAAA",
                "ÄAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void anythingElseIsNone(String text) {
        assertThat(Fingerprint.parse(text)).isNull();
    }
}

package chat.snug.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumericTest {
    @Test
    void eachHasACodeOfItsOwnAndIsFoundByIt() {
        Set<String> codes = new HashSet<>();
        for (Numeric numeric : Numeric.values()) {
            assertThat(numeric.code()).matches("[0-9]{3}");
            assertThat(codes.add(numeric.code())).as(numeric.name()).isTrue();
            assertThat(Numeric.of(numeric.code())).isSameAs(numeric);
        }
    }

    @Test
    void codesHaveThreeDigits() {
        assertThat(Numeric.RPL_WELCOME.code()).isEqualTo("001");
        assertThat(Numeric.RPL_BOUNCE.code()).isEqualTo("010");
        assertThat(Numeric.ERR_INPUTTOOLONG.code()).isEqualTo("417");
        assertThat(Numeric.RPL_SASLMECHS.code()).isEqualTo("908");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "01", "0001", "000", "999", "PING", "40x", "-01", "４０１", "+01"})
    void anythingElseIsNone(String command) {
        assertThat(Numeric.of(command)).isNull();
    }
}

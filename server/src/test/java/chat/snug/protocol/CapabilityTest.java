package chat.snug.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CapabilityTest {
    @Test
    void eachIsFoundByItsNameOnTheWire() {
        for (Capability capability : Capability.values()) {
            assertThat(Capability.of(capability.wireName())).isSameAs(capability);
            String wireName = capability.wireName();
            assertThat(capability.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .endsWith(wireName.substring(wireName.indexOf('/') + 1));
        }
    }

    @Test
    void namesHaveCaseAndUnknownOnesAreNone() {
        assertThat(Capability.of("server-time")).isSameAs(Capability.SERVER_TIME);
        assertThat(Capability.of("Server-Time")).isNull();
        assertThat(Capability.of("sasl=PLAIN")).isNull();
        assertThat(Capability.of("")).isNull();
    }
}

package chat.snug.server.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "2001:db8:1:2::7, 2001:db8:1:2:ffff:1:2:3, true",
        "2001:db8:1:2::7, 2001:db8:1:3::7, false",
        "::ffff:192.0.2.7, 192.0.2.7, true",
        "::1, ::2, false",
    })
    void countsANetworkOfIpv6AsOneAddress(String one, String other, boolean same) throws Exception {
        boolean equal =
                Origin.of(InetAddress.getByName(one))
                        .equals(Origin.of(InetAddress.getByName(other)));

        assertThat(equal).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.8, false",
        "2001:db8:1:2::7, 2001:db8:1:ffff::7, true",
        "2001:db8:1:2::7, 2001:db8:2:2::7, false",
    })
    void countsASiteOfIpv6AsOnePlace(String one, String other, boolean same) throws Exception {
        boolean equal =
                Origin.site(InetAddress.getByName(one))
                        .equals(Origin.site(InetAddress.getByName(other)));

        assertThat(equal).isEqualTo(same);
    }
}

package chat.snug.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.hosting.NetworkAddresses.Interface;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which address a person is most likely reached by. */
class NetworkAddressesTest {
    private static final Interface LOOPBACK =
            new Interface("lo", "lo", true, true, false, addresses("127.0.0.1", "::1"));

    @Test
    void theLocalNetworkComesFirst() {
        assertThat(
                        hosts(
                                null,
                                LOOPBACK,
                                up("docker0", "172.17.0.1"),
                                up("veth12ab", "fe80::2"),
                                up("tailscale0", "100.101.102.103"),
                                up("enp3s0", "fe80::1", "2001:db8::5", "192.168.1.20"),
                                up("br-9f8e", "10.9.0.1")))
                .containsExactly(
                        "192.168.1.20",
                        "2001:db8:0:0:0:0:0:5",
                        "172.17.0.1",
                        "10.9.0.1",
                        "100.101.102.103");
    }

    @Test
    void ofTwoLocalNetworksTheOneThatLeadsOut() throws Exception {
        assertThat(
                        hosts(
                                InetAddress.ofLiteral("10.0.0.7"),
                                up("eth0", "192.168.1.20"),
                                up("wlan0", "10.0.0.7"),
                                tunnel("tun0", "10.8.0.2")))
                .containsExactly("10.0.0.7", "192.168.1.20", "10.8.0.2");
    }

    @Test
    void aTunnelThatLeadsOutIsStillATunnel() {
        assertThat(
                        hosts(
                                InetAddress.ofLiteral("10.8.0.2"),
                                tunnel("tun0", "10.8.0.2"),
                                up("wlan0", "192.168.1.20")))
                .containsExactly("192.168.1.20", "10.8.0.2");
    }

    @Test
    void knowsVirtualAdaptersByWhatWindowsCallsThem() {
        Interface wsl =
                new Interface(
                        "eth5", "vEthernet (WSL)", true, false, false, addresses("172.20.0.1"));
        Interface box =
                new Interface(
                        "eth4",
                        "VirtualBox Host-Only Ethernet Adapter",
                        true,
                        false,
                        false,
                        addresses("192.168.56.1"));
        assertThat(hosts(null, wsl, box, up("wlan2", "192.168.1.20")))
                .containsExactly("192.168.1.20", "172.20.0.1", "192.168.56.1");
    }

    @Test
    void aPublicAddressComesBehindAPrivateOneAndASelfAssignedOneLast() {
        assertThat(
                        hosts(
                                null,
                                up("eth0", "169.254.7.7", "203.0.113.9", "192.168.1.20"),
                                up("wlan0", "fd00::5")))
                .containsExactly(
                        "192.168.1.20", "203.0.113.9", "fd00:0:0:0:0:0:0:5", "169.254.7.7");
    }

    @Test
    void whatIsDownDoesNotCount() {
        Interface down =
                new Interface("eth0", "eth0", false, false, false, addresses("192.168.1.20"));
        assertThat(hosts(null, down, up("wlan0", "10.0.0.7"))).containsExactly("10.0.0.7");
    }

    @Test
    void loopbackOnlyWhereThereIsNothingElse() {
        List<LocalAddress> found = NetworkAddresses.ordered(List.of(LOOPBACK), null);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().loopback()).isTrue();
        assertThat(found.getFirst().address().isLoopbackAddress()).isTrue();
    }

    @Test
    void thisComputerHasAtLeastOne() {
        List<LocalAddress> found = NetworkAddresses.candidates();
        assertThat(found).isNotEmpty();
        if (found.size() > 1) {
            assertThat(found).noneMatch(LocalAddress::loopback);
        }
    }

    private static List<String> hosts(@Nullable InetAddress outgoing, Interface... interfaces) {
        return NetworkAddresses.ordered(List.of(interfaces), outgoing).stream()
                .map(LocalAddress::host)
                .toList();
    }

    private static Interface up(String name, String... literals) {
        return new Interface(name, name, true, false, false, addresses(literals));
    }

    private static Interface tunnel(String name, String... literals) {
        return new Interface(name, name, true, false, true, addresses(literals));
    }

    private static List<InetAddress> addresses(String... literals) {
        List<InetAddress> addresses = new ArrayList<>();
        for (String literal : literals) {
            addresses.add(InetAddress.ofLiteral(literal));
        }
        return addresses;
    }
}

package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import chat.snug.client.Address.Scheme;
import chat.snug.client.AddressException.Part;
import chat.snug.key.Fingerprint;
import chat.snug.key.OwnKey;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form that people paste, and what is said about the malformed ones. */
class AddressTest {
    private static final Fingerprint PIN = OwnKey.make().fingerprint();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    192.168.1.20                    | 192.168.1.20  | 6667  | BARE  |
                    192.168.1.20:6667               | 192.168.1.20  | 6667  | BARE  |
                    host:7000/lobby                 | host          | 7000  | BARE  | #lobby
                    host:6697/lobby                 | host          | 6697  | IRCS  | #lobby
                    host:+7000/lobby                | host          | 7000  | IRCS  | #lobby
                    irc://host:6697/lobby           | host          | 6697  | IRC   | #lobby
                    snug://host:6697/lobby          | host          | 6697  | SNUG  | #lobby
                    [::1]:6697                      | ::1           | 6697  | IRCS  |
                    [::1]:6667                      | ::1           | 6667  | BARE  |
                    [::1]                           | ::1           | 6667  | BARE  |
                    ::1                             | ::1           | 6667  | BARE  |
                    ::1/lobby                       | ::1           | 6667  | BARE  | #lobby
                    FE80::1%eth0                    | fe80::1%eth0  | 6667  | BARE  |
                    snug://[fe80::1%25eth0]:7000/a  | fe80::1%eth0  | 7000  | SNUG  | #a
                    snug://host:7000/room           | host          | 7000  | SNUG  | #room
                    SNUG://Host.Example:7000/Room   | host.example  | 7000  | SNUG  | #Room
                    irc://host/#room                | host          | 6667  | IRC   | #room
                    irc://host/##room               | host          | 6667  | IRC   | ##room
                    irc://host/%23room              | host          | 6667  | IRC   | #room
                    irc://host/room                 | host          | 6667  | IRC   | #room
                    irc://host/&local               | host          | 6667  | IRC   | &local
                    irc://host#room                 | host          | 6667  | IRC   | #room
                    irc://me@host:6668/room         | host          | 6668  | IRC   | #room
                    irc://host/room,isnick          | host          | 6667  | IRC   |
                    irc://host/#room,needkey        | host          | 6667  | IRC   | #room
                    irc://host/#room?key=secret     | host          | 6667  | IRC   | #room
                    irc://host?key=secret           | host          | 6667  | IRC   |
                    ircs://irc.example.org          | irc.example.org | 6697  | IRCS  |
                    ircs://irc.example.org:7000/#a  | irc.example.org | 7000  | IRCS  | #a
                    host/                           | host          | 6667  | BARE  |
                    snug://host:6667/               | host          | 6667  | SNUG  |
                    snug://host:6667//room/         | host          | 6667  | SNUG  | #room
                    host:                           | host          | 6667  | BARE  |
                    host/Friday%20workshop          | host          | 6667  | BARE  | #Friday-workshop
                    host/Friday workshop            | host          | 6667  | BARE  | #Friday-workshop
                    host/%E5%92%96%E5%95%A1         | host          | 6667  | BARE  | #咖啡
                    host/咖啡                         | host          | 6667  | BARE  | #咖啡
                    host/100%                       | host          | 6667  | BARE  | #100%
                    bücher.example                  | xn--bcher-kva.example | 6667  | BARE  |
                    例え.テスト:7000                     | xn--r8jz45g.xn--zckzah | 7000  | BARE  |
                    １９２．１６８．１．２０：６６６７               | 192.168.1.20  | 6667  | BARE  |
                    192。168。1。20                    | 192.168.1.20  | 6667  | BARE  |
                    my_laptop.local                 | my_laptop.local | 6667  | BARE  |
                    irc.example.org.                | irc.example.org. | 6667  | BARE  |
                    <snug://host:7000/room>         | host          | 7000  | SNUG  | #room
                    “host:7000”                     | host          | 7000  | BARE  |
                    """)
    void readsWhatPeoplePaste(String typed, String host, int port, Scheme scheme, String room)
            throws AddressException {
        assertThat(Address.parse(typed))
                .isEqualTo(new Address(host, port, scheme, room, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  host:7000 ",
                "\thost:7000\r\n",
                "\u00a0host:7000\u3000",
                "\ufeffhost:7000"
            })
    void ignoresTheSpaceAroundIt(String typed) throws AddressException {
        assertThat(Address.parse(typed))
                .isEqualTo(new Address("host", 7000, Scheme.BARE, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                  | EMPTY  | ''
                    '   '               | EMPTY  | ''
                    <>                  | EMPTY  | ''
                    http://host         | SCHEME | http
                    ://host             | SCHEME | ''
                    :6667               | HOST   | :6667
                    snug://             | HOST   | snug://
                    snug:///room        | HOST   | snug:///room
                    host name           | HOST   | host name
                    -host               | HOST   | -host
                    a..b                | HOST   | a..b
                    hö!st               | HOST   | hö!st
                    192.168.1           | HOST   | 192.168.1
                    192.168.1.256       | HOST   | 192.168.1.256
                    192.168.1.20.5      | HOST   | 192.168.1.20.5
                    192.168.01.20       | HOST   | 192.168.01.20
                    12345               | HOST   | 12345
                    [::1                | HOST   | [::1
                    [host]:6667         | HOST   | host
                    ::12345             | HOST   | ::12345
                    1:2:3               | HOST   | 1:2:3
                    fe80::1%            | HOST   | fe80::1%
                    host:0              | PORT   | 0
                    host:65536          | PORT   | 65536
                    host:66677777       | PORT   | 66677777
                    host:-1             | PORT   | -1
                    host:port           | PORT   | port
                    host: 6667          | PORT   | ' 6667'
                    [::1]6667           | PORT   | 6667
                    host/%FF            | ROOM   | %FF
                    host/%00            | ROOM   | %00
                    host/##             | ROOM   | ##
                    """)
    void saysWhichPartIsMalformed(String typed, Part part, String offending) {
        assertThatThrownBy(() -> Address.parse(typed))
                .asInstanceOf(type(AddressException.class))
                .returns(part, AddressException::part)
                .returns(offending, AddressException::offending);
    }

    @Test
    void readsAPassword() throws AddressException {
        assertThat(Address.parse("snug://host/a?x=1&password=a%26b").password()).isEqualTo("a&b");
        assertThat(Address.parse("snug://host?password=").password()).isNull();
    }

    @Test
    void showsBracketsAroundIpv6AndLettersOfNames() throws AddressException {
        assertThat(Address.parse("::1").display()).isEqualTo("[::1]:6667");
        assertThat(Address.parse("192.168.1.20").display()).isEqualTo("192.168.1.20:6667");
        assertThat(Address.parse("bücher.example").display()).isEqualTo("bücher.example:6667");
    }

    @ParameterizedTest
    @CsvSource({
        "snug://192.168.1.20:7000/lobby, snug://192.168.1.20:7000/lobby",
        "192.168.1.20/lobby, 192.168.1.20:6667/lobby",
        "host, host:6667",
        "snug://[::1]/a, snug://[::1]:6667/a",
        "::1/a, [::1]:6667/a",
        "snug://fe80::1%eth0/a, snug://[fe80::1%25eth0]:6667/a",
        "fe80::1%eth0/a, [fe80::1%eth0]:6667/a",
        "snug://host/##deep, snug://host:6667/%23%23deep",
        "snug://host/&local, snug://host:6667/%26local",
        "snug://host/a b, snug://host:6667/a-b",
        "snug://host/100%25, snug://host:6667/100%25",
        "snug://host/咖啡, snug://host:6667/%E5%92%96%E5%95%A1",
        "irc://host:6697/a, irc://host:6697/a",
        "ircs://host/a, ircs://host:6697/a",
    })
    void linksReadBackAsTheSameAddress(String typed, String link) throws AddressException {
        Address address = Address.parse(typed);
        assertThat(address.link()).isEqualTo(link);
        assertThat(Address.parse(link)).isEqualTo(address);
    }

    @Test
    void anInviteCarriesWhatLetsInAndWhatProvesTheHost() throws AddressException {
        Address address =
                Address.ofSnug("192.168.1.20", 6667, "#咖 啡", PIN).withPassword("a&b=c d+é?#%2");
        assertThat(Address.parse(address.invite())).isEqualTo(address.withRoom("#咖-啡"));
        assertThat(address.link()).endsWith("?pin=" + PIN);
        assertThat(address.invite()).startsWith("snug://").endsWith("&pin=" + PIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "snug://host/a?key=open%20sesame&pin=%s",
                "snug://host/a?pin=%s&key=open%20sesame",
                "snug://host/a?pin=%s&x=1&key=open sesame#b",
                "host/a?pin=%s&key=open%20sesame",
                "irc://host/a?pin=%s&key=open%20sesame",
                "<snug://host/a?key=open%20sesame&pin=%s>",
                "“snug://host/a?key=open%20sesame&pin=%s”。",
                "snug://host/a?key=open%20sesame&pin=%s.",
                "snug://host/a?key=open%20sesame&pin=%s),",
            })
    void aPinHoldsTheAddressToThatKey(String typed) throws AddressException {
        assertThat(Address.parse(typed.replace("%s", PIN.toString())))
                .isEqualTo(new Address("host", 6667, Scheme.SNUG, "#a", "open sesame", PIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "%s0", "0%s", "%20%s", "%s&pin=", "%s=", "ä%s", "%s%00", "%s.x"})
    void aPinThatIsNotWholeIsAnErrorAndNeverLeftOut(String pin) {
        String whole = PIN.toString();
        String cut = pin.equals("%s&pin=") ? "&pin=" + whole : pin.replace("%s", whole);
        assertThatThrownBy(() -> Address.parse("snug://host/a?pin=" + cut))
                .asInstanceOf(type(AddressException.class))
                .returns(Part.PIN, AddressException::part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%0D%0AQUIT", "%00", "%FF", "a%0Ab"})
    void aKeyThatCannotBeSaidIsAnErrorAndNotTold(String key) {
        assertThatThrownBy(() -> Address.parse("snug://host/a?key=" + key))
                .asInstanceOf(type(AddressException.class))
                .returns(Part.KEY, AddressException::part)
                .returns("", AddressException::offending);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "snug://?key=sesame",
                "snug://host:x?key=sesame",
                "snug://-host?key=sesame",
                "snug://host/%FF?key=sesame",
                "http://host?key=sesame",
                "snug://host?key=sesame&pin=short",
            })
    void whatIsWrongIsToldWithoutTheKey(String typed) {
        assertThatThrownBy(() -> Address.parse(typed))
                .isInstanceOf(AddressException.class)
                .message()
                .doesNotContain("sesame");
    }

    @Test
    void theKeyOfANetworksAddressIsThatOfTheRoom() throws AddressException {
        assertThat(Address.parse("ircs://host/a?key=sesame").password()).isNull();
        assertThat(Address.parse("ircs://host/a?password=sesame").password()).isEqualTo("sesame");
    }

    @Test
    void neverShowsThePassword() {
        Address address = Address.ofSnug("host", 6667, "#a", PIN).withPassword("sesame");
        assertThat(address.link() + address.display() + address).doesNotContain("sesame");
    }

    @Test
    void anyTextIsReadOrRefusedWithAPart() {
        Random random = new Random(20_261_121);
        String pieces =
                "snug://irc:/[]:%2#?&=pinkey,@.。-_019afhost：１ｱ咖\ud83d\ude00\ud83d \0\n<>\"xn--";
        for (int round = 0; round < 50_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(24);
            for (int i = 0; i < length; i++) {
                text.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            try {
                Address address = Address.parse(text.toString());
                assertThat(address.port()).isBetween(1, 65_535);
                assertThat(Address.parse(address.link()).display()).isEqualTo(address.display());
            } catch (AddressException refused) {
                assertThat(refused.part()).isNotNull();
            }
        }
    }

    @Test
    void theInviteOfANetworkHoldsItsPasswordAsThatAndNotAsAKeyOfTheRoom() throws Exception {
        Address network = Address.parse("ircs://irc.test/den?password=a%20b");

        assertThat(network.password()).isEqualTo("a b");
        assertThat(network.invite()).isEqualTo("ircs://irc.test:6697/den?password=a%20b");
        assertThat(Address.parse(network.invite())).isEqualTo(network);
    }
}

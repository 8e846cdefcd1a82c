package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import chat.snug.client.AddressException.Part;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form that people paste, and what is said about the malformed ones. */
class AddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    192.168.1.20                    | 192.168.1.20  | 6667  | false |
                    192.168.1.20:6667               | 192.168.1.20  | 6667  | false |
                    host:7000/lobby                 | host          | 7000  | false | #lobby
                    host:6697/lobby                 | host          | 6697  | true  | #lobby
                    host:+7000/lobby                | host          | 7000  | true  | #lobby
                    irc://host:6697/lobby           | host          | 6697  | false | #lobby
                    snug://host:6697/lobby          | host          | 6697  | false | #lobby
                    [::1]:6697                      | ::1           | 6697  | true  |
                    [::1]:6667                      | ::1           | 6667  | false |
                    [::1]                           | ::1           | 6667  | false |
                    ::1                             | ::1           | 6667  | false |
                    ::1/lobby                       | ::1           | 6667  | false | #lobby
                    FE80::1%eth0                    | fe80::1%eth0  | 6667  | false |
                    snug://[fe80::1%25eth0]:7000/a  | fe80::1%eth0  | 7000  | false | #a
                    snug://host:7000/room           | host          | 7000  | false | #room
                    SNUG://Host.Example:7000/Room   | host.example  | 7000  | false | #Room
                    irc://host/#room                | host          | 6667  | false | #room
                    irc://host/##room               | host          | 6667  | false | ##room
                    irc://host/%23room              | host          | 6667  | false | #room
                    irc://host/room                 | host          | 6667  | false | #room
                    irc://host/&local               | host          | 6667  | false | &local
                    irc://host#room                 | host          | 6667  | false | #room
                    irc://me@host:6668/room         | host          | 6668  | false | #room
                    irc://host/room,isnick          | host          | 6667  | false |
                    irc://host/#room,needkey        | host          | 6667  | false | #room
                    irc://host/#room?key=secret     | host          | 6667  | false | #room
                    irc://host?key=secret           | host          | 6667  | false |
                    ircs://irc.example.org          | irc.example.org | 6697 | true |
                    ircs://irc.example.org:7000/#a  | irc.example.org | 7000 | true | #a
                    host/                           | host          | 6667  | false |
                    snug://host:6667/               | host          | 6667  | false |
                    snug://host:6667//room/         | host          | 6667  | false | #room
                    host:                           | host          | 6667  | false |
                    host/Friday%20workshop          | host          | 6667  | false | #Friday-workshop
                    host/Friday workshop            | host          | 6667  | false | #Friday-workshop
                    host/%E5%92%96%E5%95%A1         | host          | 6667  | false | #咖啡
                    host/咖啡                       | host          | 6667  | false | #咖啡
                    host/100%                       | host          | 6667  | false | #100%
                    bücher.example                  | xn--bcher-kva.example | 6667 | false |
                    例え.テスト:7000                | xn--r8jz45g.xn--zckzah | 7000 | false |
                    １９２．１６８．１．２０：６６６７ | 192.168.1.20 | 6667 | false |
                    192。168。1。20                 | 192.168.1.20  | 6667  | false |
                    my_laptop.local                 | my_laptop.local | 6667 | false |
                    irc.example.org.                | irc.example.org. | 6667 | false |
                    <snug://host:7000/room>         | host          | 7000  | false | #room
                    “host:7000”                     | host          | 7000  | false |
                    """)
    void readsWhatPeoplePaste(String typed, String host, int port, boolean tls, String room)
            throws AddressException {
        assertThat(Address.parse(typed)).isEqualTo(new Address(host, port, tls, room, null));
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
        assertThat(Address.parse(typed)).isEqualTo(new Address("host", 7000, false, null, null));
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
        "192.168.1.20:7000/lobby, snug://192.168.1.20:7000/lobby",
        "host, snug://host:6667",
        "[::1]/a, snug://[::1]:6667/a",
        "fe80::1%eth0/a, snug://[fe80::1%25eth0]:6667/a",
        "host/##deep, snug://host:6667/%23%23deep",
        "host/&local, snug://host:6667/%26local",
        "host/a b, snug://host:6667/a-b",
        "host/100%25, snug://host:6667/100%25",
        "host/咖啡, snug://host:6667/%E5%92%96%E5%95%A1",
        "ircs://host/a, ircs://host:6697/a",
    })
    void linksReadBackAsTheSameAddress(String typed, String link) throws AddressException {
        Address address = Address.parse(typed);
        assertThat(address.link()).isEqualTo(link);
        assertThat(Address.parse(link)).isEqualTo(address);
    }

    @Test
    void neverShowsThePassword() {
        Address address = new Address("host", 6667, false, "#a", "sesame");
        assertThat(address.link() + address.display() + address).doesNotContain("sesame");
    }

    @Test
    void anyTextIsReadOrRefusedWithAPart() {
        Random random = new Random(20_261_121);
        String pieces = "snug://irc:/[]:%2#?&=,@.。-_019afhost：１ｱ咖\ud83d\ude00\ud83d \0\n<>\"xn--";
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
}

package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.hosting.HostedRoom;
import chat.snug.hosting.HostingOptions;
import chat.snug.hosting.HostingOptions.PortChoice;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class PersonNameTest {
    @Test
    void aNameIsTakenAsPeopleTypeIt() {
        assertThat(PersonName.toIdentity(" Mei Tanaka "))
                .isEqualTo(new Identity("Mei-Tanaka", "Mei Tanaka"));
        assertThat(PersonName.toIdentity("美玲").name()).isEqualTo("美玲");
        assertThat(PersonName.toIdentity("@#!*").name()).isEmpty();
        assertThat(PersonName.toIdentity("🌻").name()).isEmpty();
        assertThat(PersonName.toIdentity("  ").name()).isEmpty();
    }

    @Test
    void whatNoHostTakesIsLeftOut() {
        assertThat(PersonName.toIdentity("O'Brien").name()).isEqualTo("OBrien");
        assertThat(PersonName.toIdentity("Mei 🌻")).isEqualTo(new Identity("Mei", "Mei 🌻"));
        assertThat(PersonName.toIdentity("Anna (CS)").name()).isEqualTo("Anna-CS");
        assertThat(PersonName.toIdentity("--\u0301Mei").name()).isEqualTo("Mei");
        assertThat(PersonName.toIdentity("一二三四五六七八九十百").name()).isEqualTo("一二三四五六七八九十");
    }

    @Test
    @Timeout(60)
    void ourServerTakesThem() throws Exception {
        List<String> typed =
                List.of(
                        "O'Brien",
                        "Mei 🌻",
                        "Anna (CS)",
                        "一二三四五六七八九十百",
                        "- José",
                        "\u0301e",
                        "प्रिया");
        HostingOptions options =
                new HostingOptions("names", PortChoice.preferred(16_667), null, null);
        try (HostedRoom room = HostedRoom.open(options)) {
            for (String each : typed) {
                String name = PersonName.toIdentity(each).name();
                assertThat(welcome(room, name)).as(each).contains(" 001 " + name + " ");
            }
        }
    }

    /** The first numeric that a newcomer of this name is answered. */
    private static String welcome(HostedRoom room, String name) throws Exception {
        try (Socket guest = new Socket(room.hostAddress().host(), room.hostAddress().port())) {
            guest.getOutputStream()
                    .write(
                            ("NICK " + name + "\r\nUSER raw 0 * :raw\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> line.matches("\\S+ \\d{3} .*"))
                    .findFirst()
                    .orElse("");
        }
    }
}

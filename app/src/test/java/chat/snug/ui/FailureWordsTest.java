package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.AddressException;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientRequest;
import chat.snug.client.Failure;
import chat.snug.client.Refusal;
import chat.snug.client.Typed;
import chat.snug.client.TypedLine;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class FailureWordsTest {
    /** Words of the wire that nobody should have to read, and the voice that we do not have. */
    private static final Pattern FOREIGN =
            Pattern.compile(
                    "channel|\\bnick|server|socket|numeric|\\bIRC\\b|error|!|successful",
                    Pattern.CASE_INSENSITIVE);

    private static final Address HERE = new Address("192.168.1.20", 6667, false, null, null);

    @Test
    void everyFailureHasWordsInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            FailureWords words = new FailureWords(Messages.of(locale));
            for (Failure.Kind kind : Failure.Kind.values()) {
                assertThat(words.of(new Failure(kind, ""), HERE, "Mei"))
                        .isNotBlank()
                        .doesNotContain("{");
            }
            for (RoomRefused.Reason reason : RoomRefused.Reason.values()) {
                assertThat(words.of(new RoomRefused("#lobby", reason, ""), "lobby"))
                        .isNotBlank()
                        .doesNotContain("{");
            }
            for (Refusal why : Refusal.values()) {
                assertThat(words.of(why, "Ben", "no")).isNotBlank().doesNotContain("{");
            }
        }
    }

    @Test
    void nobodyHasToReadTheWordsOfTheWire() {
        Messages english = Messages.of(Locale.ENGLISH);
        for (String key : english.bundle().keySet()) {
            // What is typed after a slash is the wire's own word.
            if (!key.startsWith("composer.command.")) {
                assertThat(english.text(key)).as(key).doesNotContainPattern(FOREIGN);
            }
        }
    }

    @Test
    void theHostsOwnWordsFollowOurs() {
        FailureWords words = new FailureWords(Messages.of(Locale.ENGLISH));
        assertThat(words.of(new Failure(Failure.Kind.REFUSED, "no guests"), HERE, "Mei"))
                .isEqualTo("The host does not let you in: no guests");
    }

    @Test
    void whatToTypeForAPasswordMeansTheRoomAndThePassword() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            FailureWords words = new FailureWords(Messages.of(locale));
            RoomRefused refused = new RoomRefused("#lobby", RoomRefused.Reason.WRONG_KEY, "");
            String hint = words.of(refused, "lobby");
            String command = hint.substring(hint.indexOf("/join"));
            assertThat(TypedLine.parse("#tea", command))
                    .isInstanceOfSatisfying(
                            Typed.Request.class,
                            typed ->
                                    assertThat(typed.request())
                                            .isInstanceOfSatisfying(
                                                    ClientRequest.Join.class,
                                                    join -> {
                                                        assertThat(join.room()).isEqualTo("#lobby");
                                                        assertThat(join.key()).isNotBlank();
                                                    }));
        }
    }

    @Test
    void aMalformedAddressSaysWhichPart() {
        FailureWords words = new FailureWords(Messages.of(Locale.ENGLISH));
        assertThat(words.of(refused(""))).startsWith("Paste the address");
        assertThat(words.of(refused("host:99999"))).startsWith("“99999” is not a port.");
        assertThat(words.of(refused("http://host"))).contains("does not lead to a room");
        assertThat(words.of(refused("256.1.1.1"))).contains("not the address of a computer");
    }

    private static AddressException refused(String typed) {
        try {
            throw new AssertionError(Address.parse(typed) + " is an address");
        } catch (AddressException e) {
            return e;
        }
    }
}

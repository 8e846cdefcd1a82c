package chat.snug.ui.trust;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Address;
import chat.snug.client.Secrecy;
import chat.snug.client.Secrecy.Proof;
import chat.snug.key.Fingerprint;
import chat.snug.trust.KnownHost;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.KeyInWords;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How one knows that a host is the right one. */
final class HostKeyViewModelTest {
    private static final Fingerprint KEY = KeyInWords.ONE.key();
    private static final Address ADDRESS = Address.ofSnug("192.168.1.7", 6667, "#lobby", null);

    @TempDir Path settings;

    private final FakeDoorway doorway = new FakeDoorway();
    private final List<Secrecy> told = new ArrayList<>();
    private Surroundings surroundings;

    @BeforeEach
    void open() {
        surroundings = TestSurroundings.of(doorway, settings);
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
        doorway.knownHosts.close();
    }

    private HostKeyViewModel of(Proof proof, boolean own) {
        return of(proof, own, false);
    }

    private HostKeyViewModel of(Proof proof, boolean own, boolean mixed) {
        Secrecy secrecy = proof == Proof.NONE ? Secrecy.NONE : new Secrecy(proof, KEY);
        return new HostKeyViewModel(
                surroundings, "Friday workshop", ADDRESS, secrecy, own, mixed, told::add);
    }

    @Test
    void saysThatOthersMayBeThereWithoutEncryption() {
        assertThat(of(Proof.INVITE, false, true).explanationProperty().get())
                .startsWith("The invite that you came by proves")
                .endsWith("others on the network can read what is said to them.");
        assertThat(of(Proof.INVITE, true, true).explanationProperty().get())
                .contains("without encryption may come in too");
        assertThat(of(Proof.INVITE, false).explanationProperty().get())
                .doesNotContain("without encryption");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NONE      | not encrypted              | false | false
                    FIRST_USE | at 192.168.1.7:6667 for the first time | true | true
                    KNOWN     | answers here as the first time | true  | true
                    CHECKED   | You have compared          | true  | true
                    INVITE    | The invite                 | true  | true
                    VOUCHED   | vouches for the name 192.168.1.7 | false | false
                    """)
    void saysWhatSpeaksForTheHost(
            Proof proof, String words, boolean comparable, boolean checkable) {
        HostKeyViewModel key = of(proof, false);
        assertThat(key.title()).isEqualTo("Who Friday workshop is");
        assertThat(key.explanationProperty().get()).contains(words);
        assertThat(key.comparable()).isEqualTo(comparable);
        assertThat(key.checkable()).isEqualTo(checkable);
        assertThat(key.wordsProperty().get()).isEqualTo(comparable ? KeyInWords.ONE.words() : "");
        assertThat(key.fingerprint()).isEqualTo(proof == Proof.NONE ? null : KEY.hex());
    }

    @Test
    void theHostReadsTheWordsToOthers() {
        HostKeyViewModel key = of(Proof.INVITE, true);
        assertThat(key.explanationProperty().get()).contains("Read them to whoever");
        assertThat(key.invitation()).isEqualTo("Your four words");
        assertThat(key.checkable()).isFalse();
        key.check(true);
        assertThat(told).isEmpty();
    }

    @Test
    void comparedWordsAreRememberedAndCanBeTakenBack() {
        HostKeyViewModel key = of(Proof.FIRST_USE, false);
        assertThat(key.checkedProperty().get()).isFalse();
        key.check(true);
        assertThat(key.checkedProperty().get()).isTrue();
        assertThat(key.explanationProperty().get()).contains("You have compared");
        assertThat(doorway.knownHosts.get("192.168.1.7", 6667))
                .isInstanceOfSatisfying(
                        KnownHost.ByKey.class,
                        known -> {
                            assertThat(known.key()).isEqualTo(KEY);
                            assertThat(known.checked()).isTrue();
                        });
        key.check(false);
        assertThat(told)
                .containsExactly(new Secrecy(Proof.CHECKED, KEY), new Secrecy(Proof.KNOWN, KEY));
        assertThat(doorway.knownHosts.get("192.168.1.7", 6667))
                .isInstanceOfSatisfying(
                        KnownHost.ByKey.class, known -> assertThat(known.checked()).isFalse());
    }

    @Test
    void whoTakesTheComparisonBackStillHasTheInvite() {
        HostKeyViewModel key = of(Proof.INVITE, false);
        key.check(true);
        key.check(false);
        assertThat(told)
                .containsExactly(new Secrecy(Proof.CHECKED, KEY), new Secrecy(Proof.INVITE, KEY));
        assertThat(key.explanationProperty().get()).startsWith("The invite that you came by");
    }

    @Test
    void speaksChinese() {
        surroundings.settings().close();
        surroundings = TestSurroundings.of(doorway, settings, Locale.SIMPLIFIED_CHINESE);
        HostKeyViewModel key = of(Proof.FIRST_USE, false);
        assertThat(key.explanationProperty().get()).contains("第一次来 192.168.1.7:6667");
        assertThat(key.invitation()).isEqualTo("和房主核对四个词：");
    }
}

package chat.snug.ui.switcher;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.switcher.Destination.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SwitcherViewModelTest {
    private final SwitcherViewModel model =
            new SwitcherViewModel(
                    List.of(
                            to(Kind.ROOM, "Friday workshop", "On this computer"),
                            to(Kind.ROOM, "lobby", "Anna’s laptop"),
                            to(Kind.ROOM, "java", "Libera.Chat"),
                            to(Kind.ROOM, "javafx", "Libera.Chat"),
                            to(Kind.TALK, "Ben", "Libera.Chat"),
                            to(Kind.ROOM, "星期五工作坊", "Anna’s laptop"),
                            to(Kind.PERSON, "Jürgen", "Libera.Chat"),
                            to(Kind.LATELY, "old lobby", "Zoë’s laptop")));

    private static Destination to(Kind kind, String title, String place) {
        return new Destination(kind, title, place, 0, 0, () -> {});
    }

    @Test
    void beforeAnythingIsTypedWhatWasSeenLastComesFirstAndNobodyUnasked() {
        assertThat(titles())
                .containsExactly(
                        "Friday workshop", "lobby", "java", "javafx", "Ben", "星期五工作坊", "old lobby");
        assertThat(chosen()).isEqualTo("Friday workshop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fws|Friday workshop",
                "WORK|Friday workshop",
                "java|java, javafx",
                "jfx|javafx",
                "jurgen|Jürgen",
                "ＪＡＶＡ|java, javafx",
                "lob|lobby, old lobby",
                "old lob|old lobby",
                "lobby zoe|old lobby",
                "工作|星期五工作坊",
                "五坊|星期五工作坊",
                "java libera|java, javafx",
                "zzz|''",
            })
    void aFewLettersFindIt(String typed, String found) {
        model.typedProperty().set(typed);
        assertThat(String.join(", ", titles())).isEqualTo(found);
    }

    @Test
    void thePlaceAloneFindsNothing() {
        model.typedProperty().set("laptop");
        assertThat(titles()).isEmpty();
        assertThat(model.destination()).isNull();
        model.move(1);
        assertThat(model.chosenProperty().get()).isEqualTo(-1);
    }

    @Test
    void theKeysChooseAroundTheEndAndTypingBeginsAtTheTopAgain() {
        model.move(-1);
        assertThat(chosen()).isEqualTo("old lobby");
        model.move(1);
        model.move(1);
        assertThat(chosen()).isEqualTo("lobby");
        model.typedProperty().set("j");
        assertThat(chosen()).isEqualTo("java");
        model.choose(99);
        assertThat(chosen()).isEqualTo("java");
    }

    @Test
    void aRoomOfThousandsOfPeopleFillsNoList() {
        List<Destination> people = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            people.add(to(Kind.PERSON, "guest" + i, "Libera.Chat"));
        }
        SwitcherViewModel crowd = new SwitcherViewModel(people);
        assertThat(crowd.found()).isEmpty();
        crowd.typedProperty().set("guest");
        assertThat(crowd.found()).hasSize(SwitcherViewModel.SHOWN);
        crowd.typedProperty().set("guest4999");
        assertThat(crowd.found()).extracting(Destination::title).containsExactly("guest4999");
    }

    private List<String> titles() {
        return model.found().stream().map(Destination::title).toList();
    }

    private String chosen() {
        return Objects.requireNonNull(model.destination()).title();
    }
}

package chat.snug.ui.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.Messages;
import chat.snug.ui.emoji.EmojiCatalog.Group;
import chat.snug.ui.emoji.EmojiPickerViewModel.Line;
import chat.snug.ui.emoji.EmojiPickerViewModel.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EmojiPickerViewModelTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final EmojiShelf shelf = new EmojiShelf(waiting::add, Runnable::run);
    private EmojiPickerViewModel picker = open(Locale.UK);

    EmojiPickerViewModelTest() {
        waiting.remove().run();
    }

    private EmojiPickerViewModel open(Locale locale) {
        return new EmojiPickerViewModel(shelf, Messages.of(locale), _ -> true);
    }

    private String chosen() {
        Place place = picker.chosenProperty().get();
        return place == null ? "nothing" : Objects.requireNonNull(picker.at(place));
    }

    private List<String> headings() {
        return picker.lines().stream()
                .filter(Line.Heading.class::isInstance)
                .map(line -> ((Line.Heading) line).text())
                .toList();
    }

    @Test
    void theCatalogueIsReadOnceAndShownWhenItIsThere() {
        EmojiShelf slow = new EmojiShelf(waiting::add, Runnable::run);
        picker = new EmojiPickerViewModel(slow, Messages.of(Locale.UK), _ -> true);
        assertThat(picker.lines()).isEmpty();
        assertThat(chosen()).isEqualTo("nothing");
        assertThat(picker.take()).isNull();
        assertThat(waiting).hasSize(1);

        waiting.remove().run();
        assertThat(chosen()).isEqualTo("😀");
        assertThat(headings()).hasSize(Group.values().length).startsWith("Smileys and feelings");
    }

    @Test
    void whatIsLookedForIsChosen() {
        picker.queryProperty().set("tada");
        assertThat(chosen()).isEqualTo("🎉");
        assertThat(headings()).isEmpty();
        assertThat(picker.about()).isEqualTo("party popper  :tada:");

        picker.queryProperty().set("zzzz");
        assertThat(chosen()).isEqualTo("nothing");
        assertThat(picker.about()).isEqualTo("No emoji of that name");
        picker.queryProperty().set("");
        assertThat(chosen()).isEqualTo("😀");
    }

    @Test
    void whatIsTakenStandsFirstTheNextTime() {
        List<List<String>> remembered = new ArrayList<>();
        shelf.setOnUsed(remembered::add);
        picker.queryProperty().set("tada");
        assertThat(picker.take()).isEqualTo("🎉");
        picker.queryProperty().set("+1");
        assertThat(picker.take()).isEqualTo("👍");

        picker.begin();
        assertThat(headings()).startsWith("Used lately", "Smileys and feelings");
        assertThat(chosen()).isEqualTo("👍");
        assertThat(remembered).containsExactly(List.of("🎉"), List.of("👍", "🎉"));
    }

    @Test
    void thoseOfAnotherDayComeBehindAndAreNotWithoutEnd() {
        shelf.used("🎉");
        shelf.remember(IntStream.range(0, 100).mapToObj(i -> i % 2 == 0 ? "🎉" : "e" + i).toList());
        assertThat(shelf.recents()).hasSize(EmojiShelf.RECENTS).startsWith("🎉", "e1", "e3");
    }

    @Test
    void theArrowsGoThroughLinesAndPastHeadings() {
        shelf.remember(List.of("👍", "🎉"));
        picker.begin();
        picker.moveAlong(1);
        assertThat(chosen()).isEqualTo("🎉");
        picker.moveAlong(1);
        assertThat(chosen()).isEqualTo("😀");
        picker.moveAlong(-1);
        assertThat(chosen()).isEqualTo("🎉");
        picker.moveAcross(1);
        assertThat(chosen()).isEqualTo("😃");
        picker.moveAcross(1);
        picker.moveAcross(-1);
        picker.moveAcross(-1);
        assertThat(chosen()).isEqualTo("🎉");
        picker.moveAcross(-1);
        picker.moveAlong(-1);
        picker.moveAlong(-1);
        assertThat(chosen()).isEqualTo("👍");
    }

    @Test
    void theEndIsTheEnd() {
        int last = picker.lines().size() - 1;
        picker.choose(new Place(last, 0));
        String before = chosen();
        picker.moveAcross(1);
        assertThat(chosen()).isEqualTo(before);
        picker.choose(new Place(last + 1, 0));
        picker.choose(new Place(0, 0));
        assertThat(chosen()).isEqualTo(before);
    }

    @Test
    void groupsAreKnownByWhereTheyBegin() {
        int food = picker.beginning(Group.FOOD);
        assertThat(picker.lines().get(food)).isEqualTo(new Line.Heading("Food and drink"));
        picker.queryProperty().set("a");
        assertThat(picker.beginning(Group.FOOD)).isEqualTo(-1);
    }

    @Test
    void whatCannotBeDrawnIsNotOffered() {
        picker = new EmojiPickerViewModel(shelf, Messages.of(Locale.UK), e -> !e.equals("😀"));
        assertThat(chosen()).isEqualTo("😃");
    }

    @Test
    void itSpeaksChinese() {
        picker = open(Locale.CHINA);
        assertThat(headings()).startsWith("笑脸与情感");
        picker.queryProperty().set("赞");
        assertThat(picker.about()).isEqualTo("拇指向上  :+1:");
    }
}

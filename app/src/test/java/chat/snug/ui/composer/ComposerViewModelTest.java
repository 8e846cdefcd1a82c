package chat.snug.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientRequest;
import chat.snug.client.TypedLine;
import chat.snug.ui.Messages;
import chat.snug.ui.composer.ComposerViewModel.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ComposerViewModelTest {
    private List<String> people = List.of("Mei", "Ben", "benedikt", "Cleo", "李雷");
    private final ComposerViewModel composer = new ComposerViewModel(() -> people);
    private final List<String> sent = new ArrayList<>();

    ComposerViewModelTest() {
        composer.setOnSubmit(sent::add);
    }

    private void write(String text) {
        composer.textProperty().set(text);
    }

    private void send(String text) {
        write(text);
        composer.submit();
    }

    private String text() {
        return composer.textProperty().get();
    }

    /** Tab at the end of what is written; the caret is then shown as a bar. */
    private String tab() {
        return tab(text().length(), false);
    }

    private String tab(int caret, boolean backwards) {
        int now = composer.complete(caret, backwards);
        return now < 0 ? "nothing" : text().substring(0, now) + "|" + text().substring(now);
    }

    private List<String> commands() {
        return composer.suggestions().stream().map(each -> each.written().substring(1)).toList();
    }

    @Test
    void sendsWhatIsWrittenAndEmptiesTheField() {
        send("hello ");

        assertThat(sent).containsExactly("hello");
        assertThat(text()).isEmpty();
    }

    @Test
    void sendsNothingOfNothing() {
        send("");
        send(" \n\t ");

        assertThat(sent).isEmpty();
        assertThat(composer.sendableBinding().get()).isFalse();
    }

    @Test
    void theTextStaysWhileItCannotBeSent() {
        composer.unavailableProperty().set("Not connected.");
        send("hello");
        assertThat(sent).isEmpty();
        assertThat(text()).isEqualTo("hello");

        composer.unavailableProperty().set("");
        composer.submit();
        assertThat(sent).containsExactly("hello");
    }

    @Test
    void severalLinesAreOneMessageWithoutTheEmptyOnesAroundIt() {
        send("\n  one\n\n two\r\n   \nthree\n\n");

        assertThat(sent).containsExactly("  one\n\n two\n\nthree");
    }

    @Test
    void tellsThatSomebodyWritesRestsOrThinksBetterOfIt() {
        List<ClientRequest.Typing.State> told = new ArrayList<>();
        composer.setOnTyping(told::add);
        composer.textProperty().set("h");
        composer.textProperty().set("he");
        composer.rest();
        composer.rest();
        composer.textProperty().set("");
        composer.textProperty().set("/jo");
        composer.rest();
        assertThat(told)
                .containsExactly(
                        ClientRequest.Typing.State.ACTIVE,
                        ClientRequest.Typing.State.ACTIVE,
                        ClientRequest.Typing.State.PAUSED,
                        ClientRequest.Typing.State.DONE);

        told.clear();
        send("hello");
        assertThat(told).containsExactly(ClientRequest.Typing.State.ACTIVE);
    }

    @Test
    void whatIsAnsweredIsTakenOnce() {
        Answered ben = new Answered("id", "Ben", "Who writes it?");
        composer.answeredProperty().set(ben);
        assertThat(composer.takeAnswered()).isEqualTo(ben);
        assertThat(composer.takeAnswered()).isNull();
    }

    @Test
    void ofSeveralLinesOnlyTheFirstIsACommand() {
        send("/me pastes\n/part\n//x");
        send("// a comment\n/* and code */");
        send("//literal");

        assertThat(sent)
                .containsExactly(
                        "/me pastes", "//part\n//x", "/// a comment\n/* and code */", "//literal");
    }

    @Test
    void upBringsBackOwnLinesFromAnEmptyField() {
        assertThat(composer.historyUp()).isFalse();
        send("one");
        send("two\nlines");

        assertThat(composer.historyUp()).isTrue();
        assertThat(text()).isEqualTo("two\nlines");
        assertThat(composer.historyUp()).isTrue();
        assertThat(text()).isEqualTo("one");
        assertThat(composer.historyUp()).isFalse();
        assertThat(composer.historyDown()).isTrue();
        assertThat(text()).isEqualTo("two\nlines");
        assertThat(composer.historyDown()).isTrue();
        assertThat(text()).isEmpty();
        assertThat(composer.historyDown()).isFalse();
    }

    @Test
    void upLeavesADraftAlone() {
        send("one");
        write("a draft");
        assertThat(composer.historyUp()).isFalse();

        write("");
        composer.historyUp();
        write("one, changed");
        assertThat(composer.historyUp()).isFalse();
        assertThat(composer.historyDown()).isFalse();
        assertThat(text()).isEqualTo("one, changed");
    }

    @Test
    void tabCompletesANameWithAColonAtTheStart() {
        write("me");
        assertThat(tab()).isEqualTo("Mei: |");

        write("ask cl");
        assertThat(tab()).isEqualTo("ask Cleo |");

        write("ask @cl");
        assertThat(tab()).isEqualTo("ask @Cleo |");

        write("李");
        assertThat(tab()).isEqualTo("李雷: |");
    }

    @Test
    void tabGoesOnToTheNextName() {
        write("be");
        assertThat(tab()).isEqualTo("Ben: |");
        assertThat(tab()).isEqualTo("benedikt: |");
        assertThat(tab()).isEqualTo("Ben: |");
        assertThat(tab(text().length(), true)).isEqualTo("benedikt: |");

        write("benedikt: be");
        assertThat(tab()).isEqualTo("benedikt: Ben |");
    }

    @Test
    void tabCompletesInTheMiddle() {
        write("is cl here");
        assertThat(tab(5, false)).isEqualTo("is Cleo |here");
    }

    @Test
    void tabIsOfNoUseWhereNobodyFits() {
        write("zz");
        assertThat(tab()).isEqualTo("nothing");
        write("");
        assertThat(tab()).isEqualTo("nothing");
        write("me");
        assertThat(tab(2, true)).isEqualTo("nothing");
    }

    @Test
    void tabKnowsWhoIsHereNow() {
        people = List.of("Zoe");
        write("z");
        assertThat(tab()).isEqualTo("Zoe: |");
    }

    @Test
    void aSlashOffersCommandsAsTheyAreWritten() {
        write("/");
        assertThat(commands()).isEqualTo(TypedLine.commands());
        write("/M");
        assertThat(commands()).containsExactly("me", "msg");
        assertThat(composer.choosing()).isTrue();
        assertThat(tab()).isEqualTo("/me |");
        assertThat(commands()).isEmpty();

        write("/ms");
        assertThat(tab()).isEqualTo("/msg |");
        write("//");
        assertThat(commands()).isEmpty();
        write("/zz");
        assertThat(commands()).isEmpty();
        assertThat(composer.choosing()).isFalse();
    }

    @Test
    void theArrowsGoThroughTheCommands() {
        write("/m");
        composer.choose(1);
        assertThat(composer.chosenProperty().get()).isEqualTo(1);
        composer.choose(1);
        assertThat(composer.chosenProperty().get()).isZero();
        composer.choose(-1);
        assertThat(tab()).isEqualTo("/msg |");
        assertThat(composer.choose(1)).isFalse();
    }

    @Test
    void aWholeCommandIsSent() {
        write("/help");
        assertThat(composer.choosing()).isFalse();
        composer.submit();

        assertThat(sent).containsExactly("/help");
        assertThat(commands()).isEmpty();
    }

    @Test
    void commandsCanBePutAway() {
        write("/m");
        assertThat(composer.dismiss()).isTrue();
        assertThat(commands()).isEmpty();
        assertThat(composer.dismiss()).isFalse();
    }

    @Test
    void everyCommandIsExplainedInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            for (String command : TypedLine.commands()) {
                assertThat(Messages.of(locale).bundle().keySet())
                        .contains(
                                "composer.command." + command + ".usage",
                                "composer.command." + command + ".meaning");
            }
        }
    }
}

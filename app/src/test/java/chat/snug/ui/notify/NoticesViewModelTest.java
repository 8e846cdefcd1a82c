package chat.snug.ui.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NoticesViewModelTest {
    private final FakeDesktop desktop = new FakeDesktop();
    private final List<String> went = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T14:10:00Z");
    private final NoticesViewModel model =
            new NoticesViewModel(new Hand(), desktop, Runnable::run, () -> went.add("front"));

    /** Goes when the test says so. */
    private final class Hand extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private Notice notice(Object where, String text) {
        return new Notice(where, "Ben", text, () -> went.add(text));
    }

    @Test
    void aMessageCallsInOnePlaceOnly() {
        model.call(notice("lobby", "one"), Calling.WINDOW);
        assertThat(model.cards()).hasSize(1);
        assertThat(desktop.shown).isEmpty();
        model.call(notice("music", "two"), Calling.DESKTOP);
        assertThat(model.cards()).hasSize(1);
        assertThat(desktop.shown).containsExactly("Ben | two");
        model.call(notice("music", "three"), Calling.QUIET);
        assertThat(model.cards()).hasSize(1);
        assertThat(desktop.shown).hasSize(1);
    }

    @Test
    void whatTheDesktopCannotShowWaitsInTheWindow() {
        model.call(notice("lobby", "one"), Calling.DESKTOP);
        desktop.outcomes.getFirst().failed();
        assertThat(model.cards()).extracting(Notice::text).containsExactly("one");
    }

    @Test
    void aClickGoesToTheMessageAndBringsTheWindow() {
        model.call(notice("lobby", "one"), Calling.DESKTOP);
        desktop.outcomes.getFirst().clicked();
        assertThat(went).containsExactly("front", "one");
        Notice card = notice("music", "two");
        model.call(card, Calling.WINDOW);
        model.go(card);
        assertThat(went).containsExactly("front", "one", "two");
        assertThat(model.cards()).isEmpty();
    }

    @Test
    void aRoomInWhichMuchIsSaidCallsOnceInAWhile() {
        for (int i = 0; i < 1_000; i++) {
            model.call(notice("lobby", "m" + i), Calling.DESKTOP);
        }
        assertThat(desktop.shown).containsExactly("Ben | m0");
        model.call(notice("music", "other"), Calling.DESKTOP);
        now = now.plusSeconds(3);
        model.call(notice("lobby", "later"), Calling.DESKTOP);
        assertThat(desktop.shown).containsExactly("Ben | m0", "Ben | other", "Ben | later");
    }

    @Test
    void cardsAreFewAndOneForEachConversation() {
        Object[] rooms = {"a", "b", "c", "d", "e", "f"};
        for (Object room : rooms) {
            model.call(notice(room, "text " + room), Calling.WINDOW);
        }
        model.call(notice(rooms[5], "newer"), Calling.WINDOW);
        assertThat(model.cards())
                .extracting(Notice::text)
                .hasSize(NoticesViewModel.SHOWN)
                .startsWith("newer", "text e");
    }

    @Test
    void whoLooksAtTheConversationNeedsNoCard() {
        String lobby = "lobby";
        model.call(notice(lobby, "one"), Calling.WINDOW);
        model.forget(lobby);
        assertThat(model.cards()).isEmpty();
    }

    @Test
    void whatOthersWriteIsShownPlainAndInOneLine() {
        assertThat(plain("plain 你好 👍🏽")).isEqualTo("plain 你好 👍🏽");
        assertThat(plain("\u0002bold\u0002 \u000304,12red\u000f \u00031one"))
                .isEqualTo("bold red one");
        assertThat(plain("\u00034,x \u0003,y")).isEqualTo(",x ,y");
        assertThat(plain(" two\n\tlines ")).isEqualTo("two lines");
        assertThat(plain("be\u0007ep\u001b[31m")).isEqualTo("beep[31m");
        assertThat(plain("\u202Eevil\u2066")).isEqualTo("evil");
        assertThat(plain("half \uD83D")).isEqualTo("half");
    }

    private static String plain(String written) {
        return Notice.plain(written, 100);
    }

    @Test
    void whatOthersWriteIsCut() {
        Notice notice = new Notice(this, "n".repeat(500), "😀".repeat(100_000), () -> {});
        assertThat(notice.title()).hasSizeLessThan(70).endsWith("…");
        assertThat(notice.text()).hasSizeLessThan(500).endsWith("😀…");
    }
}

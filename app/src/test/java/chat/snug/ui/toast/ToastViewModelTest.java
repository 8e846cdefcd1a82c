package chat.snug.ui.toast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ToastViewModelTest {
    private final ToastViewModel toasts = new ToastViewModel();
    private final AtomicInteger undone = new AtomicInteger();

    @Test
    void whatItOffersIsDoneOnce() {
        toasts.show(new Toast("Ben was removed.", "Undo", undone::incrementAndGet));
        assertThat(toasts.act()).isTrue();
        assertThat(toasts.act()).isFalse();
        assertThat(undone).hasValue(1);
        assertThat(toasts.shownProperty().get()).isNull();
    }

    @Test
    void aNewLineTakesThePlaceOfTheOneBefore() {
        toasts.show(new Toast("one", "Undo", undone::incrementAndGet));
        toasts.show(new Toast("two"));
        assertThat(toasts.act()).isFalse();
        assertThat(undone).hasValue(0);
        toasts.dismiss();
        assertThat(toasts.shownProperty().get()).isNull();
    }

    @Test
    void whatFollowsAnUndoMaySaySo() {
        toasts.show(new Toast("removed", "Undo", () -> toasts.show(new Toast("asked back in"))));
        toasts.act();
        Toast now = toasts.shownProperty().get();
        assertThat(now).isNotNull();
        assertThat(now.text()).isEqualTo("asked back in");
    }
}

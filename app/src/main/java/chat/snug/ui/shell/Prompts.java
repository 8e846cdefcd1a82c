package chat.snug.ui.shell;

import chat.snug.ui.dialogs.Question;
import chat.snug.ui.dialogs.Secret;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the person is asked, and has to answer before anything else. JavaFX thread. */
final class Prompts {
    private final ReadOnlyObjectWrapper<@Nullable Question> question =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Secret> secret = new ReadOnlyObjectWrapper<>();

    ReadOnlyObjectProperty<@Nullable Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Secret> secretProperty() {
        return secret.getReadOnlyProperty();
    }

    void ask(Question wanted) {
        question.set(wanted);
    }

    void ask(Secret wanted) {
        secret.set(wanted);
    }

    void dismissQuestion() {
        question.set(null);
    }

    void dismissSecret() {
        secret.set(null);
    }

    /** For a question: {@code action}, with the question gone before it. */
    Runnable onceAnswered(Runnable action) {
        return () -> {
            dismissQuestion();
            action.run();
        };
    }
}

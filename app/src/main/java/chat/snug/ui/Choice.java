package chat.snug.ui;

import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A box to choose from, in words. */
public final class Choice {
    private Choice() {}

    /** Fills it with numbers; {@code words} says each of them. */
    public static void ofNumbers(
            ComboBox<Integer> box, List<Integer> numbers, IntFunction<String> words) {
        box.getItems().setAll(numbers);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Integer number) {
                        return number == null ? "" : words.apply(number);
                    }

                    @Override
                    public Integer fromString(String text) {
                        throw new UnsupportedOperationException("nothing is typed here");
                    }
                });
    }
}

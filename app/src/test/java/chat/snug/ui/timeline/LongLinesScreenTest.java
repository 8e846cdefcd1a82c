package chat.snug.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.Look;
import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import chat.snug.ui.composer.GrowingTextArea;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever somebody writes, in whichever script, it comes into lines and the window goes on. */
@ExtendWith(ScreenExtension.class)
final class LongLinesScreenTest {
    private RichText words;
    private GrowingTextArea field;
    private Scene scene;

    @Start
    void start(Stage stage) {
        words = new RichText("message-plain", _ -> {});
        field = new GrowingTextArea();
        scene = new Scene(new VBox(20, words, field), 420, 500);
        Look.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.sizeToScene(); // it has the size that the test before this one wanted
        stage.show();
    }

    static String[] texts() {
        return new String[] {
            "سلام دنیا این یک متن طولانی است که باید شکسته شود ".repeat(8).strip(),
            "שלום עולם זה טקסט ארוך שצריך להישבר ".repeat(8),
            "नमस्ते दुनिया यह एक लंबा पाठ है ".repeat(8),
            "abc ".repeat(40) + "سلام ".repeat(40) + "and https://example.org/" + "x".repeat(200),
            "a\u202eb".repeat(140),
            "\u202e" + "hello world ".repeat(40),
            "ب".repeat(400),
            "﷽".repeat(60),
            "﷽ 𒐫 ".repeat(20),
            "x".repeat(400) + "\u0308",
            "a" + "\u0308".repeat(300) + " ب".repeat(200),
            "سلام\t".repeat(100),
            "👍🏽 سلام 👩‍👩‍👧‍👦 ".repeat(30)
        };
    }

    @ParameterizedTest
    @MethodSource("texts")
    void comesIntoLines(String text) {
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS,
                () -> {
                    words.show("Mei", text, MessageText.of(text, "").blocks().getFirst().pieces());
                    assertThat(shown()).isEqualTo("Mei " + text);
                    for (int width : new int[] {40, 120, 300, 620}) {
                        assertThat(words.prefHeight(width)).isPositive();
                        words.resize(width, words.prefHeight(width));
                        words.layout();
                        words.select(0, text.length());
                        words.layout();
                    }
                });
    }

    /** What is shown, with the emoji that are pictures. */
    private String shown() {
        return words.getChildren().stream()
                .map(
                        node ->
                                node instanceof Text part
                                        ? part.getText()
                                        : node.getAccessibleText() == null
                                                ? ""
                                                : node.getAccessibleText())
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void canBeWritten(String text) {
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS,
                () -> {
                    field.setText(text);
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    assertThat(field.prefHeight(300)).isPositive();
                    field.setText("short again");
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    assertThat(field.isWrapText()).isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isDrawn(String text) {
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS,
                () -> {
                    words.show(text);
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    assertThat(scene.snapshot(null).getWidth()).isPositive();
                });
    }
}

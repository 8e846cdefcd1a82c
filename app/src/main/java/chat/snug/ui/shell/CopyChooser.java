package chat.snug.ui.shell;

import chat.snug.transcript.Transcripts.Form;
import chat.snug.ui.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** Asks where a copy goes, and in which form; JavaFX thread. */
final class CopyChooser {
    private static final Map<Form, String> ENDINGS =
            new EnumMap<>(Map.of(Form.TEXT, "txt", Form.MARKDOWN, "md", Form.JSON, "json"));

    private final Messages words;
    private final String title;

    /** {@code title} is what the conversation is called. */
    CopyChooser(Messages words, String title) {
        this.words = words;
        this.title = title;
    }

    /** Tells {@code chosen} what was chosen, if anything was. */
    void ask(Window window, BiConsumer<Form, Path> chosen) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.text("copy.export"));
        chooser.setInitialFileName(fileName(title));
        for (Form form : Form.values()) {
            String name = words.text("copy.form." + ENDING_KEYS.get(form));
            chooser.getExtensionFilters().add(new ExtensionFilter(name, "*." + ENDINGS.get(form)));
        }
        File file = chooser.showSaveDialog(window);
        if (file != null) {
            int index = chooser.getExtensionFilters().indexOf(chooser.getSelectedExtensionFilter());
            Form wanted = List.of(Form.values()).get(Math.max(0, index));
            chosen.accept(formOf(file.toPath(), wanted), withEnding(file.toPath(), wanted));
        }
    }

    private static final Map<Form, String> ENDING_KEYS =
            new EnumMap<>(Map.of(Form.TEXT, "text", Form.MARKDOWN, "markdown", Form.JSON, "json"));

    /** Without what file systems do not take. */
    static String fileName(String title) {
        String plain = title.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", " ").strip();
        return plain.isEmpty() || plain.startsWith(".") ? "snug" : plain;
    }

    /** The ending that was typed decides, else what was chosen. */
    static Form formOf(Path file, Form wanted) {
        for (Form form : Form.values()) {
            if (file.toString().endsWith('.' + ENDINGS.get(form))) {
                return form;
            }
        }
        return wanted;
    }

    static Path withEnding(Path file, Form wanted) {
        String ending = '.' + ENDINGS.get(formOf(file, wanted));
        Path name = file.getFileName();
        return name == null || name.toString().endsWith(ending)
                ? file
                : file.resolveSibling(name + ending);
    }
}

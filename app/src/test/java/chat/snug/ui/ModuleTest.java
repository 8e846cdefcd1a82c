package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The app runs as a module, its tests do not: what FXML makes and fills is open to it only if the
 * module says so.
 */
final class ModuleTest {
    private static final Pattern NAMED =
            Pattern.compile("(?:fx:controller=\"|<\\?import )(chat\\.snug\\.[a-z.]+)\\.[A-Z]");
    private static final Pattern OPEN =
            Pattern.compile("opens (chat\\.snug[a-z.]+) to([^;]+);", Pattern.DOTALL);

    @Test
    void whatFxmlNamesIsOpenToIt() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            List<Path> views = files.filter(file -> file.toString().endsWith(".fxml")).toList();
            assertThat(views).hasSizeGreaterThan(10);
            for (Path view : views) {
                find(NAMED, Files.readString(view), named);
            }
        }
        Set<String> open = new TreeSet<>();
        Matcher opened = OPEN.matcher(Files.readString(Path.of("src/main/java/module-info.java")));
        while (opened.find()) {
            if (opened.group(2).contains("javafx.fxml")) {
                open.add(opened.group(1));
            }
        }

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(open).containsAll(named);
    }

    private static void find(Pattern pattern, String text, Set<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }
}

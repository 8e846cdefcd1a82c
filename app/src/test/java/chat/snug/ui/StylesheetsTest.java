package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds all stylesheets to the measures of {@code tokens.css} and the colours of the looks. */
final class StylesheetsTest {
    private static final Path RESOURCES = Path.of("src/main/resources/chat/snug/ui");
    private static final Path THEME = RESOURCES.resolve("theme");

    /** A space of four and more is one of the steps; less is a matter of the eye. */
    private static final Pattern OWN_SPACE =
            Pattern.compile(
                    "-fx-(padding|spacing|[hv]gap|graphic-text-gap):"
                            + "[^;]*(?<![\\w-])([4-9]|[12]\\d)(px)?(?![\\d])");

    private static final Pattern OWN_TYPE = Pattern.compile("-fx-font-size: *[\\d.]");
    private static final Pattern OWN_COLOUR =
            Pattern.compile(":[^;]*(#[0-9a-fA-F]{3,8}\\b|rgba?\\(|\\b(white|black|red)\\b)");

    @Test
    void everyStylesheetIsGivenToTheScenes() throws IOException {
        List<Path> own = files(".css").stream().filter(file -> !file.startsWith(THEME)).toList();
        String given = String.join("\n", decoded(100));
        for (Path file : own) {
            String firstRule = firstSelector(Files.readString(file));
            assertThat(given).as("%s is listed in Stylesheets", file).contains(firstRule);
        }
    }

    @Test
    void noScreenBringsAStylesheetThatDoesNotGrow() throws IOException {
        for (Path file : files(".fxml")) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain("stylesheets=");
        }
    }

    @Test
    void lengthsGrowWithTheTextAndHairlinesStay() {
        String grown = String.join("\n", decoded(150));
        assertThat(grown)
                .contains(".root {\n  -fx-font-size: 21.0px;")
                .contains("-fx-background-insets: 0, 1;")
                .doesNotContain("-snug-space", "-snug-type", "-snug-radius");
        assertThat(String.join("\n", decoded(100))).contains("-fx-font-size: 14px;");
    }

    @Test
    void spaceTypeAndColourAreThoseOfTheTokens() throws IOException {
        List<String> strangers = new ArrayList<>();
        for (Path file : files(".css")) {
            boolean colours = file.endsWith("light.css") || file.endsWith("dark.css");
            if (colours || file.endsWith("tokens.css")) {
                continue;
            }
            for (String line : Files.readAllLines(file)) {
                if (OWN_SPACE.matcher(line).find()
                        || OWN_TYPE.matcher(line).find()
                        || OWN_COLOUR.matcher(line).find()) {
                    strangers.add(file.getFileName() + ": " + line.strip());
                }
            }
        }
        assertThat(strangers).isEmpty();
    }

    private static String firstSelector(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").strip().split("\\{", 2)[0].strip();
    }

    private static List<String> decoded(int percent) {
        return Stylesheets.of("theme/light.css", percent).stream()
                .map(uri -> uri.substring(uri.indexOf(',') + 1))
                .map(data -> new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<Path> files(String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }
}

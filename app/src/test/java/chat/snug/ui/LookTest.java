package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.ColorScheme;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LookTest {
    private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+):\\s*([^;]+);");

    /** WCAG 2.2, success criterion 1.4.3, for text under 18 px. */
    private static final double LEGIBLE = 4.5;

    /** WCAG 2.2, success criterion 1.4.11, for icons and for the ring around what has the focus. */
    private static final double VISIBLE = 3;

    @Test
    void theSystemsSchemePicksTheLook() {
        assertThat(Look.of(ColorScheme.DARK)).isEqualTo(Look.DARK);
        assertThat(Look.of(ColorScheme.LIGHT)).isEqualTo(Look.LIGHT);
    }

    @Test
    void bothLooksDefineTheSameColours() throws IOException {
        assertThat(tokens(Look.DARK).keySet()).isEqualTo(tokens(Look.LIGHT).keySet());
    }

    @ParameterizedTest
    @EnumSource
    void textIsLegibleWhereverItStands(Look look) throws IOException {
        Map<String, String> tokens = tokens(look);
        List<String> tooFaint = new ArrayList<>();
        for (String ground : List.of("background", "side", "mention", "hover")) {
            for (String text : List.of("text", "muted", "accent-text")) {
                check(tokens, text, ground, LEGIBLE, tooFaint);
            }
        }
        for (String ground : List.of("background", "side")) {
            check(tokens, "danger", ground, LEGIBLE, tooFaint);
            check(tokens, "ok", ground, LEGIBLE, tooFaint);
        }
        check(tokens, "ok", "accent-soft", LEGIBLE, tooFaint);
        check(tokens, "muted", "accent-soft", LEGIBLE, tooFaint);
        check(tokens, "text", "accent-soft", LEGIBLE, tooFaint);
        check(tokens, "text", "code", LEGIBLE, tooFaint);
        check(tokens, "text", "line", LEGIBLE, tooFaint);
        check(tokens, "on-accent", "accent", LEGIBLE, tooFaint);
        for (int i = 0; i < 12; i++) {
            check(tokens, "name-" + i, "background", LEGIBLE, tooFaint);
            check(tokens, "name-" + i, "mention", LEGIBLE, tooFaint);
            check(tokens, "on-avatar", "avatar-" + i, LEGIBLE, tooFaint);
        }
        assertThat(tooFaint).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void iconsAndFocusRingsAreVisibleWhereverTheyStand(Look look) throws IOException {
        Map<String, String> tokens = tokens(look);
        List<String> tooFaint = new ArrayList<>();
        for (String ground : List.of("background", "side", "hover", "mention", "accent-soft")) {
            for (String mark : List.of("accent", "muted", "danger", "ok")) {
                check(tokens, mark, ground, VISIBLE, tooFaint);
            }
        }
        assertThat(tooFaint).isEmpty();
    }

    private static void check(
            Map<String, String> tokens,
            String text,
            String ground,
            double enough,
            List<String> tooFaint) {
        double contrast = Inspection.ratio(colour(tokens, text), colour(tokens, ground));
        if (contrast < enough) {
            tooFaint.add(String.format(Locale.ROOT, "%s on %s: %.2f", text, ground, contrast));
        }
    }

    private static Color colour(Map<String, String> tokens, String name) {
        return Color.web(Objects.requireNonNull(tokens.get("-snug-" + name), name));
    }

    private static Map<String, String> tokens(Look look) throws IOException {
        String file = "theme/" + look.name().toLowerCase(Locale.ROOT) + ".css";
        try (InputStream in = Objects.requireNonNull(Look.class.getResourceAsStream(file))) {
            Map<String, String> tokens = new LinkedHashMap<>();
            Matcher matcher = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                tokens.put(matcher.group(1), matcher.group(2));
            }
            return tokens;
        }
    }
}

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
                check(tokens, text, ground, tooFaint);
            }
        }
        for (String ground : List.of("background", "side")) {
            check(tokens, "danger", ground, tooFaint);
            check(tokens, "ok", ground, tooFaint);
        }
        check(tokens, "text", "accent-soft", tooFaint);
        check(tokens, "text", "code", tooFaint);
        check(tokens, "text", "line", tooFaint);
        check(tokens, "on-accent", "accent", tooFaint);
        for (int i = 0; i < 12; i++) {
            check(tokens, "name-" + i, "background", tooFaint);
            check(tokens, "name-" + i, "mention", tooFaint);
            check(tokens, "on-avatar", "avatar-" + i, tooFaint);
        }
        assertThat(tooFaint).isEmpty();
    }

    private static void check(
            Map<String, String> tokens, String text, String ground, List<String> tooFaint) {
        double contrast = contrast(colour(tokens, text), colour(tokens, ground));
        if (contrast < LEGIBLE) {
            tooFaint.add(String.format(Locale.ROOT, "%s on %s: %.2f", text, ground, contrast));
        }
    }

    private static Color colour(Map<String, String> tokens, String name) {
        return Color.web(Objects.requireNonNull(tokens.get("-snug-" + name), name));
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
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

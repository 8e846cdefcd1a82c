package chat.snug.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The stylesheets of the app for one size of text: the measures of {@code theme/tokens.css} put in
 * where they are named, and every length in px grown with the text. JavaFX itself looks up colours
 * only.
 */
final class Stylesheets {
    /** In this order: a later one overrules an earlier one. */
    private static final List<String> SHAPES =
            List.of(
                    "theme/app.css",
                    "start/start.css",
                    "shell/shell.css",
                    "people/people.css",
                    "hosting/hosting.css",
                    "door/door.css",
                    "invite/invite.css",
                    "trust/trust.css",
                    "room/room.css",
                    "timeline/timeline.css",
                    "composer/composer.css",
                    "emoji/emoji.css",
                    "keys/keys.css",
                    "mentions/mentions.css",
                    "notify/notify.css",
                    "settings/settings.css",
                    "switcher/switcher.css",
                    "toast/toast.css",
                    "network/network.css");

    private static final Pattern TOKEN =
            Pattern.compile("(-snug-(?:space|type|radius)-[a-z-]+):\\s*([^;]+);");
    private static final Pattern NAMED = Pattern.compile("-snug-(?:space|type|radius)-[a-z-]+");
    private static final Pattern LENGTH = Pattern.compile("(?<![\\w#.-])(-?\\d+(?:\\.\\d+)?)px");

    private static final Map<String, String> MEASURES = measures();

    private Stylesheets() {}

    /**
     * What a scene is to be given.
     *
     * @param colours the file of the look's colours
     * @param textPercent the size of text, 100 for the usual one
     */
    static List<String> of(String colours, int textPercent) {
        return Stream.concat(Stream.of(colours), SHAPES.stream())
                .map(file -> address(grown(named(text(file)), textPercent)))
                .toList();
    }

    /** The measures and what they are at 100 %, by name. */
    private static Map<String, String> measures() {
        Map<String, String> measures = new LinkedHashMap<>();
        Matcher matcher = TOKEN.matcher(text("theme/tokens.css"));
        while (matcher.find()) {
            measures.put(matcher.group(1), matcher.group(2));
        }
        return measures;
    }

    private static String named(String css) {
        return NAMED.matcher(css)
                .replaceAll(
                        found ->
                                Objects.requireNonNull(MEASURES.get(found.group()), found.group()));
    }

    private static String grown(String css, int percent) {
        return percent == 100
                ? css
                : LENGTH.matcher(css)
                        .replaceAll(
                                found ->
                                        String.format(
                                                Locale.ROOT,
                                                "%.1fpx",
                                                Double.parseDouble(found.group(1))
                                                        * percent
                                                        / 100));
    }

    private static String text(String file) {
        try (InputStream in =
                Objects.requireNonNull(Stylesheets.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static String address(String css) {
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}

package chat.snug.ui.composer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was written, as it goes out. */
final class Submission {
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private Submission() {}

    /**
     * Mostly one text of all lines, without the empty ones around it. A command in the first line
     * goes by itself, and what follows it after that, in which no slash means anything.
     */
    static List<String> of(StyledText written) {
        List<String> lines = lines(written).stream().dropWhile(String::isEmpty).toList();
        if (!isCommand(lines.getFirst())) {
            return List.of(lines.size() == 1 ? lines.getFirst() : literal(lines));
        }
        List<String> all = new ArrayList<>(List.of(lines.getFirst()));
        List<String> rest = lines.stream().skip(1).dropWhile(String::isEmpty).toList();
        if (!rest.isEmpty()) {
            all.add(literal(rest));
        }
        return all;
    }

    /** Each without white space at its end, which must be looked for without control characters. */
    private static List<String> lines(StyledText written) {
        List<String> lines = new ArrayList<>();
        String text = written.text();
        Matcher ends = LINE_END.matcher(text);
        int start = 0;
        while (ends.find()) {
            lines.add(line(written, start, ends.start()));
            start = ends.end();
        }
        lines.add(line(written, start, text.length()));
        return lines;
    }

    private static String line(StyledText written, int start, int end) {
        int last = start + written.text().substring(start, end).stripTrailing().length();
        return written.part(start, last).encoded();
    }

    static boolean isCommand(String line) {
        return line.length() > 1 && line.charAt(0) == '/' && Character.isLetter(line.charAt(1));
    }

    /** As one text, in which no slash means anything. */
    private static String literal(List<String> lines) {
        int last = lines.size();
        while (last > 0 && lines.get(last - 1).isEmpty()) {
            last--;
        }
        String all = String.join("\n", lines.subList(0, last));
        return all.startsWith("/") ? '/' + all : all;
    }
}

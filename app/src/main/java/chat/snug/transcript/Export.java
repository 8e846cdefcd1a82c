package chat.snug.transcript;

import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.Said.Kind;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** How a transcript is written out. */
sealed interface Export {
    /** What comes first. */
    String begin();

    /**
     * One message, with its line end.
     *
     * @param first whether none came before it
     */
    String line(Said said, boolean first);

    /** What comes last. */
    String end();

    static Export of(Transcripts.Form form, String title, ZoneId zone) {
        return switch (form) {
            case TEXT -> new Text(zone);
            case MARKDOWN -> new Markdown(title, zone);
            case JSON -> new Json();
        };
    }

    /** Formatting codes mean nothing outside a chat program. */
    Pattern CODES =
            Pattern.compile(
                    "\\x03(?:\\d{1,2}(?:,\\d{1,2})?)?"
                            + "|\\x04(?:[0-9a-fA-F]{6}(?:,[0-9a-fA-F]{6})?)?"
                            + "|[\\x00-\\x08\\x0b-\\x1f\\x7f]");

    private static String plain(String text) {
        return CODES.matcher(text).replaceAll("");
    }

    /** {@code 2026-11-21 15:04:05 <Ben> hello}, further lines indented. */
    record Text(ZoneId zone) implements Export {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

        @Override
        public String begin() {
            return "";
        }

        @Override
        public String line(Said said, boolean first) {
            String name = plain(said.from());
            String from = said.kind() == Kind.ACTION ? "* " + name : '<' + name + '>';
            String text = plain(said.text()).replace("\n", "\n    ");
            return TIME.format(said.time().atZone(zone)) + ' ' + from + ' ' + text + '\n';
        }

        @Override
        public String end() {
            return "";
        }
    }

    /** A paragraph for each message, whose text means only itself. */
    record Markdown(String title, ZoneId zone) implements Export {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
        private static final Pattern SIGNS = Pattern.compile("([\\\\`*_{}\\[\\]<>#+!|~-])");

        private static String literal(String text) {
            return SIGNS.matcher(text).replaceAll("\\\\$1");
        }

        @Override
        public String begin() {
            return "# " + literal(title) + "\n\n";
        }

        @Override
        public String line(Said said, boolean first) {
            String text = literal(plain(said.text())).replace("\n", "  \n");
            String words = said.kind() == Kind.ACTION ? '*' + text + '*' : text;
            return "**"
                    + literal(plain(said.from()))
                    + "** "
                    + TIME.format(said.time().atZone(zone))
                    + "  \n"
                    + words
                    + "\n\n";
        }

        @Override
        public String end() {
            return "";
        }
    }

    /** An array of objects (RFC 8259), times as in RFC 3339, in UTC. */
    record Json() implements Export {
        private static final DateTimeFormatter TIME =
                new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

        @Override
        public String begin() {
            return "[";
        }

        @Override
        public String line(Said said, boolean first) {
            StringBuilder all = new StringBuilder(first ? "\n" : ",\n");
            all.append("{\"time\":");
            string(all, TIME.format(said.time().truncatedTo(ChronoUnit.MILLIS)));
            if (said.id() != null) {
                all.append(",\"id\":");
                string(all, said.id());
            }
            all.append(",\"from\":");
            string(all, said.from());
            all.append(",\"kind\":");
            string(all, said.kind().name().toLowerCase(Locale.ROOT));
            if (said.replyTo() != null) {
                all.append(",\"replyTo\":");
                string(all, said.replyTo());
            }
            all.append(",\"text\":");
            string(all, said.text());
            return all.append('}').toString();
        }

        private static void string(StringBuilder into, String text) {
            into.append('"');
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '"' -> into.append("\\\"");
                    case '\\' -> into.append("\\\\");
                    case '\n' -> into.append("\\n");
                    default -> {
                        if (c < ' ' || (Character.isSurrogate(c) && !paired(text, i))) {
                            into.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                        } else {
                            into.append(c);
                        }
                    }
                }
            }
            into.append('"');
        }

        private static boolean paired(String text, int i) {
            return Character.isHighSurrogate(text.charAt(i))
                    ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                    : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }

        @Override
        public String end() {
            return "\n]\n";
        }
    }
}

package chat.snug.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FencesTest {
    /** What a block is, in a way that is plain to read and slow where somebody wants it to be. */
    private static final Pattern FENCED =
            Pattern.compile(
                    "(?<=^|\\n)```([\\w.+#-]*\\n)?(.*?)(?:\\n)?```(?:\\n|\\z)", Pattern.DOTALL);

    @Test
    void areFoundWhereTheyAre() {
        Random random = new Random(20_261_121);
        String[] pieces = {"```", "```", "`", "\n", "\n", "a", " ", "java"};
        int found = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(14); length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            List<Fences.Found> expected = new ArrayList<>();
            Matcher fenced = FENCED.matcher(text);
            while (fenced.find()) {
                if (!fenced.group(2).isBlank()) {
                    expected.add(
                            new Fences.Found(
                                    fenced.start(), fenced.start(2), fenced.end(2), fenced.end()));
                }
            }
            found += expected.size();

            assertThat(Fences.in(text.toString())).as("in %s", text).isEqualTo(expected);
        }
        assertThat(found).isGreaterThan(1_000);
    }

    @Test
    void aTextMadeToBeSlowIsNot() {
        String text = "\n```x".repeat(1_000_000);
        long start = System.nanoTime();

        assertThat(Fences.in(text)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}

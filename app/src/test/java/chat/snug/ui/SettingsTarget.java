package chat.snug.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** A settings file that says anything is understood as far as it can be, and once for all. */
public final class SettingsTarget {
    private SettingsTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Properties values = new Properties();
        try {
            values.load(new StringReader(new String(input, UTF_8)));
        } catch (IllegalArgumentException _) {
            return; // the file is set aside
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Settings understood = SettingsText.read(values).settings();
        SettingsText.Understood again = SettingsText.read(SettingsText.write(understood));
        if (!again.ignored().isEmpty() || !again.settings().equals(understood)) {
            throw new AssertionError(again + " is not " + understood);
        }
    }
}

package chat.snug.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What clients of the tests say to prove who they are. */
final class Sasl {
    static final String PASSWORD = "the right one";

    private Sasl() {}

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    /** The line that is all of PLAIN. */
    static String plain(String name, String password) {
        return "AUTHENTICATE " + base64("\0" + name + "\0" + password);
    }

    /** Lines to send before NICK and USER, to come in logged in. */
    static String[] login(String account, String capabilities) {
        return new String[] {
            "CAP REQ :sasl " + capabilities,
            "AUTHENTICATE PLAIN",
            plain(account, PASSWORD),
            "CAP END"
        };
    }
}

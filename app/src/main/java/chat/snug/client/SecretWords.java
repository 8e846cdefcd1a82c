package chat.snug.client;

import chat.snug.client.ClientEvent.Said;
import java.util.Locale;
import java.util.Set;

/**
 * What a person types in secret among other words: to the services that look after names, and
 * behind commands that take a password. None of it belongs in a file.
 */
public final class SecretWords {
    private static final Set<String> TO_SERVICES =
            Set.of(
                    "oper",
                    "pass",
                    "auth",
                    "challenge",
                    "identify",
                    "login",
                    "register",
                    "ns",
                    "nickserv",
                    "cs",
                    "chanserv",
                    "quote",
                    "raw",
                    "verify",
                    "authenticate");

    private SecretWords() {}

    /** Whether there may be a secret in what stands in the composer of a conversation. */
    public static boolean in(String conversation, String typed) {
        String[] words = typed.strip().split("\\s+", 4);
        if (!words[0].startsWith("/") || words[0].startsWith("//")) {
            return Masking.isService(conversation) && words.length > 1;
        }
        String command = words[0].substring(1).toLowerCase(Locale.ROOT);
        return switch (command) {
            case "msg", "query" -> words.length > 3 && Masking.isService(words[1]);
            case "join", "j" -> words.length > 2 && Conversations.isRoom(words[1]);
            default -> words.length > 1 && TO_SERVICES.contains(command);
        };
    }

    /** What was said as it may be kept: of my words to a service only the first. */
    public static Said withoutSecrets(Said said) {
        if (!said.mine() || !Masking.isService(said.conversation())) {
            return said;
        }
        String text = Masking.afterFirstWord(said.text());
        return text.equals(said.text())
                ? said
                : new Said(
                        said.conversation(),
                        said.time(),
                        said.id(),
                        said.from(),
                        true,
                        said.kind(),
                        text,
                        said.mention(),
                        said.account(),
                        said.replyTo());
    }
}

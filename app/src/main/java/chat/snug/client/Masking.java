package chat.snug.client;

import java.util.Locale;

/**
 * Puts dots in place of what a line of IRC says in secret: passwords, keys of rooms, codes, and
 * what is told to the services that look after names.
 */
final class Masking {
    private static final String DOTS = "•••";

    private Masking() {}

    /** The line with its secrets masked; masking it again changes nothing. */
    static String mask(String line) {
        int command = command(line);
        int end = end(line, command);
        String verb = line.substring(command, end).toUpperCase(Locale.ROOT);
        return switch (verb) {
            case "PASS" -> after(line, end, 0);
            case "AUTHENTICATE" -> authenticate(line, end);
            case "OPER", "VERIFY", "CHALLENGE", "NS", "NICKSERV", "CS", "CHANSERV", "AUTH" ->
                    after(line, end, 1);
            case "REGISTER" -> register(line, end);
            case "JOIN" -> key(line, command, end);
            case "MODE" -> mode(line, end, 1);
            case "324" -> mode(line, end, 2); // RPL_CHANNELMODEIS
            case "PRIVMSG", "NOTICE", "SQUERY" -> said(line, end);
            default -> line;
        };
    }

    /** Where the command begins, behind tags and source. */
    private static int command(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == '@' || line.charAt(at) == ':')) {
            at = next(line, at);
        }
        return at;
    }

    /** The end of the word that begins at {@code from}. */
    private static int end(String line, int from) {
        int space = line.indexOf(' ', from);
        return space < 0 ? line.length() : space;
    }

    /** Where the word after the one at {@code from} begins. */
    private static int next(String line, int from) {
        int at = end(line, from);
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** Keeps so many parameters and masks the rest. */
    private static String after(String line, int commandEnd, int kept) {
        int at = next(line, commandEnd);
        for (int i = 0; i < kept; i++) {
            at = next(line, at);
        }
        return at >= line.length() ? line : line.substring(0, at) + DOTS;
    }

    /** Mechanisms are no secret, nor are the signs for nothing and for an end. */
    private static String authenticate(String line, int end) {
        String what = line.substring(next(line, end));
        boolean open = what.matches("[+*]|PLAIN|EXTERNAL|SCRAM-SHA-[0-9]+(-PLUS)?");
        return open ? line : after(line, end, 0);
    }

    /** Account, address and password; what the host answers has no password in it. */
    private static String register(String line, int end) {
        String first = line.substring(next(line, end));
        boolean answer = first.startsWith("SUCCESS ") || first.startsWith("VERIFICATION_REQUIRED ");
        return answer ? line : after(line, end, 1);
    }

    /** What the host tells of others has a source, and their account where I send a key. */
    private static String key(String line, int command, int end) {
        boolean told = line.startsWith(":") || line.substring(0, command).contains(" :");
        return told ? line : after(line, end, 1);
    }

    private static String mode(String line, int end, int before) {
        int at = next(line, end);
        for (int i = 0; i < before; i++) {
            at = next(line, at);
        }
        String modes = line.substring(at, end(line, at));
        return modes.indexOf('k') >= 0 ? after(line, end, before + 1) : line;
    }

    private static String said(String line, int end) {
        int target = next(line, end);
        boolean service = isService(line.substring(target, end(line, target)));
        int text = next(line, target);
        return service ? line.substring(0, text) + afterFirstWord(line.substring(text)) : line;
    }

    /** Whether that is the name of a program that looks after names. */
    static boolean isService(String target) {
        String to = target.toLowerCase(Locale.ROOT);
        int at = to.indexOf('@');
        String name = at < 0 ? to : to.substring(0, at);
        return name.endsWith("serv") || name.equals("q") || name.equals("x");
    }

    /** Dots in place of all but the first word. */
    static String afterFirstWord(String text) {
        int first = end(text, 0);
        return first < text.length() ? text.substring(0, first + 1) + DOTS : text;
    }
}

package chat.snug.protocol;

import java.nio.charset.StandardCharsets;

/**
 * The commands that come often, so that parsing one makes no new text. Any other command is read as
 * well, only not from here.
 */
final class Verbs {
    private static final String[] KNOWN = {
        "ACK",
        "AWAY",
        "BATCH",
        "CAP",
        "ERROR",
        "FAIL",
        "INVITE",
        "ISON",
        "JOIN",
        "KICK",
        "LIST",
        "MODE",
        "MOTD",
        "NAMES",
        "NICK",
        "NOTE",
        "NOTICE",
        "PART",
        "PASS",
        "PING",
        "PONG",
        "PRIVMSG",
        "QUIT",
        "SETNAME",
        "TAGMSG",
        "TOPIC",
        "USER",
        "USERHOST",
        "WARN",
        "WHO",
        "WHOIS",
        "WHOWAS"
    };
    private static final int SLOTS = 128;
    private static final String[] TABLE = new String[SLOTS];

    static {
        for (String verb : KNOWN) {
            byte[] bytes = verb.getBytes(StandardCharsets.US_ASCII);
            int slot = slot(bytes, 0, bytes.length);
            while (TABLE[slot] != null) {
                slot = (slot + 1) % SLOTS;
            }
            TABLE[slot] = verb;
        }
    }

    private Verbs() {}

    /** The command in {@code bytes[from, to)}, not empty, with ASCII letters in upper case. */
    static String read(byte[] bytes, int from, int to) {
        int slot = slot(bytes, from, to);
        for (String verb = TABLE[slot]; verb != null; verb = TABLE[slot]) {
            if (matches(verb, bytes, from, to)) {
                return verb;
            }
            slot = (slot + 1) % SLOTS;
        }
        String command = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        Numeric numeric = Numeric.of(command);
        return numeric == null ? upper(command) : numeric.code();
    }

    private static int slot(byte[] bytes, int from, int to) {
        int hash = to - from;
        hash = hash * 31 + upper(bytes[from]);
        hash = hash * 31 + upper(bytes[(from + to) >> 1]);
        hash = hash * 31 + upper(bytes[to - 1]);
        return hash & (SLOTS - 1);
    }

    private static boolean matches(String verb, byte[] bytes, int from, int to) {
        if (verb.length() != to - from) {
            return false;
        }
        for (int i = 0; i < verb.length(); i++) {
            if (verb.charAt(i) != upper(bytes[from + i])) {
                return false;
            }
        }
        return true;
    }

    private static int upper(int c) {
        return c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c;
    }

    private static String upper(String command) {
        for (int i = 0; i < command.length(); i++) {
            if (upper(command.charAt(i)) != command.charAt(i)) {
                char[] upper = command.toCharArray();
                for (int k = i; k < upper.length; k++) {
                    upper[k] = (char) upper((int) upper[k]);
                }
                return new String(upper);
            }
        }
        return command;
    }
}

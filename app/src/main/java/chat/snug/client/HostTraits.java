package chat.snug.client;

import chat.snug.protocol.CaseMapping;
import chat.snug.protocol.Message;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a host says about itself in RPL_ISUPPORT (<a
 * href="https://modern.ircdocs.horse/#feature-advertisement">Modern IRC, feature
 * advertisement</a>), and what RFC 1459 lets one assume before. Only what the client needs is kept.
 */
final class HostTraits {
    /** The token by which a Snug host names the room that a guest without one goes to. */
    static final String ROOM_TOKEN = "SNUG.CHAT/ROOM";

    /** The token by which a Snug host says that nobody is let in without encryption. */
    static final String TLS_ONLY_TOKEN = "SNUG.CHAT/TLSONLY";

    private static final String SNUG_TOKENS = "SNUG.CHAT/";
    private static final int MOST_VALUE = 200;

    private String prefixModes = "ov";
    private String prefixSymbols = "@+";
    private String channelTypes = "#&";
    private String statusSymbols = "";
    private String[] channelModes = {"b", "k", "l", "imnpst"};
    private CaseMapping caseMapping = CaseMapping.RFC1459;
    private String network = "";
    private String extendedPrefix = "";
    private String extendedMasks = "";
    private String accountBan = "";
    private String[] deniedTags = {};
    private String listFilters = "";
    private int historyLimit;
    private boolean historyById = true;
    private boolean snug;
    private boolean whox;
    private boolean encryptedOnly;
    private @Nullable String defaultRoom;

    /** Takes one RPL_ISUPPORT: the client's name, tokens, and a trailing text. */
    void read(Message support) {
        for (int i = 1; i < support.params().size() - 1; i++) {
            String token = support.params().get(i);
            int equals = token.indexOf('=');
            String value = equals < 0 ? "" : unescaped(token.substring(equals + 1));
            if (value.length() <= MOST_VALUE) {
                read(equals < 0 ? token : token.substring(0, equals), value);
            }
        }
    }

    private void read(String name, String value) {
        snug |= name.startsWith(SNUG_TOKENS);
        switch (name) {
            case "PREFIX" -> readPrefix(value);
            case "EXTBAN" -> readExtendedMasks(value);
            case "ACCOUNTEXTBAN" -> accountBan = value.split(",", 2)[0];
            case "CHANTYPES" -> channelTypes = value;
            case "STATUSMSG" -> statusSymbols = value;
            case "CHANMODES" -> {
                String[] groups = value.split(",", -1);
                if (groups.length >= 4) {
                    channelModes = groups;
                }
            }
            case "CASEMAPPING" -> caseMapping = CaseMapping.of(value);
            case "WHOX" -> whox = true;
            case "NETWORK" -> network = value;
            case "ELIST" -> listFilters = value;
            case "CHATHISTORY" -> historyLimit = number(value);
            case "MSGREFTYPES" -> historyById = List.of(value.split(",", -1)).contains("msgid");
            case "CLIENTTAGDENY" -> deniedTags = value.split(",", -1);
            case ROOM_TOKEN -> defaultRoom = value;
            case TLS_ONLY_TOKEN -> encryptedOnly = true;
            case "-" + TLS_ONLY_TOKEN -> encryptedOnly = false;
            default -> {
                // Nothing that the client would do differently.
            }
        }
    }

    /** {@code ~,atz}: a prefix, or none, and the letters. */
    private void readExtendedMasks(String value) {
        int comma = value.indexOf(',');
        if (comma >= 0) {
            extendedPrefix = value.substring(0, comma);
            extendedMasks = value.substring(comma + 1);
        }
    }

    /** What extended masks begin with; empty for nothing. */
    String extendedPrefix() {
        return extendedPrefix;
    }

    /** The letters of the extended masks; empty if the host has none. */
    String extendedMasks() {
        return extendedMasks;
    }

    /** What an extended mask of an account is called; null if the host has none. */
    @Nullable String accountBan() {
        return accountBan.isEmpty() || extendedMasks.isEmpty() ? null : accountBan;
    }

    /** {@code (qaohv)~&@%+}; the empty value means that nobody holds a prefix. */
    private void readPrefix(String value) {
        int close = value.indexOf(')');
        if (value.isEmpty()) {
            prefixModes = "";
            prefixSymbols = "";
        } else if (value.charAt(0) == '(' && value.length() - close - 1 == close - 1) {
            prefixModes = value.substring(1, close);
            prefixSymbols = value.substring(close + 1);
        }
    }

    /** {@code \x20} and the like. */
    private static String unescaped(String value) {
        if (!value.contains("\\x")) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            boolean escape = value.startsWith("\\x", i) && i + 3 < value.length();
            int high = escape ? Character.digit(value.charAt(i + 2), 16) : -1;
            int low = escape ? Character.digit(value.charAt(i + 3), 16) : -1;
            if (high >= 0 && low >= 0) {
                text.append((char) (high << 4 | low));
                i += 3;
            } else {
                text.append(value.charAt(i));
            }
        }
        return text.toString();
    }

    private static int number(String value) {
        return value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 0;
    }

    /** The most messages that CHATHISTORY gives at once; 0 if it tells no limit. */
    int historyLimit() {
        return historyLimit;
    }

    /** Whether CHATHISTORY takes message ids (MSGREFTYPES); times are taken by all. */
    boolean historyById() {
        return historyById;
    }

    /** Whether the host hands on no such client tag (CLIENTTAGDENY); without the plus sign. */
    boolean deniesTag(String tag) {
        boolean denied = false;
        for (String entry : deniedTags) {
            if (entry.equals("*") || entry.equals(tag)) {
                denied = true;
            } else if (entry.equals("-" + tag)) {
                return false;
            }
        }
        return denied;
    }

    /** Whether LIST takes a mask of names (ELIST, M). */
    boolean listsByMask() {
        return listFilters.toUpperCase(Locale.ROOT).indexOf('M') >= 0;
    }

    /** The name of the network, or empty. */
    String network() {
        return network;
    }

    /** Whether the host is a Snug room server. */
    boolean snug() {
        return snug;
    }

    /** Whether nobody is let in without encryption. */
    boolean encryptedOnly() {
        return encryptedOnly;
    }

    /** Whether WHO tells what it is asked for (IRCv3 WHOX). */
    boolean whox() {
        return whox;
    }

    /** The room for a guest who named none, or null. */
    @Nullable String defaultRoom() {
        return defaultRoom != null && isRoom(defaultRoom) ? defaultRoom : null;
    }

    /** The key under which a name is kept. */
    String fold(String name) {
        return caseMapping.fold(name);
    }

    boolean same(String a, String b) {
        return caseMapping.same(a, b);
    }

    boolean isRoom(String name) {
        return name.length() > 1 && channelTypes.indexOf(name.charAt(0)) >= 0;
    }

    /** A message's target without the prefix that addresses only those of a rank (STATUSMSG). */
    String withoutStatus(String target) {
        boolean prefixed = target.length() > 2 && statusSymbols.indexOf(target.charAt(0)) >= 0;
        return prefixed && isRoom(target.substring(1)) ? target.substring(1) : target;
    }

    /** How many prefix symbols a name of RPL_NAMREPLY begins with. */
    int prefixLength(String entry) {
        int length = 0;
        while (length < entry.length() && prefixSymbols.indexOf(entry.charAt(length)) >= 0) {
            length++;
        }
        return length;
    }

    /** The mode letter of a prefix symbol. */
    char modeOf(char symbol) {
        return prefixModes.charAt(prefixSymbols.indexOf(symbol));
    }

    /** Whether the mode is a rank that a person in the room holds. */
    boolean isRank(char mode) {
        return prefixModes.indexOf(mode) >= 0;
    }

    /** Whether the mode is a list of masks. */
    boolean isList(char mode) {
        return channelModes[0].indexOf(mode) >= 0 && !isRank(mode);
    }

    /** Whether a mode change carries a parameter (Modern IRC, CHANMODES). */
    boolean takesParameter(char mode, boolean set) {
        return isRank(mode)
                || channelModes[0].indexOf(mode) >= 0
                || channelModes[1].indexOf(mode) >= 0
                || (set && channelModes[2].indexOf(mode) >= 0);
    }
}

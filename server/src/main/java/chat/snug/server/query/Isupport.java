package chat.snug.server.query;

import chat.snug.protocol.Limits;
import chat.snug.room.Flag;
import chat.snug.room.MaskKind;
import chat.snug.room.PersonPattern;
import chat.snug.room.Rank;
import chat.snug.server.names.NameRules;
import chat.snug.server.options.ServerLimits;
import chat.snug.server.options.ServerOptions;
import chat.snug.server.session.Modes;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.UserMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * The tokens of RPL_ISUPPORT: what the server can do and what its limits are (<a
 * href="https://modern.ircdocs.horse/#rplisupport-parameters">Modern IRC, RPL_ISUPPORT
 * parameters</a>).
 */
final class Isupport {
    static final String USER_MODES = letters(UserMode.values());
    static final String ROOM_MODES = roomModes();
    static final String ROOM_MODES_WITH_ARGUMENT = masks() + Modes.KEY + Modes.LIMIT + ranks();

    /** Most clients take no more in one line (Modern IRC, RPL_ISUPPORT). */
    private static final int TOKENS_PER_LINE = 13;

    private final ServerOptions options;
    private final ServerLimits limits;

    Isupport(ServerOptions options, ServerLimits limits) {
        this.options = options;
        this.limits = limits;
    }

    /** The tokens, as many in a line as go into one reply. */
    List<List<String>> lines() {
        List<String> tokens = tokens();
        int room = limits.wire().lineBytes() / 2;
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        int bytes = 0;
        for (String token : tokens) {
            if (line.size() == TOKENS_PER_LINE || bytes + NameRules.bytes(token) > room) {
                lines.add(List.copyOf(line));
                line.clear();
                bytes = 0;
            }
            line.add(token);
            bytes += NameRules.bytes(token) + 1;
        }
        lines.add(List.copyOf(line));
        return lines;
    }

    private List<String> tokens() {
        Limits wire = limits.wire();
        String targets = Integer.toString(wire.targetsPerLine());
        List<String> tokens = new ArrayList<>();
        tokens.add("ACCOUNTEXTBAN=" + PersonPattern.ACCOUNT_LETTER);
        tokens.add("AWAYLEN=" + wire.awayLength());
        tokens.add("BOT=" + UserMode.BOT.letter);
        tokens.add("CASEMAPPING=" + ServerState.CASE_MAPPING.wireName());
        tokens.add("CHANLIMIT=#:" + wire.channelsPerPerson());
        tokens.add("CHANMODES=" + masks() + "," + Modes.KEY + "," + Modes.LIMIT + "," + flags());
        tokens.add("CHANNELLEN=" + wire.channelLength());
        tokens.add("CHANTYPES=#");
        if (options.history()) {
            tokens.add("CHATHISTORY=" + limits.history().messages());
        }
        tokens.add("ELIST=CMNTU");
        tokens.add("EXCEPTS=" + Modes.letter(MaskKind.BAN_EXCEPTION));
        tokens.add(
                "EXTBAN="
                        + PersonPattern.PREFIX
                        + ","
                        + PersonPattern.ACCOUNT_LETTER
                        + PersonPattern.TIME_LETTER
                        + PersonPattern.KEY_LETTER);
        tokens.add("HOSTLEN=" + NameRules.HOST_LENGTH);
        tokens.add("INVEX=" + Modes.letter(MaskKind.INVITE_EXCEPTION));
        tokens.add("KEYLEN=" + wire.keyLength());
        tokens.add("KICKLEN=" + wire.kickLength());
        tokens.add("MAXLIST=" + maxList(wire.listEntries()));
        tokens.add("MAXTARGETS=" + targets);
        tokens.add("MODES=" + wire.modesPerLine());
        tokens.add("MONITOR=" + limits.monitored());
        if (options.history()) {
            tokens.add("MSGREFTYPES=msgid,timestamp");
        }
        tokens.add("NAMELEN=" + wire.realNameLength());
        tokens.add("NETWORK=" + escape(options.network()));
        tokens.add("NICKLEN=" + wire.nickLength());
        tokens.add("PREFIX=(" + ranks() + ")" + prefixes());
        tokens.add("SAFELIST");
        tokens.add("SAFERATE");
        tokens.add("STATUSMSG=" + prefixes());
        tokens.add(
                "TARGMAX=JOIN:,KICK:,LIST:,MONITOR:,NAMES:,NOTICE:%s,PART:,PRIVMSG:%s,TAGMSG:%s,WHOIS:%s"
                        .formatted(targets, targets, targets, targets));
        tokens.add("TOPICLEN=" + wire.topicLength());
        tokens.add("USERLEN=" + wire.userLength());
        tokens.add("UTF8ONLY");
        tokens.add("WHOX");
        String room = options.room();
        if (room != null) {
            tokens.add("SNUG.CHAT/ROOM=" + escape(room));
        }
        return tokens;
    }

    /** What a value cannot hold is escaped (Modern IRC, RPL_ISUPPORT). */
    static String escape(String value) {
        return value.replace("\\", "\\x5C").replace(" ", "\\x20").replace("=", "\\x3D");
    }

    private static String roomModes() {
        char[] all = (masks() + flags() + Modes.KEY + Modes.LIMIT + ranks()).toCharArray();
        Arrays.sort(all);
        return new String(all);
    }

    private static String masks() {
        StringBuilder letters = new StringBuilder();
        for (MaskKind kind : MaskKind.values()) {
            letters.append(Modes.letter(kind));
        }
        return letters.toString();
    }

    /** Each list has a limit of its own. */
    private static String maxList(int entries) {
        StringJoiner limits = new StringJoiner(",");
        for (MaskKind kind : MaskKind.values()) {
            limits.add(Modes.letter(kind) + ":" + entries);
        }
        return limits.toString();
    }

    private static String flags() {
        StringBuilder letters = new StringBuilder();
        for (Flag flag : Flag.values()) {
            letters.append(Modes.letter(flag));
        }
        return letters.toString();
    }

    private static String ranks() {
        StringBuilder letters = new StringBuilder();
        for (Rank rank : Rank.values()) {
            letters.append(Modes.letter(rank));
        }
        return letters.toString();
    }

    private static String prefixes() {
        StringBuilder letters = new StringBuilder();
        for (Rank rank : Rank.values()) {
            letters.append(Modes.prefix(rank));
        }
        return letters.toString();
    }

    private static String letters(UserMode[] modes) {
        StringBuilder letters = new StringBuilder();
        for (UserMode mode : modes) {
            letters.append(mode.letter);
        }
        return letters.toString();
    }
}

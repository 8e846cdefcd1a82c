package chat.snug.server.query;

import chat.snug.server.names.WordLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What HELP explains: each command in a sentence or two. */
final class HelpTexts {
    private static final int LINE_BYTES = 80;

    private final Map<String, String> topics = new TreeMap<>();

    HelpTexts() {
        add("AUTHENTICATE", "AUTHENTICATE data: proves who you are; clients do it alone.");
        add("ADMIN", "ADMIN: who looks after this server.");
        add("ADMIT", "ADMIT [name]: lets somebody in who waits; alone, who waits; for operators.");
        add("AWAY", "AWAY [message]: says that you are away, or back if there is no message.");
        add("BATCH", "BATCH: several lines that are one message; clients do it alone.");
        add("CAP", "CAP LS|LIST|REQ|END: what client and server agree on; clients do it alone.");
        add("CHATHISTORY", "CHATHISTORY: what was said before; clients ask by themselves.");
        add("CHGHOST", "CHGHOST name user host: changes how somebody's host is shown.");
        add("CONNECT", "CONNECT: links servers, which nobody can do here.");
        add("DIE", "DIE: ends a server, which nobody can do from here.");
        add("HELP", "HELP [command]: explains a command.");
        add("INFO", "INFO: what this server is.");
        add("INVITE", "INVITE name #room: asks somebody in. Alone: where you are invited to.");
        add("ISON", "ISON name...: which of these people are here.");
        add("JOIN", "JOIN #room[,#room] [key[,key]]: enters rooms; JOIN 0 leaves all of them.");
        add("ISUPPORT", "ISUPPORT: what this server can do, for programs.");
        add("KEY", "KEY ADD | DEL fingerprint | LIST: by which certificates you are known here.");
        add("KICK", "KICK #room name[,name] [reason]: removes people from a room.");
        add("KILL", "KILL name reason: closes somebody's connection; for IRC operators.");
        add("LINKS", "LINKS: which servers there are.");
        add("LIST", "LIST [#room|mask|>number]: which rooms there are.");
        add("LUSERS", "LUSERS: how many people are here.");
        add("MARKREAD", "MARKREAD #room|name: how far you have read; clients do it alone.");
        add(
                "METADATA",
                "METADATA name|#room|* GET|LIST|SET|CLEAR|SUB|UNSUB|SUBS|SYNC [key] [value].");
        add("MODE", "MODE #room [modes]: shows or changes a room. MODE name: the same for you.");
        add("MONITOR", "MONITOR + name[,name] | - name[,name] | C | L | S: who comes and goes.");
        add("MOTD", "MOTD: the message of the day.");
        add("NAMES", "NAMES #room: who is in a room.");
        add("NICK", "NICK name: what you want to be called.");
        add("NOTICE", "NOTICE name|#room text: says something that programs do not answer.");
        add("OPER", "OPER name password: makes you an IRC operator.");
        add("PART", "PART #room [reason]: leaves a room.");
        add("PASS", "PASS password: opens a server with a password; before NICK and USER.");
        add("PING", "PING token: the server answers with the token.");
        add("PRIVMSG", "PRIVMSG name|#room text: says something to a person or a room.");
        add("QUIT", "QUIT [reason]: leaves the server; so does a line with nothing but 88.");
        add("REGISTER", "REGISTER name|* mail|* password: makes an account; * is your own name.");
        add("REHASH", "REHASH: reads the message of the day again; for IRC operators.");
        add("RENAME", "RENAME #room #name [reason]: gives a room another name.");
        add("RESTART", "RESTART: starts a server again, which nobody can do from here.");
        add("SERVLIST", "SERVLIST: which services there are: none.");
        add("REDACT", "REDACT #room|name id [reason]: takes back what was said.");
        add("SEARCH", "SEARCH text=words;in=#room;from=name: looks for what was said.");
        add("SETNAME", "SETNAME text: changes your real name.");
        add("SQUERY", "SQUERY service text: says something to a service.");
        add("SQUIT", "SQUIT: unlinks servers, which nobody can do here.");
        add("STATS", "STATS u: how long the server has been running.");
        add("SUMMON", "SUMMON: is of no use any more.");
        add("TAGMSG", "TAGMSG name|#room: sends tags without a text.");
        add("TIME", "TIME: what time it is on the server.");
        add("TOPIC", "TOPIC #room [text]: shows or sets what a room is about.");
        add("TRACE", "TRACE: the way to a server.");
        add("TURNAWAY", "TURNAWAY [name]: does not let somebody in who waits; for operators.");
        add("USER", "USER name 0 * :real name: who you are; once, when you connect.");
        add("USERHOST", "USERHOST name...: where people come from.");
        add("VERIFY", "VERIFY account code: ends a registration; no account here needs it.");
        add("USERS", "USERS: is of no use any more.");
        add("VERSION", "VERSION: which software this is, and what it can do.");
        add("WALLOPS", "WALLOPS text: tells all who set mode +w; for IRC operators.");
        add("WHO", "WHO #room|name|mask: lists people.");
        add("WHOIS", "WHOIS name: tells about somebody.");
        add("WHOWAS", "WHOWAS name [count]: tells about somebody who is gone.");
    }

    /**
     * A title, an empty line, and the text, at least.
     *
     * @param subject in upper case, empty for an overview
     * @return null if there is nothing about it
     */
    @Nullable List<String> about(String subject) {
        if (subject.isEmpty()) {
            List<String> lines = new ArrayList<>();
            lines.add("** Help **");
            lines.add("");
            lines.add("To enter a room: /join #room. To leave it: /part. To go: /quit.");
            lines.add("HELP with one of these explains it:");
            WordLines names = new WordLines(LINE_BYTES, ' ');
            topics.keySet().forEach(names::add);
            lines.addAll(names.lines());
            return lines;
        }
        String text = topics.get(subject);
        return text == null ? null : List.of("** The " + subject + " command **", "", text);
    }

    private void add(String topic, String text) {
        topics.put(topic, text);
    }
}

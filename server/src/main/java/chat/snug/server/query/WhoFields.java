package chat.snug.server.query;

import chat.snug.key.Fingerprint;
import chat.snug.server.session.Seat;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import chat.snug.server.session.UserMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Which fields a WHOX request wants to see (<a href="https://ircv3.net/specs/extensions/whox">IRCv3
 * WHOX</a>), and a field of ours: {@code k} is the key that somebody has, for those to see who may
 * ban it. It stands before the last one, which has spaces in it.
 *
 * @param letters the fields; unknown ones are left out
 * @param token what the client wants to see again
 */
record WhoFields(String letters, String token) {
    private static final String NO_TOKEN = "0";
    private static final String NO_KEY = "0";
    private static final String NO_ADDRESS = "255.255.255.255";
    private static final char KEY = 'k';
    private static final int MAX_TOKEN = 3;

    /** Reads what follows the percent sign. */
    static WhoFields of(String text) {
        int comma = text.indexOf(',');
        String letters = comma < 0 ? text : text.substring(0, comma);
        String token = comma < 0 ? NO_TOKEN : text.substring(comma + 1);
        boolean valid =
                !token.isEmpty()
                        && token.length() <= MAX_TOKEN
                        && token.chars().allMatch(c -> c >= '0' && c <= '9');
        return new WhoFields(letters, valid ? token : NO_TOKEN);
    }

    /** The parameters of RPL_WHOSPCRPL, in the order that the specification fixes. */
    List<String> params(
            ServerState server, Session asking, Session person, String room, String flags) {
        List<String> params = new ArrayList<>();
        add(params, 't', token);
        add(params, 'c', room);
        add(params, 'u', person.source().user());
        add(params, 'i', ip(person));
        add(params, 'h', person.address());
        add(params, 's', server.options.serverName());
        add(params, 'n', person.nick());
        add(params, 'f', flags);
        add(params, 'd', "0");
        add(params, 'l', Long.toString(idleSeconds(server, person)));
        String account = person.account();
        add(params, 'a', account == null ? "0" : account);
        add(params, 'o', "n/a");
        if (letters.indexOf(KEY) >= 0) {
            params.add(key(asking, person));
        }
        add(params, 'r', person.realName());
        return params;
    }

    /** The address of somebody whose host was changed is not told. */
    private static String ip(Session person) {
        return person.address().equals(person.realAddress) ? person.realAddress : NO_ADDRESS;
    }

    /**
     * Operators see it, as in WHOIS, and those who moderate a room that somebody is in: nobody else
     * has to know who has the same key elsewhere.
     */
    private static String key(Session asking, Session person) {
        Fingerprint key = person.key();
        boolean isShown =
                person.equals(asking) || asking.is(UserMode.OPERATOR) || moderates(asking, person);
        return key == null || !isShown ? NO_KEY : key.toString();
    }

    private static boolean moderates(Session asking, Session person) {
        for (Seat seat : asking.places.seats()) {
            if (seat.member.isOperator() && person.places.in(seat.channel) != null) {
                return true;
            }
        }
        return false;
    }

    static long idleSeconds(ServerState server, Session person) {
        return TimeUnit.NANOSECONDS.toSeconds(server.loop.nanoTime() - person.activeNanos);
    }

    private void add(List<String> params, char letter, String value) {
        if (letters.indexOf(letter) >= 0) {
            params.add(value);
        }
    }
}

package chat.snug.client;

import chat.snug.key.Fingerprint;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;

/**
 * What WHO tells of the people in a room: who is away, who hosts and, where the host has <a
 * href="https://ircv3.net/specs/extensions/whox">WHOX</a>, who is signed in; on a Snug also by
 * which key somebody can be banned.
 */
final class WhoReplies {
    /** Room, user, host, nick, flags, account: in this order, whatever the order here. */
    private static final String FIELDS = "%cuhnfa";

    private static final int EXTENDED_PARAMS = 7;

    /** A number to know the answer by, name, and key: a field that Snug has. */
    private static final String KEY_FIELDS = "%tnk,276";

    private static final String KEY_TOKEN = "276";
    private static final int KEY_PARAMS = 4;

    private final Dialogue dialogue;
    private final Roster roster;
    private final Whereabouts whereabouts;

    WhoReplies(Dialogue dialogue, Roster roster, Whereabouts whereabouts) {
        this.dialogue = dialogue;
        this.roster = roster;
        this.whereabouts = whereabouts;
    }

    /**
     * Asks about a room or a person.
     *
     * @param which {@code o} for operators alone, or empty
     */
    void ask(String about, String which) {
        String option = dialogue.traits.whox() ? which + FIELDS : which;
        if (option.isEmpty()) {
            dialogue.send("WHO", about);
        } else {
            dialogue.send("WHO", about, option);
        }
    }

    /** Asks for the key of a person in my rooms. */
    void askKey(String nick) {
        if (roster.knows(nick) && Moderation.canBanByKey(dialogue)) {
            dialogue.send("WHO", nick, KEY_FIELDS);
        }
    }

    /** RPL_WHOREPLY: client, room, user, host, server, nick, flags, … */
    void received(Message message) {
        if (roster.room(message.param(1)) != null) {
            learn(
                    new Source(message.param(5), message.param(2), message.param(3)),
                    message.param(6));
        }
    }

    /** RPL_WHOSPCRPL: client, and then what was asked for. */
    void extended(Message message) {
        if (message.params().size() == EXTENDED_PARAMS && roster.room(message.param(1)) != null) {
            Source source = new Source(message.param(4), message.param(2), message.param(3));
            learn(source, message.param(5));
            roster.change(source.nick(), person -> signedIn(person, message.param(6), "0"));
        } else if (message.params().size() == KEY_PARAMS && message.param(1).equals(KEY_TOKEN)) {
            Fingerprint key = Fingerprint.parse(message.param(3));
            roster.change(message.param(2), person -> person.keyed(key));
        }
    }

    /** H is here, G is gone. */
    private void learn(Source source, String flags) {
        if (!flags.isEmpty()) {
            whereabouts.learn(source);
            roster.away(source.nick(), flags.charAt(0) == 'G');
            if (dialogue.traits.snug()) {
                boolean hosts = flags.indexOf('*') >= 0;
                roster.change(source.nick(), person -> person.hosting(hosts));
            }
        }
    }

    /**
     * Somebody with the account that the host told. Everybody who has the app has one on a Snug;
     * elsewhere few have, so that there nobody is called a guest.
     *
     * @param none what stands for no account
     */
    Person signedIn(Person person, String account, String none) {
        if (!account.equals(none)) {
            return person.of(account);
        }
        return dialogue.traits.snug() ? person.asGuest() : person.of(null);
    }
}

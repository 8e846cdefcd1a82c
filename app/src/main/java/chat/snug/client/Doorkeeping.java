package chat.snug.client;

import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Who waits at the door of a Snug host, as it tells whoever decides there:
 *
 * <pre>
 *   NOTE * KNOCKING id name address account|* remembered|guest :sentence
 *   NOTE * KNOCK_OVER id name :sentence
 * </pre>
 *
 * <p>Whoever begins to moderate the host's own room asks who waits already. NOTE is a word of hosts
 * alone; whatever people send comes as theirs.
 */
final class Doorkeeping {
    /** A host lets 50 wait by itself. */
    static final int MOST = 200;

    private static final int MOST_TEXT = 80;
    private static final String ADMIT = "ADMIT";
    private static final String TURNAWAY = "TURNAWAY";

    private final Dialogue dialogue;
    private final Roster roster;
    private final Registration registration;
    private final SequencedMap<Long, Knock> waiting = new LinkedHashMap<>();

    /** Who was decided about here: if others were faster, nobody needs to know. */
    private final SequencedSet<String> decided = new LinkedHashSet<>();

    private boolean keeping;
    private boolean asked;

    Doorkeeping(Dialogue dialogue, Roster roster, Registration registration) {
        this.dialogue = dialogue;
        this.roster = roster;
        this.registration = registration;
    }

    /** Looks whether I am one of those who decide. */
    void tick() {
        boolean now = registration.snug() && moderates();
        if (now && !keeping) {
            ask();
        } else if (!now && keeping) {
            forget();
        }
        keeping = now;
    }

    private boolean moderates() {
        String own = dialogue.traits.defaultRoom();
        RoomState room = own == null ? null : roster.room(own);
        Person me = room == null ? null : room.person(dialogue.traits.fold(dialogue.me()));
        return me != null && me.moderates();
    }

    /** Asks who waits. */
    void ask() {
        asked = true;
        forget();
        dialogue.send(ADMIT);
    }

    /** The connection is gone, and with it what was known of the door. */
    void lost() {
        forget();
    }

    private void forget() {
        if (!waiting.isEmpty()) {
            waiting.clear();
            tell();
        }
    }

    /** I let somebody in, or do not. */
    void decide(ClientRequest.Answer answer) {
        if (waiting.remove(answer.id()) != null) {
            tell();
        }
        decided.addLast(answer.name());
        if (decided.size() > MOST) {
            decided.removeFirst();
        }
        dialogue.send(answer.in() ? ADMIT : TURNAWAY, answer.name(), Long.toString(answer.id()));
    }

    /** Whether a FAIL only says that somebody else was faster. */
    boolean isTooLate(Message fail) {
        boolean isAnswer = fail.param(0).equals(ADMIT) || fail.param(0).equals(TURNAWAY);
        return isAnswer && fail.param(1).equals("NOT_WAITING") && decided.remove(fail.param(2));
    }

    /** Whether a NOTE was about the door. */
    boolean note(Message note) {
        return registration.snug()
                && isOfHost(note.source())
                && switch (note.param(1)) {
                    case "KNOCKING" -> knocking(note);
                    case "KNOCK_OVER" -> over(note);
                    case "NOBODY_WAITS" -> nobodyWaits();
                    default -> false;
                };
    }

    private static boolean isOfHost(@Nullable Source source) {
        return source == null || source.user().isEmpty();
    }

    private boolean knocking(Message note) {
        Long id = id(note.param(2));
        if (id == null || note.params().size() < 8) {
            return false;
        }
        asked = false;
        String account = note.param(5);
        Knock knock =
                new Knock(
                        id,
                        note.param(3),
                        shown(note.param(4)),
                        account.equals("*") ? null : shown(account),
                        note.param(6).equals("remembered"));
        if ((waiting.size() < MOST || waiting.containsKey(id))
                && !knock.equals(waiting.put(id, knock))) {
            tell();
        }
        return true;
    }

    private boolean over(Message note) {
        Long id = id(note.param(2));
        if (id != null && waiting.remove(id) != null) {
            tell();
        }
        return id != null;
    }

    private boolean nobodyWaits() {
        boolean mine = asked;
        asked = false;
        return mine;
    }

    private static @Nullable Long id(String text) {
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    private static String shown(String text) {
        String plain = SpokenText.plain(text);
        return plain.length() <= MOST_TEXT ? plain : plain.substring(0, MOST_TEXT);
    }

    private void tell() {
        dialogue.tell(new ClientEvent.KnocksChanged(List.copyOf(waiting.values())));
    }
}

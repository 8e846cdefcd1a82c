package chat.snug.client;

import chat.snug.client.ClientEvent.PersonLeft.How;
import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The rooms that I am in on one connection and the people in them, as the host tells. */
final class Roster {
    static final int MOST_ROOMS = 500;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TOPIC = 2_000;

    /** Up to this many people the host is asked who of them is away. */
    private static final int FEW_PEOPLE = 200;

    private final Dialogue dialogue;
    private final WantedRooms wanted;
    private final Map<String, RoomState> rooms = new LinkedHashMap<>();
    private final History history;
    private final TypingNotices typing;
    private final Entering entering;
    private final Whereabouts whereabouts;
    private final WhoReplies who;

    Roster(
            Dialogue dialogue,
            WantedRooms wanted,
            History history,
            TypingNotices typing,
            Entering entering) {
        this.dialogue = dialogue;
        this.wanted = wanted;
        this.history = history;
        this.typing = typing;
        this.entering = entering;
        this.whereabouts = new Whereabouts(dialogue);
        this.who = new WhoReplies(dialogue, this, whereabouts);
    }

    /** What WHO tells. */
    WhoReplies who() {
        return who;
    }

    /** The room that I am in by that name, or null. */
    @Nullable RoomState room(String name) {
        return rooms.get(dialogue.traits.fold(name));
    }

    Collection<RoomState> rooms() {
        return rooms.values();
    }

    void joined(Message message) {
        Source source = message.source();
        String name = message.param(0);
        if (source == null || !fits(source.nick()) || !fits(name)) {
            return;
        }
        whereabouts.learn(source);
        if (dialogue.isMe(source.nick())) {
            dialogue.learn(source);
            history.heard(message);
            enter(name);
            return;
        }
        RoomState room = room(name);
        if (room == null) {
            return;
        }
        Person person = newcomer(source.nick(), message);
        String key = key(source.nick());
        if (room.has(key) || !dialogue.allowance.fits(Weight.of(person))) {
            return;
        }
        change(room, () -> room.put(key, person));
        history.note(room.name(), message);
        dialogue.tell(new ClientEvent.PersonJoined(room.name(), dialogue.time(message), person));
    }

    /** JOIN room account :real name (IRCv3 extended-join); without the two they are not known. */
    private Person newcomer(String nick, Message join) {
        Person person = new Person(nick, Set.of(), false);
        if (join.params().size() < 3) {
            return person.of(Sayings.account(join.tags()));
        }
        return who.signedIn(person, join.param(1), "*").calling(SpokenText.plain(join.param(2)));
    }

    /** ACCOUNT name (IRCv3 account-notify): somebody signed in, or out with a star. */
    void account(Message message) {
        Source source = message.source();
        if (source == null || message.param(0).isEmpty()) {
            return;
        }
        String account = message.param(0).equals("*") ? null : message.param(0);
        if (dialogue.mine(message)) {
            dialogue.signedIn(account, false);
        }
        change(source.nick(), person -> who.signedIn(person, message.param(0), "*"));
    }

    /** SETNAME real name (IRCv3 setname). */
    void setName(Message message) {
        Source source = message.source();
        if (source != null) {
            String realName = SpokenText.plain(message.param(0));
            change(source.nick(), person -> person.calling(realName));
        }
    }

    /** Something about somebody is otherwise, in each room that they are in. */
    void change(String nick, UnaryOperator<Person> change) {
        String key = key(nick);
        for (RoomState room : rooms.values()) {
            Person person = room.person(key);
            Person changed = person == null ? null : change.apply(person);
            if (person != null
                    && changed != null
                    && !changed.equals(person)
                    && dialogue.allowance.fits(Weight.of(changed) - Weight.of(person))) {
                change(room, () -> room.put(key, changed));
                dialogue.tell(new ClientEvent.PersonChanged(room.name(), changed));
            }
        }
    }

    private void enter(String name) {
        if (rooms.size() >= MOST_ROOMS) {
            dialogue.send("PART", name);
            return;
        }
        RoomState before = rooms.put(dialogue.traits.fold(name), new RoomState(name));
        dialogue.allowance.giveBack(before == null ? 0 : before.weight());
        wanted.add(name, null);
        dialogue.tell(new ClientEvent.RoomEntered(name, entering.entered(name)));
        history.arrived(name);
    }

    void parted(Message message) {
        RoomState room = room(message.param(0));
        Source source = message.source();
        if (room == null || source == null) {
            return;
        }
        if (dialogue.isMe(source.nick())) {
            leave(room, null, message.param(1));
        } else {
            remove(room, source.nick(), message, How.PART, null, message.param(1).strip());
        }
    }

    void kicked(Message message) {
        RoomState room = room(message.param(0));
        if (room == null) {
            return;
        }
        Source source = message.source();
        String by = source == null ? "" : source.nick();
        if (dialogue.isMe(message.param(1))) {
            leave(room, by, message.param(2));
        } else {
            remove(room, message.param(1), message, How.KICK, by, message.param(2).strip());
        }
    }

    void quit(Message message) {
        Source source = message.source();
        if (source == null || dialogue.isMe(source.nick())) {
            return;
        }
        for (RoomState room : rooms.values()) {
            remove(
                    room,
                    source.nick(),
                    message,
                    How.QUIT,
                    null,
                    Sayings.ownWords(message.param(0)));
        }
    }

    private void leave(RoomState room, @Nullable String by, String reason) {
        rooms.values().remove(room);
        dialogue.allowance.giveBack(room.weight());
        wanted.remove(room.name());
        if (by == null) {
            history.forget(room.name());
        }
        dialogue.tell(new ClientEvent.RoomLeft(room.name(), by, reason));
    }

    private void remove(
            RoomState room,
            String nick,
            Message message,
            How how,
            @Nullable String by,
            String reason) {
        String key = key(nick);
        Person person = room.person(key);
        change(room, () -> room.remove(key));
        typing.stopped(room.name(), nick);
        if (person != null) {
            history.note(room.name(), message);
            dialogue.tell(
                    new ClientEvent.PersonLeft(
                            room.name(), dialogue.time(message), person.name(), how, by, reason));
        }
    }

    /** NICK, of me or of somebody else, told to each room. */
    void renamed(Message message, String from, String to) {
        if (!fits(to)) {
            return;
        }
        Instant time = dialogue.time(message);
        whereabouts.renamed(from, to);
        for (RoomState room : rooms.values()) {
            boolean here = room.has(key(from));
            if (dialogue.allowance.fits(2L * Weight.of(to))) {
                change(room, () -> room.rename(key(from), key(to), to));
            } else {
                change(room, () -> room.remove(key(from)));
            }
            if (here) {
                typing.stopped(room.name(), from);
                history.note(room.name(), message);
                dialogue.tell(new ClientEvent.PersonRenamed(room.name(), time, from, to));
            }
        }
    }

    /**
     * The mask that means somebody: their address, unless others in the room are behind the same
     * one; then their name at it.
     */
    String mask(String roomName, String nick) {
        String host = whereabouts.of(nick);
        if (host == null) {
            return nick + "!*@*";
        }
        RoomState room = room(roomName);
        boolean shared =
                room != null
                        && room.people().stream()
                                .map(Person::name)
                                .filter(other -> !dialogue.traits.same(other, nick))
                                .anyMatch(other -> host.equals(whereabouts.of(other)));
        return (shared ? nick : "*") + "!*@" + host;
    }

    /** Whether somebody of that name is in one of my rooms. */
    boolean knows(String nick) {
        String key = key(nick);
        for (RoomState room : rooms.values()) {
            if (room.has(key)) {
                return true;
            }
        }
        return false;
    }

    void away(String nick, boolean away) {
        change(nick, person -> person.away(away));
    }

    /** RPL_NAMREPLY: client, symbol, room, names with prefixes and maybe user and host. */
    void names(Message message) {
        RoomState room = room(message.param(2));
        if (room == null) {
            return;
        }
        for (String entry : message.trailing().split(" +", -1)) {
            int prefix = dialogue.traits.prefixLength(entry);
            int bang = entry.indexOf('!', prefix);
            String nick = entry.substring(prefix, bang < 0 ? entry.length() : bang);
            if (!fits(nick)) {
                continue;
            }
            Set<Character> modes = new TreeSet<>();
            for (int i = 0; i < prefix; i++) {
                modes.add(dialogue.traits.modeOf(entry.charAt(i)));
            }
            if (!dialogue.allowance.fits(Weight.of(new Person(nick, modes, false)))) {
                continue;
            }
            whereabouts.listed(entry.substring(prefix));
            change(room, () -> room.listed(key(nick), nick, modes));
        }
    }

    void endOfNames(Message message) {
        RoomState room = room(message.param(1));
        if (room == null || !room.awaitsEndOfList()) {
            return; // the end of nothing: each would cost a copy of everybody
        }
        List<Person> everybody = new ArrayList<>();
        change(room, () -> everybody.addAll(room.endOfList()));
        dialogue.tell(new ClientEvent.PeopleListed(room.name(), everybody));
        if (dialogue.has(Capability.AWAY_NOTIFY) && everybody.size() <= FEW_PEOPLE) {
            who.ask(room.name(), "");
        } else if (dialogue.traits.snug()) {
            who.ask(room.name(), "o"); // the host alone, see Person.hosting
        }
    }

    /** TOPIC, and the replies that tell it: RPL_TOPIC, RPL_NOTOPIC. */
    void topic(Message message, String name, String topic, @Nullable String by) {
        RoomState room = room(name);
        if (room != null) {
            if (by != null) {
                history.note(room.name(), message);
            }
            dialogue.tell(
                    new ClientEvent.TopicChanged(
                            room.name(),
                            dialogue.time(message),
                            Intake.head(SpokenText.plain(topic), LONGEST_TOPIC),
                            by));
        }
    }

    /** MODE of a room: ranks change people, and all of it is told in IRC's notation. */
    void mode(Message message) {
        RoomState room = room(message.param(0));
        Source source = message.source();
        if (room == null || source == null) {
            return;
        }
        boolean set = true;
        int next = 2;
        String changes = message.param(1);
        for (int i = 0; i < changes.length(); i++) {
            char mode = changes.charAt(i);
            if (mode == '+' || mode == '-') {
                set = mode == '+';
            } else if (dialogue.traits.takesParameter(mode, set)) {
                String parameter = message.param(next++);
                if (dialogue.traits.isRank(mode)) {
                    rank(room, parameter, mode, set, source.user().isEmpty());
                } else if (mode == 'k') {
                    wanted.key(room.name(), set ? parameter : null);
                }
            }
        }
        history.note(room.name(), message);
        String told = String.join(" ", message.params().subList(1, message.params().size()));
        dialogue.tell(
                new ClientEvent.ModesChanged(
                        room.name(), dialogue.time(message), told, source.nick()));
    }

    private void rank(RoomState room, String nick, char mode, boolean given, boolean byHost) {
        String key = key(nick);
        Person before = room.person(key);
        if (given && !dialogue.allowance.fits(Weight.OBJECT)) {
            return;
        }
        change(room, () -> room.ranked(key, mode, given));
        Person after = room.person(key);
        if (after != null && !after.equals(before)) {
            dialogue.tell(new ClientEvent.PersonChanged(room.name(), after));
        }
        if (byHost && given && mode == 'o' && dialogue.traits.snug()) {
            who.ask(nick, "o"); // the host may be back
        }
    }

    /** Runs a change and keeps count of what everybody weighs. */
    private void change(RoomState room, Runnable change) {
        long before = room.weight();
        change.run();
        dialogue.allowance.changed(room.weight() - before);
    }

    private String key(String nick) {
        return dialogue.traits.fold(nick);
    }

    private static boolean fits(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }
}

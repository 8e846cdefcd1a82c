package chat.snug.room;

import chat.snug.room.RoomEvent.Speech;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One room: who is in it, what its settings are, and the rules of who may do what. Every wish has
 * an {@link Outcome}: an event, and then it has happened, or a refusal, and then nothing has.
 *
 * <p>The first to enter an empty room becomes its operator, unless it belongs to somebody. An
 * account that founded it, or was given a rank, has it again whenever it comes back. The room may
 * also belong to a host: the host is operator of every room, wherever they come in the order, and
 * nobody can remove them or take that from them. Others who look after all rooms come into every
 * one too, and are operator where nobody is.
 *
 * <p>Belongs to the server's loop thread.
 */
public final class Room {
    private String name;
    private final EventIds ids;
    private final RoomSettings settings;
    private final Door door;
    private final Floor floor;
    private final Owners owners = new Owners();
    private final Map<Person, Member> members = new LinkedHashMap<>(4);
    private final Ranks ranks;
    private @Nullable Topic topic;
    private long createdAt;

    /**
     * @param name as people see it
     * @param belongsToHost whether the host founded it, so that no guest becomes operator by being
     *     first
     * @param ids gives events their id and time
     * @param fold makes masks and names that mean the same equal
     * @param masksPerList how many entries each list of masks may have
     * @param places of the masks of all rooms
     */
    public Room(
            String name,
            boolean belongsToHost,
            EventIds ids,
            UnaryOperator<String> fold,
            int masksPerList,
            MaskPlaces places) {
        this.name = name;
        this.ids = ids;
        this.settings = new RoomSettings(fold, masksPerList, places);
        this.door = new Door(settings);
        this.floor = new Floor(settings);
        this.ranks = new Ranks(belongsToHost, fold, members, owners);
        this.createdAt = ids.now();
    }

    /** What outlasts those who are in it now. */
    public RoomRecord record() {
        return new RoomRecord(
                name,
                createdAt,
                topic,
                settings.flags(),
                key(),
                limit(),
                settings.masks(),
                owners.founder(),
                owners.with(Rank.OPERATOR),
                owners.with(Rank.VOICE));
    }

    /** The room is as it was; nobody is in it yet. */
    public void restore(RoomRecord record) {
        createdAt = record.createdAt();
        topic = record.topic();
        settings.restore(record);
        owners.founded(record.founder());
        record.operators().forEach(account -> owners.given(Rank.OPERATOR, account));
        record.voiced().forEach(account -> owners.given(Rank.VOICE, account));
    }

    public String name() {
        return name;
    }

    /** Whether a person may give the room another name: null if they may. */
    public @Nullable Refusal refusalToRename(Person person) {
        return ranks.refusalToManage(person);
    }

    /** The room has another name from now on; everything else stays as it is. */
    public void rename(String newName) {
        name = newName;
    }

    /** In milliseconds of the epoch. */
    public long createdAt() {
        return createdAt;
    }

    public @Nullable Topic topic() {
        return topic;
    }

    public @Nullable String key() {
        return settings.key();
    }

    /** How many may be in the room, 0 if any number may. */
    public int limit() {
        return settings.limit();
    }

    public boolean has(Flag flag) {
        return settings.has(flag);
    }

    /** Its mutes and bans for a time. */
    public Timed timed() {
        return settings;
    }

    /** The entries of a list, oldest first. */
    public List<MaskEntry> masks(MaskKind kind) {
        return settings.masks(kind);
    }

    /** How many entries all lists have: so much is looked at to tell whom they are about. */
    public int entries() {
        return settings.entries();
    }

    /** Everyone in the room, in the order in which they came. */
    public Collection<Member> members() {
        return Collections.unmodifiableCollection(members.values());
    }

    public @Nullable Member member(Person person) {
        return members.get(person);
    }

    public int size() {
        return members.size();
    }

    /** Lets a person in. */
    public Outcome join(Person person, @Nullable String givenKey) {
        if (members.containsKey(person)) {
            return Refusal.ALREADY_IN;
        }
        Refusal refusal = person.looksAfterAll() ? null : refusalAtDoor(person, givenKey);
        if (refusal != null) {
            return refusal;
        }
        members.put(person, ranks.newcomer(person));
        door.forget(person);
        long now = ids.now();
        return new RoomEvent.Joined(ids.next(now), now, person.author(), person.realName());
    }

    /** Why the room is closed to a person, unless they look after all rooms: null if it is not. */
    public @Nullable Refusal refusalAtDoor(Person person, @Nullable String givenKey) {
        boolean isOwner = owners.has(Rank.OPERATOR, person.author().account());
        return door.refusal(person, givenKey, isOwner, size());
    }

    /** Gives a member the ranks of the account that they have by now, and tells which are new. */
    public List<RoomChange> recognize(Person person) {
        return ranks.recognize(person);
    }

    /** Whether a person is in the room and may not speak in it: then not by other ways either. */
    public boolean silences(Person person) {
        Member member = members.get(person);
        return member != null && floor.refusal(person, member, "") != null;
    }

    /** Whether a person is in the room and banned or muted in it. */
    public boolean mutes(Person person) {
        Member member = members.get(person);
        return member != null && floor.isSilenced(member);
    }

    /**
     * A person leaves the room and stays on the server.
     *
     * @param reason left out if they may not speak in the room
     */
    public Outcome part(Person person, @Nullable String reason) {
        String told = reason == null || silences(person) ? null : reason;
        if (members.remove(person) == null) {
            return Refusal.NOT_IN_ROOM;
        }
        long now = ids.now();
        return new RoomEvent.Parted(ids.next(now), now, person.author(), told);
    }

    /** A person leaves the server. The id is one for all their rooms, for it is told once. */
    public Outcome quit(Person person, String reason, String id, long time) {
        door.forget(person);
        return members.remove(person) == null
                ? Refusal.NOT_IN_ROOM
                : new RoomEvent.Quit(id, time, person.author(), reason);
    }

    /** Whether a person may have another name as far as this room goes: null if they may. */
    public @Nullable Refusal refusalToBeCalled(Person person, String newNick) {
        Member member = members.get(person);
        if (member == null) {
            return null;
        }
        return floor.refusal(member, called(person, newNick, person.foldedAccount()));
    }

    private Alias called(Person person, String newNick, @Nullable String foldedAccount) {
        Author author = person.author().called(newNick);
        return new Alias(person, author, settings.fold(author.mask()), foldedAccount);
    }

    /**
     * Somebody is about to be given another name that they did not ask for, or to be signed out:
     * what bans or mutes them as they are known does so by the name.
     *
     * @param newNick what they will be called, which may be what they are called now
     * @param signedIn whether they keep their account
     * @param by who does it
     * @return what was added for that, even where a list is full
     */
    public List<RoomChange> follow(Person person, String newNick, boolean signedIn, String by) {
        Member member = members.get(person);
        if (member == null || member.hasAnyRank()) {
            return List.of();
        }
        Alias alias = called(person, newNick, signedIn ? person.foldedAccount() : null);
        return settings.follow(person, alias, by, ids.now());
    }

    /** A person is about to be signed out: takes the ranks of their account, and tells which. */
    public List<RoomChange> disown(Person person) {
        return ranks.disown(person);
    }

    /** Whether a person is banned or muted here by the account that they are known by. */
    public boolean silencesByAccount(Person person) {
        Member member = members.get(person);
        return member != null && !member.hasAnyRank() && settings.isSilencedByAccount(person);
    }

    /** No account has a rank any more but those who are here; for when all accounts are gone. */
    public void disown() {
        owners.forget();
    }

    /**
     * A member has another name from now on; to be told before the person takes it. The id is one
     * for all their rooms, for it is told once.
     */
    public Outcome rename(Person person, String newNick, String id, long time) {
        return members.containsKey(person)
                ? new RoomEvent.Renamed(id, time, person.author(), newNick)
                : Refusal.NOT_IN_ROOM;
    }

    /** Somebody, not necessarily a member, speaks in the room. */
    public Outcome say(Person person, Speech speech, String text, Map<String, String> tags) {
        Refusal refusal = floor.refusal(person, members.get(person), text);
        if (refusal != null) {
            return refusal;
        }
        long now = ids.now();
        return new RoomEvent.Said(ids.next(now), now, person.author(), speech, text, tags);
    }

    /**
     * A member takes back what was said: their own words, or as an operator anybody's.
     *
     * @param own whether they said it themselves
     * @param reason left out if they may not speak in the room
     */
    public Outcome redact(Person person, String messageId, boolean own, @Nullable String reason) {
        Member member = members.get(person);
        if (member == null) {
            return Refusal.NOT_IN_ROOM;
        }
        if (!own && !member.isOperator()) {
            return Refusal.NOT_OPERATOR;
        }
        long now = ids.now();
        String told = reason == null || silences(person) ? null : reason;
        return new RoomEvent.Redacted(ids.next(now), now, person.author(), messageId, told);
    }

    /** Sets the topic; an empty one takes it away. */
    public Outcome setTopic(Person person, String text) {
        Member member = members.get(person);
        if (member == null) {
            return Refusal.NOT_IN_ROOM;
        }
        if (has(Flag.TOPIC_LOCKED) && !member.isOperator()) {
            return Refusal.NOT_OPERATOR;
        }
        Refusal silenced = floor.refusal(person, member, "");
        if (silenced != null) {
            return silenced;
        }
        if (text.equals(topic == null ? "" : topic.text())) {
            return Refusal.NOTHING_CHANGED;
        }
        long now = ids.now();
        topic = text.isEmpty() ? null : new Topic(text, person.author().mask(), now);
        return new RoomEvent.TopicChanged(ids.next(now), now, person.author(), text);
    }

    /** Whether a person may remove others: null if they may. */
    public @Nullable Refusal refusalToKick(Person person) {
        return ranks.refusalToManage(person);
    }

    /** One person removes another. */
    public Outcome kick(Person by, Person target, String reason) {
        Refusal refusal = ranks.refusalToManage(by);
        if (refusal != null) {
            return refusal;
        }
        if (!members.containsKey(target)) {
            return Refusal.THEY_ARE_NOT_IN_ROOM;
        }
        if (target.isHost() && !target.equals(by)) {
            return Refusal.HOST_STAYS;
        }
        members.remove(target);
        long now = ids.now();
        return new RoomEvent.Kicked(
                ids.next(now), now, by.author(), target.author().nick(), reason);
    }

    /** Notes that a guest may come in although the room is open to invited people only. */
    public @Nullable Refusal invite(Person by, Person guest) {
        Member member = members.get(by);
        if (member == null) {
            return Refusal.NOT_IN_ROOM;
        }
        if (has(Flag.INVITE_ONLY) && !member.isOperator()) {
            return Refusal.NOT_OPERATOR;
        }
        if (members.containsKey(guest)) {
            return Refusal.THEY_ARE_IN_ROOM;
        }
        door.invite(guest);
        return null;
    }

    /** Those who were invited and have not come in since. */
    public Collection<Person> invited() {
        return door.invited();
    }

    /** Takes an invitation back, if there is one. */
    public void forgetInvitation(Person person) {
        door.forget(person);
    }

    /** Whether a person may change the room's settings: null if they may. */
    public @Nullable Refusal refusalToChange(Person person) {
        Refusal refusal = ranks.refusalToManage(person);
        return refusal == Refusal.NOT_IN_ROOM ? Refusal.NOT_OPERATOR : refusal;
    }

    /** Whether one change, wanted by somebody who may change the room, is possible. */
    public @Nullable Refusal refusalOf(RoomChange change) {
        return switch (change) {
            case RoomChange.MaskSet(MaskKind kind, String mask, boolean added) when added ->
                    settings.refusalToAdd(kind, mask);
            case RoomChange.RankSet rank -> ranks.refusalOf(rank);
            case RoomChange.FlagSet _,
                    RoomChange.KeySet _,
                    RoomChange.LimitSet _,
                    RoomChange.MaskSet _ ->
                    null;
        };
    }

    /**
     * Makes the changes that are possible and leaves out those that are not or have no effect.
     *
     * @return the event with the changes made, or a refusal if there is none
     */
    public Outcome change(Person by, List<RoomChange> wanted) {
        Refusal refusal = refusalToChange(by);
        if (refusal != null) {
            return refusal;
        }
        long now = ids.now();
        List<RoomChange> done = new ArrayList<>(wanted.size());
        for (RoomChange change : wanted) {
            if (refusalOf(change) == null && apply(change, by.author(), now)) {
                done.add(change);
            }
        }
        return done.isEmpty()
                ? Refusal.NOTHING_CHANGED
                : new RoomEvent.Changed(ids.next(now), now, by.author(), List.copyOf(done));
    }

    private boolean apply(RoomChange change, Author by, long now) {
        return switch (change) {
            case RoomChange.FlagSet(Flag flag, boolean on) -> settings.set(flag, on);
            case RoomChange.KeySet(String key) -> settings.setKey(key);
            case RoomChange.LimitSet(int limit) -> settings.setLimit(limit);
            case RoomChange.MaskSet(MaskKind kind, String mask, boolean added) ->
                    added
                            ? settings.addMask(kind, new MaskEntry(mask, by.mask(), now))
                            : settings.removeMask(kind, mask);
            case RoomChange.RankSet rank -> ranks.set(rank);
        };
    }
}

package chat.snug.ui.people;

import chat.snug.client.ClientEvent.BansListed;
import chat.snug.client.ClientEvent.Confirmed;
import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.ClientEvent.InvitedListed;
import chat.snug.client.ClientEvent.MarkedRead;
import chat.snug.client.ClientEvent.ModesChanged;
import chat.snug.client.ClientEvent.ModesKnown;
import chat.snug.client.ClientEvent.NotSent;
import chat.snug.client.ClientEvent.Pending;
import chat.snug.client.ClientEvent.PeopleListed;
import chat.snug.client.ClientEvent.PersonChanged;
import chat.snug.client.ClientEvent.PersonJoined;
import chat.snug.client.ClientEvent.PersonLeft;
import chat.snug.client.ClientEvent.PersonRenamed;
import chat.snug.client.ClientEvent.Reacted;
import chat.snug.client.ClientEvent.Redacted;
import chat.snug.client.ClientEvent.RoomEntered;
import chat.snug.client.ClientEvent.RoomLeft;
import chat.snug.client.ClientEvent.RoomNamed;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.TopicChanged;
import chat.snug.client.ClientEvent.TypingChanged;
import chat.snug.client.Conversations;
import chat.snug.client.Person;
import chat.snug.client.RoomBan;
import chat.snug.key.Fingerprint;
import chat.snug.ui.people.PeopleRow.Entry;
import chat.snug.ui.people.PeopleRow.Role;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Who is in one room, as rows of a list. What one person does changes one row, however many are
 * here; on the JavaFX thread only.
 */
public final class PeopleViewModel {
    private static final int KEYS = 200;

    private final Map<String, Entry> byName = new HashMap<>();
    private final Map<String, String> namesByKey =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > KEYS;
                }
            };
    private final SortedPeople sorted;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count", 0);
    private String me;
    private String host = "";
    private Consumer<String> onPersonChosen = _ -> {};
    private @Nullable Moderator moderator;

    /**
     * Nobody yet.
     *
     * @param me my name here
     * @param locale how names are sorted
     */
    public PeopleViewModel(String me, Locale locale) {
        this.me = me;
        sorted = new SortedPeople(locale);
    }

    /** The sections and the people in them; changed only by this view-model. */
    public ObservableList<PeopleRow> rows() {
        return sorted.rows();
    }

    /** How many people are here, me among them. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** The names of the others, for completing them. */
    public List<String> otherNames() {
        return byName.values().stream()
                .filter(entry -> !entry.me())
                .map(entry -> entry.person().name())
                .toList();
    }

    /** My name is another one now. */
    public void setMe(String name) {
        me = name;
        assess();
    }

    /**
     * Who hosts the room, where that is known: me in a room of my own. Elsewhere a founder's mode
     * tells it.
     */
    public void setHost(String name) {
        host = name;
        assess();
    }

    /** Who opens a private conversation with the person that was chosen. */
    public void setOnPersonChosen(Consumer<String> handler) {
        onPersonChosen = handler;
    }

    /** Who does what moderators may do; nobody if it is not said. */
    public void setModerator(Moderator newModerator) {
        moderator = newModerator;
    }

    /** Whether I may change the room and what people do in it. */
    boolean iModerate() {
        Entry mine = byName.get(Conversations.key(me));
        return mine != null && mine.role() != Role.GUEST;
    }

    /** Somebody who is here, or null. */
    public @Nullable Entry entryOf(String name) {
        return byName.get(Conversations.key(name));
    }

    /** How somebody was called whose key was asked for, though they are gone; null if unknown. */
    public @Nullable String nameOfKey(String key) {
        return namesByKey.get(Conversations.key(key));
    }

    /** What is known now of somebody who was here, who may be gone. */
    Entry latest(Entry before) {
        Entry now = entryOf(before.person().name());
        return now == null ? before : now;
    }

    /** The names of those here whom an entry of the room's lists means by account, key or name. */
    List<String> meantBy(RoomBan ban) {
        return byName.values().stream()
                .map(Entry::person)
                .filter(person -> isMeant(ban, person))
                .map(Person::name)
                .toList();
    }

    private static boolean isMeant(RoomBan ban, Person person) {
        if (!ban.account().isEmpty()) {
            return isSame(ban.account(), person.account());
        }
        Fingerprint key = person.key();
        return ban.key().isEmpty()
                ? isSame(ban.name(), person.name())
                : key != null && isSame(ban.key(), key.toString());
    }

    private static boolean isSame(String meant, @Nullable String has) {
        return has != null && Conversations.key(meant).equals(Conversations.key(has));
    }

    /** Learns what has to be known for {@link #actsOn}. */
    void lookAt(Entry entry) {
        if (moderator != null) {
            moderator.lookAt(entry);
        }
    }

    List<PersonAct> actsOn(Entry entry) {
        return moderator == null ? List.of() : moderator.actsOn(entry);
    }

    void act(PersonAct act, Entry entry) {
        if (moderator != null) {
            moderator.act(act, entry.person().name());
        }
    }

    private void told(ModesChanged modes) {
        if (moderator != null) {
            moderator.told(modes);
        }
    }

    void choose(Entry entry) {
        if (!entry.me()) {
            onPersonChosen.accept(entry.person().name());
        }
    }

    /** Takes in events of this room, in order. */
    public void apply(List<? extends ConversationEvent> batch) {
        for (ConversationEvent event : batch) {
            apply(event);
        }
        sorted.count();
        count.set(byName.size());
    }

    private void apply(ConversationEvent event) {
        switch (event) {
            case PeopleListed listed -> list(listed.people());
            case PersonJoined joined -> put(joined.person());
            case PersonChanged changed -> {
                // Somebody may be told about after they are gone.
                if (byName.containsKey(Conversations.key(changed.person().name()))) {
                    put(changed.person());
                }
            }
            case PersonLeft left -> remove(left.name());
            case PersonRenamed renamed -> rename(renamed.from(), renamed.to());
            case RoomLeft _, RoomRefused _ -> list(List.of());
            case ModesChanged modes -> told(modes);
            case RoomEntered _,
                    TopicChanged _,
                    Said _,
                    Pending _,
                    Confirmed _,
                    NotSent _,
                    HistoryPage _,
                    HistoryRead _,
                    Reacted _,
                    Redacted _,
                    TypingChanged _,
                    MarkedRead _,
                    RoomNamed _,
                    ModesKnown _,
                    BansListed _,
                    InvitedListed _ -> {}
        }
    }

    private void list(List<Person> people) {
        byName.clear();
        people.forEach(person -> byName.put(Conversations.key(person.name()), entry(person)));
        sorted.setAll(byName.values());
    }

    private void put(Person person) {
        Entry now = entry(person);
        Entry before = byName.put(Conversations.key(person.name()), now);
        if (before == null) {
            sorted.add(now);
        } else if (!before.equals(now)) {
            sorted.replace(before, now);
        }
    }

    private void remove(String name) {
        Entry gone = byName.remove(Conversations.key(name));
        if (gone != null) {
            sorted.remove(gone);
        }
    }

    private void rename(String from, String to) {
        Entry before = byName.remove(Conversations.key(from));
        if (before != null) {
            // Whoever had the name until now is gone, though nobody told.
            remove(to);
            Person was = before.person();
            Entry now = entry(was.named(to));
            byName.put(Conversations.key(to), now);
            sorted.replace(before, now);
        }
    }

    private void assess() {
        byName.replaceAll((_, entry) -> entry(entry.person()));
        sorted.setAll(byName.values());
    }

    private Entry entry(Person person) {
        Fingerprint shown = person.key();
        if (shown != null) {
            namesByKey.put(Conversations.key(shown.toString()), person.name());
        }
        String key = Conversations.key(person.name());
        return new Entry(person, role(person, key), key.equals(Conversations.key(me)));
    }

    private Role role(Person person, String key) {
        boolean founder = person.modes().contains('q') || person.modes().contains('a');
        if (founder || key.equals(Conversations.key(host))) {
            return Role.HOST;
        }
        return person.moderates() ? Role.MODERATOR : Role.GUEST;
    }
}

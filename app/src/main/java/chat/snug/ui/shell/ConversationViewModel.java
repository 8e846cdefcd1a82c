package chat.snug.ui.shell;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.PeopleListed;
import chat.snug.client.ClientEvent.PersonJoined;
import chat.snug.client.ClientEvent.PersonLeft;
import chat.snug.client.ClientEvent.PersonRenamed;
import chat.snug.client.ClientEvent.RoomEntered;
import chat.snug.client.ClientEvent.RoomLeft;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.TopicChanged;
import chat.snug.client.ClientRequest;
import chat.snug.client.Conversations;
import chat.snug.client.Person;
import chat.snug.client.RoomName;
import chat.snug.ui.Surroundings;
import chat.snug.ui.timeline.TimelineViewModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * One conversation: a room, a person, or the page of a host itself. Knows its topic, who is there
 * and what is unread, and holds the view-models of its parts. JavaFX thread.
 */
public final class ConversationViewModel {
    /** What is talked to. */
    public enum Kind {
        ROOM,
        PRIVATE,
        /** The host itself: what it says to everybody who comes. */
        HOST
    }

    private final ConnectionViewModel connection;
    private final Kind kind;
    private final TimelineViewModel timeline;

    /** By {@link Conversations#key}. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper topic = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper called = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper inside = new ReadOnlyBooleanWrapper();
    private String name;
    private boolean read;

    ConversationViewModel(
            Surroundings surroundings, ConnectionViewModel connection, Kind kind, String name) {
        this.connection = connection;
        this.kind = kind;
        this.name = name;
        title.set(RoomName.toScreen(name));
        inside.set(kind != Kind.ROOM);
        timeline =
                new TimelineViewModel(
                        surroundings.clock(),
                        surroundings.clock().getZone(),
                        surroundings.messages().locale());
        timeline.setMe(connection.me());
        timeline.setOnRetry(token -> connection.submit(new ClientRequest.Retry(token)));
    }

    /** The connection that it is on. */
    public ConnectionViewModel connection() {
        return connection;
    }

    /** What is talked to. */
    public Kind kind() {
        return kind;
    }

    /** The name on the wire. */
    public String name() {
        return name;
    }

    /** The name as a person reads it. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The topic; empty if there is none. */
    public ReadOnlyStringProperty topicProperty() {
        return topic.getReadOnlyProperty();
    }

    /** How many messages of others came since it was last looked at. */
    public ReadOnlyIntegerProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /** Whether an unread message is meant for this person: a mention, or a private word. */
    public ReadOnlyBooleanProperty calledProperty() {
        return called.getReadOnlyProperty();
    }

    /** Whether one is in the room; always for what is no room. */
    public ReadOnlyBooleanProperty insideProperty() {
        return inside.getReadOnlyProperty();
    }

    /** What leads here from another computer; for rooms. */
    String invite() {
        return connection.address().withRoom(name).link();
    }

    /** What was said. */
    public TimelineViewModel timeline() {
        return timeline;
    }

    /** The names of everybody else who is there. */
    List<String> otherNames() {
        if (kind == Kind.PRIVATE) {
            return List.of(name);
        }
        List<String> others = new ArrayList<>(names.values());
        others.removeIf(connection::isMe);
        return others;
    }

    /** Says whether somebody looks at it now: then nothing in it is unread. */
    void setRead(boolean now) {
        read = now;
        if (now) {
            unread.set(0);
            called.set(false);
        }
    }

    /** Adds a quiet line of the app's own. */
    void note(String text) {
        timeline.note(text);
    }

    /** The person on the other side has another name now. */
    void rename(String newName) {
        name = newName;
        title.set(RoomName.toScreen(newName));
    }

    /** Takes in what happened here, in order. */
    void apply(List<ConversationEvent> batch) {
        for (ConversationEvent event : batch) {
            apply(event);
        }
        timeline.apply(batch);
    }

    private void apply(ConversationEvent event) {
        switch (event) {
            case Said said -> count(said);
            case TopicChanged changed -> topic.set(changed.topic());
            case RoomEntered _ -> inside.set(true);
            case RoomLeft _ -> {
                inside.set(false);
                names.clear();
            }
            case PeopleListed listed -> {
                names.clear();
                listed.people().forEach(this::add);
            }
            case PersonJoined joined -> add(joined.person());
            case PersonLeft left -> names.remove(Conversations.key(left.name()));
            case PersonRenamed renamed -> {
                if (names.remove(Conversations.key(renamed.from())) != null) {
                    names.put(Conversations.key(renamed.to()), renamed.to());
                }
            }
            case ConversationEvent _ -> {} // for the timeline and the people alone
        }
    }

    private void add(Person person) {
        names.put(Conversations.key(person.name()), person.name());
    }

    private void count(Said said) {
        if (!read && !said.mine()) {
            unread.set(unread.get() + 1);
            if (said.mention() || kind == Kind.PRIVATE) {
                called.set(true);
            }
        }
    }

    /** Does what was typed. */
    void submit(String text) {
        connection.typed(this, text);
    }
}

package chat.snug.ui.shell;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.RoomEntered;
import chat.snug.client.ClientEvent.RoomLeft;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.TopicChanged;
import chat.snug.client.ClientRequest;
import chat.snug.client.RoomName;
import chat.snug.ui.Surroundings;
import chat.snug.ui.composer.ComposerViewModel;
import chat.snug.ui.people.PeopleViewModel;
import chat.snug.ui.shell.ConnectionViewModel.State;
import chat.snug.ui.timeline.TimelineRequest;
import chat.snug.ui.timeline.TimelineViewModel;
import java.util.List;
import javafx.beans.binding.Bindings;
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
    private final PeopleViewModel people;
    private final ComposerViewModel composer;

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
        timeline.setOnRequest(this::ask);
        people = new PeopleViewModel(connection.me(), surroundings.messages().locale());
        people.setOnPersonChosen(connection::talkTo);
        composer = new ComposerViewModel(this::otherNames);
        composer.titleProperty().bind(title);
        composer.setOnSubmit(this::submit);
        composer.unavailableProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::whyNothingCanBeSent, connection.stateProperty(), inside));
        setMe(connection.me());
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

    /** Who is there. */
    public PeopleViewModel people() {
        return people;
    }

    /** What is about to be said. */
    public ComposerViewModel composer() {
        return composer;
    }

    /** The person's own name is this now. */
    void setMe(String me) {
        timeline.setMe(me);
        people.setMe(me);
        if (connection.hosted() != null) {
            people.setHost(me);
        }
    }

    private void ask(TimelineRequest request) {
        switch (request) {
            case TimelineRequest.Again(long token) ->
                    connection.submit(new ClientRequest.Retry(token));
            case TimelineRequest.Earlier _ -> connection.submit(new ClientRequest.Older(name));
            case TimelineRequest.Later _, TimelineRequest.Newest _ -> {}
            case TimelineRequest.Around _, TimelineRequest.Read _ -> {}
        }
    }

    private String whyNothingCanBeSent() {
        if (connection.stateProperty().get() != State.ONLINE) {
            return connection.words().text("conversation.offline");
        }
        return inside.get() ? "" : connection.words().text("conversation.outside");
    }

    /** The names of everybody else who is there. */
    List<String> otherNames() {
        return kind == Kind.PRIVATE
                ? List.of(name)
                : people.otherNames().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    /** Says whether somebody looks at it now: then nothing in it is unread. */
    void setRead(boolean now) {
        read = now;
        timeline.setLooking(now);
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
        people.apply(batch);
    }

    private void apply(ConversationEvent event) {
        switch (event) {
            case Said said -> count(said);
            case TopicChanged changed -> topic.set(changed.topic());
            case RoomEntered _ -> inside.set(true);
            case RoomLeft _ -> inside.set(false);
            // A room that one was in before the connection was lost.
            case RoomRefused _ when kind == Kind.ROOM -> inside.set(false);
            case ConversationEvent _ -> {} // for the timeline and the people alone
        }
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

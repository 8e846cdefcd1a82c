package chat.snug.ui.shell;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.MarkedRead;
import chat.snug.client.ClientEvent.PersonLeft;
import chat.snug.client.ClientEvent.Redacted;
import chat.snug.client.ClientEvent.RoomEntered;
import chat.snug.client.ClientEvent.RoomLeft;
import chat.snug.client.ClientEvent.RoomNamed;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.TopicChanged;
import chat.snug.client.ClientEvent.TypingChanged;
import chat.snug.client.ClientRequest;
import chat.snug.client.Conversations;
import chat.snug.client.Feature;
import chat.snug.client.MessageLimit;
import chat.snug.client.RoomName;
import chat.snug.client.SecretWords;
import chat.snug.ui.Belongings;
import chat.snug.ui.RoomFacts;
import chat.snug.ui.RoomKey;
import chat.snug.ui.SettingsStore;
import chat.snug.ui.Surroundings;
import chat.snug.ui.composer.ComposerViewModel;
import chat.snug.ui.composer.Writers;
import chat.snug.ui.people.Moderator;
import chat.snug.ui.people.PeopleViewModel;
import chat.snug.ui.room.RoomRules;
import chat.snug.ui.shell.ConnectionViewModel.State;
import chat.snug.ui.timeline.FindViewModel;
import chat.snug.ui.timeline.TimelineViewModel;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

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

    private final Clock clock;
    private final SettingsStore settings;
    private final ConnectionViewModel connection;
    private final Kind kind;
    private final TimelineViewModel timeline;
    private final PeopleViewModel people;
    private final Moderator moderator;
    private final RoomRules rules = new RoomRules();
    private final ComposerViewModel composer;
    private final Writers writers;
    private final FindViewModel finding;
    private final OwnCopy copy;
    private final TimelineWishes wishes;
    private final InvalidationListener stateChanged = _ -> stateChanged();
    private final InvalidationListener settingsChanged = _ -> writeTimes();

    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper topic = new ReadOnlyStringWrapper("");
    private final UnreadCount unread;
    private final RoomWishes roomWishes;
    private final ReadOnlyBooleanWrapper inside = new ReadOnlyBooleanWrapper();
    private String name;
    private boolean read;

    ConversationViewModel(
            Surroundings surroundings, ConnectionViewModel connection, Kind kind, String name) {
        this.clock = surroundings.clock();
        this.settings = surroundings.settings();
        this.connection = connection;
        this.kind = kind;
        this.name = name;
        unread = new UnreadCount(kind == Kind.PRIVATE);
        roomWishes = new RoomWishes(settings, this::key);
        title.set(RoomName.toScreen(name));
        inside.set(kind != Kind.ROOM);
        timeline =
                new TimelineViewModel(
                        surroundings.clock(),
                        surroundings.clock().getZone(),
                        surroundings.messages().locale());
        copy = new OwnCopy(surroundings, connection, this::name);
        wishes = new TimelineWishes(connection, this, clock);
        timeline.setOnRequest(wishes::ask);
        settings.live().addListener(new WeakInvalidationListener(settingsChanged));
        writeTimes();
        people = new PeopleViewModel(connection.me(), surroundings.messages().locale());
        people.setOnPersonChosen(connection::talkTo);
        timeline.setNameOfKey(people::nameOfKey);
        moderator =
                new Moderator(
                        this::name,
                        people,
                        connection::features,
                        connection::submit,
                        connection::tell,
                        surroundings.messages());
        people.setModerator(moderator);
        Belongings own = surroundings.belongings();
        composer =
                new ComposerViewModel(
                        this::otherNames,
                        () -> connection.rooms().stream().map(ConversationViewModel::name).toList(),
                        () -> own.emoji().catalogProperty().get());
        composer.titleProperty().bind(title);
        composer.setOnSubmit(this::submit);
        composer.setOnTyping(this::tellTyping);
        String place = OwnCopy.host(connection) + ' ' + Conversations.key(name);
        own.draft(place, composer::restore);
        composer.setOnDraft(
                draft -> own.keepDraft(place, SecretWords.in(name(), draft) ? "" : draft));
        setLimit(connection.limit());
        writers = new Writers(surroundings.messages());
        connection.stateProperty().addListener(new WeakInvalidationListener(stateChanged));
        finding = new FindViewModel(name, timeline, copy::searches, this::find);
        timeline.choices().setModerator(connection.hosted() != null);
        setFeatures(connection.features());
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
        return unread.messagesProperty();
    }

    /** How many unread messages are meant for this person: mentions, and private words. */
    public ReadOnlyIntegerProperty callsProperty() {
        return unread.callsProperty();
    }

    /** Whether an unread message is meant for this person. */
    public ReadOnlyBooleanProperty calledProperty() {
        return unread.calledProperty();
    }

    /** What is remembered of it: whether it is muted, or a favourite. */
    public ReadOnlyObjectProperty<RoomFacts> factsProperty() {
        return roomWishes.factsProperty();
    }

    private RoomKey key() {
        boolean own = connection.hosted() != null;
        return new RoomKey(own ? RoomKey.OWN : connection.address().display(), name);
    }

    /** What the person wants of it. */
    RoomWishes wishes() {
        return roomWishes;
    }

    /** The person wants to come back to so many messages of it. */
    void markUnread(int messages) {
        unread.mark(messages);
    }

    /** The person wants to come back to it: it counts as unread until it is looked at again. */
    void markUnread() {
        unread.mark();
    }

    /** The person has seen enough of it without looking. */
    void markRead() {
        Instant newest = unread.newest();
        if (newest != null) {
            wishes.tellRead(newest);
        }
        unread.clear();
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

    /** What the room is set to, as far as the host was asked. */
    RoomRules rules() {
        return rules;
    }

    /** What I may do about who is there. */
    public Moderator moderator() {
        return moderator;
    }

    /** What is about to be said. */
    public ComposerViewModel composer() {
        return composer;
    }

    /** What this person saw of it, on their own computer. */
    OwnCopy copy() {
        return copy;
    }

    private void find(ClientRequest request) {
        copy.findOrAsk(request, finding::found);
    }

    /** What is looked for in it. */
    public FindViewModel finding() {
        return finding;
    }

    /** The person's own name is this now. */
    void setMe(String me) {
        timeline.setMe(me);
        people.setMe(me);
        if (connection.hosted() != null) {
            people.setHost(me);
        }
    }

    private void tellTyping(ClientRequest.Typing.State state) {
        if (connection.features().contains(Feature.TYPING)) {
            connection.submit(new ClientRequest.Typing(name, state));
        }
    }

    /** The host takes this as one message, from now on. */
    void setLimit(MessageLimit limit) {
        composer.setLimit(limit, name);
    }

    /** The host can do this, from now on. */
    void setFeatures(Set<Feature> features) {
        timeline.choices().setFeatures(features);
        timeline.setAnywhere(wishes.anywhere());
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
        if (!now) {
            wishes.tellRead();
        }
        if (now) {
            unread.clear();
        }
    }

    private void writeTimes() {
        timeline.setTime(settings.live().get().appearance().time());
    }

    /** Adds a quiet line of the app's own. */
    void note(String text) {
        timeline.note(text);
    }

    /** The person on the other side has another name now. */
    void rename(String newName) {
        name = newName;
        title.set(RoomName.toScreen(newName));
        roomWishes.lookUp();
    }

    /** Takes in what happened here, in order. */
    void apply(List<ConversationEvent> batch) {
        for (ConversationEvent event : batch) {
            rules.apply(event);
            apply(event);
        }
        timeline.apply(batch);
        people.apply(batch);
        if (kind != Kind.HOST) {
            copy.saw(batch);
        }
    }

    private void apply(ConversationEvent event) {
        switch (event) {
            case Said said -> {
                unread.count(said, read);
                connection.said(this, said);
                wrote(said.from(), false);
            }
            case MarkedRead(_, Instant upTo) -> unread.readUpTo(upTo, read);
            case HistoryPage page when page.place() == HistoryPage.Place.BELOW ->
                    unread.missed(page.events(), read);
            case TypingChanged typing -> wrote(typing.name(), typing.typing());
            case PersonLeft left -> wrote(left.name(), false);
            case RoomNamed named -> call(named.displayName());
            case TopicChanged changed -> topic.set(changed.topic());
            case RoomEntered _ -> inside.set(true);
            case Redacted gone -> connection.deleted(this, gone.target());
            case RoomLeft _ -> inside.set(false);
            // A room that one was in before the connection was lost.
            case RoomRefused _ when kind == Kind.ROOM -> inside.set(false);
            case ConversationEvent _ -> {} // for the timeline and the people alone
        }
    }

    /** The room is called something else on screens, or by its own name again (null). */
    private void call(@Nullable String displayName) {
        title.set(displayName == null ? RoomName.toScreen(name) : displayName);
    }

    private void wrote(String who, boolean still) {
        writers.changed(who, still);
        composer.othersWritingProperty().set(writers.text());
    }

    private void stateChanged() {
        copy.stateChanged();
        timeline.setAnywhere(wishes.anywhere());
        if (connection.stateProperty().get() != State.ONLINE) {
            writers.clear();
            composer.othersWritingProperty().set("");
            timeline.historyFailed();
        }
    }

    /** Does what was typed. */
    void submit(String text) {
        connection.typed(this, text);
    }
}

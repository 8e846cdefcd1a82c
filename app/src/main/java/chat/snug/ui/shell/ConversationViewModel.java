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
import chat.snug.ui.Belongings;
import chat.snug.ui.RoomFacts;
import chat.snug.ui.RoomKey;
import chat.snug.ui.SettingsStore;
import chat.snug.ui.Surroundings;
import chat.snug.ui.composer.ComposerViewModel;
import chat.snug.ui.composer.Writers;
import chat.snug.ui.people.Moderator;
import chat.snug.ui.people.PeopleViewModel;
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
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
    private final ComposerViewModel composer;
    private final Writers writers;
    private final FindViewModel finding;
    private final OwnCopy copy;
    private final TimelineWishes wishes;
    private final InvalidationListener stateChanged = _ -> stateChanged();
    private final InvalidationListener settingsChanged = _ -> lookUpFacts();

    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper topic = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper calls = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper called = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<RoomFacts> facts =
            new ReadOnlyObjectWrapper<>(RoomFacts.USUAL);
    private final ReadOnlyBooleanWrapper inside = new ReadOnlyBooleanWrapper();
    private String name;
    private boolean read;
    private @Nullable Instant newestUnread;
    private @Nullable Instant seenUpTo;

    ConversationViewModel(
            Surroundings surroundings, ConnectionViewModel connection, Kind kind, String name) {
        this.clock = surroundings.clock();
        this.settings = surroundings.settings();
        this.connection = connection;
        this.kind = kind;
        this.name = name;
        called.bind(calls.greaterThan(0));
        settings.live().addListener(new WeakInvalidationListener(settingsChanged));
        lookUpFacts();
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
        people = new PeopleViewModel(connection.me(), surroundings.messages().locale());
        people.setOnPersonChosen(connection::talkTo);
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
        composer.setOnDraft(draft -> own.keepDraft(place, draft));
        setLimit(connection.limit());
        writers = new Writers(surroundings.messages());
        connection.stateProperty().addListener(new WeakInvalidationListener(stateChanged));
        finding = new FindViewModel(name, timeline, this::canFind, this::find);
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
        return unread.getReadOnlyProperty();
    }

    /** How many unread messages are meant for this person: mentions, and private words. */
    public ReadOnlyIntegerProperty callsProperty() {
        return calls.getReadOnlyProperty();
    }

    /** Whether an unread message is meant for this person. */
    public ReadOnlyBooleanProperty calledProperty() {
        return called.getReadOnlyProperty();
    }

    /** What is remembered of it: whether it is muted, or a favourite. */
    public ReadOnlyObjectProperty<RoomFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    private RoomKey key() {
        boolean own = connection.hosted() != null;
        return new RoomKey(own ? RoomKey.OWN : connection.address().display(), name);
    }

    private void lookUpFacts() {
        facts.set(settings.live().get().room(key()));
    }

    /** Makes it stand first on its host, or not any more. */
    void toggleFavourite() {
        RoomFacts now = facts.get();
        settings.update(all -> all.withRoom(key(), now.withFavourite(!now.favourite())));
    }

    /** From now on it calls for the person at these times. */
    void setLevel(RoomFacts.Level level) {
        settings.update(all -> all.withRoom(key(), facts.get().withLevel(level)));
    }

    /** Makes it quiet, or as usual again. */
    void toggleMuted() {
        setLevel(facts.get().muted() ? RoomFacts.Level.USUAL : RoomFacts.Level.MUTED);
    }

    /** The person wants to come back to it: it counts as unread until it is looked at again. */
    void markUnread() {
        if (unread.get() == 0) {
            unread.set(1);
        }
    }

    /** The person has seen enough of it without looking. */
    void markRead() {
        if (newestUnread != null) {
            wishes.tellRead(newestUnread);
        }
        setUnread(0, 0);
    }

    private void setUnread(int messages, int meant) {
        calls.set(meant);
        unread.set(messages);
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
        if (copy.answers() && request instanceof ClientRequest.Search search) {
            copy.find(search, finding::found);
        } else {
            connection.submit(request);
        }
    }

    private Set<Feature> canFind() {
        return copy.answers() ? Set.of(Feature.SEARCH) : connection.features();
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
            setUnread(0, 0);
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
        lookUpFacts();
    }

    /** Takes in what happened here, in order. */
    void apply(List<ConversationEvent> batch) {
        for (ConversationEvent event : batch) {
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
                count(said);
                connection.said(this, said);
                wrote(said.from(), false);
            }
            case MarkedRead(_, Instant upTo) when upTo != null -> readUpTo(upTo);
            case HistoryPage page when page.place() == HistoryPage.Place.BELOW -> missed(page);
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

    /** Read in another app of mine: what came until then is not unread here. */
    private void readUpTo(Instant time) {
        seenUpTo = time;
        if (newestUnread != null && !newestUnread.isAfter(time)) {
            setUnread(0, 0);
        }
    }

    /** What was said while one was not connected; before the first visit nothing was missed. */
    private void missed(HistoryPage page) {
        Instant from = seenUpTo;
        for (ConversationEvent event : page.events()) {
            if (event instanceof Said said && from != null && said.time().isAfter(from)) {
                count(said);
            }
        }
    }

    private void count(Said said) {
        seenUpTo = said.time();
        if (!read && !said.mine()) {
            boolean meant = said.mention() || kind == Kind.PRIVATE;
            setUnread(unread.get() + 1, calls.get() + (meant ? 1 : 0));
            newestUnread = said.time();
        }
    }

    /** Does what was typed. */
    void submit(String text) {
        connection.typed(this, text);
    }
}

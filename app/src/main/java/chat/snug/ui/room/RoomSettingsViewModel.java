package chat.snug.ui.room;

import chat.snug.client.ClientRequest;
import chat.snug.client.Feature;
import chat.snug.client.RoomBan;
import chat.snug.client.RoomModes;
import chat.snug.client.RoomName;
import chat.snug.ui.Messages;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.toast.Toast;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one room. A switch is done at once, a text when it is handed in; what the host
 * tells of other people's changes is shown, unless it is being typed over. {@link #close()} when it
 * is put away. JavaFX thread.
 */
public final class RoomSettingsViewModel {
    private final SettledRoom room;
    private final Messages messages;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty topic = new SimpleStringProperty("");
    private final ObjectProperty<RoomAccess> access = new SimpleObjectProperty<>(RoomAccess.ANYONE);
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper passwordNote = new ReadOnlyStringWrapper("");
    private final BooleanProperty moderated = new SimpleBooleanProperty();
    private final BooleanProperty topicLocked = new SimpleBooleanProperty();
    private final ChangeListener<@Nullable RoomModes> told = (_, _, now) -> show(now);
    private final ChangeListener<String> renamed = (_, _, now) -> name.set(now);
    private final ChangeListener<String> topicTold = (_, _, now) -> topic.set(now);
    private final GuestList guests;
    private final BooleanProperty plain = new SimpleBooleanProperty();
    private boolean showing;
    private boolean wasGuarded;

    /** Asks the host how things stand. */
    public RoomSettingsViewModel(SettledRoom room, Messages messages) {
        this.room = room;
        this.messages = messages;
        name.set(room.titleProperty().get());
        topic.set(room.topicProperty().get());
        room.titleProperty().addListener(renamed);
        room.topicProperty().addListener(topicTold);
        room.rules().modesProperty().addListener(told);
        show(room.rules().modesProperty().get());
        access.addListener((_, _, now) -> chooseAccess(now));
        moderated.addListener((_, _, on) -> change(modes().withModerated(on)));
        topicLocked.addListener((_, _, on) -> change(modes().withTopicLocked(on)));
        showPlain();
        plain.addListener((_, _, on) -> allowPlain(on));
        room.submit(new ClientRequest.AskModes(room.name()));
        room.submit(new ClientRequest.ListBans(room.name()));
        guests = new GuestList(room, messages);
    }

    /** Nothing is listened to any more. */
    public void close() {
        room.titleProperty().removeListener(renamed);
        room.topicProperty().removeListener(topicTold);
        room.rules().modesProperty().removeListener(told);
    }

    /** What the sheet is about. */
    public String title() {
        return messages.text("room.title", room.titleProperty().get());
    }

    /** Whether I may change anything; others only look. */
    public boolean mayChange() {
        return room.mayModerate();
    }

    /** Whether the room can be called something else on screens. */
    public boolean mayRename() {
        return mayChange() && room.features().contains(Feature.DISPLAY_NAMES);
    }

    /** What it is called, as typed; {@link #rename()} hands it in. */
    public StringProperty nameProperty() {
        return name;
    }

    /** What it is about, as typed; {@link #changeTopic()} hands it in. */
    public StringProperty topicProperty() {
        return topic;
    }

    /** Who may come in. */
    public ObjectProperty<RoomAccess> accessProperty() {
        return access;
    }

    /** The new password, as typed; {@link #changePassword()} hands it in. */
    public StringProperty passwordProperty() {
        return password;
    }

    /** What to know about the password; empty for nothing. */
    public ReadOnlyStringProperty passwordNoteProperty() {
        return passwordNote.getReadOnlyProperty();
    }

    /** Whether people may come in without encryption; see {@link #mayEncrypt()}. */
    public BooleanProperty plainProperty() {
        return plain;
    }

    /** Whether that is for me to choose: the host is this computer. */
    public boolean mayEncrypt() {
        return room.own() != null && mayChange();
    }

    private void showPlain() {
        OpenRoom own = room.own();
        showing = true;
        plain.set(own != null && own.allowsPlain());
        showing = false;
    }

    private void allowPlain(boolean on) {
        OpenRoom own = room.own();
        if (!showing && own != null && mayChange()) {
            own.allowPlain(on);
        }
    }

    /** Whether only moderators and those they let speak. */
    public BooleanProperty moderatedProperty() {
        return moderated;
    }

    /** Whether only moderators change the topic. */
    public BooleanProperty topicLockedProperty() {
        return topicLocked;
    }

    /** Who may not come in or not speak. */
    public ObservableList<RoomBan> bans() {
        return room.rules().bans();
    }

    /** Who may always come in, where only the invited may. */
    public GuestList guests() {
        return guests;
    }

    /** Calls the room what was typed; nothing means its own name again. */
    public void rename() {
        String typed = name.get().strip();
        if (mayRename() && !typed.equals(room.titleProperty().get())) {
            String plain = typed.equals(RoomName.toScreen(room.name())) ? "" : typed;
            room.submit(new ClientRequest.NameRoom(room.name(), plain));
        }
        if (typed.isEmpty()) {
            name.set(RoomName.toScreen(room.name()));
        }
    }

    /** Sets the topic that was typed. */
    public void changeTopic() {
        if (!topic.get().strip().equals(room.topicProperty().get())) {
            room.submit(new ClientRequest.ChangeTopic(room.name(), topic.get().strip()));
        }
    }

    private RoomModes modes() {
        RoomModes known = room.rules().modesProperty().get();
        return known == null ? new RoomModes(false, false, true, null) : known;
    }

    private void show(@Nullable RoomModes now) {
        if (now == null) {
            return;
        }
        showing = true;
        moderated.set(now.moderated());
        topicLocked.set(now.topicLocked());
        OpenRoom own = room.own();
        boolean guarded = now.key() != null || (own != null && own.guarded());
        if (now.inviteOnly()) {
            access.set(RoomAccess.INVITED);
        } else if (own != null && own.door().isAsking()) {
            access.set(RoomAccess.ASK);
        } else if (guarded) {
            access.set(RoomAccess.PASSWORD);
        } else if (access.get() != RoomAccess.PASSWORD || wasGuarded) {
            // Whoever has just chosen a password is about to type it.
            access.set(RoomAccess.ANYONE);
        }
        wasGuarded = guarded;
        passwordNote.set(passwordWords(guarded));
        showing = false;
        showPlain();
    }

    private void change(RoomModes wanted) {
        if (!showing && mayChange()) {
            room.submit(new ClientRequest.ChangeModes(room.name(), modes(), wanted));
        }
    }

    /** A password is wanted only once it is typed: until then the door stays as it was. */
    private void chooseAccess(RoomAccess now) {
        if (showing || !mayChange()) {
            return;
        }
        switch (now) {
            case ANYONE -> {
                ask(false);
                guard(null);
                change(modes().withInviteOnly(false).withKey(null));
            }
            case PASSWORD -> {
                ask(false);
                change(modes().withInviteOnly(false));
            }
            case ASK -> {
                ask(true);
                change(modes().withInviteOnly(false));
            }
            case INVITED -> change(modes().withInviteOnly(true));
        }
        OpenRoom own = room.own();
        passwordNote.set(passwordWords(modes().key() != null || (own != null && own.guarded())));
        showPlain();
    }

    private String passwordWords(boolean guarded) {
        if (access.get() == RoomAccess.ASK) {
            return messages.text(guarded ? "room.password.or-ask" : "room.password.none-ask");
        }
        return guarded ? messages.text("room.password.set") : "";
    }

    /** Whether the host can be asked: it is this computer. */
    public boolean mayAsk() {
        return room.own() != null && mayChange();
    }

    private void ask(boolean on) {
        OpenRoom own = room.own();
        if (own != null && own.door().isAsking() != on) {
            own.door().asking(on);
        }
    }

    /** The typed password holds for those who come in from now on. */
    public void changePassword() {
        String typed = password.get();
        if (typed.isEmpty() || !mayChange()) {
            return;
        }
        if (room.own() == null && !isKey(typed)) {
            passwordNote.set(messages.text("room.password.wrong"));
            return;
        }
        if (room.own() == null) {
            change(modes().withInviteOnly(false).withKey(typed));
        } else {
            guard(typed);
            change(modes().withInviteOnly(false));
        }
        password.set("");
        passwordNote.set(passwordWords(true));
        showPlain();
        room.tell(new Toast(messages.text("room.password.changed")));
    }

    /** What the wire can carry as a room's key (RFC 2812, section 2.3.1). */
    private static boolean isKey(String text) {
        return text.length() <= 23
                && text.charAt(0) != ':'
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ',');
    }

    private void guard(@Nullable String secret) {
        OpenRoom own = room.own();
        if (own != null && (secret != null || own.guarded())) {
            own.password(secret);
            room.doorChanged();
        }
    }

    /** Who is meant, for a person to read. */
    public String describe(RoomBan ban) {
        String name = ban.key().isEmpty() ? null : room.nameOfKey(ban.key());
        String who =
                name == null
                        ? BanWords.who(ban, messages)
                        : messages.text("room.ban.key-of", name, ban.keyBeginning());
        return messages.text(ban.muted() ? "room.ban.muted" : "room.ban.banned", who);
    }

    /** Since when and by whom, as far as it is known. */
    public String since(RoomBan ban) {
        String when = ban.at() == null ? "" : time(ban.at());
        String since = ban.by().isEmpty() ? when : messages.text("room.ban.since", ban.by(), when);
        Instant ends = ban.ends();
        return ends == null ? since : messages.text("room.ban.until", since, time(ends));
    }

    private String time(Instant when) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(messages.locale())
                .format(when.atZone(ZoneId.systemDefault()));
    }

    /** Takes a ban back, which can be undone for a moment. */
    public void lift(RoomBan ban) {
        room.submit(new ClientRequest.Lift(room.name(), ban));
        room.submit(new ClientRequest.ListBans(room.name()));
        room.tell(
                new Toast(
                        messages.text(ban.muted() ? "room.ban.may-speak" : "room.ban.may-come"),
                        messages.text("toast.undo"),
                        () -> {
                            room.submit(new ClientRequest.BanAgain(room.name(), ban));
                            room.submit(new ClientRequest.ListBans(room.name()));
                        }));
    }
}

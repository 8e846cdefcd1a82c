package chat.snug.ui.shell;

import chat.snug.client.Conversations;
import chat.snug.ui.Messages;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.SettingsStore;
import chat.snug.ui.shell.ConversationViewModel.Kind;
import chat.snug.ui.switcher.Destination;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All rooms and people that one can go to, those seen last first. JavaFX thread. */
final class Destinations {
    private final ShellViewModel shell;
    private final Messages messages;
    private final SettingsStore settings;
    private final List<ConversationViewModel> seen = new ArrayList<>();

    Destinations(ShellViewModel shell, Messages messages, SettingsStore settings) {
        this.shell = shell;
        this.messages = messages;
        this.settings = settings;
        shell.currentProperty().addListener((_, _, now) -> see(now));
        see(shell.shown());
    }

    private void see(@Nullable ConversationViewModel now) {
        seen.removeIf(each -> each == now || !shell.isThere(each));
        if (now != null) {
            seen.addFirst(now);
        }
    }

    /**
     * Where one can go now: what is open, the one shown last of these; then people in the rooms;
     * then rooms of lately.
     *
     * @param reopen goes to a room of lately
     */
    List<Destination> all(Consumer<RecentRoom> reopen) {
        List<ConversationViewModel> open = new ArrayList<>(seen);
        for (ConversationViewModel each : shell.conversations()) {
            if (!open.contains(each)) {
                open.add(each);
            }
        }
        open.removeIf(each -> !shell.isThere(each) || each.kind() == Kind.HOST);
        ConversationViewModel here = shell.shown();
        if (here != null && open.remove(here)) {
            open.addLast(here);
        }
        shell.connections().forEach(connection -> open.add(connection.page()));
        List<Destination> all = new ArrayList<>();
        open.forEach(each -> all.add(destination(each)));
        shell.connections().forEach(connection -> addPeople(connection, all));
        addLately(open, reopen, all);
        return all;
    }

    private Destination destination(ConversationViewModel to) {
        Destination.Kind kind =
                switch (to.kind()) {
                    case ROOM -> Destination.Kind.ROOM;
                    case PRIVATE -> Destination.Kind.TALK;
                    case HOST -> Destination.Kind.HOST;
                };
        boolean quiet = to.factsProperty().get().muted();
        return new Destination(
                kind,
                to.titleProperty().get(),
                to.kind() == Kind.HOST
                        ? messages.text("switcher.host")
                        : to.connection().titleProperty().get(),
                quiet ? 0 : to.unreadProperty().get(),
                quiet ? 0 : to.callsProperty().get(),
                () -> shell.show(to));
    }

    /** Everybody whom one sees in a room and does not talk with yet. */
    private static void addPeople(ConnectionViewModel connection, List<Destination> all) {
        Set<String> known = new HashSet<>();
        connection.privates().forEach(talk -> known.add(Conversations.key(talk.name())));
        for (ConversationViewModel room : connection.rooms()) {
            for (String name : room.people().otherNames()) {
                if (known.add(Conversations.key(name))) {
                    all.add(
                            new Destination(
                                    Destination.Kind.PERSON,
                                    name,
                                    connection.titleProperty().get(),
                                    0,
                                    0,
                                    () -> connection.talkTo(name)));
                }
            }
        }
    }

    private void addLately(
            List<ConversationViewModel> open, Consumer<RecentRoom> reopen, List<Destination> all) {
        for (RecentRoom recent : settings.get().recents()) {
            if (open.stream().noneMatch(each -> isDoorOf(recent, each))) {
                all.add(
                        new Destination(
                                Destination.Kind.LATELY,
                                recent.room().isEmpty() ? recent.host() : recent.room(),
                                recent.hosted() ? messages.text("lately.own") : recent.host(),
                                0,
                                0,
                                () -> reopen.accept(recent)));
            }
        }
    }

    private static boolean isDoorOf(RecentRoom recent, ConversationViewModel room) {
        if (room.kind() != Kind.ROOM) {
            return false;
        }
        return room.connection().hosted() == null
                ? !recent.hosted() && recent.leadsTo(room.invite())
                : recent.hosted() && recent.room().equals(room.titleProperty().get());
    }
}

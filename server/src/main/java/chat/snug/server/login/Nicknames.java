package chat.snug.server.login;

import chat.snug.net.CloseReason;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import chat.snug.room.RoomChange;
import chat.snug.room.RoomEvent;
import chat.snug.server.names.GuestName;
import chat.snug.server.session.Channel;
import chat.snug.server.session.Outgoing;
import chat.snug.server.session.Publisher;
import chat.snug.server.session.Registration;
import chat.snug.server.session.Seat;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who may be called what. The name of an account is for those who are logged in to it, and for the
 * host:
 *
 * <ul>
 *   <li>Nobody else is called so that it could be read as it.
 *   <li>A guest cannot take it; who has it when its owner comes, or is signed out by them, is given
 *       another one and told why; whoever is banned or muted by the one is by the other.
 *   <li>Two connections of one account cannot have one name. The older one keeps it as long as it
 *       answers; if it does not, it is closed, and the newer one gets the name.
 * </ul>
 */
public final class Nicknames {
    private static final String IN_USE = "Nickname is already in use";
    private static final String RESERVED = "Nickname is reserved: sign in to its account first";
    private static final String LOOKS_TAKEN = "Nickname looks like one that is in use";
    private static final String LOOKS_OWNED =
            "Nickname looks like one that belongs to somebody else";
    private static final String REPLACED = "Replaced by a newer connection of the same account";

    private final ServerState server;
    private final Publisher publisher;

    public Nicknames(ServerState server) {
        this.server = server;
        this.publisher = new Publisher(server.broadcast);
    }

    /** Whether a newcomer is the owner of a name, or may still turn out to be. */
    boolean mayOwn(Session session, Registration newcomer, String nick) {
        return server.accounts.isOwner(session.login(), nick)
                || (newcomer.negotiating && server.accounts.exists(nick));
    }

    /**
     * Decides whether somebody may have a name, at once or when it is known whether the one who has
     * it is still there.
     *
     * @param isHost whether it is the host's own app
     * @param granted is run if they may; the name is free then
     * @param refused is given the reason otherwise
     */
    void take(
            Session session,
            String nick,
            boolean isHost,
            Runnable granted,
            Consumer<String> refused) {
        Session holder = server.people.called(server.fold(nick));
        boolean isFree = holder == null || holder.equals(session);
        boolean isOwner = server.accounts.isOwner(session.login(), nick);
        if (isImitation(session, nick, holder)) {
            refused.accept(LOOKS_TAKEN);
        } else if (!isHost && server.accounts.isImitatedBy(nick)) {
            refused.accept(LOOKS_OWNED);
        } else if (!isOwner && !isHost && server.accounts.exists(nick)) {
            refused.accept(isFree ? RESERVED : IN_USE);
        } else if (holder == null || isFree) {
            granted.run();
        } else if (!isOwner || holder.isHost()) {
            refused.accept(IN_USE);
        } else if (!server.accounts.isOwner(holder.login(), nick)) {
            makeGuest(holder);
            granted.run();
        } else {
            session.intake.later(
                    holder.isStillThere(),
                    (isThere, _) -> {
                        if (isThere == null || isThere) {
                            refused.accept(IN_USE);
                        } else {
                            if (!holder.isGone()) {
                                holder.drop(REPLACED, CloseReason.TIMED_OUT);
                            }
                            take(session, nick, isHost, granted, refused);
                        }
                    });
        }
    }

    /** Whether a name looks like that of somebody else who is here, and is another. */
    private boolean isImitation(Session session, String nick, @Nullable Session holder) {
        Session model = server.people.looksLike(nick);
        return model != null && !model.equals(session) && !model.equals(holder);
    }

    /** Somebody is called something else from now on. */
    void rename(Session session, String nick) {
        Source before = session.source();
        String foldedBefore = session.foldedNick();
        Message message = new Message(Tags.NONE, before, "NICK", List.of(nick));
        long now = server.ids.now();
        String id = server.ids.next(now);
        Outgoing line = new Outgoing(message, now, id, Tags.NONE, session.author());
        for (Seat seat : session.places.seats()) {
            if (seat.channel.room.rename(session, nick, id, now) instanceof RoomEvent event) {
                seat.channel.keep(event);
            }
            seat.channel.names.changed();
        }
        server.broadcast.toPeers(session, line, 0);
        session.send(line);
        boolean isOther = !server.fold(nick).equals(foldedBefore);
        if (isOther) {
            server.departure.remember(session);
            server.monitors.offline(session);
        }
        session.rename(new Source(nick, before.user(), before.host()));
        server.people.renamed(session, before.nick(), foldedBefore);
        if (isOther) {
            server.monitors.online(session);
        }
    }

    /**
     * Takes the account from somebody who stays: its name and its ranks go with it, and a ban or
     * mute that was for it is for the name that they have then.
     *
     * @param out signs them out and tells so
     */
    void without(Session session, Runnable out) {
        for (Seat seat : session.places.seats()) {
            List<RoomChange> taken = seat.channel.room.disown(session);
            if (!taken.isEmpty()) {
                seat.channel.names.changed();
                publisher.changed(server, seat.channel, taken);
            }
        }
        boolean isOwned =
                session.isRegistered()
                        && !session.isHost()
                        && server.accounts.exists(session.nick());
        String nick = isOwned ? guestName() : session.nick();
        Map<Channel, List<RoomChange>> held = follow(session, nick, false);
        out.run();
        if (isOwned) {
            rename(session, nick, "The name " + session.nick() + " is its owner's");
        }
        publish(held);
    }

    private void makeGuest(Session holder) {
        String nick = guestName();
        Map<Channel, List<RoomChange>> held = follow(holder, nick, true);
        rename(holder, nick, "The owner of the name " + holder.nick() + " has signed in");
        publish(held);
    }

    private String guestName() {
        return GuestName.free(
                name ->
                        server.people.called(server.fold(name)) != null
                                || server.accounts.exists(name),
                server.accounts.random::nextInt);
    }

    private void rename(Session session, String nick, String why) {
        String told = why + ", so you are called " + nick + " now";
        server.replies.say(session, "NOTICE", session.nick(), told);
        rename(session, nick);
    }

    private Map<Channel, List<RoomChange>> follow(Session session, String nick, boolean signedIn) {
        Map<Channel, List<RoomChange>> held = new LinkedHashMap<>();
        String by = server.options.serverName();
        for (Seat seat : session.places.seats()) {
            held.put(seat.channel, seat.channel.room.follow(session, nick, signedIn, by));
        }
        return held;
    }

    private void publish(Map<Channel, List<RoomChange>> held) {
        held.forEach(
                (channel, changes) -> {
                    if (!changes.isEmpty()) {
                        publisher.changed(server, channel, changes);
                    }
                });
    }
}

package chat.snug.ui.people;

import static java.time.temporal.ChronoUnit.MINUTES;

import chat.snug.client.BanKind;
import chat.snug.client.ClientEvent.ModesChanged;
import chat.snug.client.ClientRequest;
import chat.snug.client.Conversations;
import chat.snug.client.Feature;
import chat.snug.client.RoomBan;
import chat.snug.ui.Messages;
import chat.snug.ui.people.PeopleRow.Entry;
import chat.snug.ui.people.PeopleRow.Role;
import chat.snug.ui.toast.Toast;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What I may do about the people of one room, and doing it: each act can be taken back for a
 * moment. JavaFX thread.
 */
public final class Moderator {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration ONE_HOUR = Duration.ofHours(1);

    private final Supplier<String> room;
    private final PeopleViewModel people;
    private final Supplier<Set<Feature>> features;
    private final Consumer<ClientRequest> host;
    private final Consumer<Toast> toasts;
    private final Messages messages;

    /** Who was muted since I am here, and until when. */
    private final Map<String, Instant> muted = new HashMap<>();

    private final InstantSource clock = InstantSource.system();

    /**
     * @param room its name on the wire
     * @param people who is there, I among them
     * @param features what the host can do
     * @param host takes requests
     * @param toasts shows what was done
     */
    public Moderator(
            Supplier<String> room,
            PeopleViewModel people,
            Supplier<Set<Feature>> features,
            Consumer<ClientRequest> host,
            Consumer<Toast> toasts,
            Messages messages) {
        this.room = room;
        this.people = people;
        this.features = features;
        this.host = host;
        this.toasts = toasts;
        this.messages = messages;
    }

    /** Whether I may change the room and what people do in it. */
    public boolean mayModerate() {
        return people.iModerate();
    }

    /** What I may do about somebody; empty for myself, for the host, and for guests like me. */
    public List<PersonAct> actsOn(Entry entry) {
        if (!mayModerate() || entry.me() || entry.role() == Role.HOST) {
            return List.of();
        }
        List<PersonAct> acts = new ArrayList<>();
        if (entry.role() == Role.MODERATOR) {
            acts.add(PersonAct.DEMOTE);
        } else {
            acts.add(PersonAct.PROMOTE);
            if (features.get().contains(Feature.MUTE)) {
                addMutes(acts, entry);
            }
        }
        acts.add(PersonAct.REMOVE);
        addBans(acts, entry);
        return acts;
    }

    /** Asks for what has to be known of somebody; {@link #actsOn} may have more then. */
    public void lookAt(Entry entry) {
        boolean mayBan = actsOn(entry).contains(PersonAct.REMOVE);
        if (mayBan && features.get().contains(Feature.KEY_BANS) && entry.person().key() == null) {
            host.accept(new ClientRequest.AskKey(entry.person().name()));
        }
    }

    /** Where there is a choice, what fits best comes first. */
    private void addBans(List<PersonAct> acts, Entry entry) {
        if (features.get().contains(Feature.ACCOUNT_BANS)) {
            if (entry.person().account() != null) {
                acts.add(PersonAct.BAN_ACCOUNT);
            }
            if (features.get().contains(Feature.KEY_BANS) && entry.person().key() != null) {
                acts.add(PersonAct.BAN_KEY);
            }
            acts.add(PersonAct.BAN_ADDRESS);
            acts.add(PersonAct.BAN_NAME);
        } else {
            acts.add(PersonAct.BAN);
        }
    }

    private void addMutes(List<PersonAct> acts, Entry entry) {
        if (isMuted(entry.person().name())) {
            acts.add(PersonAct.UNMUTE);
            return;
        }
        if (features.get().contains(Feature.TIMED_MUTE)) {
            acts.add(PersonAct.MUTE_10_MINUTES);
            acts.add(PersonAct.MUTE_1_HOUR);
        }
        acts.add(PersonAct.MUTE);
    }

    private boolean isMuted(String name) {
        Instant until = muted.get(Conversations.key(name));
        return until != null && clock.instant().isBefore(until);
    }

    /** The host says who may not speak from now on, or again: whoever decided that, and where. */
    void told(ModesChanged changed) {
        String[] words = changed.modes().split(" ", -1);
        if (words.length != 2) {
            return;
        }
        RoomBan meant = new RoomBan(words[1], true, "", null);
        switch (words[0]) {
            case "+q" -> {
                Instant until =
                        meant.minutes() == 0
                                ? Instant.MAX
                                : clock.instant().plus(Duration.ofMinutes(meant.minutes()));
                people.meantBy(meant).forEach(name -> muted.put(Conversations.key(name), until));
            }
            case "-q" -> {
                people.meantBy(meant).forEach(name -> muted.remove(Conversations.key(name)));
                muted.remove(Conversations.key(meant.account()));
                muted.remove(Conversations.key(meant.name()));
            }
            default -> {
                // Not about who may speak.
            }
        }
    }

    /** Does it, and offers to take it back. */
    public void act(PersonAct act, String name) {
        Runnable undo = actQuietly(act, name);
        toasts.accept(
                new Toast(
                        messages.text("people.done." + act, name),
                        messages.text("toast.undo"),
                        undo));
    }

    /**
     * Does it and says nothing.
     *
     * @return takes it back
     */
    public Runnable actQuietly(PersonAct act, String name) {
        String here = room.get();
        Instant mutedUntil = muted.getOrDefault(Conversations.key(name), Instant.MAX);
        switch (act) {
            case PROMOTE -> promote(here, name, true);
            case DEMOTE -> promote(here, name, false);
            case MUTE -> mute(here, name, true);
            case UNMUTE -> mute(here, name, false);
            case MUTE_10_MINUTES -> muteFor(here, name, TEN_MINUTES);
            case MUTE_1_HOUR -> muteFor(here, name, ONE_HOUR);
            case REMOVE -> host.accept(new ClientRequest.Remove(here, name, ""));
            case BAN -> ban(here, name, BanKind.BEST);
            case BAN_ACCOUNT -> ban(here, name, BanKind.ACCOUNT);
            case BAN_KEY -> ban(here, name, BanKind.KEY);
            case BAN_ADDRESS -> ban(here, name, BanKind.ADDRESS);
            case BAN_NAME -> ban(here, name, BanKind.NAME);
        }
        return () -> undo(act, here, name, mutedUntil);
    }

    /** Whoever is gone is asked back in; their app goes in by itself. */
    private void undo(PersonAct act, String here, String name, Instant mutedUntil) {
        switch (act) {
            case PROMOTE -> promote(here, name, false);
            case DEMOTE -> promote(here, name, true);
            case MUTE, MUTE_10_MINUTES, MUTE_1_HOUR -> mute(here, name, false);
            case UNMUTE -> muteUntil(here, name, mutedUntil);
            case REMOVE -> askBack(here, name);
            case BAN, BAN_ACCOUNT, BAN_KEY, BAN_ADDRESS, BAN_NAME -> {
                host.accept(new ClientRequest.Ban(here, name, false));
                askBack(here, name);
            }
        }
    }

    private void ban(String here, String name, BanKind by) {
        host.accept(new ClientRequest.Ban(here, name, by, true));
        host.accept(new ClientRequest.Remove(here, name, ""));
    }

    private void muteFor(String here, String name, Duration time) {
        muted.put(Conversations.key(name), clock.instant().plus(time));
        host.accept(new ClientRequest.MuteFor(here, name, (int) time.toMinutes()));
    }

    private void muteUntil(String here, String name, Instant until) {
        Instant now = clock.instant();
        if (until.equals(Instant.MAX)) {
            mute(here, name, true);
        } else if (until.isAfter(now)) {
            Duration rest = Duration.between(now, until);
            muteFor(here, name, rest.plusMinutes(1).minusNanos(1).truncatedTo(MINUTES));
        }
    }

    private void askBack(String here, String name) {
        host.accept(new ClientRequest.Invite(here, name));
        toasts.accept(new Toast(messages.text("people.asked-back", name)));
    }

    private void promote(String here, String name, boolean on) {
        host.accept(new ClientRequest.Promote(here, name, on));
    }

    private void mute(String here, String name, boolean on) {
        if (on) {
            muted.put(Conversations.key(name), Instant.MAX);
        } else {
            muted.remove(Conversations.key(name));
        }
        host.accept(new ClientRequest.Mute(here, name, on));
    }
}

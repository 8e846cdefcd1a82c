package chat.snug.room;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may come into a room: bans, invitations, the key and the number of places. */
final class Door {
    private final RoomSettings settings;
    private @Nullable Set<Person> invited;

    Door(RoomSettings settings) {
        this.settings = settings;
    }

    /**
     * Why somebody may not come in, null if they may.
     *
     * @param isOwner whether they will be operator of the room by their account: a room that is for
     *     invited people would else be closed for ever once all are gone
     * @param inside how many are in the room
     */
    @Nullable Refusal refusal(
            Person person, @Nullable String givenKey, boolean isOwner, int inside) {
        boolean isInvited = invited != null && invited.contains(person);
        String key = settings.key();
        if (settings.isBanned(person)) {
            return Refusal.BANNED;
        }
        if (isOwner) {
            return null;
        }
        if (!isInvited && !settings.needsNoInvitation(person)) {
            return Refusal.INVITE_ONLY;
        }
        if (key != null && !key.equals(givenKey)) {
            return Refusal.WRONG_KEY;
        }
        return settings.limit() > 0 && inside >= settings.limit() ? Refusal.FULL : null;
    }

    void invite(Person guest) {
        if (invited == null) {
            invited = new HashSet<>(2);
        }
        invited.add(guest);
    }

    void forget(Person guest) {
        if (invited != null) {
            invited.remove(guest);
        }
    }

    Collection<Person> invited() {
        return invited == null ? List.of() : Collections.unmodifiableSet(invited);
    }
}

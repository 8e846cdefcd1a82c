package chat.snug.ui.door;

import chat.snug.client.RoomBan;
import chat.snug.hosting.Deed;
import chat.snug.hosting.KnownPerson;
import chat.snug.hosting.LimitedInvite;
import chat.snug.ui.Messages;
import chat.snug.ui.Surroundings;
import chat.snug.ui.room.BanWords;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.UnaryOperator;

/** Puts into words what is known of the door. */
final class DoorWords {
    private final Surroundings surroundings;
    private final UnaryOperator<String> titles;

    /**
     * @param titles what the rooms are called, by their names on the wire
     */
    DoorWords(Surroundings surroundings, UnaryOperator<String> titles) {
        this.surroundings = surroundings;
        this.titles = titles;
    }

    private Messages messages() {
        return surroundings.messages();
    }

    String invite(LimitedInvite invite) {
        return invite.uses() == 0
                ? messages().text("door.invite.any", invite.used())
                : messages().text("door.invite.some", invite.uses(), invite.used());
    }

    /** When it was made, and how it stands. */
    String state(LimitedInvite invite, Instant now) {
        Instant expires = invite.expires();
        String state;
        if (invite.withdrawn()) {
            state = messages().text("door.invite.withdrawn");
        } else if (invite.isUsedUp()) {
            state = messages().text("door.invite.used-up");
        } else if (expires == null) {
            state = messages().text("door.invite.good");
        } else if (invite.isGood(now)) {
            state = messages().text("door.invite.until", time(expires));
        } else {
            state = messages().text("door.invite.expired", time(expires));
        }
        return messages().text("door.invite.made", time(invite.made()), state);
    }

    String known(KnownPerson person) {
        return messages()
                .text(person.welcome() ? "door.known.welcome" : "door.known.not", person.name());
    }

    String time(Instant when) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(messages().locale())
                .format(when.atZone(surroundings.clock().getZone()));
    }

    String deed(Deed deed) {
        String who = deed.who().isEmpty() ? messages().text("door.you") : deed.who();
        String room = deed.room().isEmpty() ? "" : titles.apply(deed.room());
        return messages().text("door.act." + deed.act(), who, whom(deed), room);
    }

    /** Lists have masks, everything else names. */
    private String whom(Deed deed) {
        return switch (deed.act()) {
            case BANNED, UNBANNED, MUTED, UNMUTED, LIFTED ->
                    BanWords.whom(new RoomBan(deed.whom(), false, "", null), messages());
            case REMOVED,
                    MADE_MODERATOR,
                    UNMADE_MODERATOR,
                    GAVE_VOICE,
                    TOOK_VOICE,
                    DELETED_MESSAGE,
                    CAME_IN,
                    DISCONNECTED,
                    LET_IN,
                    TURNED_AWAY,
                    FORGOT,
                    INVITED,
                    WITHDREW_INVITE ->
                    deed.whom();
        };
    }

    /** When, and why if that was said. */
    String circumstances(Deed deed) {
        return deed.reason().isBlank()
                ? time(deed.when())
                : messages().text("door.act.because", time(deed.when()), deed.reason());
    }
}

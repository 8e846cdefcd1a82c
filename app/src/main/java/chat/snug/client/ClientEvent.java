package chat.snug.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened on one connection, in order, in words that a screen can show. Made by {@link
 * ClientModel} on the client loop, drained in batches on the thread of the screen.
 */
public sealed interface ClientEvent {

    /** Something that concerns the connection as a whole. */
    sealed interface ConnectionEvent extends ClientEvent {}

    /**
     * Something that belongs into one conversation: a room ({@code #lobby}) or a person ({@code
     * Ben}). The name is spelled as the host spells it; compare it by {@link
     * Conversations#key(String)}.
     */
    sealed interface ConversationEvent extends ClientEvent {
        String conversation();
    }

    /** An attempt to connect begins. {@code attempt} is 1 for the first. */
    record Connecting(int attempt) implements ConnectionEvent {}

    /**
     * Registration is over (after 376 or 422): the person is in.
     *
     * @param me the name that the host gave
     * @param network ISUPPORT NETWORK, or the host's name
     * @param selfHosted whether the other side is a Snug room server
     */
    record Connected(String me, String network, boolean selfHosted) implements ConnectionEvent {}

    /** The first attempt failed; nothing is tried again by itself. */
    record ConnectFailed(Failure failure, @Nullable String suggestedName)
            implements ConnectionEvent {}

    /** The connection is gone. If it is tried again by itself, {@link Reconnecting} follows. */
    record Disconnected(Failure failure) implements ConnectionEvent {}

    /** The next attempt starts after {@code delay} from now, or at once by "Try now". */
    record Reconnecting(int attempt, Duration delay) implements ConnectionEvent {}

    /** The person's own name changed. */
    record MyNameChanged(String from, String to) implements ConnectionEvent {}

    /** The person's own away state changed. */
    record MyAwayChanged(boolean away) implements ConnectionEvent {}

    /** Words of the host itself: MOTD, notices, replies that no conversation asked for. */
    record HostNotice(Instant time, String text) implements ConnectionEvent {}

    /**
     * A request was refused (a numeric of 400 and up, or FAIL).
     *
     * @param conversation the conversation it concerns, if one can be told
     * @param text the host's words, with the subject in front where there is no conversation
     * @param why what a screen can say in its own words
     * @param subject the name that was refused or not found, or empty
     */
    record Refused(
            @Nullable String conversation, String command, String text, Refusal why, String subject)
            implements ConnectionEvent {
        /** For a refusal that has only the host's words. */
        public Refused(@Nullable String conversation, String command, String text) {
            this(conversation, command, text, Refusal.OTHER, "");
        }
    }

    /** Somebody invites me into a room; entering it is up to me. */
    record Invited(Instant time, String room, String by) implements ConnectionEvent {}

    /** One line of a room list (322), and its end as {@link RoomListEnd}. */
    record RoomListed(String room, int people, String topic) implements ConnectionEvent {}

    record RoomListEnd() implements ConnectionEvent {}

    /** I am in the room now: open it. Topic and people follow as their own events. */
    record RoomEntered(String conversation) implements ConversationEvent {}

    /**
     * I am not in the room any more.
     *
     * @param by who removed me, or null when I left myself
     * @param reason what was said with it, or empty
     */
    record RoomLeft(String conversation, @Nullable String by, String reason)
            implements ConversationEvent {}

    /** The room refused me (471 full, 473 invite only, 474 banned, 475 key, 403, 405). */
    record RoomRefused(String conversation, Reason reason, String text)
            implements ConversationEvent {
        /** Why the room stays shut. */
        public enum Reason {
            FULL,
            INVITE_ONLY,
            BANNED,
            WRONG_KEY,
            NO_SUCH_ROOM,
            TOO_MANY_ROOMS,
            OTHER
        }
    }

    /** The room's topic; empty if there is none. {@code by} is null when it was asked for. */
    record TopicChanged(String conversation, Instant time, String topic, @Nullable String by)
            implements ConversationEvent {}

    /** Everybody who is here, the whole list (after 366). */
    record PeopleListed(String conversation, List<Person> people) implements ConversationEvent {
        public PeopleListed {
            people = List.copyOf(people);
        }
    }

    record PersonJoined(String conversation, Instant time, Person person)
            implements ConversationEvent {}

    /**
     * Somebody is gone from the room.
     *
     * @param how left by themselves, disconnected, or removed by somebody
     */
    record PersonLeft(
            String conversation,
            Instant time,
            String name,
            How how,
            @Nullable String by,
            String reason)
            implements ConversationEvent {
        /** The way somebody left. */
        public enum How {
            PART,
            QUIT,
            KICK
        }
    }

    /** A person has another name now; told once for each conversation they are in. */
    record PersonRenamed(String conversation, Instant time, String from, String to)
            implements ConversationEvent {}

    /** A person's modes or away state changed. */
    record PersonChanged(String conversation, Person person) implements ConversationEvent {}

    /** The room's modes changed, in IRC's notation, by somebody. */
    record ModesChanged(String conversation, Instant time, String modes, String by)
            implements ConversationEvent {}

    /**
     * Something was said.
     *
     * @param id the {@code msgid}, or null on networks without
     * @param from who said it
     * @param mine whether that is me (from this app or another of mine)
     * @param kind talk, {@code /me}, or a notice
     * @param mention whether it names me
     */
    record Said(
            String conversation,
            Instant time,
            @Nullable String id,
            String from,
            boolean mine,
            Kind kind,
            String text,
            boolean mention)
            implements ConversationEvent {
        /** What sort of saying it is. */
        public enum Kind {
            TEXT,
            ACTION,
            NOTICE
        }
    }

    /**
     * I said something that the host has not confirmed yet: shown dimmed.
     *
     * @param token what {@link Confirmed} or {@link NotSent} names later; unique per connection;
     *     the same one again when the person tries again
     */
    record Pending(String conversation, Instant time, long token, Said.Kind kind, String text)
            implements ConversationEvent {}

    /** The host has it: the pending message becomes {@code said} (same text, final time, id). */
    record Confirmed(String conversation, long token, Said said) implements ConversationEvent {}

    /**
     * It was refused or the connection went before the echo. "Try again" sends it once more.
     *
     * @param reason the host's words, or empty
     * @param why what a screen can say in its own words
     */
    record NotSent(String conversation, long token, String reason, Refusal why)
            implements ConversationEvent {
        /** For a refusal that has only the host's words, if any. */
        public NotSent(String conversation, long token, String reason) {
            this(conversation, token, reason, Refusal.OTHER);
        }
    }
}

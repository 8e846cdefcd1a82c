package chat.snug.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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

    /** A connection is open, before anything is said on it: how it is kept from others. */
    record SecrecyChanged(Secrecy secrecy) implements ConnectionEvent {}

    /**
     * Registration is over (after 376 or 422): the person is in.
     *
     * @param me the name that the host gave
     * @param network ISUPPORT NETWORK, or the host's name
     * @param selfHosted whether the other side is a Snug room server
     */
    record Connected(String me, String network, boolean selfHosted) implements ConnectionEvent {}

    /** The host was asked whether I may come in, and I wait for the answer. */
    record WaitingForHost() implements ConnectionEvent {}

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

    /** These wait at the host's door now, who came first being first, and I may decide. */
    record KnocksChanged(List<Knock> knocks) implements ConnectionEvent {
        /** Keeps its own copy. */
        public KnocksChanged {
            knocks = List.copyOf(knocks);
        }
    }

    /** Somebody invites me into a room; entering it is up to me. */
    record Invited(Instant time, String room, String by) implements ConnectionEvent {}

    /** One line of a room list (322), and its end as {@link RoomListEnd}. */
    record RoomListed(String room, int people, String topic) implements ConnectionEvent {}

    record RoomListEnd() implements ConnectionEvent {}

    /**
     * I am in the room now: open it. Topic and people follow as their own events.
     *
     * @param asked whether I asked for it, and not the host for me
     */
    record RoomEntered(String conversation, boolean asked) implements ConversationEvent {
        /** I asked for it. */
        public RoomEntered(String conversation) {
            this(conversation, true);
        }
    }

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
            /** The host never said whether I may come in. */
            NO_ANSWER,
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
     * @param text what was said, with the formatting codes of IRC; of more than one line if it
     *     holds line feeds
     * @param mention whether it names me
     * @param account the account of who said it, or null if none is known
     * @param replyTo the id of the message that it answers, or null
     */
    record Said(
            String conversation,
            Instant time,
            @Nullable String id,
            String from,
            boolean mine,
            Kind kind,
            String text,
            boolean mention,
            @Nullable String account,
            @Nullable String replyTo)
            implements ConversationEvent {
        /** Something that answers nothing, said without an account. */
        public Said(
                String conversation,
                Instant time,
                @Nullable String id,
                String from,
                boolean mine,
                Kind kind,
                String text,
                boolean mention) {
            this(conversation, time, id, from, mine, kind, text, mention, null, null);
        }

        /** The text without its formatting. */
        public String words() {
            return SpokenText.plain(text);
        }

        /** What sort of saying it is. */
        public enum Kind {
            TEXT,
            ACTION,
            NOTICE
        }
    }

    /**
     * What was said and done here before, from the host's memory. Nothing in it was told before.
     *
     * @param place where it belongs
     * @param events oldest first; only {@link Said}, {@link Reacted}, {@link Redacted}, {@link
     *     TopicChanged}, {@link ModesChanged}, {@link PersonJoined}, {@link PersonLeft} and {@link
     *     PersonRenamed}. They change nothing of who is here now.
     * @param first where the page begins, whatever of it was told before; null if nobody knows
     * @param atBeginning whether the host remembers nothing older than what is known now
     */
    record HistoryPage(
            String conversation,
            Place place,
            List<ConversationEvent> events,
            HistoryRead.@Nullable Mark first,
            boolean atBeginning)
            implements ConversationEvent {
        public HistoryPage {
            events = List.copyOf(events);
        }

        /** A page of which only the events are known. */
        public HistoryPage(
                String conversation,
                Place place,
                List<ConversationEvent> events,
                boolean atBeginning) {
            this(conversation, place, events, null, atBeginning);
        }

        /** Where a page belongs among what was told before it. */
        public enum Place {
            /** Older than all: the answer to {@link ClientRequest.Older}. */
            ABOVE,
            /** Newer than all: what I found on arriving, or missed. What is live comes after it. */
            BELOW
        }
    }

    /**
     * One page of what was said and done here before, because somebody wanted to see it: it may
     * hold what was told before.
     *
     * @param request what was asked
     * @param events oldest first, of the kinds that a {@link HistoryPage} has
     * @param first where the page begins, or null if it is empty or nobody knows
     * @param last where it ends, or null likewise
     * @param more whether there may be more in the direction that was asked for
     * @param failed whether the host did not answer, or refused
     */
    record HistoryRead(
            ClientRequest.ReadHistory request,
            List<ConversationEvent> events,
            @Nullable Mark first,
            @Nullable Mark last,
            boolean more,
            boolean failed)
            implements ConversationEvent {
        public HistoryRead {
            events = List.copyOf(events);
        }

        /** A page of which only the events are known. */
        public HistoryRead(
                ClientRequest.ReadHistory request,
                List<ConversationEvent> events,
                boolean more,
                boolean failed) {
            this(request, events, null, null, more, failed);
        }

        /**
         * An end of the page: the line of the history there, which need not be one to show.
         *
         * @param id its {@code msgid}, or null
         */
        public record Mark(@Nullable String id, Instant time) {}

        @Override
        public String conversation() {
            return request.conversation();
        }
    }

    /**
     * A message got a reaction, or lost one again.
     *
     * @param id the {@code msgid} of the reaction itself, or null; with it the reaction can be
     *     redacted
     * @param target the id of the message it belongs to
     * @param reaction what it is, most often an emoji
     * @param removed whether {@code from} takes it back
     */
    record Reacted(
            String conversation,
            Instant time,
            @Nullable String id,
            String target,
            String from,
            boolean mine,
            String reaction,
            boolean removed)
            implements ConversationEvent {}

    /**
     * A message (or a reaction) was deleted. Ignore it if the id is not known here.
     *
     * @param target the id of what was deleted
     * @param by who did it
     * @param reason what was said with it, or empty
     */
    record Redacted(String conversation, Instant time, String target, String by, String reason)
            implements ConversationEvent {}

    /** Somebody else begins or stops to type; a stop is told in any case, if only by silence. */
    record TypingChanged(String conversation, String name, boolean typing)
            implements ConversationEvent {}

    /**
     * Up to where I have read, here or in another app of mine.
     *
     * @param upTo the time of the last message that I have read, or null if none is known
     */
    record MarkedRead(String conversation, @Nullable Instant upTo) implements ConversationEvent {}

    /** What a room is called on a screen, or null for its own name (metadata, display-name). */
    record RoomNamed(String conversation, @Nullable String displayName)
            implements ConversationEvent {}

    /** What the room is set to; after {@link ClientRequest.AskModes}, and on each change since. */
    record ModesKnown(String conversation, RoomModes modes) implements ConversationEvent {}

    /** Who is banned or muted, the longest ago first. */
    record BansListed(String conversation, List<RoomBan> bans) implements ConversationEvent {
        public BansListed {
            bans = List.copyOf(bans);
        }
    }

    /** Who may come in without being asked, as masks; after {@link ClientRequest.ListInvited}. */
    record InvitedListed(String conversation, List<String> masks) implements ConversationEvent {
        public InvitedListed {
            masks = List.copyOf(masks);
        }
    }

    /**
     * What a search found, oldest first.
     *
     * @param search what was asked
     * @param failed whether the host did not answer, or refused
     */
    record Found(ClientRequest.Search search, List<Said> said, boolean failed)
            implements ConnectionEvent {
        public Found {
            said = List.copyOf(said);
        }
    }

    /** What can be asked of this host, from now on; after {@link Connected} and on each change. */
    record FeaturesChanged(Set<Feature> features) implements ConnectionEvent {
        public FeaturesChanged {
            features = Set.copyOf(features);
        }
    }

    /** What the host takes as one message, from now on; told like {@link FeaturesChanged}. */
    record LimitChanged(MessageLimit limit) implements ConnectionEvent {}

    /**
     * I am signed in to an account, or to none any more (null).
     *
     * @param byItself whether the key of this computer did it, without a word of the person
     */
    record AccountChanged(@Nullable String account, boolean byItself) implements ConnectionEvent {
        /** As the person, or somebody else, wanted it. */
        public AccountChanged(@Nullable String account) {
            this(account, false);
        }
    }

    /**
     * Signing in, registering or verifying did not work.
     *
     * @param text the host's words, or empty
     */
    record SignInFailed(Trouble trouble, String text) implements ConnectionEvent {
        /** Why. */
        public enum Trouble {
            /** Name and password do not fit. */
            WRONG_PASSWORD,
            /** The host does not know the key of this computer. */
            KEY_UNKNOWN,
            /** The host has no way to sign in that this app knows. */
            UNSUPPORTED,
            /** Registering: somebody has that account already. */
            ACCOUNT_EXISTS,
            /** Registering: an account cannot have that name. */
            NAME_REFUSED,
            /** Registering: who is signed in has an account. */
            ALREADY_SIGNED_IN,
            /** The host cannot do it now; later it may. */
            LATER,
            /** Registering: the host wants another password. */
            PASSWORD_REFUSED,
            /** Registering: the host wants another e-mail address, or one at all. */
            EMAIL_REFUSED,
            /** Verifying: the code is wrong or too old. */
            WRONG_CODE,
            /** Anything else: there are only the host's words. */
            OTHER
        }
    }

    /** The account is registered once {@link ClientRequest.Verify} brings the code for it. */
    record VerificationNeeded(String account, String text) implements ConnectionEvent {}

    /**
     * I said something that the host has not confirmed yet: shown dimmed.
     *
     * @param token what {@link Confirmed} or {@link NotSent} names later; unique per connection;
     *     the same one again when the person tries again
     * @param text with line feeds if it has more than one line
     * @param replyTo the id of the message that it answers, or null
     */
    record Pending(
            String conversation,
            Instant time,
            long token,
            Said.Kind kind,
            String text,
            @Nullable String replyTo)
            implements ConversationEvent {
        /** Something that answers nothing. */
        public Pending(String conversation, Instant time, long token, Said.Kind kind, String text) {
            this(conversation, time, token, kind, text, null);
        }
    }

    /** The host has it: the pending message becomes {@code said} (same text, final time, id). */
    record Confirmed(String conversation, long token, Said said) implements ConversationEvent {}

    /**
     * It was refused, or the connection went and the host does not have it. "Try again" sends it
     * once more.
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

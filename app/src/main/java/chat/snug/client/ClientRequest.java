package chat.snug.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person can ask of a connection; the answer comes as {@link ClientEvent}s. */
public sealed interface ClientRequest {
    /**
     * Says something. Where the host takes it, a text of several lines is one message; else it is
     * split, line by line and at what fits into one message. Each part is a {@link
     * ClientEvent.Pending} of its own. Blank text is not sent.
     *
     * @param replyTo the id of the message that it answers, or null
     */
    record Say(
            String conversation, String text, ClientEvent.Said.Kind kind, @Nullable String replyTo)
            implements ClientRequest {
        /** Something that answers nothing. */
        public Say(String conversation, String text, ClientEvent.Said.Kind kind) {
            this(conversation, text, kind, null);
        }
    }

    /**
     * Sends a message once more that became {@link ClientEvent.NotSent}. It keeps its token: {@link
     * ClientEvent.Pending} comes again with the same one, so the line that stands there changes and
     * none is added.
     */
    record Retry(long token) implements ClientRequest {}

    /**
     * Enters a room.
     *
     * @param room its name on the wire, see {@link RoomName#toWire(String)}
     */
    record Join(String room, @Nullable String key) implements ClientRequest {
        /** Without the key. */
        @Override
        public String toString() {
            return "Join[" + room + "]";
        }
    }

    /** Leaves a room; an empty reason says none. */
    record Leave(String room, String reason) implements ClientRequest {}

    record ChangeName(String name) implements ClientRequest {}

    /** Changes a room's topic; an empty one clears it. */
    record ChangeTopic(String room, String topic) implements ClientRequest {}

    /**
     * Asks for the rooms of the host: {@link ClientEvent.RoomListed}.
     *
     * @param words what the name holds, where the host can look for that; empty for all. A host
     *     that cannot tells all.
     */
    record ListRooms(String words) implements ClientRequest {
        /** All rooms. */
        public ListRooms() {
            this("");
        }
    }

    /** Away with a message, or back with null. */
    record Away(@Nullable String message) implements ClientRequest {}

    /** Leaves the host for good, as {@link ChatClient#close(String)} does. */
    record Quit(String reason) implements ClientRequest {}

    /**
     * Asks for what was said before all that is known of a conversation. The answer is a {@link
     * ClientEvent.HistoryPage} in any case, if only an empty one; asking again meanwhile does
     * nothing.
     */
    record Older(String conversation) implements ClientRequest {}

    /**
     * Asks for one page of a conversation's history, wherever it is. The answer is a {@link
     * ClientEvent.HistoryRead} with this request.
     *
     * @param part which page
     * @param id the message that it is next to, or null
     * @param time when that message was said, or the moment that the page is next to; null if only
     *     the id is known, and for the newest page
     */
    record ReadHistory(String conversation, Part part, @Nullable String id, @Nullable Instant time)
            implements ClientRequest {
        /** Where a page is. */
        public enum Part {
            /** The last page of all. */
            NEWEST,
            /** What ends before a message. */
            BEFORE,
            /** What begins after a message. */
            AFTER,
            /** A message or a moment, with what is before and after it. */
            AROUND
        }
    }

    /**
     * Puts a reaction to a message, or takes one's own back.
     *
     * @param target the message's id
     */
    record React(String conversation, String target, String reaction, boolean removed)
            implements ClientRequest {}

    /**
     * Deletes a message, or a reaction by its own id.
     *
     * @param reason why, or empty
     */
    record Redact(String conversation, String target, String reason) implements ClientRequest {}

    /** What I do in the composer; say it at every change, it is passed on seldom enough. */
    record Typing(String conversation, State state) implements ClientRequest {
        /** What the text in the composer does. */
        public enum State {
            /** It was just changed, and is not empty. */
            ACTIVE,
            /** It stands there, not empty, for some seconds. */
            PAUSED,
            /** It was emptied without being sent. */
            DONE
        }
    }

    /** I have read everything up to the message of that time. */
    record MarkRead(String conversation, Instant upTo) implements ClientRequest {}

    /**
     * Looks for what was said: {@link ClientEvent.Found} carries this request.
     *
     * @param conversation where, or null for everywhere
     * @param words what the text holds
     * @param from who said it, or null
     * @param after only what is newer, or null
     * @param before only what is older, or null
     */
    record Search(
            @Nullable String conversation,
            String words,
            @Nullable String from,
            @Nullable Instant after,
            @Nullable Instant before)
            implements ClientRequest {}

    /**
     * Signs in, now or as soon as there is a connection, and again on every later connection:
     * {@link ClientEvent.AccountChanged} or {@link ClientEvent.SignInFailed}. Submitted before
     * {@link ChatClient#connect()} it is part of coming in.
     */
    record SignIn(String account, String password) implements ClientRequest {
        /** Without the password. */
        @Override
        public String toString() {
            return "SignIn[account=" + account + "]";
        }
    }

    /**
     * Signs in by the key of this computer, on each connection that shows it, and tells if the host
     * does not take it. Where nobody asked for anything else the client does that by itself, and
     * tells nothing if it fails.
     */
    record SignInByKey() implements ClientRequest {}

    /**
     * Says nothing to a host that does not encrypt, from the next connection on: what it would be
     * told was meant for one that does. Once a connection was encrypted that holds anyway.
     */
    record NeverInPlain() implements ClientRequest {}

    /**
     * Registers an account under my present name, and signs in with it from then on.
     *
     * @param email where the host may ask whether it is me, or null
     */
    record Register(String password, @Nullable String email) implements ClientRequest {
        /** Without the password. */
        @Override
        public String toString() {
            return "Register[]";
        }
    }

    /** Brings the code that {@link ClientEvent.VerificationNeeded} asked for. */
    record Verify(String account, String code) implements ClientRequest {
        /** Without the code. */
        @Override
        public String toString() {
            return "Verify[account=" + account + "]";
        }
    }

    /** Lets somebody in who waits, or does not; see {@link ClientEvent.KnocksChanged}. */
    record Answer(long id, String name, boolean in) implements ClientRequest {}

    /** Changes the longer name that WHOIS shows. */
    record ChangeRealName(String realName) implements ClientRequest {}

    /** Changes what a room is called on screens; an empty name means its own. */
    record NameRoom(String room, String displayName) implements ClientRequest {}

    /** What moderators do in a room; the host refuses it to everybody else. */
    sealed interface Moderating extends ClientRequest {
        /** The room's name. */
        String room();
    }

    /** Makes somebody a moderator, or takes that back. */
    record Promote(String room, String name, boolean on) implements Moderating {}

    /** Lets somebody stay but not speak, or speak again; see {@link Feature#MUTE}. */
    record Mute(String room, String name, boolean on) implements Moderating {}

    /** Lets somebody stay but not speak for a time; see {@link Feature#TIMED_MUTE}. */
    record MuteFor(String room, String name, int minutes) implements Moderating {}

    /**
     * Lets somebody in no more, or again. Whoever is in is not removed by it.
     *
     * <p>Taking it back is meant for just after: it takes back what this app did.
     */
    record Ban(String room, String name, BanKind by, boolean on) implements Moderating {
        /** By what fits best. */
        public Ban(String room, String name, boolean on) {
            this(room, name, BanKind.BEST, on);
        }
    }

    /**
     * Asks by which key somebody can be banned, as far as it is mine to know; {@link Person#key}
     * tells.
     */
    record AskKey(String name) implements ClientRequest {}

    /** Takes an entry off the lists that {@link ClientEvent.BansListed} told. */
    record Lift(String room, RoomBan ban) implements Moderating {}

    /** Puts an entry on those lists again. */
    record BanAgain(String room, RoomBan ban) implements Moderating {}

    /** Removes somebody, who may come in again. */
    record Remove(String room, String name, String reason) implements Moderating {}

    /** Asks somebody in. */
    record Invite(String room, String name) implements Moderating {}

    /** Asks for the room's settings, and to be told when they change. */
    record AskModes(String room) implements Moderating {}

    /** Changes the room's settings. */
    record ChangeModes(String room, RoomModes from, RoomModes to) implements Moderating {}

    /** Asks who is banned or muted: {@link ClientEvent.BansListed}. */
    record ListBans(String room) implements Moderating {}

    /**
     * Asks who may always come in: {@link ClientEvent.InvitedListed}, if the host has such a list.
     */
    record ListInvited(String room) implements Moderating {}

    /**
     * Lets somebody come in although only the invited may, from now on, or no more.
     *
     * @param mask whom, as {@code nick!user@host} with wildcards
     */
    record LetIn(String room, String mask, boolean on) implements Moderating {}

    /** Changes what I am called on screens; an empty name means my own. */
    record ShowAs(String displayName) implements ClientRequest {}
}

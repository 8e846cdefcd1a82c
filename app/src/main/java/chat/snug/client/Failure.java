package chat.snug.client;

import org.jspecify.annotations.Nullable;

/**
 * Why a connection could not be made, or is gone. The screen has plain words for each.
 *
 * @param detail what the other side said, where it said something
 * @param keys which keys were compared, where that was the reason; else null
 */
public record Failure(Kind kind, String detail, @Nullable KeyMismatch keys) {
    /** Without a key having to do with it. */
    public Failure(Kind kind, String detail) {
        this(kind, detail, null);
    }

    /** The reasons, one for each sentence that a person can be shown. */
    public enum Kind {
        /** The name has no address. */
        UNKNOWN_HOST,
        /** The machine answered that nobody listens at the port. */
        NOBODY_LISTENING,
        /** No answer within the time limit, or no way to get there. */
        NO_ANSWER,
        /** The network or the host cannot be reached from here. */
        UNREACHABLE,
        /** Something answered, but it does not speak IRC. */
        NOT_IRC,
        /** The address asks for an encrypted connection; the host answered without. */
        NOT_ENCRYPTED,
        /** The host only has encryption that is not safe any more. */
        ENCRYPTION_TOO_OLD,
        /** No encrypted connection came about, or the host hung up meanwhile. */
        ENCRYPTION_FAILED,
        /** The host's certificate, or one that vouches for it, is not valid any more. */
        CERTIFICATE_EXPIRED,
        /** The host's certificate is not valid yet, or this computer's clock is wrong. */
        CERTIFICATE_NOT_YET_VALID,
        /** The host shows a certificate that is made out to somebody else. */
        CERTIFICATE_OF_ANOTHER,
        /** Nobody whom this computer trusts vouches for the host's certificate. */
        CERTIFICATE_UNKNOWN,
        /** The host was known by a key, and another one is shown; see {@link Failure#keys}. */
        KEY_CHANGED,
        /** The invite names a key, and another one is shown; see {@link Failure#keys}. */
        KEY_NOT_OF_INVITE,
        /** The invite names another key than the host is known by; see {@link Failure#keys}. */
        INVITE_OF_ANOTHER_KEY,
        /** The host was met encrypted, or has asked for that, and now there is no encryption. */
        ENCRYPTION_GONE,
        /** The host lets nobody in without encryption. */
        ENCRYPTION_NEEDED,
        /** Somebody is there and does not say whether there is encryption. */
        ENCRYPTION_UNANSWERED,
        /** 464: the password is missing or wrong. */
        WRONG_PASSWORD,
        /** Too many wrong passwords came from here; the host listens to none for a while. */
        TOO_MANY_TRIES,
        /** The host took the invite back. */
        INVITE_WITHDRAWN,
        /** The invite let in as many people as it was for. */
        INVITE_USED_UP,
        /** The invite's time is over. */
        INVITE_EXPIRED,
        /** The host was asked and said no. */
        TURNED_AWAY,
        /** The host was asked and said nothing for a long time. */
        NOBODY_ANSWERED,
        /** The name is taken; the event that carries this offers another. */
        NAME_IN_USE,
        /** The name belongs to somebody else there; the event that carries this offers another. */
        NAME_OWNED,
        /** The name has characters or a length that the host refuses. */
        NAME_REFUSED,
        /** The host takes no more connections. */
        HOST_FULL,
        /** Banned from the host (465), or refused by it with a reason. */
        REFUSED,
        /** The host closed the room, said goodbye and went. */
        CLOSED_BY_HOST,
        /** The connection ended without a word. */
        CONNECTION_LOST,
        /** The host did not answer our PING in time. */
        TIMED_OUT,
        /** The person cancelled. */
        CANCELLED
    }
}

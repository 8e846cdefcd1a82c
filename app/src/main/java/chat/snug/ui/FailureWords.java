package chat.snug.ui;

import chat.snug.client.Address;
import chat.snug.client.AddressException;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.Failure;
import chat.snug.client.Refusal;
import chat.snug.client.RoomName;

/** Plain words for everything that can go wrong on the way to a host. */
public final class FailureWords {
    private final Messages messages;

    /** How a key becomes a text where it is read, as {@link Messages#text(String, Object...)}. */
    @FunctionalInterface
    public interface Wording {
        String text(String key, Object... arguments);
    }

    /** Words in the language of {@code messages}. */
    public FailureWords(Messages messages) {
        this.messages = messages;
    }

    /** Why what was typed is no address: which part of it, and what it could look like. */
    public String of(AddressException wrong) {
        return switch (wrong.part()) {
            case EMPTY -> messages.text("address.empty");
            case SCHEME -> messages.text("address.scheme", wrong.offending());
            case HOST -> messages.text("address.host", wrong.offending());
            case PORT -> messages.text("address.port", wrong.offending());
            case ROOM -> messages.text("address.room", wrong.offending());
            case KEY -> messages.text("address.key");
            case PIN -> messages.text("address.pin");
        };
    }

    /**
     * Why nobody came in, or why the connection is gone.
     *
     * @param name the name that the person asked for
     */
    public String of(Failure failure, Address address, String name) {
        return switch (failure.kind()) {
            case UNKNOWN_HOST -> messages.text("failure.unknown-host", address.host());
            case NOBODY_LISTENING -> messages.text("failure.nobody", address.display());
            case NO_ANSWER -> messages.text("failure.no-answer", address.display());
            case UNREACHABLE -> messages.text("failure.unreachable", address.display());
            case NOT_IRC -> messages.text("failure.not-a-room", address.display());
            case NOT_ENCRYPTED -> messages.text("failure.not-encrypted", address.display());
            case ENCRYPTION_TOO_OLD -> messages.text("failure.encryption-old", address.host());
            case ENCRYPTION_FAILED -> messages.text("failure.encryption", address.display());
            case CERTIFICATE_EXPIRED ->
                    messages.text("failure.certificate-expired", address.host());
            case CERTIFICATE_NOT_YET_VALID ->
                    messages.text("failure.certificate-early", address.host());
            case CERTIFICATE_OF_ANOTHER ->
                    messages.text("failure.certificate-other", address.host());
            case CERTIFICATE_UNKNOWN ->
                    messages.text("failure.certificate-unknown", address.host());
            case KEY_CHANGED -> messages.text("failure.key-changed", address.display());
            case KEY_NOT_OF_INVITE -> messages.text("failure.key-not-of-invite", address.display());
            case INVITE_OF_ANOTHER_KEY ->
                    messages.text("failure.invite-of-another-key", address.display());
            case ENCRYPTION_GONE -> messages.text("failure.encryption-gone", address.display());
            case ENCRYPTION_NEEDED -> messages.text("failure.encryption-needed", address.display());
            case ENCRYPTION_UNANSWERED ->
                    messages.text("failure.encryption-unanswered", address.display());
            case WRONG_PASSWORD -> messages.text("failure.wrong-password");
            case TOO_MANY_TRIES -> messages.text("failure.too-many-tries");
            case INVITE_WITHDRAWN -> messages.text("failure.invite-withdrawn");
            case INVITE_USED_UP -> messages.text("failure.invite-used-up");
            case INVITE_EXPIRED -> messages.text("failure.invite-expired");
            case TURNED_AWAY -> messages.text("failure.turned-away");
            case NOBODY_ANSWERED -> messages.text("failure.nobody-answered");
            case NAME_IN_USE -> messages.text("failure.name-in-use", name);
            case NAME_OWNED -> messages.text("failure.name-owned", name);
            case NAME_REFUSED -> messages.text("failure.name-refused", name);
            case HOST_FULL -> messages.text("failure.host-full");
            case REFUSED -> withDetail("failure.refused", failure.detail());
            case CLOSED_BY_HOST -> messages.text("failure.closed-by-host");
            case CONNECTION_LOST -> messages.text("failure.lost");
            case TIMED_OUT -> messages.text("failure.timed-out");
            case CANCELLED -> messages.text("failure.cancelled");
        };
    }

    /**
     * Why a room stays shut.
     *
     * @param room its name as a person reads it
     */
    public String of(RoomRefused refused, String room) {
        return of(refused, room, messages::text);
    }

    /** The same in somebody else's words; those of the host only where there are none. */
    public static String of(RoomRefused refused, String room, Wording words) {
        return switch (refused.reason()) {
            case FULL -> words.text("refused.full", room);
            case INVITE_ONLY -> words.text("refused.invite-only", room);
            case BANNED -> words.text("refused.banned", room);
            case WRONG_KEY -> words.text("refused.wrong-key", refused.conversation());
            case NO_SUCH_ROOM -> words.text("refused.no-such-room", room);
            case TOO_MANY_ROOMS -> words.text("refused.too-many", room);
            case NO_ANSWER -> words.text("refused.no-answer", room);
            case OTHER -> withDetail("refused.other", refused.text(), words);
        };
    }

    /**
     * Why a request or a message was refused.
     *
     * @param subject the name it is about, or empty
     * @param text the host's own words, for want of better ones
     */
    public String of(Refusal why, String subject, String text) {
        return switch (why) {
            case NO_SUCH_PERSON -> messages.text("refusal.no-such-person", subject);
            case NO_SUCH_ROOM -> messages.text("refused.no-such-room", RoomName.toScreen(subject));
            case CANNOT_SEND -> messages.text("refusal.cannot-send");
            case NAME_REFUSED -> messages.text("failure.name-refused", subject);
            case NAME_IN_USE -> messages.text("failure.name-in-use", subject);
            case NOT_HERE -> messages.text("refusal.not-here");
            case NOT_ALLOWED -> messages.text("refusal.not-allowed");
            case NOT_CONNECTED -> messages.text("refusal.not-connected");
            case UNSUPPORTED -> messages.text("refusal.unsupported");
            case TOO_LONG -> messages.text("refusal.too-long");
            case OTHER -> messages.text("note.refused", text);
        };
    }

    /** Why somebody is not signed in. */
    public String of(ClientEvent.SignInFailed failed) {
        return switch (failed.trouble()) {
            case WRONG_PASSWORD -> messages.text("account.wrong-password");
            case KEY_UNKNOWN -> messages.text("account.key-unknown");
            case UNSUPPORTED -> messages.text("account.unsupported");
            case ACCOUNT_EXISTS -> messages.text("account.exists");
            case NAME_REFUSED -> messages.text("account.name-refused");
            case ALREADY_SIGNED_IN -> messages.text("account.already");
            case LATER -> messages.text("account.later");
            case PASSWORD_REFUSED -> messages.text("account.password-refused");
            case EMAIL_REFUSED -> messages.text("account.email-refused");
            case WRONG_CODE -> messages.text("account.wrong-code");
            case OTHER -> messages.text("note.refused", failed.text());
        };
    }

    /** The host's own words after ours, where it said something. */
    private String withDetail(String key, String detail) {
        return withDetail(key, detail, messages::text);
    }

    private static String withDetail(String key, String detail, Wording words) {
        return detail.isBlank() ? words.text(key) : words.text(key + ".saying", detail.strip());
    }
}

package chat.snug.client;

import chat.snug.client.Failure.Kind;
import chat.snug.protocol.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a Snug host says to somebody who stands at its door, in standard replies about nothing in
 * particular ({@code *}): that they wait until somebody lets them in, or why they are not let in.
 */
final class AtTheDoor {
    private static final String OF_THE_CONNECTION = "*";
    private static final String WAITING = "WAITING_FOR_HOST";

    private AtTheDoor() {}

    /** Whether a NOTE says to wait. */
    static boolean isToWait(Message note) {
        return isOfTheDoor(note) && note.param(1).equals(WAITING);
    }

    /** Why a FAIL does not let somebody in, null if it says something else. */
    static @Nullable Kind refusal(Message fail) {
        if (!isOfTheDoor(fail)) {
            return null;
        }
        return switch (fail.param(1)) {
            case "TURNED_AWAY" -> Kind.TURNED_AWAY;
            case "NOBODY_ANSWERED" -> Kind.NOBODY_ANSWERED;
            case "TOO_MANY_WAIT" -> Kind.HOST_FULL;
            case "TOO_MANY_TRIES" -> Kind.TOO_MANY_TRIES;
            case "INVITE_WITHDRAWN" -> Kind.INVITE_WITHDRAWN;
            case "INVITE_USED_UP" -> Kind.INVITE_USED_UP;
            case "INVITE_EXPIRED" -> Kind.INVITE_EXPIRED;
            case "PASSWORD_INCORRECT" -> Kind.WRONG_PASSWORD;
            default -> null;
        };
    }

    private static boolean isOfTheDoor(Message reply) {
        return reply.param(0).equals(OF_THE_CONNECTION);
    }
}

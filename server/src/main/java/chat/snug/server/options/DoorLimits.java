package chat.snug.server.options;

import chat.snug.room.RateLimit;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The limits at the door.
 *
 * @param waiting how many people may wait at once to be let in; where it would be more, those from
 *     places with many of them are told to come again
 * @param waitingPerAddress how many of them may come from one address
 * @param patience how long somebody may wait
 * @param invites how many limited invites are kept
 * @param known how many people are remembered who were let in or turned away
 * @param acts how many acts of those who look after the rooms are kept
 * @param wrongSecrets how often somebody at one address may give a wrong password or invite, at the
 *     own computer too
 * @param notes how often those who look after the rooms are told at once of somebody at one address
 *     who waits, or has another name; where it would be more they are told after {@code notePause}
 * @param notePause how long what is told together is waited for
 */
public record DoorLimits(
        int waiting,
        int waitingPerAddress,
        Duration patience,
        int invites,
        int known,
        int acts,
        RateLimit wrongSecrets,
        RateLimit notes,
        Duration notePause) {
    private static final DoorLimits DEFAULTS =
            new DoorLimits(
                    50,
                    5,
                    Duration.ofMinutes(10),
                    200,
                    2_000,
                    500,
                    new RateLimit(20, TimeUnit.SECONDS.toNanos(5)),
                    RateLimit.of(10, 1),
                    Duration.ofSeconds(3));

    /** What holds unless the host says otherwise. */
    public static DoorLimits defaults() {
        return DEFAULTS;
    }

    /** These limits with others for those who wait. */
    public DoorLimits withWaiting(int all, int perAddress, Duration longest) {
        return new DoorLimits(
                all, perAddress, longest, invites, known, acts, wrongSecrets, notes, notePause);
    }

    /** These limits with others for what is kept. */
    public DoorLimits withKept(int newInvites, int newKnown, int newActs) {
        return new DoorLimits(
                waiting,
                waitingPerAddress,
                patience,
                newInvites,
                newKnown,
                newActs,
                wrongSecrets,
                notes,
                notePause);
    }

    /** These limits with another one for wrong passwords and invites. */
    public DoorLimits withWrongSecrets(RateLimit limit) {
        return new DoorLimits(
                waiting,
                waitingPerAddress,
                patience,
                invites,
                known,
                acts,
                limit,
                notes,
                notePause);
    }
}

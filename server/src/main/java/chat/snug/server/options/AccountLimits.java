package chat.snug.server.options;

import chat.snug.room.RateLimit;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The limits of accounts and of proving who one is.
 *
 * @param accounts how many accounts there may be
 * @param iterations how slow the hash of a new password is
 * @param minPassword the fewest bytes of a new password
 * @param maxPassword the most bytes of a new password
 * @param waiting how many passwords may wait to be hashed; more are told to come again
 * @param responseBytes the most base64 of one SASL response, in all its lines
 * @param failures how many failed sign-ins a connection may have; the last one ends it
 * @param failuresPerAddress how often somebody at one address may fail to sign in with a password
 *     (nobody guesses a key), the own computer excepted if {@link CrowdLimits} spare it
 * @param registrationsPerAddress how often somebody at one address may make an account, the own
 *     computer excepted likewise
 * @param keys how many keys an account may have
 * @param answer how long an older connection of an account may take to show that it is still there,
 *     before a newer one gets its name
 */
public record AccountLimits(
        int accounts,
        int iterations,
        int minPassword,
        int maxPassword,
        int waiting,
        int responseBytes,
        int failures,
        RateLimit failuresPerAddress,
        RateLimit registrationsPerAddress,
        int keys,
        Duration answer) {
    private static final AccountLimits DEFAULTS =
            new AccountLimits(
                    100_000,
                    60_000,
                    6,
                    300,
                    256,
                    4_000,
                    10,
                    new RateLimit(60, TimeUnit.SECONDS.toNanos(2)),
                    new RateLimit(40, TimeUnit.SECONDS.toNanos(30)),
                    16,
                    Duration.ofSeconds(5));

    /** What holds unless the host says otherwise. */
    public static AccountLimits defaults() {
        return DEFAULTS;
    }

    /** These limits with new passwords that are hashed faster or slower. */
    public AccountLimits withIterations(int newIterations) {
        return with(newIterations, failuresPerAddress, registrationsPerAddress);
    }

    /** These limits with another one for those at one address who fail to sign in. */
    public AccountLimits withFailuresPerAddress(RateLimit limit) {
        return with(iterations, limit, registrationsPerAddress);
    }

    /** These limits with another one for those at one address who make accounts. */
    public AccountLimits withRegistrationsPerAddress(RateLimit limit) {
        return with(iterations, failuresPerAddress, limit);
    }

    private AccountLimits with(
            int newIterations, RateLimit newFailures, RateLimit newRegistrations) {
        return new AccountLimits(
                accounts,
                newIterations,
                minPassword,
                maxPassword,
                waiting,
                responseBytes,
                failures,
                newFailures,
                newRegistrations,
                keys,
                answer);
    }

    /**
     * What stands behind the capability: what may be left to the client, and the limits (IRCv3
     * account-registration).
     *
     * @param beforeConnect whether an account may be made before coming in
     */
    public String capabilityValue(boolean beforeConnect) {
        return (beforeConnect ? "before-connect," : "")
                + "custom-account-name,max-password-length="
                + maxPassword
                + ",min-password-length="
                + minPassword;
    }
}

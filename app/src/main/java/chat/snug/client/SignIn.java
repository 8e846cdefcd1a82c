package chat.snug.client;

import chat.snug.client.ClientEvent.SignInFailed;
import chat.snug.client.ClientEvent.SignInFailed.Trouble;
import chat.snug.protocol.Message;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Accounts on one connection: signing in (<a
 * href="https://ircv3.net/specs/extensions/sasl-3.2">IRCv3 SASL</a>), while registering or later,
 * and registering an account (<a
 * href="https://ircv3.net/specs/extensions/account-registration">account-registration</a>).
 */
final class SignIn {
    private static final int CHUNK = 400;
    private static final int LONGEST_CHALLENGE = 16 * 1024;
    private static final String NOTHING = "+";

    private final Dialogue dialogue;
    private final Credentials credentials;
    private final boolean keyShown;
    private final StringBuilder challenge = new StringBuilder();
    private @Nullable Mechanism mechanism;
    private boolean answering;
    private boolean keyRefused;
    private Runnable whenOver = () -> {};
    private Credentials.@Nullable Account registering;

    /**
     * @param keyShown whether the connection shows the key of this computer: it signs in by itself
     *     then, unless the person has given something else
     */
    SignIn(Dialogue dialogue, Credentials credentials, boolean keyShown) {
        this.dialogue = dialogue;
        this.credentials = credentials;
        this.keyShown = keyShown;
    }

    // ---- SASL

    /**
     * Signs in if that is wanted and possible.
     *
     * @param over run once it is decided, if this returns true
     */
    boolean begin(Runnable over) {
        Credentials.Account account = credentials.account();
        if (mechanism != null || dialogue.account() != null) {
            return false;
        }
        if (account != null) {
            return begin(Mechanism.best(account, offered()), true, over);
        }
        boolean possible = keyShown && offered().contains(Mechanism.External.NAME);
        Mechanism external = possible ? new Mechanism.External() : null;
        return (possible || credentials.byKey()) && begin(external, credentials.byKey(), over);
    }

    private List<String> offered() {
        String offered = dialogue.capabilityValues.getOrDefault("sasl", "");
        return offered.isEmpty() ? List.of() : List.of(offered.split(",", -1));
    }

    /**
     * @param asked whether the person wants it, and so is told if there is no way
     */
    private boolean begin(@Nullable Mechanism best, boolean asked, Runnable over) {
        if (best == null || !dialogue.has("sasl")) {
            if (asked) {
                failed(Trouble.UNSUPPORTED, "");
            }
            return false;
        }
        mechanism = best;
        whenOver = over;
        challenge.setLength(0);
        dialogue.send("AUTHENTICATE", best.name());
        return true;
    }

    /** The person signs in, now if there is a connection. */
    void signIn(String account, String password) {
        Credentials.Account mine = new Credentials.Account(account, password);
        credentials.use(mine);
        if (dialogue.online() && !dialogue.ended() && mechanism == null) {
            begin(Mechanism.best(mine, offered()), true, () -> {});
        }
    }

    /** The person signs in by the key of this computer, now if the connection shows it. */
    void signInByKey() {
        credentials.useKey();
        if (dialogue.online() && !dialogue.ended() && keyShown) {
            begin(() -> {});
        }
    }

    /** Whether the host tells people by their keys. */
    boolean takesKeys() {
        return dialogue.has("sasl") && offered().contains(Mechanism.External.NAME);
    }

    /** Whether the host did not take the key: what I want to be called may be somebody else's. */
    boolean keyRefused() {
        return keyRefused;
    }

    /** AUTHENTICATE: a challenge, maybe in pieces. */
    void authenticate(Message message) {
        Mechanism using = mechanism;
        String piece = message.param(0);
        if (using == null || answering) {
            return; // a host that does not wait for the answer would have us compute many
        }
        if (!piece.equals(NOTHING)) {
            challenge.append(piece);
        }
        if (challenge.length() > LONGEST_CHALLENGE) {
            abort();
            return;
        }
        if (piece.length() == CHUNK) {
            return;
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(challenge.toString());
        } catch (IllegalArgumentException _) {
            abort();
            return;
        }
        challenge.setLength(0);
        answering = true;
        dialogue.later(
                () -> using.answer(bytes),
                answer -> {
                    answering = false;
                    if (using.equals(mechanism)) {
                        send(answer);
                    }
                });
    }

    private void send(byte @Nullable [] answer) {
        if (answer == null) {
            abort();
            return;
        }
        String text = Base64.getEncoder().encodeToString(answer);
        int sent = 0;
        for (; text.length() - sent >= CHUNK; sent += CHUNK) {
            dialogue.send("AUTHENTICATE", text.substring(sent, sent + CHUNK));
        }
        String rest = text.substring(sent);
        dialogue.send("AUTHENTICATE", rest.isEmpty() ? NOTHING : rest);
    }

    private void abort() {
        dialogue.send("AUTHENTICATE", "*");
    }

    /** A numeric of SASL or of accounts; false if it is none. */
    boolean numeric(Message message) {
        switch (message.command()) {
            case "900" -> dialogue.signedIn(name(message.param(2)), byItself()); // RPL_LOGGEDIN
            case "901" -> dialogue.signedIn(null, false); // RPL_LOGGEDOUT
            case "903", "907" -> over(); // RPL_SASLSUCCESS, ERR_SASLALREADY
            case "902", "904", "905", "906" -> { // ERR_NICKLOCKED, ERR_SASLFAIL, -TOOLONG, -ABORTED
                refused(mechanism, message.trailing());
                over();
            }
            case "908" -> {
                // RPL_SASLMECHS: 904 follows.
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Whether this computer's key was shown without being asked for. */
    private boolean byItself() {
        return mechanism instanceof Mechanism.External && !credentials.byKey();
    }

    private void refused(@Nullable Mechanism used, String text) {
        switch (used) {
            case null -> {
                // Nothing was tried.
            }
            case Mechanism.External _ -> {
                keyRefused = true;
                if (credentials.byKey()) {
                    failed(Trouble.KEY_UNKNOWN, text);
                }
            }
            case Mechanism.Plain _, Mechanism.Scram _ ->
                    failed(isForNow(text) ? Trouble.LATER : Trouble.WRONG_PASSWORD, text);
        }
    }

    /** The numeric is the same as for a wrong password; hosts that have too much to do say so. */
    private static boolean isForNow(String text) {
        return text.toLowerCase(Locale.ROOT).contains("too many");
    }

    private static @Nullable String name(String account) {
        return account.isEmpty() || account.equals("*") ? null : account;
    }

    /** The host is done with us, one way or the other. */
    void over() {
        mechanism = null;
        Runnable then = whenOver;
        whenOver = () -> {};
        then.run();
    }

    // ---- registering an account

    /** Whether an account needs an address for mail. */
    boolean wantsEmail() {
        String how = dialogue.capabilityValues.getOrDefault("draft/account-registration", "");
        return dialogue.has("draft/account-registration")
                && List.of(how.split(",", -1)).contains("email-required");
    }

    void register(String password, @Nullable String email) {
        if (!dialogue.has("draft/account-registration")) {
            failed(Trouble.UNSUPPORTED, "");
            return;
        }
        registering = new Credentials.Account(dialogue.me(), password);
        String address = email == null || email.isBlank() ? "*" : email.strip();
        dialogue.send("REGISTER", "*", address, password);
    }

    void verify(String account, String code) {
        dialogue.send("VERIFY", account, code);
    }

    /** REGISTER or VERIFY, SUCCESS or VERIFICATION_REQUIRED, account, text. */
    void registered(Message message) {
        String account = message.param(1);
        if (message.param(0).equals("VERIFICATION_REQUIRED")) {
            dialogue.tell(
                    new ClientEvent.VerificationNeeded(
                            account, SpokenText.plain(message.trailing())));
        } else if (message.param(0).equals("SUCCESS")) {
            Credentials.Account mine = registering;
            if (mine != null) {
                credentials.use(new Credentials.Account(account, mine.password()));
                registering = null;
            }
            dialogue.signedIn(name(account), false);
        }
    }

    /** FAIL REGISTER or FAIL VERIFY. */
    void refused(Message fail) {
        Trouble trouble =
                switch (fail.param(1)) {
                    case "ACCOUNT_EXISTS", "USERNAME_EXISTS" -> Trouble.ACCOUNT_EXISTS;
                    case "BAD_ACCOUNT_NAME", "ACCOUNT_NAME_MUST_BE_NICK", "NEED_NICK" ->
                            Trouble.NAME_REFUSED;
                    case "ALREADY_AUTHENTICATED" -> Trouble.ALREADY_SIGNED_IN;
                    case "TEMPORARILY_UNAVAILABLE", "COMPLETE_CONNECTION_REQUIRED" -> Trouble.LATER;
                    case "WEAK_PASSWORD", "UNACCEPTABLE_PASSWORD" -> Trouble.PASSWORD_REFUSED;
                    case "INVALID_EMAIL", "UNACCEPTABLE_EMAIL" -> Trouble.EMAIL_REFUSED;
                    case "INVALID_CODE" -> Trouble.WRONG_CODE;
                    default -> Trouble.OTHER;
                };
        failed(trouble, fail.trailing());
    }

    private void failed(Trouble trouble, String text) {
        dialogue.tell(new SignInFailed(trouble, SpokenText.plain(text)));
    }
}

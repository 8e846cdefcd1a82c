package chat.snug.server.login;

import static chat.snug.server.session.CommandDispatcher.Guard.ANYBODY;

import chat.snug.account.ExternalResponse;
import chat.snug.account.PlainResponse;
import chat.snug.account.ScramExchange;
import chat.snug.account.Verifier;
import chat.snug.net.CloseReason;
import chat.snug.protocol.Capability;
import chat.snug.protocol.Command;
import chat.snug.protocol.Numeric;
import chat.snug.server.accounts.Account;
import chat.snug.server.accounts.SaslDialogue;
import chat.snug.server.accounts.SaslMechanism;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.Replies;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * AUTHENTICATE (IRCv3 <a href="https://ircv3.net/specs/extensions/sasl-3.1">SASL 3.1</a> and <a
 * href="https://ircv3.net/specs/extensions/sasl-3.2">3.2</a>): before registration and after it, as
 * often as somebody likes, also to change to another account.
 */
public final class SaslCommands {
    private static final String SUCCESSFUL = "SASL authentication successful";
    private static final String FAILED = "SASL authentication failed";

    private final ServerState server;
    private final Replies replies;
    private final Login login;
    private final Ownership ownership;

    public SaslCommands(ServerState server, Login login) {
        this.server = server;
        this.replies = server.replies;
        this.login = login;
        this.ownership = new Ownership(server, login);
    }

    public void addTo(CommandDispatcher table) {
        table.on("AUTHENTICATE", ANYBODY, Command.Authenticate.class, this::authenticate);
    }

    /** What is not finished when somebody is let in will not be. */
    static void abort(ServerState server, Session session) {
        SaslDialogue dialogue = session.sasl;
        if (dialogue != null && dialogue.state != SaslDialogue.State.IDLE) {
            dialogue.reset();
            server.replies.numeric(session, Numeric.ERR_SASLABORTED, "SASL authentication aborted");
        }
    }

    private void authenticate(Session session, Command.Authenticate command) {
        SaslDialogue dialogue = session.sasl;
        if (dialogue == null) {
            dialogue = new SaslDialogue();
            session.sasl = dialogue;
        }
        String data = command.data();
        if (!session.has(Capability.SASL)) {
            fail(session, dialogue, FAILED + ": request the capability sasl first");
        } else if (data.equals(SaslDialogue.ABORT)) {
            dialogue.reset();
            replies.numeric(session, Numeric.ERR_SASLABORTED, "SASL authentication aborted");
        } else if (dialogue.state == SaslDialogue.State.IDLE) {
            begin(session, dialogue, data);
        } else {
            goOn(session, dialogue, data);
        }
    }

    private void begin(Session session, SaslDialogue dialogue, String name) {
        if (name.length() > SaslDialogue.LINE_BYTES) {
            replies.numeric(session, Numeric.ERR_SASLTOOLONG, "SASL message too long");
            return;
        }
        SaslMechanism mechanism = SaslMechanism.of(name, session.isEncrypted());
        if (mechanism == null) {
            replies.numeric(
                    session,
                    Numeric.RPL_SASLMECHS,
                    SaslMechanism.listed(session.isEncrypted()),
                    "are available SASL mechanisms");
            fail(session, dialogue, FAILED + ": there is no such mechanism");
            return;
        }
        dialogue.mechanism = mechanism;
        dialogue.state = SaslDialogue.State.STARTED;
        say(session, SaslDialogue.EMPTY);
    }

    private void goOn(Session session, SaslDialogue dialogue, String data) {
        switch (dialogue.add(data, server.limits.accounts().responseBytes())) {
            case UNFINISHED -> {
                // the next line is waited for
            }
            case TOO_LONG -> {
                dialogue.reset();
                replies.numeric(session, Numeric.ERR_SASLTOOLONG, "SASL message too long");
            }
            case COMPLETE -> {
                byte[] response = dialogue.take();
                SaslMechanism mechanism = dialogue.mechanism;
                if (response == null || mechanism == null) {
                    fail(session, dialogue, FAILED + ": invalid base64");
                } else if (mechanism.canBeGuessed()
                        && !server.failedLogins.mayTry(session.remote())) {
                    fail(session, dialogue, FAILED + ": too many attempts; wait a little");
                } else {
                    switch (mechanism) {
                        case PLAIN -> plain(session, dialogue, response);
                        case SCRAM_SHA_256 -> scram(session, dialogue, response);
                        case EXTERNAL -> external(session, dialogue, response);
                    }
                }
            }
        }
    }

    private void plain(Session session, SaslDialogue dialogue, byte[] response) {
        PlainResponse said = PlainResponse.parse(response);
        if (said == null) {
            fail(session, dialogue, FAILED + ": invalid response");
            return;
        }
        if (!mayAct(said.name(), said.authorization())) {
            fail(session, dialogue, FAILED + ": you cannot act as somebody else");
            return;
        }
        Account account = server.accounts.find(said.name());
        Verifier verifier = server.accounts.verifier(account, said.name());
        dialogue.account = account;
        session.intake.later(
                server.passwords.submit(session.remote(), () -> verifier.matches(said.password())),
                (isRight, failure) -> {
                    if (isRight == null || failure != null) {
                        fail(session, dialogue, FAILED + ": too many people sign in; try again");
                    } else if (isRight) {
                        succeed(session, dialogue);
                    } else {
                        wrong(session, dialogue);
                    }
                });
    }

    private void scram(Session session, SaslDialogue dialogue, byte[] response) {
        ScramExchange exchange = dialogue.scram;
        if (exchange == null) {
            exchange = new ScramExchange(server.accounts.random);
            dialogue.scram = exchange;
        }
        switch (dialogue.state) {
            case STARTED -> challenge(session, dialogue, exchange, exchange.start(response));
            case CHALLENGED -> {
                byte[] proved = exchange.finish(response);
                if (proved == null) {
                    wrong(session, dialogue);
                } else {
                    dialogue.state = SaslDialogue.State.PROVED;
                    say(session, Base64.getEncoder().encodeToString(proved));
                }
            }
            case PROVED -> {
                if (response.length == 0) {
                    succeed(session, dialogue);
                } else {
                    fail(session, dialogue, FAILED + ": invalid response");
                }
            }
            case IDLE -> throw new IllegalStateException("nothing was begun");
        }
    }

    private void challenge(
            Session session, SaslDialogue dialogue, ScramExchange exchange, @Nullable String name) {
        if (name == null) {
            fail(session, dialogue, FAILED + ": invalid response");
        } else if (!mayAct(name, exchange.authorization())) {
            fail(session, dialogue, FAILED + ": you cannot act as somebody else");
        } else {
            Account account = server.accounts.find(name);
            dialogue.account = account;
            dialogue.state = SaslDialogue.State.CHALLENGED;
            Verifier verifier = server.accounts.verifier(account, name);
            say(session, Base64.getEncoder().encodeToString(exchange.challenge(verifier)));
        }
    }

    private void external(Session session, SaslDialogue dialogue, byte[] response) {
        ExternalResponse said = ExternalResponse.parse(response);
        if (said == null) {
            fail(session, dialogue, FAILED + ": invalid response");
            return;
        }
        switch (ownership.find(session, said.authorization())) {
            case Ownership.Refused refused ->
                    fail(session, dialogue, FAILED + ": " + refused.reason());
            case Ownership.Owner owner -> {
                dialogue.account = owner.account();
                succeed(session, dialogue);
            }
            case Ownership.Claimant claimant -> {
                dialogue.reset();
                login.claimed(session, claimant.claim());
                replies.numeric(session, Numeric.RPL_SASLSUCCESS, SUCCESSFUL);
            }
        }
    }

    private boolean mayAct(String name, String as) {
        return as.isEmpty() || server.accounts.isSame(as, name);
    }

    private void succeed(Session session, SaslDialogue dialogue) {
        Account account = server.accounts.current(dialogue.account);
        if (account == null) {
            wrong(session, dialogue);
            return;
        }
        String room = login.heldIn(session, account.name());
        if (room != null) {
            fail(session, dialogue, FAILED + ": you are banned or muted as you are in " + room);
            return;
        }
        dialogue.reset();
        login.in(session, account);
        replies.numeric(session, Numeric.RPL_SASLSUCCESS, SUCCESSFUL);
    }

    /** The name or the password is wrong; which of them is not told. */
    private void wrong(Session session, SaslDialogue dialogue) {
        server.failedLogins.count(session.remote());
        fail(session, dialogue, FAILED + ": wrong name or password");
    }

    private void fail(Session session, SaslDialogue dialogue, String text) {
        dialogue.reset();
        replies.numeric(session, Numeric.ERR_SASLFAIL, text);
        if (++dialogue.failures >= server.limits.accounts().failures()) {
            session.drop("Too many SASL authentication failures", CloseReason.LOCAL_CLOSE);
        }
    }

    /** In lines of 400 bytes; the last one is shorter. */
    private void say(Session session, String base64) {
        for (int i = 0; i < base64.length(); i += SaslDialogue.LINE_BYTES) {
            int end = Math.min(base64.length(), i + SaslDialogue.LINE_BYTES);
            replies.say(session, "AUTHENTICATE", base64.substring(i, end));
        }
        if (base64.length() % SaslDialogue.LINE_BYTES == 0) {
            replies.say(session, "AUTHENTICATE", SaslDialogue.EMPTY);
        }
    }
}

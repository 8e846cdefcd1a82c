package chat.snug.client;

import chat.snug.client.Failure.Kind;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;

/**
 * What the host says on one connection: each message is given to the part that it is for. Whoever
 * does not speak IRC is told from the first message.
 */
final class Incoming {
    private final Parts parts;
    private final Runnable whenIn;
    private boolean sawIrc;

    /**
     * @param whenIn what is done when registration is over
     */
    Incoming(Parts parts, Runnable whenIn) {
        this.parts = parts;
        this.whenIn = whenIn;
    }

    /** Whether the host has said anything that looks like IRC. */
    boolean sawIrc() {
        return sawIrc;
    }

    /** Bytes came that are no message. */
    void malformed() {
        if (!sawIrc && !parts.dialogue.ended()) {
            parts.dialogue.end(Kind.NOT_IRC, "");
        }
    }

    /** A message came. */
    void received(Message line) {
        if (parts.dialogue.ended()) {
            return;
        }
        Message message = Intake.of(line);
        if (!sawIrc && !looksLikeIrc(message)) {
            malformed();
            return;
        }
        sawIrc = true;
        if (parts.registration.ends(message)) {
            parts.registration.introduce();
        } else if (!parts.dialogue.batches.take(message)) {
            handle(message);
        }
    }

    /** A message that is in no batch, or made of one. */
    void handle(Message message) {
        switch (message.command()) {
            case "PING" -> parts.dialogue.send("PONG", message.param(0));
            case "PONG" -> pong(message);
            case "ERROR" -> error(message.trailing());
            case "CAP" -> {
                parts.registration.capability(message);
                parts.tellFeatures();
            }
            case "005" -> {
                parts.replies.received(message);
                parts.tellFeatures();
            }
            case "AUTHENTICATE" -> parts.signIn.authenticate(message);
            case "REGISTER", "VERIFY" -> parts.signIn.registered(message);
            case "ACCOUNT" -> parts.roster.account(message);
            case "ACK" -> parts.speech.acknowledged(message);
            case "FAIL" -> {
                if (parts.dialogue.online() || !parts.registration.fail(message)) {
                    parts.replies.fail(message);
                }
            }
            case "NOTE" -> {
                boolean taken =
                        parts.dialogue.online()
                                ? parts.doorkeeping.note(message)
                                : parts.registration.note(message);
                if (!taken) {
                    parts.replies.note(message);
                }
            }
            case "WARN" -> parts.replies.note(message);
            case "PRIVMSG", "NOTICE" -> parts.talk.received(message);
            case "TAGMSG" -> parts.talk.tagged(message);
            case "REDACT" -> parts.talk.redacted(message);
            case "MARKREAD" -> parts.markers.received(message);
            case "METADATA" -> parts.displayNames.received(message);
            case "JOIN" -> parts.roster.joined(message);
            case "PART" -> parts.roster.parted(message);
            case "KICK" -> {
                parts.moderation.kicked(message);
                parts.roster.kicked(message);
            }
            case "MODE" -> {
                parts.roster.mode(message);
                parts.moderation.changed(message);
            }
            case "TOPIC" -> topic(message);
            case "QUIT" -> quit(message);
            case "NICK" -> renamed(message);
            case "AWAY" -> away(message);
            case "SETNAME" -> parts.roster.setName(message);
            case "CHGHOST" -> hostChanged(message);
            case "INVITE" -> invited(message);
            default -> {
                if (isNumeric(message.command())) {
                    numeric(message);
                }
            }
        }
    }

    /**
     * Whether the first message can be a host's: with a source, or one of the few that come
     * without. Others greet with digits too (SMTP, FTP), or with a name (HTTP, SSH).
     */
    private static boolean looksLikeIrc(Message message) {
        return switch (message.command()) {
            case "PING", "NOTICE", "ERROR", "CAP", "AUTHENTICATE", "FAIL", "WARN", "NOTE" -> true;
            default -> message.source() != null;
        };
    }

    private static boolean isNumeric(String command) {
        if (command.length() != 3) {
            return false;
        }
        for (int i = 0; i < 3; i++) {
            if (command.charAt(i) < '0' || command.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private void numeric(Message message) {
        if (parts.takesNumeric(message)) {
            return;
        }
        if (!parts.dialogue.online()) {
            boolean in = parts.registration.numeric(message);
            boolean error = message.command().charAt(0) >= '4';
            if (!parts.dialogue.ended() && !error) {
                parts.replies.received(message);
            }
            if (in) {
                whenIn.run();
            }
            return;
        }
        switch (message.command()) {
            case "303" -> parts.memory.name().present(parts.dialogue, message); // RPL_ISON
            case "433", "435", "436", "437", "432" -> {
                if (parts.memory.name().refused()) {
                    parts.replies.received(message);
                }
            }
            default -> parts.replies.received(message);
        }
    }

    private void pong(Message message) {
        if (!parts.dialogue.online() && parts.registration.pong(message)) {
            whenIn.run();
        } else {
            parts.speech.pong(message);
            parts.patience.pong(message);
        }
    }

    private void error(String text) {
        Kind kind =
                parts.dialogue.online() ? Goodbye.afterWelcome(text) : Goodbye.beforeWelcome(text);
        parts.dialogue.end(kind, SpokenText.plain(text));
    }

    private void topic(Message message) {
        Source source = message.source();
        String by = source == null ? null : source.nick();
        parts.roster.topic(message, message.param(0), message.param(1), by);
    }

    private void quit(Message message) {
        parts.roster.quit(message);
        Source source = message.source();
        if (source != null) {
            parts.memory.name().freed(parts.dialogue, source.nick());
        }
    }

    private void renamed(Message message) {
        Source source = message.source();
        String to = message.param(0);
        if (source == null || to.isEmpty()) {
            return;
        }
        Dialogue dialogue = parts.dialogue;
        String from = source.nick();
        boolean mine = dialogue.mine(message);
        if (mine) {
            parts.memory.name().renamed(dialogue, to);
            if (dialogue.online()) {
                dialogue.tell(new ClientEvent.MyNameChanged(from, to));
            }
        }
        parts.roster.renamed(message, from, to);
        if (!mine && parts.memory.privates().rename(from, to)) {
            parts.memory.shelves().rename(from, to);
            dialogue.tell(new ClientEvent.PersonRenamed(from, dialogue.time(message), from, to));
        }
        if (!mine) {
            parts.memory.name().freed(dialogue, from);
        }
    }

    private void away(Message message) {
        Source source = message.source();
        if (source != null) {
            parts.roster.away(source.nick(), !message.params().isEmpty());
        }
    }

    private void hostChanged(Message message) {
        if (parts.dialogue.mine(message)) {
            parts.dialogue.learn(
                    new Source(parts.dialogue.me(), message.param(0), message.param(1)));
        }
    }

    private void invited(Message message) {
        Source source = message.source();
        if (source != null
                && parts.dialogue.isMe(message.param(0))
                && parts.dialogue.online()
                && !parts.moderation.invitedBack(message.param(1))) {
            parts.dialogue.tell(
                    new ClientEvent.Invited(
                            parts.dialogue.time(message), message.param(1), source.nick()));
        }
    }
}

package chat.snug.server.session;

import chat.snug.net.CloseReason;
import chat.snug.protocol.Capability;
import chat.snug.protocol.Command;
import chat.snug.protocol.CommandReader;
import chat.snug.protocol.MalformedMessageException;
import chat.snug.protocol.Message;
import chat.snug.protocol.MessageParser;
import chat.snug.protocol.Numeric;
import chat.snug.protocol.Reading;
import chat.snug.server.names.NameRules;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The table of commands. What must hold before a command is looked at stands in the table and is
 * checked here once: who may use it, whether its parameters are complete, and whether its answer
 * has a label.
 */
public final class CommandDispatcher {
    /** Who may use a command. */
    public enum Guard {
        /** Anybody. */
        ANYBODY,
        /** Those who have not registered yet; others get 462. */
        NEWCOMER,
        /** Those who have registered; others get 451. */
        REGISTERED
    }

    private static final Set<String> TALK = Set.of("PRIVMSG", "NOTICE", "TAGMSG", "BATCH");
    private static final int MAX_LABEL_BYTES = 64;

    /**
     * What a browser begins with. A page that somebody looks at may let it send text to any port,
     * also from within a network that strangers do not reach: what follows must not be read.
     */
    private static final Set<String> OF_BROWSERS =
            Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    /** Stands for a command that cannot be read. */
    private static final String UNREADABLE = "*";

    /** What decoding puts in place of bytes that are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final class Entry {
        final Guard guard;
        final BiConsumer<Session, Command> handler;
        long uses;

        Entry(Guard guard, BiConsumer<Session, Command> handler) {
            this.guard = guard;
            this.handler = handler;
        }
    }

    private final Map<String, Entry> table = new HashMap<>();
    private final Replies replies;
    private BiPredicate<Session, Message> batches = (_, _) -> false;

    public CommandDispatcher(Replies replies) {
        this.replies = replies;
    }

    /** Puts a command into the table. */
    public <C extends Command> void on(
            String verb, Guard guard, Class<C> type, BiConsumer<Session, C> handler) {
        Entry before =
                table.put(
                        verb,
                        new Entry(
                                guard,
                                (session, command) -> handler.accept(session, type.cast(command))));
        if (before != null) {
            throw new IllegalStateException(verb + " is in the table twice");
        }
    }

    /** Whether a message is part of a talk, of which clients send on before it is acknowledged. */
    static boolean isTalk(Message message) {
        return TALK.contains(message.command());
    }

    /** Sets what takes the lines that are part of a batch: those are no commands. */
    public void batches(BiPredicate<Session, Message> taker) {
        batches = taker;
    }

    /** The verbs that are known. */
    public Set<String> verbs() {
        return Set.copyOf(table.keySet());
    }

    /** Tells each command that was used, and how often, by name. */
    public void forEachUse(BiConsumer<String, Long> action) {
        new TreeMap<>(table)
                .forEach(
                        (verb, entry) -> {
                            if (entry.uses > 0) {
                                action.accept(verb, entry.uses);
                            }
                        });
    }

    /** Does what a client asks, or tells it why not. */
    void dispatch(Session session, Message message) {
        if (!message.tags().isEmpty() && batches.test(session, message)) {
            return;
        }
        String label = label(session, message);
        if (label == null) {
            handle(session, message);
        } else {
            session.answers.beginLabeled(label);
            handle(session, message);
            session.answers.endLabeled();
        }
    }

    /**
     * Refuses a line that is not UTF-8, by the name of its command and with its label where they
     * can be read (IRCv3 UTF8ONLY).
     */
    void refuseNotUtf8(Session session, ByteBuffer line) {
        Message readable;
        try {
            readable = MessageParser.parse(StandardCharsets.UTF_8.decode(line).toString());
        } catch (MalformedMessageException _) {
            replies.notUtf8(session, UNREADABLE);
            return;
        }
        String command = readable.command();
        String label = label(session, readable);
        if (label != null && isWhole(label)) {
            session.answers.beginLabeled(label);
        }
        replies.notUtf8(session, isWhole(command) ? command : UNREADABLE);
        session.answers.endLabeled();
    }

    private static boolean isWhole(String text) {
        return text.indexOf(REPLACEMENT) < 0;
    }

    private void handle(Session session, Message message) {
        Entry entry = table.get(message.command());
        if (!session.isRegistered() && OF_BROWSERS.contains(message.command())) {
            session.drop(
                    "This is a server for chat, not for web pages", CloseReason.PROTOCOL_ERROR);
            return;
        }
        Guard guard = entry == null ? Guard.REGISTERED : entry.guard;
        if (guard == Guard.REGISTERED && !session.isRegistered()) {
            replies.notRegistered(session);
            return;
        }
        if (guard == Guard.NEWCOMER && session.isRegistered()) {
            replies.numeric(session, Numeric.ERR_ALREADYREGISTERED, "You may not reregister");
            return;
        }
        switch (CommandReader.read(message)) {
            case Reading.Refused refused -> replies.refused(session, refused);
            case Reading.Ignored _ -> {
                // nothing is asked, and no answer is due
            }
            case Command command -> {
                if (entry == null) {
                    throw new IllegalStateException(message.command() + " is not in the table");
                }
                entry.uses++;
                entry.handler.accept(session, command);
            }
        }
    }

    /** A label needs batch as well, for the case that the answer is more than one message. */
    private static @Nullable String label(Session session, Message message) {
        if (!session.has(Capability.LABELED_RESPONSE) || !session.has(Capability.BATCH)) {
            return null;
        }
        String label = message.tags().get("label");
        return label == null || label.isEmpty() || NameRules.bytes(label) > MAX_LABEL_BYTES
                ? null
                : label;
    }
}

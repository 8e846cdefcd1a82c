package chat.snug.client;

import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.ModesChanged;
import chat.snug.client.ClientEvent.PersonJoined;
import chat.snug.client.ClientEvent.PersonLeft;
import chat.snug.client.ClientEvent.PersonLeft.How;
import chat.snug.client.ClientEvent.PersonRenamed;
import chat.snug.client.ClientEvent.Reacted;
import chat.snug.client.ClientEvent.Redacted;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.TopicChanged;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Messages of people as events, whether they come live or out of a history: nothing here depends on
 * what came before.
 */
final class Sayings {
    private static final int LONGEST_REACTION = 100;
    private static final String QUIT = "Quit";

    private final Dialogue dialogue;

    Sayings(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    Said said(String conversation, Message message, SpokenText spoken) {
        Source source = message.source();
        String from = source == null ? "" : source.nick();
        Tags tags = message.tags();
        boolean mine = dialogue.isFromMe(message);
        return new Said(
                conversation,
                dialogue.time(message),
                tags.get("msgid"),
                from,
                mine,
                spoken.kind(),
                spoken.text(),
                !mine && Mention.names(spoken.words(), dialogue.me()),
                account(tags),
                replyTo(tags));
    }

    static @Nullable String account(Tags tags) {
        String account = tags.get("account");
        return account == null || account.isEmpty() || account.equals("*") ? null : account;
    }

    /** The id of the message that is answered (IRCv3 reply client tag), or null. */
    static @Nullable String replyTo(Tags tags) {
        String ratified = tags.get("+reply");
        String id = ratified == null ? tags.get("+draft/reply") : ratified;
        return id == null || id.isEmpty() ? null : id;
    }

    /** The reaction that a TAGMSG brings or takes back (IRCv3 react client tag), or null. */
    @Nullable Reacted reacted(String conversation, Message message) {
        Tags tags = message.tags();
        String given = tags.get("+draft/react");
        String taken = tags.get("+draft/unreact");
        String reaction = given == null ? taken : given;
        String target = replyTo(tags);
        Source source = message.source();
        if (reaction == null || target == null || source == null) {
            return null;
        }
        String plain = SpokenText.plain(reaction).strip();
        if (plain.isEmpty() || plain.length() > LONGEST_REACTION) {
            return null;
        }
        return new Reacted(
                conversation,
                dialogue.time(message),
                tags.get("msgid"),
                target,
                source.nick(),
                dialogue.isFromMe(message),
                plain,
                given == null);
    }

    /** REDACT target id reason (IRCv3 message-redaction), or null. */
    @Nullable Redacted redacted(String conversation, Message message) {
        Source source = message.source();
        String target = message.param(1);
        return source == null || target.isEmpty()
                ? null
                : new Redacted(
                        conversation,
                        dialogue.time(message),
                        target,
                        source.nick(),
                        SpokenText.plain(message.param(2)).strip());
    }

    /** A line of a history as what happened then, or null if it is nothing to tell. */
    @Nullable ConversationEvent past(String conversation, Message message) {
        Source source = message.source();
        if (source == null || source.nick().isEmpty()) {
            return null;
        }
        Instant time = dialogue.time(message);
        String who = source.nick();
        return switch (message.command()) {
            case "PRIVMSG", "NOTICE" -> {
                SpokenText spoken =
                        SpokenText.of(message.command().equals("NOTICE"), message.param(1));
                boolean words = spoken.request().isEmpty() && !spoken.isBlank();
                yield words ? said(conversation, message, spoken) : null;
            }
            case "TAGMSG" -> reacted(conversation, message);
            case "REDACT" -> redacted(conversation, message);
            case "TOPIC" ->
                    new TopicChanged(conversation, time, SpokenText.plain(message.param(1)), who);
            case "MODE" -> {
                String told =
                        message.params().size() < 2
                                ? ""
                                : String.join(
                                        " ", message.params().subList(1, message.params().size()));
                yield told.isEmpty() ? null : new ModesChanged(conversation, time, told, who);
            }
            case "JOIN" -> new PersonJoined(conversation, time, new Person(who, Set.of(), false));
            case "PART" ->
                    new PersonLeft(conversation, time, who, How.PART, null, words(message, 1));
            case "QUIT" ->
                    new PersonLeft(
                            conversation, time, who, How.QUIT, null, ownWords(message.param(0)));
            case "KICK" ->
                    new PersonLeft(
                            conversation, time, message.param(1), How.KICK, who, words(message, 2));
            case "NICK" -> new PersonRenamed(conversation, time, who, message.param(0));
            default -> null;
        };
    }

    private static String words(Message message, int index) {
        return message.param(index).strip();
    }

    /** What somebody said on leaving, without the "Quit:" that servers put in front. */
    static String ownWords(String reason) {
        String stripped = reason.strip();
        if (stripped.equalsIgnoreCase(QUIT)) {
            return "";
        }
        String prefix = QUIT + ':';
        return stripped.regionMatches(true, 0, prefix, 0, prefix.length())
                ? stripped.substring(prefix.length()).strip()
                : stripped;
    }
}

package chat.snug.server.session;

import chat.snug.protocol.Message;
import chat.snug.protocol.Numeric;
import chat.snug.protocol.Tags;
import chat.snug.room.Author;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out, and what its tags are made of; which of them somebody gets depends on
 * the capabilities that they negotiated.
 *
 * @param message the message, without tags unless it is {@linkplain #bare bare}
 * @param time when it happened, in milliseconds of the epoch
 * @param id its {@code msgid}, empty if it has none
 * @param clientTags the client-only tags that its author attached
 * @param author who caused it, whose account (IRCv3 account-tag) and nature (bot-mode) are told;
 *     null if it was the server
 */
public record Outgoing(
        Message message, long time, String id, Tags clientTags, @Nullable Author author)
        implements Reply {
    private static final Author SOME_BOT = new Author("", "", "", null, true);

    /** Stands for the time of a bare line. */
    private static final long NO_TIME = Long.MIN_VALUE;

    /** Something without an id: a reply, or an event that is not part of a room's story. */
    public static Outgoing plain(Message message, long time) {
        return new Outgoing(message, time, "", Tags.NONE, null);
    }

    /** An answer to what somebody asked; a numeric for a program says that one caused it. */
    static Outgoing answer(Message message, long time, Session to) {
        return to.is(UserMode.BOT) && Numeric.of(message.command()) != null
                ? new Outgoing(message, time, "", Tags.NONE, SOME_BOT)
                : plain(message, time);
    }

    /** A line with no tags but those of its message, and those that only one recipient gets. */
    static Outgoing bare(Message message) {
        return new Outgoing(message, NO_TIME, "", Tags.NONE, null);
    }

    /** The same bare line as a part of a batch. */
    Outgoing within(String reference) {
        Tags batch = Tags.NONE.with("batch", reference);
        return bare(message.withTags(batch.and(message.tags())));
    }

    /** The same, caused by somebody. */
    public Outgoing by(Session actor) {
        return new Outgoing(message, time, id, clientTags, actor.author());
    }

    /** The bits of {@link Profile#TAG_BITS} that make a difference to this line. */
    int tagBits() {
        return author == null || author.account() == null
                ? Profile.TAG_BITS & ~Profile.ACCOUNT_TAG
                : Profile.TAG_BITS;
    }

    /**
     * The tags for one recipient. Those of the server come before the client-only ones (IRCv3
     * message-tags).
     *
     * @param first tags that only this recipient gets
     * @param profile what the recipient negotiated, see {@link Profile}
     */
    Tags tags(Tags first, int profile, ServerTime times) {
        if (time == NO_TIME) {
            return first.and(message.tags());
        }
        Tags tags = first;
        if ((profile & Profile.SERVER_TIME) != 0) {
            tags = tags.with("time", times.text(time));
        }
        String account = author == null ? null : author.account();
        if (account != null && (profile & Profile.ACCOUNT_TAG) != 0) {
            tags = tags.with("account", account);
        }
        if ((profile & Profile.MESSAGE_TAGS) == 0) {
            return tags;
        }
        if (!id.isEmpty()) {
            tags = tags.with("msgid", id);
        }
        if (author != null && author.bot()) {
            tags = tags.with("bot", "");
        }
        return tags.and(clientTags);
    }
}

package chat.snug.server;

import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;

/**
 * A message on its way out, and what its tags are made of; which of them somebody gets depends on
 * the capabilities that they negotiated.
 *
 * @param message the message, without tags
 * @param time when it happened, in milliseconds of the epoch
 * @param id its {@code msgid}, empty if it has none
 * @param clientTags the client-only tags that its author attached
 * @param byBot whether a program caused it (IRCv3 bot-mode)
 */
record Outgoing(Message message, long time, String id, Tags clientTags, boolean byBot) {
    /** Something without an id: a reply, or an event that is not part of a room's story. */
    static Outgoing plain(Message message, long time) {
        return new Outgoing(message, time, "", Tags.NONE, false);
    }

    /** The same, caused by somebody who may be a program. */
    Outgoing by(Session actor) {
        return actor.is(UserMode.BOT) == byBot
                ? this
                : new Outgoing(message, time, id, clientTags, !byBot);
    }

    /**
     * The tags for one recipient. Those of the server come before the client-only ones (IRCv3
     * message-tags).
     *
     * @param first tags that only this recipient gets
     * @param profile what the recipient negotiated, see {@link Profile}
     */
    Tags tags(Tags first, int profile, ServerTime times) {
        Tags tags = first;
        if ((profile & Profile.SERVER_TIME) != 0) {
            tags = tags.with("time", times.text(time));
        }
        if ((profile & Profile.MESSAGE_TAGS) == 0) {
            return tags;
        }
        if (!id.isEmpty()) {
            tags = tags.with("msgid", id);
        }
        if (byBot) {
            tags = tags.with("bot", "");
        }
        return tags.and(clientTags);
    }
}

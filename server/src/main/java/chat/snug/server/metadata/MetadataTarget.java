package chat.snug.server.metadata;

import chat.snug.server.session.Channel;
import chat.snug.server.session.Session;

/** Whom a METADATA command is about. */
sealed interface MetadataTarget {
    /** A person who is here. */
    record Someone(Session session) implements MetadataTarget {
        @Override
        public String name() {
            return session.nick();
        }
    }

    record InRoom(Channel channel) implements MetadataTarget {
        @Override
        public String name() {
            return channel.name();
        }
    }

    /** As it is told: a name, or an asterisk for somebody who has none yet. */
    String name();
}

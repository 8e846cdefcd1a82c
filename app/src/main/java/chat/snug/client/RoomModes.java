package chat.snug.client;

import org.jspecify.annotations.Nullable;

/**
 * What a room is set to, as far as a screen offers it.
 *
 * @param inviteOnly whether only those come in who were invited (mode {@code i})
 * @param moderated whether only moderators and those with a voice speak (mode {@code m})
 * @param topicLocked whether only moderators change the topic (mode {@code t})
 * @param key what opens the door (mode {@code k}), or null
 */
public record RoomModes(
        boolean inviteOnly, boolean moderated, boolean topicLocked, @Nullable String key) {
    static final RoomModes NONE = new RoomModes(false, false, false, null);

    /** Without the key. */
    @Override
    public String toString() {
        return "RoomModes[%s, %s, %s, %s]"
                .formatted(inviteOnly, moderated, topicLocked, key == null ? "open" : "key");
    }

    /** The same, open to invited people only or not. */
    public RoomModes withInviteOnly(boolean on) {
        return new RoomModes(on, moderated, topicLocked, key);
    }

    /** The same, moderated or not. */
    public RoomModes withModerated(boolean on) {
        return new RoomModes(inviteOnly, on, topicLocked, key);
    }

    /** The same, with a topic for moderators or for everybody to change. */
    public RoomModes withTopicLocked(boolean on) {
        return new RoomModes(inviteOnly, moderated, on, key);
    }

    /** The same with another key, or none. */
    public RoomModes withKey(@Nullable String newKey) {
        return new RoomModes(inviteOnly, moderated, topicLocked, newKey);
    }

    /** With one mode set or taken away; others than these do not matter. */
    RoomModes with(char mode, boolean set, String parameter) {
        return switch (mode) {
            case 'i' -> withInviteOnly(set);
            case 'm' -> withModerated(set);
            case 't' -> withTopicLocked(set);
            case 'k' -> withKey(set ? parameter : null);
            default -> this;
        };
    }
}

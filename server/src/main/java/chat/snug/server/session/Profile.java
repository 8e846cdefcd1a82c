package chat.snug.server.session;

import chat.snug.protocol.Capability;
import chat.snug.web.FrameType;
import java.util.Set;

/**
 * What decides which bytes a member of a room gets: the capabilities that matter for what is sent
 * to rooms, and the frames in which lines are sent, one bit each. Members with the same profile are
 * sent the same bytes.
 */
public final class Profile {
    static final int SERVER_TIME = 1;
    public static final int MESSAGE_TAGS = 2;
    static final int ACCOUNT_TAG = 4;
    static final int TEXT_FRAMES = 8;
    static final int BINARY_FRAMES = 16;
    public static final int EXTENDED_JOIN = 32;
    public static final int AWAY_NOTIFY = 64;
    public static final int SETNAME = 128;
    public static final int ACCOUNT_NOTIFY = 256;

    /** Redactions are told. */
    public static final int MESSAGE_REDACTION = 512;

    /** Messages of several lines are told as batches; needs batch as well. */
    public static final int MULTILINE = 1024;

    /** The bits that decide about the tags of a line; they are the lowest ones. */
    static final int TAG_BITS = SERVER_TIME | MESSAGE_TAGS | ACCOUNT_TAG;

    /** The bits that decide what is around a line; none for plain lines. They come next. */
    static final int FRAME_BITS = TEXT_FRAMES | BINARY_FRAMES;

    private Profile() {}

    /** The bit of the frames in which somebody wants lines. */
    static int bits(FrameType type) {
        return switch (type) {
            case TEXT -> TEXT_FRAMES;
            case BINARY -> BINARY_FRAMES;
        };
    }

    /**
     * The profile of somebody who has negotiated a capability, or given it up; frames stay.
     *
     * @param now all capabilities that they have by now
     */
    static int after(int profile, Capability changed, Set<Capability> now) {
        int bits = bits(changed);
        int after = now.contains(changed) ? profile | bits : profile & ~bits;
        return now.contains(Capability.MULTILINE) && now.contains(Capability.BATCH)
                ? after | MULTILINE
                : after & ~MULTILINE;
    }

    /** The bits of a capability: 0 if it does not matter for rooms. */
    static int bits(Capability capability) {
        return switch (capability) {
            case SERVER_TIME -> SERVER_TIME;
            case MESSAGE_TAGS -> MESSAGE_TAGS;
            case ACCOUNT_TAG -> ACCOUNT_TAG;
            case ACCOUNT_NOTIFY -> ACCOUNT_NOTIFY;
            case EXTENDED_JOIN -> EXTENDED_JOIN;
            case AWAY_NOTIFY -> AWAY_NOTIFY;
            case SETNAME -> SETNAME;
            case MESSAGE_REDACTION -> MESSAGE_REDACTION;
            case ACCOUNT_REGISTRATION,
                    BATCH,
                    CAP_NOTIFY,
                    CHATHISTORY,
                    ECHO_MESSAGE,
                    EVENT_PLAYBACK,
                    CHANNEL_RENAME,
                    CHGHOST,
                    DRAFT_NO_IMPLICIT_NAMES,
                    EXTENDED_ISUPPORT,
                    EXTENDED_MONITOR,
                    INVITE_NOTIFY,
                    LABELED_RESPONSE,
                    MULTILINE,
                    METADATA_2,
                    METADATA_3,
                    MULTI_PREFIX,
                    NO_IMPLICIT_NAMES,
                    PRE_AWAY,
                    SASL,
                    READ_MARKER,
                    SEARCH,
                    STANDARD_REPLIES,
                    USERHOST_IN_NAMES ->
                    0;
        };
    }
}

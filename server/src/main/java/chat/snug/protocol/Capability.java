package chat.snug.protocol;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The IRCv3 capabilities that a host offers and the app asks for (<a
 * href="https://ircv3.net/specs/extensions/capability-negotiation">capability negotiation</a>).
 * Each is named as on the wire, without the prefix of a draft or a vendor.
 */
public enum Capability {
    ACCOUNT_NOTIFY("account-notify"),
    ACCOUNT_REGISTRATION("draft/account-registration"),
    ACCOUNT_TAG("account-tag"),
    AWAY_NOTIFY("away-notify"),
    BATCH("batch"),
    CAP_NOTIFY("cap-notify"),
    CHATHISTORY("draft/chathistory"),
    ECHO_MESSAGE("echo-message"),
    EVENT_PLAYBACK("draft/event-playback"),
    CHANNEL_RENAME("draft/channel-rename"),
    CHGHOST("chghost"),
    DRAFT_NO_IMPLICIT_NAMES("draft/no-implicit-names"),
    EXTENDED_ISUPPORT("draft/extended-isupport"),
    EXTENDED_JOIN("extended-join"),
    EXTENDED_MONITOR("extended-monitor"),
    INVITE_NOTIFY("invite-notify"),
    LABELED_RESPONSE("labeled-response"),
    MESSAGE_REDACTION("draft/message-redaction"),
    MESSAGE_TAGS("message-tags"),
    METADATA_2("draft/metadata-2"),
    METADATA_3("draft/metadata-3"),
    MULTILINE("draft/multiline"),
    MULTI_PREFIX("multi-prefix"),
    NO_IMPLICIT_NAMES("no-implicit-names"),
    PRE_AWAY("draft/pre-away"),
    SASL("sasl"),
    READ_MARKER("draft/read-marker"),
    SEARCH("soju.im/search"),
    SERVER_TIME("server-time"),
    SETNAME("setname"),
    STANDARD_REPLIES("standard-replies"),
    USERHOST_IN_NAMES("userhost-in-names");

    private static final Map<String, Capability> BY_NAME = new HashMap<>();

    static {
        for (Capability capability : values()) {
            BY_NAME.put(capability.wireName, capability);
        }
    }

    private final String wireName;

    Capability(String wireName) {
        this.wireName = wireName;
    }

    /** The name in CAP, in lower case. */
    public String wireName() {
        return wireName;
    }

    /** The capability of that name, exactly as on the wire, or null when it is not known here. */
    public static @Nullable Capability of(String wireName) {
        return BY_NAME.get(wireName);
    }
}

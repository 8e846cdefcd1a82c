package chat.snug.server.session;

import chat.snug.protocol.Capability;
import chat.snug.server.accounts.SaslMechanism;
import chat.snug.server.options.ServerOptions;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the equals sign when a capability is offered to somebody who knows version 302
 * (<a href="https://ircv3.net/specs/extensions/capability-negotiation">IRCv3 capability
 * negotiation</a>, capability values).
 */
public final class CapabilityValues {
    private final Map<Capability, String> values = new EnumMap<>(Capability.class);

    CapabilityValues(ServerOptions options) {
        values.put(
                Capability.ACCOUNT_REGISTRATION,
                options.limits().accounts().capabilityValue(options.registerBeforeConnect()));
        values.put(Capability.MULTILINE, options.limits().history().multilineValue());
        values.put(Capability.METADATA_2, options.limits().metadata().capabilityValue());
        values.put(Capability.METADATA_3, options.limits().metadata().capabilityValue());
    }

    /** A capability as it is offered to somebody. */
    public String offer(Session to, Capability capability) {
        String value = to.negotiates302() ? value(to, capability) : null;
        return value == null ? capability.wireName() : capability.wireName() + '=' + value;
    }

    private @Nullable String value(Session to, Capability capability) {
        return capability == Capability.SASL
                ? SaslMechanism.listed(to.isEncrypted())
                : values.get(capability);
    }
}

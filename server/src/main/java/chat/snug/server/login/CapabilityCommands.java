package chat.snug.server.login;

import static chat.snug.server.session.CommandDispatcher.Guard.ANYBODY;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Command;
import chat.snug.protocol.Numeric;
import chat.snug.server.metadata.Metadata;
import chat.snug.server.metadata.MetadataSync;
import chat.snug.server.names.NameRules;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.Registration;
import chat.snug.server.session.Replies;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * CAP (<a href="https://ircv3.net/specs/extensions/capability-negotiation">IRCv3 capability
 * negotiation</a>, version 302).
 */
public final class CapabilityCommands {
    private static final int VERSION = 302;

    /** What stands around the list in the longest of the replies, apart from the two names. */
    private static final int FRAME_BYTES = ": CAP  LIST * :\r\n".length();

    /** What cannot be used without its value ("advertised by servers with a REQUIRED value"). */
    private static final Set<Capability> OF_VALUE =
            EnumSet.of(Capability.MULTILINE, Capability.METADATA_2, Capability.METADATA_3);

    private final ServerState server;
    private final Admission admission;
    private final Metadata metadata;
    private final MetadataSync sync;
    private final Replies replies;

    public CapabilityCommands(
            ServerState server, Admission admission, Metadata metadata, MetadataSync sync) {
        this.server = server;
        this.admission = admission;
        this.metadata = metadata;
        this.sync = sync;
        this.replies = server.replies;
    }

    public void addTo(CommandDispatcher table) {
        table.on("CAP", ANYBODY, Command.Cap.class, this::cap);
    }

    private void cap(Session session, Command.Cap cap) {
        switch (cap.subcommand()) {
            case "LS" -> list(session, cap.params());
            case "LIST" ->
                    replyInLines(
                            session,
                            "LIST",
                            names(session.capabilities()),
                            session.negotiates302());
            case "REQ" -> request(session, String.join(" ", cap.params()));
            case "END" -> end(session);
            default ->
                    replies.numeric(
                            session,
                            Numeric.ERR_INVALIDCAPCMD,
                            cap.subcommand(),
                            "Invalid CAP command");
        }
    }

    private void list(Session session, List<String> params) {
        suspendRegistration(session);
        boolean knows302 = !params.isEmpty() && version(params.getFirst()) >= VERSION;
        if (knows302) {
            session.setNegotiates302();
            session.set(Capability.CAP_NOTIFY, true);
        }
        if (knows302) {
            List<String> offers = new ArrayList<>(server.offered.size());
            for (Capability capability : server.offered) {
                offers.add(server.capabilityValues.offer(session, capability));
            }
            replyInLines(session, "LS", offers, true);
        } else {
            oneLine(session);
        }
    }

    /**
     * What is offered to those who do not know version 302: several lines are new in it, and so are
     * values, without which some capabilities mean nothing. What does not fit can be requested, but
     * is not told; drafts go first.
     */
    private void oneLine(Session session) {
        int room = room(session);
        StringBuilder line = new StringBuilder();
        for (boolean draft : new boolean[] {false, true}) {
            for (Capability capability : server.offered) {
                String name = capability.wireName();
                if (name.startsWith("draft/") == draft
                        && !OF_VALUE.contains(capability)
                        && line.length() + 1 + name.length() <= room) {
                    line.append(line.isEmpty() ? "" : " ").append(name);
                }
            }
        }
        replies.say(session, "CAP", session.nick(), "LS", line.toString());
    }

    private void request(Session session, String wanted) {
        suspendRegistration(session);
        String[] words = wanted.trim().split(" +", -1);
        boolean possible = hasOneMetadata(session, words);
        for (String word : words) {
            possible &= word.isEmpty() || isPossible(session, word);
        }
        if (!possible) {
            replyInLines(session, "NAK", List.of(words), false);
            return;
        }
        replyInLines(session, "ACK", List.of(words), false);
        for (String word : words) {
            Capability capability = capability(word);
            if (capability != null) {
                session.set(capability, !isRemoval(word));
            }
        }
        metadata.negotiated(session);
        if (session.isRegistered() && wants(Capability.METADATA_2, words)) {
            sync.cameIn(session);
        }
    }

    private static boolean wants(Capability wanted, String[] words) {
        return List.of(words).contains(wanted.wireName());
    }

    /** Nobody may have two drafts of METADATA at a time (IRCv3 metadata). */
    private static boolean hasOneMetadata(Session session, String[] words) {
        int drafts = 0;
        for (Capability draft : List.of(Capability.METADATA_2, Capability.METADATA_3)) {
            boolean isGivenUp = List.of(words).contains("-" + draft.wireName());
            drafts += wants(draft, words) || (session.has(draft) && !isGivenUp) ? 1 : 0;
        }
        return drafts < 2;
    }

    /** Somebody who negotiates version 302 cannot do without cap-notify. */
    private boolean isPossible(Session session, String word) {
        Capability capability = capability(word);
        return capability != null
                && (isRemoval(word) || server.offered.contains(capability))
                && !(isRemoval(word)
                        && capability == Capability.CAP_NOTIFY
                        && session.negotiates302());
    }

    private void end(Session session) {
        Registration registration = session.registration();
        if (registration != null) {
            registration.negotiating = false;
            admission.consider(session);
        }
    }

    private static void suspendRegistration(Session session) {
        Registration registration = session.registration();
        if (registration != null) {
            registration.negotiating = true;
        }
    }

    private static List<String> names(Collection<Capability> all) {
        List<String> names = new ArrayList<>(all.size());
        for (Capability capability : all) {
            names.add(capability.wireName());
        }
        return names;
    }

    /**
     * One line, or as many as are needed.
     *
     * @param marked whether all but the last have an asterisk (version 302)
     */
    private void replyInLines(
            Session session, String subcommand, List<String> words, boolean marked) {
        int room = room(session);
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            if (!line.isEmpty()
                    && NameRules.bytes(line.toString()) + 1 + NameRules.bytes(word) > room) {
                if (marked) {
                    replies.say(session, "CAP", session.nick(), subcommand, "*", line.toString());
                } else {
                    replies.say(session, "CAP", session.nick(), subcommand, line.toString());
                }
                line.setLength(0);
            }
            if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(word);
        }
        replies.say(session, "CAP", session.nick(), subcommand, line.toString());
    }

    /** The bytes that a list may have in one reply. */
    private int room(Session session) {
        return server.limits.wire().lineBytes()
                - FRAME_BYTES
                - NameRules.bytes(server.options.serverName())
                - NameRules.bytes(session.nick());
    }

    private static @Nullable Capability capability(String word) {
        return Capability.of(isRemoval(word) ? word.substring(1) : word);
    }

    private static boolean isRemoval(String word) {
        return word.startsWith("-");
    }

    private static int version(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}

package chat.snug.client;

import chat.snug.protocol.Message;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * CAP from the client's side (<a
 * href="https://ircv3.net/specs/extensions/capability-negotiation">capability negotiation</a>,
 * 302): asks for what the host offers and the client understands. A host that does not know CAP
 * answers with 421 or not at all, and its welcome ends the matter.
 */
final class Negotiation {
    /** What the client understands. A host may offer more, of which some would change too much. */
    private static final Set<String> WANTED =
            Set.of(
                    "account-notify",
                    "account-tag",
                    "away-notify",
                    "batch",
                    "cap-notify",
                    "chghost",
                    "draft/account-registration",
                    "draft/chathistory",
                    "draft/event-playback",
                    "draft/message-redaction",
                    "draft/metadata-2",
                    "draft/metadata-3",
                    "draft/multiline",
                    "draft/read-marker",
                    "echo-message",
                    "extended-join",
                    "extended-monitor",
                    "invite-notify",
                    "labeled-response",
                    "message-tags",
                    "multi-prefix",
                    "sasl",
                    "server-time",
                    "setname",
                    "soju.im/search",
                    "standard-replies",
                    "userhost-in-names");

    private final Dialogue dialogue;
    private final SignIn signIn;
    private final Set<String> offered = new LinkedHashSet<>();
    private int unanswered;
    private boolean oneByOne;
    private final Runnable listed;
    private boolean over;

    /**
     * @param listed told when the host has said what it offers, before that is answered
     */
    Negotiation(Dialogue dialogue, SignIn signIn, Runnable listed) {
        this.listed = listed;
        this.dialogue = dialogue;
        this.signIn = signIn;
    }

    void begin() {
        dialogue.send("CAP", "LS", "302");
    }

    /** The welcome has come: nothing holds registration up any more. */
    void end() {
        over = true;
    }

    void received(Message message) {
        String list = message.trailing();
        switch (message.param(1)) {
            case "LS" -> {
                offer(list);
                boolean moreFollows = message.params().size() > 3 && "*".equals(message.param(2));
                if (!moreFollows && !dialogue.ended()) {
                    listed.run();
                    if (!dialogue.ended()) {
                        request();
                    }
                }
            }
            case "NEW" -> {
                offer(list);
                if (!dialogue.ended()) {
                    request();
                }
            }
            case "DEL" -> {
                for (String name : names(list)) {
                    offered.remove(name);
                    dialogue.capabilities.remove(name);
                }
            }
            case "ACK" -> {
                acknowledged(list);
                answered();
            }
            case "NAK" -> {
                if (!oneByOne) {
                    oneByOne = true;
                    for (String name : names(list)) {
                        if (offered.contains(name)) {
                            ask(name);
                        }
                    }
                }
                answered();
            }
            default -> {
                // LIST and what may come later: nothing was asked.
            }
        }
    }

    private void offer(String list) {
        for (String entry : names(list)) {
            int equals = entry.indexOf('=');
            String name = equals < 0 ? entry : entry.substring(0, equals);
            if (name.equals(StsOffer.CAPABILITY)
                    && dialogue.demands(StsOffer.parse(entry.substring(equals + 1)))) {
                return;
            }
            if (WANTED.contains(name)) {
                offered.add(name);
                dialogue.capabilityValues.put(
                        name, entry.substring(equals < 0 ? entry.length() : equals + 1));
            }
        }
    }

    private void request() {
        StringBuilder list = new StringBuilder();
        for (String name : offered) {
            if (!isUseless(name) && !dialogue.capabilities.contains(name)) {
                list.append(list.isEmpty() ? "" : " ").append(name);
            }
        }
        if (list.isEmpty()) {
            endIfDone();
        } else {
            ask(list.toString());
        }
    }

    /** What cannot be used without another capability that is not offered. */
    private boolean isUseless(String name) {
        return switch (name) {
            case "labeled-response",
                    "draft/chathistory",
                    "draft/multiline",
                    "draft/metadata-3",
                    "soju.im/search" ->
                    !offered.contains("batch");
            case "draft/event-playback" -> !offered.contains("draft/chathistory");
            case "draft/metadata-2" ->
                    !offered.contains("batch") || offered.contains("draft/metadata-3");
            default -> false;
        };
    }

    private void ask(String list) {
        unanswered++;
        dialogue.send("CAP", "REQ", list);
    }

    private void acknowledged(String list) {
        for (String entry : names(list)) {
            if (entry.startsWith("-")) {
                dialogue.capabilities.remove(entry.substring(1));
            } else if (WANTED.contains(entry)) {
                dialogue.capabilities.add(entry);
            }
        }
    }

    private void answered() {
        unanswered = Math.max(0, unanswered - 1);
        endIfDone();
    }

    private void endIfDone() {
        if (unanswered > 0) {
            return;
        }
        if (over) {
            if (dialogue.online()) {
                signIn.begin(() -> {});
            }
        } else if (!signIn.begin(this::finish)) {
            finish();
        }
    }

    private void finish() {
        if (!over) {
            over = true;
            dialogue.send("CAP", "END");
        }
    }

    private static String[] names(String list) {
        return list.strip().split(" +", -1);
    }
}

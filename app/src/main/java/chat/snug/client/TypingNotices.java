package chat.snug.client;

import chat.snug.client.ClientEvent.TypingChanged;
import chat.snug.client.ClientRequest.Typing.State;
import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Who is typing, both ways (<a href="https://ircv3.net/specs/client-tags/typing">IRCv3 typing</a>):
 * mine is told to others seldom enough, and that of others ends by itself.
 */
final class TypingNotices {
    /** "not sent within 3 seconds of another one for a given target" */
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    private static final Duration ACTIVE = Duration.ofSeconds(6);
    private static final Duration PAUSED = Duration.ofSeconds(30);

    /** A refusal that comes later than this is of something else. */
    private static final Duration ANSWERED = Duration.ofSeconds(20);

    private static final int MOST = 200;

    private final Dialogue dialogue;
    private final Map<String, Notice> others = new LinkedHashMap<>();
    private final Map<String, Mine> mine = new HashMap<>();

    private record Notice(String conversation, String name, Instant until) {}

    /**
     * What I told last.
     *
     * @param open whether the host may still refuse it
     */
    private record Mine(State state, Instant sentAt, boolean open) {}

    TypingNotices(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    /** What I do in the composer. */
    void mine(String conversation, State state) {
        boolean told = dialogue.passesOn("typing") && dialogue.online() && !dialogue.ended();
        if (!told || !Speech.isTarget(conversation)) {
            return;
        }
        String key = Conversations.key(conversation);
        Mine before = mine.get(key);
        Instant now = dialogue.now();
        boolean nothingNew = before == null ? state == State.DONE : repeats(before.state(), state);
        boolean soon = before != null && now.isBefore(before.sentAt().plus(BETWEEN));
        if (nothingNew || soon || (before == null && mine.size() >= MOST)) {
            return;
        }
        mine.put(key, new Mine(state, now, true));
        String value = state.name().toLowerCase(Locale.ROOT);
        dialogue.send(
                Message.of("TAGMSG", conversation).withTags(Tags.NONE.with("+typing", value)));
    }

    /**
     * The host refuses something that was sent there.
     *
     * @return whether it was a notice of mine: nobody asked for it, so nobody is told
     */
    boolean refused(String conversation) {
        Mine told = mine.get(Conversations.key(conversation));
        if (told == null
                || !told.open()
                || !dialogue.now().isBefore(told.sentAt().plus(ANSWERED))) {
            return false;
        }
        Mine answered = new Mine(told.state(), told.sentAt(), false);
        mine.put(Conversations.key(conversation), answered);
        return true;
    }

    /** Active is sent continuously; the others once. */
    private static boolean repeats(State before, State now) {
        return now != State.ACTIVE && (before == now || before == State.DONE);
    }

    /** What was typed has been sent: that says itself that I do not type any more. */
    void said(String conversation) {
        Mine before = mine.remove(Conversations.key(conversation));
        if (before != null) {
            mine.put(
                    Conversations.key(conversation),
                    new Mine(State.DONE, before.sentAt(), before.open()));
        }
    }

    /** TAGMSG with typing. */
    void heard(String conversation, String name, String state) {
        switch (state) {
            case "active" -> types(conversation, name, ACTIVE);
            case "paused" -> types(conversation, name, PAUSED);
            case "done" -> stopped(conversation, name);
            default -> {
                // A state of later versions.
            }
        }
    }

    private void types(String conversation, String name, Duration lasts) {
        String key = key(conversation, name);
        Instant until = dialogue.now().plus(lasts);
        if (others.size() < MOST || others.containsKey(key)) {
            boolean began = others.put(key, new Notice(conversation, name, until)) == null;
            if (began) {
                dialogue.tell(new TypingChanged(conversation, name, true));
            }
        }
    }

    /** Somebody has said something, or left. */
    void stopped(String conversation, String name) {
        Notice notice = others.remove(key(conversation, name));
        if (notice != null) {
            dialogue.tell(new TypingChanged(notice.conversation(), notice.name(), false));
        }
    }

    /** Ends what was not heard of for too long. */
    void tick() {
        Instant now = dialogue.now();
        Iterator<Notice> all = others.values().iterator();
        while (all.hasNext()) {
            Notice notice = all.next();
            if (!now.isBefore(notice.until())) {
                all.remove();
                dialogue.tell(new TypingChanged(notice.conversation(), notice.name(), false));
            }
        }
    }

    /** The connection is gone: nobody is heard typing any more. */
    void lost() {
        for (Notice notice : others.values()) {
            dialogue.tell(new TypingChanged(notice.conversation(), notice.name(), false));
        }
        others.clear();
    }

    private String key(String conversation, String name) {
        return Conversations.key(conversation) + ' ' + dialogue.traits.fold(name);
    }
}

package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.Reacted;
import chat.snug.client.ClientEvent.Redacted;
import chat.snug.client.Conversations;
import chat.snug.ui.timeline.TimelineItem.Deletion;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Quote;
import chat.snug.ui.timeline.TimelineItem.Reaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts on messages what comes later: reactions, deletion, and what a reply answers. */
final class MessageMarks {
    /** More sorts of reactions than this are not kept on one message. */
    static final int MOST_REACTIONS = 40;

    /** More people than this are not named for one reaction. */
    static final int MOST_PEOPLE = 1_000;

    /** Of so many messages that are not loaded reactions are kept, the latest that came. */
    static final int MOST_UNSEEN = 1_000;

    private static final int QUOTED = 200;

    /** So many reactions are known by their ids, and so many are kept for what is not loaded. */
    static final int MOST_GIVEN = 5_000;

    /** A reaction by the id of its own, by which it can be taken back. */
    private record Given(String target, String from, boolean mine, String what) {}

    private final TimelineLog log;
    private final ShownMessages shown;
    private final Map<String, Set<Long>> repliesTo = new HashMap<>();
    private final Map<String, Given> given = new LinkedHashMap<>();
    private final Map<String, Unseen> unseen = new LinkedHashMap<>();
    private int kept;

    /** The reactions to a message that is not loaded: as it had them, and what came since. */
    private record Unseen(List<Reaction> before, List<Reacted> since) {
        int size() {
            return since.size() + before.stream().mapToInt(one -> one.people().size()).sum();
        }
    }

    MessageMarks(TimelineLog log, ShownMessages shown) {
        this.log = log;
        this.shown = shown;
    }

    /** The message is a row now: quotes what it answers, and tells those that answer it. */
    void added(Message message) {
        String answered = message.said().replyTo();
        if (answered != null) {
            repliesTo.computeIfAbsent(answered, _ -> new HashSet<>()).add(message.key());
            Quote quote = quote(answered);
            change(message.key(), row -> row.withMarks(row.marks().withQuote(quote)));
        }
        requote(message.id());
        Unseen waiting = message.id() == null ? null : unseen.remove(message.id());
        if (waiting != null) {
            kept -= waiting.size();
            change(
                    message.key(),
                    row -> row.withMarks(row.marks().withReactions(waiting.before())));
            waiting.since().forEach(this::reacted);
        }
    }

    private Quote quote(String id) {
        Message answered = find(id);
        if (answered == null || answered.marks().deletion() != null) {
            return new Quote(id, answered == null ? "" : answered.from(), "");
        }
        String line = IrcFormatting.strip(answered.text()).lines().findFirst().orElse("");
        return new Quote(
                id,
                answered.from(),
                line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…");
    }

    private void requote(@Nullable String id) {
        Set<Long> replies = id == null ? null : repliesTo.get(id);
        if (id == null || replies == null) {
            return;
        }
        Quote now = quote(id);
        for (long key : replies) {
            change(key, message -> message.withMarks(message.marks().withQuote(now)));
        }
    }

    /** Somebody reacts, or takes it back; a page of history may tell it again. */
    void reacted(Reacted reacted) {
        String id = reacted.id();
        if (shown.ofId(reacted.target()) == null) {
            keep(reacted);
        } else if (id == null || !given.containsKey(id)) {
            Given what =
                    new Given(reacted.target(), reacted.from(), reacted.mine(), reacted.reaction());
            if (id != null) {
                given.put(id, what);
                if (given.size() > MOST_GIVEN) {
                    given.remove(given.keySet().iterator().next());
                }
            }
            react(what, !reacted.removed());
        }
    }

    /** Its message may be loaded later, on another page. */
    private void keep(Reacted reacted) {
        if (reacted.id() != null && given.containsKey(reacted.id())) {
            return;
        }
        Unseen waiting = unseen.get(reacted.target());
        if (waiting == null) {
            waiting = new Unseen(List.of(), new ArrayList<>());
            keep(reacted.target(), waiting);
        }
        boolean known =
                waiting.since().stream()
                        .anyMatch(other -> other.id() != null && other.id().equals(reacted.id()));
        if (!known && waiting.since().size() < MOST_REACTIONS) {
            waiting.since().add(reacted);
            kept++;
            forgetOldest();
        }
    }

    private void keep(String target, Unseen reactions) {
        Unseen before = unseen.put(target, reactions);
        kept += reactions.size() - (before == null ? 0 : before.size());
        forgetOldest();
    }

    private void forgetOldest() {
        while (unseen.size() > MOST_UNSEEN || kept > MOST_GIVEN) {
            String oldest = unseen.keySet().iterator().next();
            Unseen gone = unseen.remove(oldest);
            kept -= gone == null ? 0 : gone.size();
            given.values().removeIf(what -> what.target().equals(oldest));
        }
    }

    /** How many reactions are known beside those on the rows. */
    int aside() {
        return given.size() + kept;
    }

    /** Forgets them: those that come again are new. */
    void forgetAside() {
        given.clear();
        unseen.clear();
        kept = 0;
    }

    private void react(Given what, boolean on) {
        Long key = shown.ofId(what.target());
        if (key != null) {
            change(
                    key,
                    message -> {
                        List<Reaction> now = reactions(message.marks().reactions(), what, on);
                        return message.withMarks(message.marks().withReactions(now));
                    });
        }
    }

    private static List<Reaction> reactions(List<Reaction> before, Given what, boolean on) {
        List<Reaction> now = new ArrayList<>();
        boolean found = false;
        for (Reaction reaction : before) {
            if (reaction.what().equals(what.what())) {
                found = true;
                Reaction changed = changed(reaction, what, on);
                if (!changed.people().isEmpty()) {
                    now.add(changed);
                }
            } else {
                now.add(reaction);
            }
        }
        if (!found && on && before.size() < MOST_REACTIONS) {
            now.add(new Reaction(what.what(), List.of(what.from()), what.mine()));
        }
        return now;
    }

    private static Reaction changed(Reaction reaction, Given what, boolean on) {
        List<String> people = new ArrayList<>(reaction.people());
        String key = Conversations.key(what.from());
        people.removeIf(person -> Conversations.key(person).equals(key));
        if (on && people.size() < MOST_PEOPLE) {
            people.add(what.from());
        }
        boolean mine = what.mine() ? on : reaction.mine();
        return new Reaction(reaction.what(), people, mine);
    }

    /** A message, or a reaction by its own id, was taken back. */
    void redacted(Redacted redacted) {
        Given reaction = given.remove(redacted.target());
        if (reaction != null) {
            react(reaction, false);
            return;
        }
        Long key = shown.ofId(redacted.target());
        if (key != null) {
            Deletion deletion = new Deletion(redacted.by(), redacted.reason());
            change(key, message -> message.deleted(deletion));
            requote(redacted.target());
        }
    }

    /** The row is gone. */
    void forget(TimelineItem item) {
        if (item instanceof Message message) {
            String answered = message.said().replyTo();
            Set<Long> replies = answered == null ? null : repliesTo.get(answered);
            if (replies != null && replies.remove(message.key()) && replies.isEmpty()) {
                repliesTo.remove(answered);
            }
            String id = message.id();
            if (id != null && !message.marks().reactions().isEmpty()) {
                keep(id, new Unseen(message.marks().reactions(), new ArrayList<>()));
            }
        }
    }

    @Nullable Message find(@Nullable String id) {
        Long key = shown.ofId(id);
        int index = key == null ? -1 : log.indexOf(key);
        return index >= 0 && log.get(index) instanceof Message message ? message : null;
    }

    private void change(long key, UnaryOperator<Message> change) {
        int index = log.indexOf(key);
        if (index >= 0 && log.get(index) instanceof Message message) {
            log.replace(index, change.apply(message));
        }
    }
}

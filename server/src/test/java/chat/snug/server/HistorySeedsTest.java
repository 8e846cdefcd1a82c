package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.store.StoreOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random talk of several people: what is replayed is what was seen when it happened, the same lines
 * with the same tags in the same order, however it is paged, from memory and from a disk. Two
 * things differ by intention: NICK has no id when it happens, for it is told once for all rooms;
 * and what was taken back is gone.
 */
class HistorySeedsTest extends Past {
    private static final int ACTIONS = 80;
    private static final String ALL =
            CAPABILITIES
                    + " draft/event-playback draft/message-redaction draft/multiline extended-join"
                    + " account-tag";

    @TempDir private Path folder;

    /** Somebody who talks. */
    private static final class Actor {
        WireClient client;
        final List<String> said = new ArrayList<>();
        String nick;
        boolean here = true;

        Actor(WireClient client, String nick) {
            this.client = client;
            this.nick = nick;
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsReplayedIsWhatWasSeen(long seed) {
        if (seed % 2 == 1) {
            past(defaults().withStore(StoreOptions.in(folder)));
        }
        Random random = new Random(seed);
        WireClient eye = capable("eye", ALL);
        List<String> live = new ArrayList<>(eye.ask("JOIN #den").subList(0, 1));
        List<Actor> actors = new ArrayList<>();
        for (String nick : List.of("ann", "bob", "carl")) {
            WireClient client = capable(nick, ALL);
            client.ask("JOIN #den");
            actors.add(new Actor(client, nick));
        }
        for (int i = 0; i < ACTIONS; i++) {
            clock.addAndGet(random.nextInt(3));
            act(random, eye, actors.get(random.nextInt(actors.size())), live);
        }
        live.addAll(eye.sync());

        List<String> expected = told(live);
        assertThat(forwards(eye, id(expected.getFirst()), random))
                .isEqualTo(expected.subList(1, expected.size()));
        assertThat(backwards(eye, random)).isEqualTo(expected);
    }

    private void act(Random random, WireClient eye, Actor actor, List<String> live) {
        String text = "text " + random.nextInt(1_000_000);
        String tags = random.nextBoolean() ? "@+draft/reply=x\\:y;+a " : "";
        if (!actor.here) {
            actor.client.ask("JOIN #den");
            actor.here = true;
            return;
        }
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> say(actor, tags + "PRIVMSG #den :" + text);
            case 3, 4 -> say(actor, tags + "NOTICE #den :" + text);
            case 5 -> say(actor, "@+draft/react=x" + random.nextInt(9) + " TAGMSG #den");
            case 6 -> lines(random, actor, tags);
            case 7 -> redact(random, actor);
            case 8 -> live.addAll(eye.ask("TOPIC #den :" + text));
            case 9 -> live.addAll(eye.ask("MODE #den +v-v " + actor.nick + " " + actor.nick));
            case 10 -> {
                actor.client.ask(random.nextBoolean() ? "PART #den" : "PART #den :" + text);
                actor.here = false;
            }
            case 11 -> {
                actor.nick = actor.nick.replaceAll("\\d", "") + random.nextInt(1_000_000);
                actor.client.ask("NICK " + actor.nick);
            }
            case 12 -> {
                actor.client.send("QUIT :" + text).untilClosed();
                actor.client = capable(actor.nick, ALL);
                actor.here = false;
            }
            default -> {
                live.addAll(eye.ask("KICK #den " + actor.nick + " :" + text));
                actor.here = false;
                actor.client.sync();
            }
        }
    }

    private static void say(Actor actor, String line) {
        actor.client.sync();
        actor.said.add(id(actor.client.ask(line).getFirst()));
    }

    private static void lines(Random random, Actor actor, String tags) {
        List<String> lines = new ArrayList<>();
        lines.add(tags + "BATCH +m draft/multiline #den");
        lines.add("@batch=m PRIVMSG #den :first");
        for (int i = random.nextInt(4); i > 0; i--) {
            lines.add(
                    switch (random.nextInt(3)) {
                        case 0 -> "@batch=m PRIVMSG #den :";
                        case 1 -> "@batch=m;draft/multiline-concat PRIVMSG #den : on";
                        default -> "@batch=m PRIVMSG #den :line " + i;
                    });
        }
        lines.add("BATCH -m");
        actor.client.sync();
        actor.said.add(id(actor.client.ask(lines.toArray(String[]::new)).getFirst()));
    }

    private static void redact(Random random, Actor actor) {
        if (!actor.said.isEmpty()) {
            String id = actor.said.remove(random.nextInt(actor.said.size()));
            actor.client.ask("REDACT #den " + id + " :oops");
        }
    }

    /** What was seen, without what was taken back, as a text for each event. */
    private static List<String> told(List<String> live) {
        List<String> events = events(live);
        List<String> gone =
                events.stream()
                        .filter(event -> event.contains(" REDACT #den "))
                        .map(event -> event.replaceFirst(".* REDACT #den (\\w+) .*", "$1"))
                        .toList();
        return events.stream().filter(event -> !gone.contains(id(event))).toList();
    }

    /** One text for each event: the lines of a batch belong to one. */
    private static List<String> events(List<String> lines) {
        List<String> events = new ArrayList<>();
        StringBuilder batch = new StringBuilder();
        for (String line : lines) {
            String level =
                    line.replaceAll("^@batch=\\w+", "@batch=R")
                            .replaceAll(" BATCH ([+-])\\w+", " BATCH $1R");
            if (!batch.isEmpty() || level.contains(" BATCH +R draft/multiline ")) {
                batch.append(level).append('\n');
                if (level.endsWith(" BATCH -R")) {
                    events.add(batch.toString());
                    batch.setLength(0);
                }
            } else {
                events.add(level);
            }
        }
        return events;
    }

    private record Page(List<String> events, List<String> ids) {}

    /** The lines of a batch, without its tag; those of batches within it have their own. */
    private static Page page(WireClient eye, String command) {
        List<String> lines = eye.ask(command);
        String reference = lines.getFirst().replaceFirst(".* BATCH \\+(\\w+) .*", "$1");
        List<String> inside =
                lines.subList(1, lines.size() - 1).stream()
                        .map(line -> line.replaceFirst("^@batch=" + reference + ";", "@"))
                        .map(line -> line.replaceFirst("^@batch=" + reference + " ", ""))
                        .toList();
        List<String> ids =
                inside.stream()
                        .filter(line -> line.startsWith("@") && !line.startsWith("@batch="))
                        .map(Past::id)
                        .toList();
        return new Page(events(inside), ids);
    }

    private static List<String> forwards(WireClient eye, String from, Random random) {
        List<String> all = new ArrayList<>();
        String last = from;
        while (true) {
            int limit = 1 + random.nextInt(7);
            Page page = page(eye, "CHATHISTORY AFTER #den msgid=" + last + " " + limit);
            if (page.events.isEmpty()) {
                return all;
            }
            assertThat(page.events.stream().filter(event -> !event.contains(" REDACT ")).toList())
                    .hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.events);
            last = page.ids.getLast();
        }
    }

    private static List<String> backwards(WireClient eye, Random random) {
        List<String> all = new ArrayList<>();
        String question = "CHATHISTORY LATEST #den * ";
        while (true) {
            Page page = page(eye, question + (1 + random.nextInt(7)));
            if (page.events.isEmpty()) {
                return all;
            }
            all.addAll(0, page.events);
            question = "CHATHISTORY BEFORE #den msgid=" + page.ids.getFirst() + " ";
        }
    }
}

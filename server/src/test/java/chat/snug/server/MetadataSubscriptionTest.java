package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is told what others said of themselves (IRCv3 metadata), and when. */
class MetadataSubscriptionTest extends MetadataFixture {
    // ---- subscriptions

    @Test
    void subscribingIsAnsweredKeyByKey() {
        WireClient ann = third("ann");

        List<String> answer = ann.ask("METADATA * SUB avatar $url website avatar");
        assertThat(answer.subList(0, 2))
                .containsExactly(
                        ":snug.local WARN METADATA INVALID_KEY $url :Invalid key",
                        ":snug.local 770 ann avatar website");
        assertThat(batch(answer.subList(2, 4))).containsExactly("metadata *ALL");
        assertThat(batch(ann.ask("METADATA * SUBS")))
                .containsExactly("metadata-subs", "772 ann avatar website");
        // nothing new, so nothing more is told
        assertThat(ann.ask("METADATA ann SUB website"))
                .containsExactly(":snug.local 770 ann website");
        assertThat(ann.ask("METADATA * UNSUB avatar other $x"))
                .containsExactly(
                        ":snug.local WARN METADATA INVALID_KEY $x :Invalid key",
                        ":snug.local 771 ann avatar other");
        assertThat(batch(ann.ask("METADATA * SUBS")))
                .containsExactly("metadata-subs", "772 ann website");
    }

    @Test
    void manyKeysTakeManyLines() {
        WireClient ann = third("ann");
        List<String> keys =
                IntStream.range(0, 50).mapToObj(i -> "key" + i).collect(Collectors.toList());
        for (int i = 0; i < 50; i += 10) {
            ann.ask("METADATA * SUB " + String.join(" ", keys.subList(i, i + 10)));
        }
        List<String> told = new ArrayList<>();
        for (String line : batch(ann.ask("METADATA * SUBS")).subList(1, 6)) {
            List<String> words = List.of(line.split(" ", -1));
            assertThat(words).hasSizeLessThanOrEqualTo(14);
            told.addAll(words.subList(2, words.size()));
        }
        assertThat(told).containsExactlyElementsOf(keys);
    }

    @Test
    void thereIsALimitForSubscriptions() {
        restart(
                options ->
                        options.withLimits(
                                options.limits()
                                        .withMetadata(options.limits().metadata().withKeys(3, 9))));
        WireClient ann = third("ann");
        WireClient bob = second("bob");
        ann.ask("METADATA * SUB avatar website");
        bob.ask("METADATA * SUB avatar website");

        assertThat(ann.ask("METADATA * SUB foo website bar").subList(0, 2))
                .containsExactly(
                        ":snug.local FAIL METADATA LIMIT_REACHED SUB website 3 :Too many"
                                + " subscriptions",
                        ":snug.local 770 ann foo");
        assertThat(bob.ask("METADATA * SUB foo city bar"))
                .containsExactly(
                        ":snug.local FAIL METADATA TOO_MANY_SUBS city :Too many subscriptions",
                        ":snug.local 770 bob foo");
        assertThat(batch(ann.ask("METADATA * SUBS")))
                .containsExactly("metadata-subs", "772 ann avatar website foo");
    }

    @Test
    void subscribingIsOnlyForOneself() {
        WireClient ann = third("ann");
        third("bob");
        ann.ask("JOIN #den");
        for (String rest : List.of("SUB a", "UNSUB a", "SUBS")) {
            for (String target : List.of("bob", "#den")) {
                assertThat(ann.ask("METADATA " + target + " " + rest))
                        .containsExactly(
                                ":snug.local FAIL METADATA INVALID_TARGET "
                                        + target
                                        + " :Invalid metadata target");
            }
        }
    }

    // ---- being told

    @Test
    void thoseInTheSameRoomAreTold() {
        WireClient ann = third("ann");
        WireClient bob = third("bob");
        WireClient old = second("old");
        WireClient deaf = third("deaf");
        WireClient away = third("away");
        WireClient plain = person("plain");
        for (WireClient client : List.of(ann, bob, old, deaf, plain)) {
            client.ask("JOIN #den");
        }
        for (WireClient client : List.of(ann, bob, old, away)) {
            client.ask("METADATA * SUB url");
        }
        List.of(ann, bob, old, deaf, plain).forEach(WireClient::sync);

        ann.ask("METADATA * SET url :x y", "METADATA * SET url :x y", "METADATA * SET other :z");
        assertThat(bob.sync()).containsExactly(":snug.local 761 bob ann url * :x y");
        assertThat(old.sync()).containsExactly(":ann!user@127.0.0.1 METADATA ann url * :x y");
        assertThat(List.of(deaf.sync(), plain.sync(), away.sync())).allMatch(List::isEmpty);

        assertThat(ann.ask("METADATA #den SET url :z"))
                .containsExactly(":snug.local 761 ann #den url * z");
        assertThat(bob.sync()).containsExactly(":snug.local 761 bob #den url * z");
        assertThat(old.sync()).containsExactly(":ann!user@127.0.0.1 METADATA #den url * z");

        ann.ask("METADATA * SET url", "METADATA #den CLEAR");
        assertThat(bob.sync())
                .containsExactly(
                        ":snug.local 766 bob ann url :Key not set",
                        ":snug.local 766 bob #den url :Key not set");
        assertThat(old.sync())
                .containsExactly(
                        ":ann!user@127.0.0.1 METADATA ann url *",
                        ":ann!user@127.0.0.1 METADATA #den url *");
        assertThat(List.of(deaf.sync(), plain.sync(), away.sync())).allMatch(List::isEmpty);
    }

    @Test
    void thoseWhoMonitorAreToldAndSeeWhatIsKnownFirst() {
        WireClient ann = third("ann");
        WireClient bob = third("bob");
        ann.ask("METADATA * SET url :x", "METADATA * SET other :z");
        bob.ask("METADATA * SUB url");

        List<String> answer = bob.ask("MONITOR + ann");
        assertThat(answer.getFirst()).isEqualTo(":snug.local 730 bob ann!user@127.0.0.1");
        assertThat(batch(answer.subList(1, answer.size())))
                .containsExactly("metadata ann", "761 bob ann url * x");
        ann.ask("METADATA * SET url :y");
        assertThat(bob.sync()).containsExactly(":snug.local 761 bob ann url * y");

        ann.send("QUIT").untilClosed();
        third("ann");
        List<String> seen = bob.sync();
        assertThat(seen.get(1)).contains(" 730 bob ");
        assertThat(batch(seen.subList(2, seen.size()))).containsExactly("metadata ann");
    }

    @Test
    void whoSubscribesIsToldWhatIsThere() {
        WireClient ann = third("ann");
        WireClient bob = third("bob");
        WireClient far = third("far");
        WireClient old = second("old");
        ann.ask("JOIN #den", "METADATA * SET url :a", "METADATA #den SET url :den");
        far.ask("METADATA * SET url :far");
        bob.ask("JOIN #den", "METADATA * SET url :b", "METADATA * SET status :here");
        old.ask("JOIN #den");
        bob.sync();

        List<String> answer = bob.ask("METADATA * SUB url");
        assertThat(batch(answer.subList(1, answer.size())))
                .containsExactlyInAnyOrder(
                        "metadata *ALL",
                        "761 bob bob url * b",
                        "761 bob #den url * den",
                        "761 bob ann url * a");
        answer = bob.ask("METADATA * SUB url status");
        assertThat(batch(answer.subList(1, answer.size())))
                .containsExactly("metadata *ALL", "761 bob bob status * here");
        answer = old.ask("METADATA * SUB status");
        assertThat(answer.getFirst()).isEqualTo(":snug.local 770 old status");
        assertThat(batch(answer.subList(1, answer.size())))
                .containsExactly("metadata *ALL", "METADATA bob status * here");
    }

    @Test
    void whoEntersARoomIsToldWhatIsThere() {
        WireClient ann = third("ann");
        ann.ask("JOIN #den", "METADATA * SET url :a", "METADATA #den SET url :den");
        WireClient bob = third("bob");
        WireClient old = second("old");
        WireClient deaf = second("deaf");
        bob.ask("METADATA * SUB url");
        old.ask("METADATA * SUB url");

        List<String> joined = bob.ask("JOIN #den");
        int end = joined.indexOf(":snug.local 366 bob #den :End of /NAMES list");
        assertThat(end).isPositive();
        assertThat(batch(joined.subList(end + 1, joined.size())))
                .containsExactly("metadata #den", "761 bob #den url * den", "761 bob ann url * a");
        joined = old.ask("JOIN #den");
        end = joined.indexOf(":snug.local 366 old #den :End of /NAMES list");
        assertThat(batch(joined.subList(end + 1, joined.size())))
                .containsExactly(
                        "metadata #den", "METADATA #den url * den", "METADATA ann url * a");
        assertThat(deaf.ask("JOIN #den").getLast()).contains(" 366 ");
        // the newer draft wants an answer even where there is nothing to tell
        assertThat(batch(lastTwo(third("cid").ask("JOIN #den")))).containsExactly("metadata #den");
    }

    private static List<String> lastTwo(List<String> lines) {
        return lines.subList(lines.size() - 2, lines.size());
    }

    @Test
    void whoAsksIsToldWhatTheyAreSubscribedTo() {
        WireClient ann = third("ann");
        ann.ask("JOIN #den", "METADATA * SET url :a", "METADATA * SET b :b");
        WireClient bob = third("bob");
        bob.ask("METADATA * SUB url", "JOIN #den");

        assertThat(batch(bob.ask("METADATA #den SYNC")))
                .containsExactly("metadata #den", "761 bob ann url * a");
        assertThat(batch(bob.ask("METADATA ann SYNC")))
                .containsExactly("metadata ann", "761 bob ann url * a");
        assertThat(batch(bob.ask("METADATA * SYNC"))).containsExactly("metadata bob");
        assertThat(batch(bob.ask("METADATA *ALL SYNC")))
                .containsExactly("metadata *ALL", "761 bob ann url * a");
        WireClient old = second("old");
        old.ask("METADATA * SUB url");
        assertThat(batch(old.ask("METADATA ann SYNC")))
                .containsExactly("metadata ann", "METADATA ann url * a");
    }

    @Test
    void whatIsTooMuchAtOnceIsToldLater() {
        restart(
                options ->
                        options.withLimits(
                                options.limits()
                                        .withMetadata(
                                                options.limits().metadata().withSyncLines(1))));
        WireClient ann = third("ann");
        WireClient bob = third("bob");
        ann.ask("JOIN #den", "METADATA * SET url :a", "METADATA #den SET url :den");
        bob.ask("METADATA * SUB url");

        assertThat(bob.ask("JOIN #den").getLast())
                .isEqualTo(":snug.local 774 bob #den 10 :Please synchronize later");
        assertThat(bob.ask("METADATA #den SYNC"))
                .containsExactly(":snug.local 774 bob #den 10 :Please synchronize later");
        assertThat(batch(bob.ask("METADATA ann SYNC"))).hasSize(2);
    }

    @Test
    void withALabelTheBatchIsInsideOfTheAnswer() {
        WireClient ann = capable("ann", THIRD + " labeled-response");
        ann.ask("METADATA * SET url :a");

        List<String> answer = ann.ask("@label=x METADATA * SUB url");
        assertThat(answer).hasSize(6);
        String outer = answer.get(0).split(" ", -1)[3].substring(1);
        assertThat(answer.get(0))
                .isEqualTo("@label=x :snug.local BATCH +" + outer + " labeled-response");
        assertThat(answer.get(1)).isEqualTo("@batch=" + outer + " :snug.local 770 ann url");
        assertThat(answer.get(2))
                .startsWith("@batch=" + outer + " :snug.local BATCH +")
                .endsWith(" metadata *ALL");
        assertThat(ann.ask("@label=y METADATA * GET url").getFirst())
                .startsWith("@label=y :snug.local BATCH +")
                .endsWith(" metadata ann");
    }
}

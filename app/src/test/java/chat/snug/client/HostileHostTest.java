package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.PeopleListed;
import chat.snug.client.ClientEvent.PersonChanged;
import chat.snug.client.ClientEvent.RoomListed;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.TopicChanged;
import chat.snug.protocol.Message;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A host that sends as much as it can of what is kept: what it fills is bounded in bytes. */
class HostileHostTest {
    private static final String CAPABILITIES =
            "server-time message-tags batch draft/chathistory labeled-response setname"
                    + " draft/multiline echo-message draft/metadata-2 sasl";

    /** Cannot be shared by chance: each text has its own bytes, two for each character. */
    private static String text(int length) {
        return "\u4e00" + "x".repeat(length);
    }

    private static ModelScript inside() {
        ModelScript script = new ModelScript();
        script.open(CAPABILITIES);
        script.host(
                ":Ann!ann@h JOIN #lobby",
                ":h 353 Ann = #lobby :@Ben Ann",
                ":h 366 Ann #lobby :End",
                ":h BATCH +q chathistory #lobby",
                ":h BATCH -q");
        script.sent();
        script.events();
        return script;
    }

    /** The host's lines, and what they leave in memory, in bytes. */
    private static long kept(ModelScript script, int lines, IntFunction<String> line) {
        script.events();
        script.sent();
        long before = used();
        for (int i = 0; i < lines; i++) {
            script.host(line.apply(i));
            script.events();
            script.sent();
        }
        long kept = used() - before;
        assertThat(script.ended).isNull();
        return kept;
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static final long MOST = Allowance.MOST + (16L << 20);

    // ---- batches

    @Test
    void closedBatchesAreNotKeptByThoseWithin() {
        ModelScript script = inside();
        String pad = text(4_000);
        long kept =
                kept(
                        script,
                        20_000,
                        i -> {
                            script.host(
                                    "@x=" + pad + ";batch=b" + i + " BATCH +b" + (i + 1) + " y");
                            return "BATCH -b" + i;
                        });
        assertThat(kept).isLessThan(MOST);
    }

    @Test
    void aLabelIsFoundHoweverDeepTheBatchesAre() {
        ModelScript script = inside();
        script.host("@label=x BATCH +b0 y");
        for (int i = 0; i < 200_000; i++) {
            script.host("@batch=b" + i + " BATCH +b" + (i + 1) + " y", "BATCH -b" + i);
        }
        script.host("@batch=b200000 :Ben!b@h PRIVMSG #lobby :deep");
        assertThat(script.event(Said.class).text()).isEqualTo("deep");
    }

    @Test
    void aCollectedBatchIsNotKeptByThoseWithin() {
        ModelScript script = inside();
        String line = ":Ben!b@h PRIVMSG #lobby :" + text(8_000);
        for (int batch = 0; batch < 15; batch++) {
            script.host("BATCH +a" + batch + " chathistory #lobby");
            script.host("@batch=a" + batch + " BATCH +w" + batch + " netsplit");
            for (int i = 0; i < 100; i++) {
                script.host("@batch=a" + batch + " " + line);
            }
            script.host("BATCH -a" + batch);
            script.events();
        }
        assertThat(script.model.used()).isLessThan(1 << 20);
        script.host("@batch=w0 :Ben!b@h PRIVMSG #lobby :passes");
        assertThat(script.event(Said.class).text()).isEqualTo("passes");
    }

    @Test
    void whatIsCollectedIsCountedWithItsTagsAndAllParameters() {
        ModelScript script = inside();
        script.host("BATCH +z chathistory #lobby");
        String tags = "@batch=z;+reply=" + "r".repeat(500) + ";msgid=";
        String words = (" " + "q".repeat(500)).repeat(14);
        long kept = kept(script, 8_000, i -> tags + i + " :Ben!b@h PRIVMSG #lobby" + words + i);
        assertThat(kept).isLessThan(MOST);
        script.host("BATCH -z");
        assertThat(script.model.used()).isLessThan(1 << 20);
    }

    @Test
    void aMessageOfSeveralLinesHasAnEnd() {
        ModelScript script = inside();
        script.host(":Ben!b@h BATCH +m draft/multiline #lobby");
        String line = "@batch=m :Ben!b@h PRIVMSG #lobby :" + "x".repeat(8_000);
        for (int i = 0; i < 500; i++) {
            script.host(line);
        }
        script.host("BATCH -m");
        assertThat(script.event(Said.class).text())
                .hasSizeBetween(MessageLimit.MOST_BYTES, 2 * MessageLimit.MOST_BYTES);
    }

    // ---- what was told

    @Test
    void idsAreRememberedHoweverLongTheyAre() {
        ModelScript script = inside();
        String id = "m".repeat(490);
        long kept =
                kept(script, 10_000, i -> "@msgid=" + id + i + " :Ben!b@h PRIVMSG #lobby :" + i);
        assertThat(kept).isLessThan(4 << 20);
        script.host("@msgid=" + id + "9999 :Ben!b@h PRIVMSG #lobby :again");
        assertThat(script.events()).isEmpty();
    }

    @Test
    void anIdThatIsTooLongIsNone() {
        ModelScript script = inside();
        script.host("@msgid=" + "m".repeat(8_000) + " :Ben!b@h PRIVMSG #lobby :hello");
        assertThat(script.event(Said.class).id()).isNull();
    }

    @Test
    void manyConversationsRememberNoMoreThanFew() {
        Shelves shelves = new Shelves();
        for (int room = 0; room < Shelves.MOST; room++) {
            for (int i = 0; i < 1_000; i++) {
                shelves.of("#r" + room).add(said("i" + i));
            }
        }
        assertThat(shelves.remembered()).isLessThanOrEqualTo(Shelves.REMEMBERED);
        assertThat(shelves.of("#r0").has(said("i999"))).isTrue();
        assertThat(shelves.of("#r0").has(said("i0"))).isFalse();
    }

    private static Message said(String id) {
        return Message.of("PRIVMSG", "#lobby", "x").withTags(Tags.NONE.with("msgid", id));
    }

    // ---- people

    @Test
    void peopleAreWeighedAndNotOnlyCounted() {
        ModelScript script = inside();
        String host = text(4_000);
        String name = text(7_000);
        long kept =
                kept(
                        script,
                        12_000,
                        i -> {
                            script.host(":p" + i + "!u@" + host + i + " JOIN #lobby");
                            return ":p" + i + "!u@h SETNAME :" + i + name;
                        });
        assertThat(kept).isLessThan(MOST);
        assertThat(script.model.used()).isBetween(Allowance.MOST / 2, Allowance.MOST);
        script.host(":Ann!ann@h PART #lobby");
        assertThat(script.model.used()).isLessThan(Allowance.MOST / 2);
    }

    @Test
    void nobodyHasALongerNameThanALineHolds() {
        ModelScript script = inside();
        script.host(":Ben!b@h SETNAME :" + "r".repeat(8_000));
        assertThat(script.event(PersonChanged.class).person().realName())
                .hasSize(Intake.LONGEST_WORD);
    }

    @Test
    void ranksAreWeighedToo() {
        ModelScript script = inside();
        String modes = letters();
        script.host(":h 005 Ann PREFIX=(" + modes + ")" + symbols(modes.length()) + " :are");
        String names = "p".repeat(150);
        long kept =
                kept(
                        script,
                        13_000,
                        i -> {
                            String nick = names + i;
                            script.host(":" + nick + "!u@h JOIN #lobby");
                            return ":Ben!b@h MODE #lobby +"
                                    + modes
                                    + (" " + nick).repeat(modes.length());
                        });
        assertThat(kept).isLessThan(MOST);
        assertThat(script.model.used()).isLessThanOrEqualTo(Allowance.MOST);
    }

    private static String letters() {
        StringBuilder letters = new StringBuilder();
        for (char c = 'A'; c <= 'Z'; c++) {
            letters.append(c).append(Character.toLowerCase(c));
        }
        return letters.toString();
    }

    private static String symbols(int count) {
        StringBuilder symbols = new StringBuilder();
        for (int i = 0; i < count; i++) {
            symbols.append((char) ('\u00c0' + i));
        }
        return symbols.toString();
    }

    @Test
    void peopleWhoAreListedAgainAreLetGo() {
        ModelScript script = inside();
        for (int i = 0; i < 50; i++) {
            script.host(":h 353 Ann = #lobby :" + manyNames(i), ":h 366 Ann #lobby :End of NAMES");
        }
        List<PeopleListed> lists =
                script.events().stream()
                        .filter(PeopleListed.class::isInstance)
                        .map(PeopleListed.class::cast)
                        .toList();
        assertThat(lists.getLast().people()).hasSize(1_000);
        assertThat(script.model.used()).isLessThan(1 << 20);
    }

    private static String manyNames(int round) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            names.append('n').append(round).append('x').append(i).append(' ');
        }
        return names.toString();
    }

    // ---- what waits

    @Test
    void whatWaitsForTheHistoryIsOneShareForAllRooms() {
        ModelScript script = inside();
        for (int room = 0; room < 60; room++) {
            script.host(":Ann!ann@h JOIN #r" + room);
        }
        String words = text(8_000);
        long kept =
                kept(
                        script,
                        3_500,
                        i ->
                                "@msgid=i%d :Ben!b@h PRIVMSG #r%d :%s%d"
                                        .formatted(i, i % 60, words, i));
        assertThat(kept).isLessThan(MOST);
        for (int room = 0; room < 60; room++) {
            script.host(":h FAIL CHATHISTORY UNKNOWN_ERROR AFTER #r" + room + " :No");
            script.host(":h FAIL CHATHISTORY UNKNOWN_ERROR LATEST #r" + room + " :No");
        }
        assertThat(script.model.used()).isLessThan(1 << 20);
    }

    @Test
    void whatWasTooMuchToWaitIsReadFromTheHostsMemory() {
        ModelScript script = inside();
        script.host(":Ann!ann@h JOIN #r");
        script.sent();
        String words = text(8_000);
        for (int i = 0; i < 1_500; i++) {
            script.host("@msgid=i" + i + " :Ben!b@h PRIVMSG #r :" + words);
        }
        script.host(
                "BATCH +h chathistory #r",
                "@batch=h;msgid=a;time=2026-11-21T11:00:00.000Z :Ben!b@h PRIVMSG #r :before",
                "BATCH -h");
        assertThat(script.events().stream().filter(HistoryPage.class::isInstance)).hasSize(1);
        assertThat(script.sent()).containsExactly("CHATHISTORY AFTER #r msgid=a 100");
        script.host(
                "BATCH +h chathistory #r",
                "@batch=h;msgid=i0;time=2026-11-21T11:00:01.000Z :Ben!b@h PRIVMSG #r :was held",
                "BATCH -h");
        assertThat(script.event(HistoryPage.class).events()).hasSize(1);
        script.host("@msgid=i0 :Ben!b@h PRIVMSG #r :was held");
        assertThat(script.events()).isEmpty();
    }

    @Test
    void questionsToTheHostAreBounded() {
        ModelScript script = inside();
        for (int round = 0; round < 30; round++) {
            script.host("BATCH +t draft/chathistory-targets");
            for (int i = 0; i < 500; i++) {
                script.host(
                        "@batch=t CHATHISTORY TARGETS n%dx%d 2026-11-21T11:00:00.000Z"
                                .formatted(round, i));
            }
            script.host("BATCH -t");
        }
        assertThat(script.sent().stream().filter(line -> line.startsWith("CHATHISTORY")))
                .hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void aChallengeIsAnsweredOneAtATime() {
        List<Supplier<?>> work = new ArrayList<>();
        Outlet outlet =
                new Outlet() {
                    @Override
                    public void send(Message message) {}

                    @Override
                    public void tell(ClientEvent event) {}

                    @Override
                    public <T extends @Nullable Object> void later(
                            Supplier<T> task, Consumer<T> then) {
                        work.add(task);
                    }

                    @Override
                    public void end(Failure failure, @Nullable String suggestedName) {}
                };
        ClientModel model =
                new ClientModel(
                        ModelScript.ADDRESS, ModelScript.ANN, null, () -> ModelScript.NOON, outlet);
        model.request(new ClientRequest.SignIn("ann", "secret"));
        model.opened();
        model.received(Message.of("CAP", "*", "LS", "sasl=SCRAM-SHA-256"));
        model.received(Message.of("CAP", "*", "ACK", "sasl"));
        for (int i = 0; i < 1_000; i++) {
            model.received(Message.of("AUTHENTICATE", "+"));
        }
        assertThat(work).hasSize(1);
    }

    // ---- lists

    @Test
    void listsOfMasksAreWeighed() {
        ModelScript script = inside();
        for (int room = 0; room < 100; room++) {
            script.host(":Ann!ann@h JOIN #r" + room);
        }
        String mask = text(500);
        long kept =
                kept(
                        script,
                        60_000,
                        i ->
                                i % 2 == 0
                                        ? ":h 367 Ann #r%d %s%d who 1"
                                                .formatted(i / 2 % 100, mask, i)
                                        : ":h 346 Ann #r%d %s%d".formatted(i / 2 % 100, mask, i));
        assertThat(kept).isLessThan(MOST);
        for (int room = 0; room < 100; room++) {
            script.host(":h 368 Ann #r" + room + " :End", ":h 347 Ann #r" + room + " :End");
        }
        assertThat(script.model.used()).isLessThan(2 << 20);
    }

    @Test
    void topicsAreCut() {
        ModelScript script = inside();
        script.host(":Ben!b@h TOPIC #lobby :" + text(8_000));
        assertThat(script.event(TopicChanged.class).topic().length()).isLessThan(2_001);
        script.host(":h 322 Ann #r 3 :" + text(8_000));
        assertThat(script.event(RoomListed.class).topic().length()).isLessThan(501);
    }

    // ---- lines

    @Test
    void aLineIsCutToWhatIsReadOfIt() {
        Tags tags = Tags.NONE.with("x", "y".repeat(8_000)).with("msgid", "i").with("time", "t");
        Message message =
                new Message(
                        tags,
                        new Source("n".repeat(5_000), "u".repeat(5_000), "h".repeat(5_000)),
                        "PRIVMSG",
                        List.of("p".repeat(5_000), "words ".repeat(1_000)));
        Message cut = Intake.of(message);
        assertThat(cut.tags().get("msgid")).isEqualTo("i");
        assertThat(cut.tags().get("time")).isEqualTo("t");
        assertThat(cut.tags().has("x")).isFalse();
        assertThat(Weight.of(cut)).isLessThan(20_000);
        assertThat(cut.trailing()).isEqualTo(message.trailing());
        Message usual = Message.of("PRIVMSG", "#lobby", "words");
        assertThat(Intake.of(usual)).isSameAs(usual);
        List<String> many = new ArrayList<>(Collections.nCopies(4_000, "x"));
        many.add("last");
        Message few = Intake.of(Message.of("PRIVMSG", many.toArray(String[]::new)));
        assertThat(few.params()).hasSize(Intake.MOST_PARAMS).endsWith("last");
        assertThat(Arrays.asList("JOIN", "NICK", "SETNAME"))
                .allMatch(
                        verb ->
                                Intake.of(Message.of(verb, "n".repeat(5_000))).trailing().length()
                                        == Intake.LONGEST_WORD);
    }
}

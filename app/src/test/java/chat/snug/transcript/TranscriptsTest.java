package chat.snug.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.snug.client.ClientEvent.Confirmed;
import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.ClientEvent.Redacted;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.Said.Kind;
import chat.snug.client.ClientEvent.TypingChanged;
import chat.snug.client.ClientRequest.ReadHistory;
import chat.snug.client.ClientRequest.ReadHistory.Part;
import chat.snug.client.ClientRequest.Search;
import chat.snug.transcript.Transcripts.Form;
import chat.snug.transcript.Transcripts.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TranscriptsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String HOST = "192.168.1.7:6667";
    private static final Place LOBBY = new Place(HOST, "#lobby");

    private final List<Trouble> told = Collections.synchronizedList(new ArrayList<>());
    @TempDir private Path folder;
    private Transcripts transcripts;

    @BeforeEach
    void open() {
        transcripts = Transcripts.in(folder.resolve("transcripts"));
        transcripts.setOnTrouble(told::add);
    }

    @AfterEach
    void close() {
        transcripts.close();
    }

    private void reopen() {
        close();
        open();
    }

    private static <T> T now(CompletableFuture<T> answer) throws Exception {
        return answer.get(20, TimeUnit.SECONDS);
    }

    /** What is said at second {@code number} after noon; ids are in no order. */
    private static Said said(int number, String text) {
        String id = Integer.toHexString(number * 7919 % 1000) + "-" + number;
        return new Said(
                "#lobby", NOON.plusSeconds(number), id, "Ben", false, Kind.TEXT, text, false);
    }

    private void saw(ConversationEvent... events) {
        transcripts.saw(LOBBY, List.of(events));
    }

    private static ReadHistory ask(Part part, @Nullable String id, @Nullable Instant time) {
        return new ReadHistory("#lobby", part, id, time);
    }

    private HistoryRead read(Part part, @Nullable Said at) throws Exception {
        return now(
                transcripts.read(
                        HOST,
                        ask(part, at == null ? null : at.id(), at == null ? null : at.time())));
    }

    private static List<String> texts(List<? extends ConversationEvent> events) {
        return events.stream().map(event -> ((Said) event).text()).toList();
    }

    private List<String> all() throws Exception {
        return texts(read(Part.NEWEST, null).events());
    }

    @Test
    void whatIsSaidToAServiceInSecretIsNotKept() throws Exception {
        Said secret =
                new Said("NickServ", NOON, "1", "Mei", true, Kind.TEXT, "IDENTIFY sesame", false);
        Place service = new Place(HOST, "NickServ");
        transcripts.saw(service, List.of(secret, new Confirmed("NickServ", 1, secret)));
        reopen();
        HistoryRead kept =
                now(transcripts.read(HOST, new ReadHistory("NickServ", Part.NEWEST, null, null)));
        assertThat(texts(kept.events())).containsExactly("IDENTIFY \u2022\u2022\u2022");
    }

    @Test
    void whatWasSeenIsThereTheNextTimeAsItWasTold() throws Exception {
        Said plain = said(1, "one");
        Said whole =
                new Said(
                        "#lobby",
                        NOON.plusSeconds(2),
                        "id2",
                        "Mei",
                        true,
                        Kind.ACTION,
                        "waves\nto \u0002all\u0002",
                        true,
                        "mei",
                        "id1");
        Said notice =
                new Said(
                        "#lobby", NOON.plusSeconds(3), null, "bot", false, Kind.NOTICE, "x", false);
        saw(plain, new TypingChanged("#lobby", "Ben", true), new Confirmed("#lobby", 1, whole));
        saw(notice);
        reopen();

        HistoryRead newest = read(Part.NEWEST, null);
        assertThat(newest.events()).isEqualTo(List.of(plain, whole, notice));
        assertThat(newest.more()).isFalse();
        assertThat(newest.failed()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsToldTwiceIsKeptOnce() throws Exception {
        saw(said(2, "two"));
        saw(
                new HistoryPage(
                        "#lobby",
                        HistoryPage.Place.ABOVE,
                        List.of(said(1, "one"), said(2, "two")),
                        true));
        reopen();
        saw(said(2, "two"), said(3, "three"));
        saw(new HistoryRead(ask(Part.NEWEST, null, null), List.of(said(3, "three")), false, false));

        assertThat(all()).containsExactly("one", "two", "three");
    }

    @Test
    void pagesGoThroughAllOfItInTheOrderOfTime() throws Exception {
        List<Said> many = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            many.add(said(i, "text " + i));
        }
        transcripts.saw(LOBBY, many.reversed());

        HistoryRead newest = read(Part.NEWEST, null);
        assertThat(newest.events()).isEqualTo(many.subList(150, 250));
        assertThat(newest.more()).isTrue();
        HistoryRead before = read(Part.BEFORE, many.get(150));
        assertThat(before.events()).isEqualTo(many.subList(50, 150));
        HistoryRead first = read(Part.BEFORE, many.get(50));
        assertThat(first.events()).isEqualTo(many.subList(0, 50));
        assertThat(first.more()).isFalse();
        HistoryRead after = read(Part.AFTER, many.get(49));
        assertThat(after.events()).isEqualTo(many.subList(50, 150));
        assertThat(after.more()).isTrue();
        assertThat(read(Part.AROUND, many.get(100)).events()).isEqualTo(many.subList(50, 151));
        HistoryRead day = now(transcripts.read(HOST, ask(Part.AROUND, null, many.get(100).time())));
        assertThat(day.events()).isEqualTo(many.subList(50, 150));
    }

    @Test
    void whatIsLookedForIsFoundAndGoneTo() throws Exception {
        saw(said(1, "the quick brown fox"), said(2, "a lazy dog"), said(3, "quick again"));
        reopen();
        Search quick = new Search("#lobby", "QUICK", null, null, null);
        List<Said> hits = now(transcripts.search(HOST, quick)).said();
        assertThat(texts(hits)).containsExactly("the quick brown fox", "quick again");

        HistoryRead there =
                now(transcripts.read(HOST, ask(Part.AROUND, hits.getFirst().id(), null)));
        assertThat(texts(there.events())).contains("the quick brown fox", "a lazy dog");
        assertThat(now(transcripts.read(HOST, ask(Part.AROUND, "unknown", null))).failed())
                .isTrue();
    }

    @Test
    void whatIsDeletedInTheRoomIsDeletedHere() throws Exception {
        saw(said(1, "one"), said(2, "two"));
        reopen();
        saw(said(3, "three"));
        saw(new Redacted("#lobby", NOON, String.valueOf(said(3, "").id()), "Ben", ""));
        saw(new Redacted("#lobby", NOON, String.valueOf(said(1, "").id()), "Ben", ""));
        reopen();
        assertThat(all()).containsExactly("two");
    }

    @Test
    void conversationsAreKeptApartAndDeletedApart() throws Exception {
        Place ben = new Place(HOST, "Ben");
        Place elsewhere = new Place("192.168.1.8:6667", "#lobby");
        saw(said(1, "here"));
        transcripts.saw(ben, List.of(said(2, "privately")));
        transcripts.saw(elsewhere, List.of(said(3, "elsewhere")));
        assertThat(now(transcripts.of(HOST)).stream().map(HistoryRead::conversation))
                .containsExactlyInAnyOrder("#lobby", "ben");

        now(transcripts.delete(LOBBY));
        reopen();
        assertThat(all()).isEmpty();
        assertThat(now(transcripts.of(HOST))).hasSize(1);
        now(transcripts.deleteAll());
        reopen();
        assertThat(now(transcripts.of(HOST))).isEmpty();
        assertThat(now(transcripts.of("192.168.1.8:6667"))).isEmpty();
    }

    @Test
    void allOfItIsWrittenOut() throws Exception {
        List<Said> many = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            many.add(said(i, "text " + i));
        }
        transcripts.saw(LOBBY, many);
        Path file = folder.resolve("lobby.txt");
        int count = now(transcripts.export(LOBBY, "lobby", Form.TEXT, file, ZoneOffset.UTC));
        assertThat(count).isEqualTo(1_100);
        assertThat(Files.readAllLines(file))
                .hasSize(1_100)
                .startsWith("2026-11-20 12:00:00 <Ben> text 0")
                .endsWith("2026-11-20 12:18:19 <Ben> text 1099");
        Path nowhere = folder.resolve("missing").resolve("lobby.txt");
        assertThatThrownBy(
                        () ->
                                now(
                                        transcripts.export(
                                                LOBBY,
                                                "lobby",
                                                Form.TEXT,
                                                nowhere,
                                                ZoneOffset.UTC)))
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aDamagedFileIsSetAsideAndTold() throws Exception {
        saw(said(1, "one"));
        close();
        Path file;
        try (var files = Files.list(folder.resolve("transcripts"))) {
            file = files.filter(f -> f.toString().endsWith(".db")).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 100; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        Files.write(file, bytes);
        open();
        saw(said(2, "two"));
        assertThat(all()).containsExactly("two");
        assertThat(told).extracting(Trouble::kind).containsExactly(Trouble.Kind.SET_ASIDE);
        assertThat(told.getFirst().where()).exists();
    }

    @Test
    void aSecondAppAtTheSameTimeKeepsNothingAndSaysSo() throws Exception {
        saw(said(1, "one"));
        assertThat(all()).containsExactly("one");
        try (Transcripts second = Transcripts.in(folder.resolve("transcripts"))) {
            second.saw(LOBBY, List.of(said(2, "two")));
            assertThat(now(second.read(HOST, ask(Part.NEWEST, null, null))).failed()).isTrue();
            // Also what happened before anybody listened.
            second.setOnTrouble(told::add);
        }
        assertThat(told).extracting(Trouble::kind).containsExactly(Trouble.Kind.IN_USE);
        assertThat(all()).containsExactly("one");
    }

    @Test
    void closedTwiceIsClosed() throws Exception {
        saw(said(1, "one"));
        close();
        close();
        saw(said(2, "two"));
        open();
        assertThat(all()).containsExactly("one");
    }

    @Test
    void whereNothingIsKeptTheAnswersAreThereAtOnce() {
        try (Transcripts none = Transcripts.none()) {
            none.saw(LOBBY, List.of(said(1, "hello")));
            assertThat(none.of(HOST)).isCompletedWithValue(List.of());
            assertThat(none.deleteAll()).isCompleted();
            assertThat(none.read(HOST, ask(Part.NEWEST, null, null)))
                    .isCompletedWithValueMatching(HistoryRead::failed);
        }
    }
}

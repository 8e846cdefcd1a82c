package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.RateLimit;
import chat.snug.server.options.ServerLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IRCv3 metadata, in the words of {@code draft/metadata-3} and of {@code draft/metadata-2}. */
class MetadataTest extends MetadataFixture {
    // ---- the capability

    @Test
    void theLimitsAreTold() {
        List<String> offered = connect().ask("CAP LS 302");
        String value =
                "=before-connect,max-subs=50,max-keys=50,max-key-bytes=40,max-value-bytes=300";
        assertThat(String.join(" ", offered))
                .contains("draft/metadata-2" + value, "draft/metadata-3" + value);
    }

    @Test
    void nobodyHasTwoDrafts() {
        WireClient ann = person("ann");
        assertThat(ann.ask("CAP REQ :draft/metadata-2 draft/metadata-3"))
                .containsExactly(":snug.local CAP ann NAK :draft/metadata-2 draft/metadata-3");
        assertThat(ann.ask("CAP REQ :batch draft/metadata-3").getFirst()).contains(" ACK ");
        assertThat(ann.ask("CAP REQ :draft/metadata-2"))
                .containsExactly(":snug.local CAP ann NAK :draft/metadata-2");
        assertThat(ann.ask("CAP REQ :-draft/metadata-3 draft/metadata-2").getFirst())
                .contains(" ACK ");
    }

    @Test
    void withoutTheCapabilitiesSubscriptionsEnd() {
        WireClient ann = third("ann");
        for (String given : List.of("batch", "draft/metadata-3")) {
            ann.ask("METADATA * SUB url");
            ann.ask("CAP REQ -" + given, "CAP REQ " + given);
            assertThat(batch(ann.ask("METADATA * SUBS"))).containsExactly("metadata-subs");
        }
    }

    // ---- SET, GET, LIST, CLEAR

    @Test
    void whatIsSetCanBeRead() {
        WireClient ann = third("ann");
        WireClient bob = third("bob");

        assertThat(ann.ask("METADATA * SET url :http://www.example.com"))
                .containsExactly(":snug.local 761 ann ann url * http://www.example.com");
        assertThat(ann.ask("METADATA ann SET im.xmpp :ann at example"))
                .containsExactly(":snug.local 761 ann ann im.xmpp * :ann at example");

        assertThat(batch(bob.ask("METADATA ann GET blargh im.xmpp URL url")))
                .containsExactly(
                        "metadata ann",
                        "766 bob ann blargh :Key not set",
                        "761 bob ann im.xmpp * :ann at example",
                        "WARN METADATA INVALID_KEY URL :Invalid key",
                        "761 bob ann url * http://www.example.com");
        assertThat(batch(bob.ask("METADATA ANN LIST")))
                .containsExactly(
                        "metadata ann",
                        "761 bob ann url * http://www.example.com",
                        "761 bob ann im.xmpp * :ann at example");
        assertThat(batch(bob.ask("METADATA * LIST"))).containsExactly("metadata bob");
    }

    @Test
    void aKeyIsRemovedByNoValueAndByAnEmptyOne() {
        WireClient ann = third("ann");
        ann.ask("METADATA * SET a :1", "METADATA * SET b :2");

        assertThat(ann.ask("METADATA * SET a", "METADATA * SET b :", "METADATA * SET c"))
                .containsExactly(
                        ":snug.local 766 ann ann a :Key not set",
                        ":snug.local 766 ann ann b :Key not set",
                        ":snug.local 766 ann ann c :Key not set");
        assertThat(batch(ann.ask("METADATA * LIST"))).hasSize(1);
    }

    @Test
    void clearTellsWhatItCleared() {
        WireClient ann = third("ann");
        ann.ask("METADATA * SET a :1", "METADATA * SET b :2");

        assertThat(batch(ann.ask("METADATA * CLEAR")))
                .containsExactly(
                        "metadata ann", "766 ann ann a :Key not set", "766 ann ann b :Key not set");
        assertThat(batch(ann.ask("METADATA * CLEAR"))).containsExactly("metadata ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Url", "$url$", "a:b", "a\u00e4", "a,b", "!", ":", ": x"})
    void whatIsNoKeyIsRefused(String key) {
        WireClient ann = third("ann");
        String told = key.startsWith(":") ? "*" : key;
        assertThat(ann.ask("METADATA * SET " + key + " :x"))
                .first()
                .asString()
                .isEqualTo(":snug.local FAIL METADATA INVALID_KEY " + told + " :Invalid key");
    }

    @Test
    void whatIsTooLongIsRefused() {
        WireClient ann = third("ann");
        String key = "k".repeat(40);

        assertThat(ann.ask("METADATA * SET " + key + " :" + "é".repeat(150)))
                .containsExactly(":snug.local 761 ann ann " + key + " * " + "é".repeat(150));
        assertThat(ann.ask("METADATA * SET k" + key + " :x").getFirst())
                .contains(" FAIL METADATA INVALID_KEY k" + key + " :");
        assertThat(ann.ask("METADATA * SET url :" + "é".repeat(150) + "x"))
                .containsExactly(
                        ":snug.local FAIL METADATA INVALID_VALUE url :The value is too long");
    }

    @Test
    void thereIsALimitForKeys() {
        restart(
                options ->
                        options.withLimits(
                                options.limits()
                                        .withMetadata(options.limits().metadata().withKeys(3, 2))));
        WireClient ann = third("ann");
        ann.ask("METADATA * SET a :1", "METADATA * SET b :2");

        assertThat(ann.ask("METADATA * SET c :3"))
                .containsExactly(
                        ":snug.local FAIL METADATA LIMIT_REACHED SET ann 2 :There is no room for"
                                + " more keys");
        assertThat(ann.ask("METADATA * SET b :3").getFirst()).contains(" 761 ");
        assertThat(ann.ask("METADATA * SET a", "METADATA * SET c :3").getLast()).contains(" 761 ");
    }

    @Test
    void changesAreLimited() throws IOException {
        AtomicLong clock = new AtomicLong(1_000_000_000_000L);
        ServerLimits limits = defaults().limits();
        use(
                ChatServer.start(
                        defaults()
                                .withLimits(
                                        limits.withMetadata(
                                                limits.metadata()
                                                        .withChanges(
                                                                new RateLimit(
                                                                        2,
                                                                        TimeUnit.SECONDS.toNanos(
                                                                                5))))),
                        clock::get,
                        System::currentTimeMillis));
        WireClient ann = third("ann");
        WireClient bob = second("bob");

        assertThat(ann.ask("METADATA * SET a :1", "METADATA * SET a :2", "METADATA * SET a :3 4"))
                .containsExactly(
                        ":snug.local 761 ann ann a * 1",
                        ":snug.local 761 ann ann a * 2",
                        ":snug.local 775 ann 5 * SET a :3 4");
        bob.ask("METADATA * SET a :1", "METADATA * SET a :2");
        assertThat(bob.ask("METADATA * SET a :3"))
                .containsExactly(
                        ":snug.local FAIL METADATA RATE_LIMITED * a 5 :Too many changes; try again"
                                + " later");
        clock.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(ann.ask("METADATA * SET a :3")).containsExactly(":snug.local 761 ann ann a * 3");
    }

    @Test
    void peopleSpeakForThemselves() {
        WireClient ann = third("ann");
        third("bob");

        assertThat(ann.ask("METADATA bob SET url :x"))
                .containsExactly(
                        ":snug.local FAIL METADATA KEY_NO_PERMISSION bob url :Permission denied");
        assertThat(ann.ask("METADATA bob CLEAR"))
                .containsExactly(
                        ":snug.local FAIL METADATA KEY_NO_PERMISSION bob * :Permission denied");
    }

    @Test
    void operatorsSpeakForTheRoom() {
        WireClient ann = third("ann");
        WireClient bob = third("bob");
        WireClient cid = third("cid");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");

        assertThat(ann.sync()).hasSize(1);
        assertThat(ann.ask("METADATA #DEN SET url :http://den"))
                .containsExactly(":snug.local 761 ann #den url * http://den");
        assertThat(bob.ask("METADATA #den SET url :x"))
                .containsExactly(
                        ":snug.local FAIL METADATA KEY_NO_PERMISSION #den url :Permission denied");
        assertThat(cid.ask("METADATA #den CLEAR"))
                .containsExactly(
                        ":snug.local FAIL METADATA KEY_NO_PERMISSION #den * :Permission denied");
        assertThat(batch(cid.ask("METADATA #den LIST")))
                .containsExactly("metadata #den", "761 cid #den url * http://den");
        ann.ask("MODE #den +s");
        assertThat(cid.ask("METADATA #den LIST"))
                .containsExactly(
                        ":snug.local FAIL METADATA INVALID_TARGET #den :Invalid metadata target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET a", "LIST", "SET a :b", "CLEAR", "SYNC", "SUB a", "SUBS"})
    void aTargetThatIsNotThereIsRefused(String rest) {
        for (WireClient client : List.of(third("ann"), second("bob"))) {
            for (String target : List.of("nobody", "#nowhere", "$a:user", "a!b@c")) {
                assertThat(client.ask("METADATA " + target + " " + rest))
                        .containsExactly(
                                ":snug.local FAIL METADATA INVALID_TARGET "
                                        + target
                                        + " :Invalid metadata target");
            }
        }
    }

    @Test
    void whatIsNoCommandIsRefused() {
        WireClient ann = third("ann");
        assertThat(
                        ann.ask(
                                "METADATA",
                                "METADATA #chan GET",
                                "METADATA #chan SNEEZE",
                                "METADATA #chan :: hi!",
                                "METADATA * SET",
                                "METADATA * SET a b c",
                                "METADATA * list x"))
                .containsExactly(
                        ":snug.local FAIL METADATA INVALID_PARAMS * :Not enough parameters",
                        ":snug.local FAIL METADATA INVALID_PARAMS GET :Not enough parameters",
                        ":snug.local FAIL METADATA INVALID_PARAMS SNEEZE :Unknown subcommand",
                        ":snug.local FAIL METADATA INVALID_PARAMS * :Unknown subcommand",
                        ":snug.local FAIL METADATA INVALID_PARAMS SET :Not enough parameters",
                        ":snug.local FAIL METADATA INVALID_PARAMS SET :Too many parameters",
                        ":snug.local FAIL METADATA INVALID_PARAMS list :Too many parameters");
    }

    // ---- before and after

    @Test
    void beforeItComesInAClientSpeaksOfItselfOnly() {
        WireClient ann = connect();
        assertThat(ann.ask("METADATA * SET a :b"))
                .containsExactly(":snug.local 451 * :You have not registered");
        ann.ask("CAP LS 302", "CAP REQ :" + THIRD, "NICK ann");

        assertThat(ann.ask("METADATA * SUB display-name"))
                .containsExactly(":snug.local 770 * display-name");
        assertThat(ann.ask("METADATA * SET display-name :a b c"))
                .containsExactly(":snug.local 761 * * display-name * :a b c");
        assertThat(ann.ask("METADATA ann SET display-name :a b c").getFirst())
                .contains(" FAIL METADATA INVALID_TARGET ann ");
        List<String> welcome = ann.ask("USER u 0 * :A", "CAP END");
        int start =
                IntStream.range(0, welcome.size())
                        .filter(i -> welcome.get(i).endsWith(" metadata ann"))
                        .findFirst()
                        .orElseThrow();
        assertThat(batch(welcome.subList(start, start + 3)))
                .containsExactly("metadata ann", "761 ann ann display-name * :a b c");
        assertThat(welcome.subList(start + 3, welcome.size()))
                .anyMatch(line -> line.contains(" 376 "));
        assertThat(batch(ann.ask("METADATA * SUBS")))
                .containsExactly("metadata-subs", "772 ann display-name");
    }

    @Test
    void whoHasNothingIsWelcomedWithAnEmptyBatch() {
        for (String capabilities : List.of(SECOND, THIRD)) {
            WireClient ann = connect();
            List<String> welcome =
                    ann.ask("CAP REQ :" + capabilities, "NICK ann", "USER u 0 * :A", "CAP END");
            int start =
                    IntStream.range(0, welcome.size())
                            .filter(i -> welcome.get(i).endsWith(" metadata ann"))
                            .findFirst()
                            .orElseThrow();
            assertThat(batch(welcome.subList(start, start + 2))).containsExactly("metadata ann");
            ann.send("QUIT").untilClosed();
        }
    }

    @Test
    void whatAGuestSaidIsForgottenAndWhatAnAccountSaidIsNot() {
        WireClient guest = third("guest");
        guest.ask("METADATA * SET url :guest");
        guest.send("QUIT").untilClosed();
        assertThat(batch(third("guest").ask("METADATA * LIST"))).hasSize(1);

        WireClient ann = third("ann");
        WireClient bob = third("bob");
        ann.ask("JOIN #den", "METADATA * SET url :early");
        bob.ask("JOIN #den", "METADATA * SUB url status");
        assertThat(ann.ask("REGISTER * * correct-horse").toString()).contains("SUCCESS");
        ann.ask("METADATA * SET status :here");
        assertThat(bob.sync()).containsExactly(":snug.local 761 bob ann status * here");
        ann.send("QUIT").untilClosed();

        WireClient again = capable("other", THIRD + " sasl");
        again.ask("JOIN #den");
        bob.sync();
        again.ask("AUTHENTICATE PLAIN");
        String plain =
                Base64.getEncoder()
                        .encodeToString("\0ann\0correct-horse".getBytes(StandardCharsets.UTF_8));
        assertThat(again.ask("AUTHENTICATE " + plain).toString()).contains(" 903 ");

        assertThat(batch(again.ask("METADATA * LIST")))
                .containsExactly(
                        "metadata other",
                        "761 other other url * early",
                        "761 other other status * here");
        assertThat(bob.sync())
                .containsExactlyInAnyOrder(
                        ":snug.local 761 bob other url * early",
                        ":snug.local 761 bob other status * here");
    }

    @Test
    void whatWasSaidOfARoomGoesWithItsName() {
        WireClient ann = capable("ann", THIRD + " draft/channel-rename");
        ann.ask("JOIN #den", "METADATA #den SET url :x", "RENAME #den #cave");
        assertThat(batch(ann.ask("METADATA #cave LIST")))
                .containsExactly("metadata #cave", "761 ann #cave url * x");
    }

    @Test
    void whatWasSaidOfARoomEndsWithIt() {
        WireClient ann = third("ann");
        ann.ask("JOIN #den", "METADATA #den SET url :x", "PART #den");
        ann.ask("JOIN #den");
        assertThat(batch(ann.ask("METADATA #den LIST"))).hasSize(1);
    }

    // ---- the older draft

    @Test
    void theOlderDraftHasItsOwnWords() {
        WireClient ann = second("ann");

        assertThat(
                        ann.ask(
                                "METADATA",
                                "METADATA * GET",
                                "METADATA * SNEEZE",
                                "METADATA * SET $ :x",
                                "METADATA * SET a",
                                "METADATA * SET a :",
                                "METADATA * SET a",
                                "METADATA * SET a :" + "x".repeat(301),
                                "METADATA * SUB a $x"))
                .containsExactly(
                        ":snug.local 461 ann METADATA :Not enough parameters",
                        ":snug.local 461 ann METADATA :Not enough parameters",
                        ":snug.local FAIL METADATA SUBCOMMAND_INVALID SNEEZE :Unknown subcommand",
                        ":snug.local FAIL METADATA KEY_INVALID $ :Invalid key",
                        ":snug.local FAIL METADATA KEY_NOT_SET ann a :Key not set",
                        ":snug.local 761 ann ann a * :",
                        ":snug.local 766 ann ann a :Key not set",
                        ":snug.local FAIL METADATA VALUE_INVALID :The value is too long",
                        ":snug.local FAIL METADATA KEY_INVALID $x :Invalid key",
                        ":snug.local 770 ann a");
        ann.ask("METADATA * SET url :x");
        assertThat(batch(ann.ask("METADATA * GET b $ url")))
                .containsExactly(
                        "metadata ann",
                        "766 ann ann b :Key not set",
                        "FAIL METADATA KEY_INVALID $ :Invalid key",
                        "761 ann ann url * x");
    }
}

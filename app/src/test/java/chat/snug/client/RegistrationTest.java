package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Failure.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the open connection to the welcome, with hosts old and new. */
class RegistrationTest {
    @Test
    void asksForWhatTheHostOffersOfWhatItUnderstands() {
        ModelScript script = new ModelScript();
        script.model.opened();
        assertThat(script.sent())
                .containsExactly("CAP LS 302", "NICK Ann", "USER ann 0 * :Ann Smith");
        script.host(
                ":irc.test CAP * LS * :sasl=PLAIN server-time echo-message",
                ":irc.test CAP * LS :batch=x labeled-response multi-prefix draft/unheard-of");
        assertThat(script.sent())
                .containsExactly(
                        "CAP REQ :sasl server-time echo-message batch labeled-response"
                                + " multi-prefix");
        script.host(
                ":irc.test CAP * ACK :server-time echo-message batch labeled-response"
                        + " multi-prefix");
        assertThat(script.sent()).containsExactly("CAP END");
    }

    @Test
    void asksForLabelsOnlyTogetherWithBatches() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.sent();
        script.host(":irc.test CAP * LS :labeled-response server-time");
        assertThat(script.sent()).containsExactly("CAP REQ server-time");
    }

    @Test
    void asksOneByOneIfAllAtOnceIsRefused() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(":irc.test CAP * LS :server-time echo-message");
        script.sent();
        script.host(":irc.test CAP * NAK :server-time echo-message");
        assertThat(script.sent()).containsExactly("CAP REQ server-time", "CAP REQ echo-message");
        script.host(":irc.test CAP * NAK :server-time", ":irc.test CAP * ACK :echo-message");
        assertThat(script.sent()).containsExactly("CAP END");
    }

    @Test
    void endsAtOnceWhereNothingIsOffered() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.sent();
        script.host(":irc.test CAP * LS :");
        assertThat(script.sent()).containsExactly("CAP END");
    }

    @Test
    void takesAndLosesCapabilitiesLater() {
        ModelScript script = ModelScript.inLobby();
        script.host(":snug.local CAP Ann NEW :setname");
        assertThat(script.sent()).containsExactly("CAP REQ setname");
        script.host(":snug.local CAP Ann ACK :setname", ":snug.local CAP Ann DEL :echo-message");
        assertThat(script.sent()).isEmpty();
    }

    @Test
    void whoHasToWaitIsToldOnce() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(
                ":snug.local NOTE * WAITING_FOR_HOST :Waiting for the host to let you in",
                ":snug.local NOTE * WAITING_FOR_HOST :Waiting for the host to let you in");

        assertThat(script.events()).containsExactly(new ClientEvent.WaitingForHost());
        assertThat(script.model.waiting()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "TURNED_AWAY, TURNED_AWAY",
        "NOBODY_ANSWERED, NOBODY_ANSWERED",
        "TOO_MANY_WAIT, HOST_FULL",
        "TOO_MANY_TRIES, TOO_MANY_TRIES",
        "INVITE_WITHDRAWN, INVITE_WITHDRAWN",
        "INVITE_USED_UP, INVITE_USED_UP",
        "INVITE_EXPIRED, INVITE_EXPIRED",
        "PASSWORD_INCORRECT, WRONG_PASSWORD"
    })
    void whyTheDoorStaysClosedIsReadFromTheCode(String code, Kind kind) {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(
                ":snug.local FAIL * " + code + " :Words",
                ":snug.local 464 * :Password incorrect",
                "ERROR :Words");

        assertThat(script.ended).isEqualTo(new Failure(kind, "Words"));
    }

    @Test
    void afterRegistrationTheDoorSaysNothing() {
        ModelScript script = ModelScript.inLobby();
        script.events();
        script.host(
                ":snug.local NOTE * WAITING_FOR_HOST :Waiting",
                ":snug.local FAIL * TURNED_AWAY :No");

        assertThat(script.events())
                .noneMatch(ClientEvent.WaitingForHost.class::isInstance)
                .noneMatch(ClientEvent.ConnectFailed.class::isInstance);
        assertThat(script.model.online()).isTrue();
    }

    @Test
    void isInAfterTheMessageOfTheDayAndEntersTheRoomOfTheAddress() {
        ModelScript script = new ModelScript();
        script.open("server-time");
        assertThat(script.events())
                .containsExactly(
                        new ClientEvent.Connected("Ann", "Snug", false),
                        new ClientEvent.LimitChanged(new MessageLimit(482, 1)));
        assertThat(script.sent()).contains("USERHOST Ann", "JOIN #lobby");
    }

    @Test
    void goesToTheRoomThatASnugHostNames() {
        ModelScript script =
                new ModelScript(new Address("irc.test", 6667, false, null, null), ModelScript.ANN);
        script.model.opened();
        script.host(
                ":snug.local 001 Ann :Welcome",
                ":snug.local 005 Ann SNUG.CHAT/ROOM=#quiz :are supported",
                ":snug.local 422 Ann :No MOTD");
        assertThat(script.event(ClientEvent.Connected.class).selfHosted()).isTrue();
        assertThat(script.sent()).contains("JOIN #quiz");
    }

    @Test
    void knowsASnugHostWithoutARoomByItsVersion() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(
                ":snug.local 001 Ann :Welcome",
                ":snug.local 004 Ann snug.local Snug-1.0 io biklmnopstv",
                ":snug.local 422 Ann :No MOTD");
        assertThat(script.event(ClientEvent.Connected.class).selfHosted()).isTrue();
    }

    @Test
    void staysWithoutARoomWhereNoneIsNamed() {
        ModelScript script =
                new ModelScript(new Address("irc.test", 6667, false, null, null), ModelScript.ANN);
        script.model.opened();
        script.welcome();
        assertThat(script.sent()).noneMatch(line -> line.startsWith("JOIN"));
    }

    @Test
    void doesNotNeedCapabilitiesNorAnEndOfTheGreeting() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(":old.test 451 * :Register first", ":old.test 001 Ann :Welcome");
        assertThat(script.sent()).contains("PING snug-welcome");
        assertThat(script.model.online()).isFalse();
        script.host(":old.test PONG old.test snug-welcome");
        assertThat(script.model.online()).isTrue();
        assertThat(script.event(ClientEvent.Connected.class))
                .isEqualTo(new ClientEvent.Connected("Ann", "old.test", false));
    }

    @Test
    void answersThePingThatSomeHostsHoldRegistrationUpWith() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.sent();
        script.host("PING :4F2A");
        assertThat(script.sent()).containsExactly("PONG 4F2A");
    }

    @Test
    void sendsThePasswordBeforeTheName() {
        ModelScript script =
                new ModelScript(
                        new Address("irc.test", 6667, false, null, "open sesame"), ModelScript.ANN);
        script.model.opened();
        assertThat(script.sent())
                .containsSubsequence("CAP LS 302", "PASS :open sesame", "NICK Ann");
    }

    @Test
    void takesTheNameThatTheHostGives() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(":old.test 001 AnnLongNam :Welcome", ":old.test 376 AnnLongNam :End");
        assertThat(script.event(ClientEvent.Connected.class).me()).isEqualTo("AnnLongNam");
    }

    @ParameterizedTest
    @CsvSource({
        "Anna Maria, Anna-Maria, annamaria",
        "小明, 小明, snug",
        "' ,! ', guest, snug",
        "a\u0007b:c, abc, abc"
    })
    void makesANameThatTheWireCanCarry(String typed, String nick, String user) {
        ModelScript script = new ModelScript(ModelScript.ADDRESS, new Identity(typed, ""));
        script.model.opened();
        assertThat(script.sent()).contains("NICK " + nick);
        assertThat(Nickname.user(typed)).isEqualTo(user);
    }

    @Test
    void offersAnotherNameTheFirstTime() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(":irc.test 433 * Ann :Nickname is already in use");
        assertThat(script.ended)
                .isEqualTo(new Failure(Kind.NAME_IN_USE, "Nickname is already in use"));
        assertThat(script.suggestedName).isEqualTo("Ann_");
    }

    @Test
    void aNameThatIsKeptForSomebodyWhoIsNotThereIsTheirs() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(":irc.test 433 * Ann :Nickname is reserved: sign in to its account first");
        assertThat(script.ended).extracting(Failure::kind).isEqualTo(Kind.NAME_OWNED);
        assertThat(script.suggestedName).isEqualTo("Ann_");
    }

    @Test
    void offersANameInAsciiWhereTheOwnIsRefused() {
        ModelScript script = new ModelScript(ModelScript.ADDRESS, new Identity("Zoë", "Zoë"));
        script.model.opened();
        script.host(":irc.test 432 * Zoë :Erroneous nickname");
        assertThat(script.ended).isEqualTo(new Failure(Kind.NAME_REFUSED, "Erroneous nickname"));
        assertThat(script.suggestedName).isEqualTo("Zoe");
    }

    @Test
    void takesAnotherNameByItselfWhileReconnectingAndTheOwnOneBack() {
        ModelScript script = ModelScript.inOldLobby();
        script.model.lost(true);
        script.model.opened();
        script.host(":old.test 433 * Ann :in use", ":old.test 433 * Ann_ :in use");
        assertThat(script.sent()).contains("NICK Ann", "NICK Ann_", "NICK Ann1");
        script.host(
                ":old.test 001 Ann1 :Welcome",
                ":old.test 376 Ann1 :End",
                ":Ann1!a@h JOIN #lobby",
                ":old.test 353 Ann1 = #lobby :Ann1 Ann Ben",
                ":old.test 366 Ann1 #lobby :End");
        script.sent();
        script.pass(Duration.ofSeconds(31));
        script.model.tick();
        assertThat(script.sent()).containsExactly("ISON Ann");
        script.host(":old.test 303 Ann1 :Ann");
        assertThat(script.sent()).isEmpty();
        script.host(":Ann!a@h QUIT :Ping timeout");
        assertThat(script.sent()).containsExactly("NICK Ann");
        script.host(":Ann1!a@h NICK Ann");
        assertThat(script.event(ClientEvent.MyNameChanged.class))
                .isEqualTo(new ClientEvent.MyNameChanged("Ann1", "Ann"));
        script.pass(Duration.ofSeconds(31));
        script.model.tick();
        assertThat(script.sent()).isEmpty();
    }

    @Test
    void saysNothingWhenTheOwnNameCannotBeTakenBackYet() {
        ModelScript script = ModelScript.inOldLobby();
        script.model.lost(true);
        script.model.opened();
        script.host(
                ":old.test 433 * Ann :in use",
                ":old.test 001 Ann_ :Welcome",
                ":old.test 376 Ann_ :End");
        script.sent();
        script.events();
        script.host(":old.test 303 Ann_ :");
        assertThat(script.sent()).containsExactly("NICK Ann");
        script.host(":old.test 433 Ann_ Ann :in use");
        assertThat(script.events()).isEmpty();
    }

    @Test
    void givesUpAfterTenOtherNames() {
        ModelScript script = ModelScript.inOldLobby();
        script.model.lost(true);
        script.model.opened();
        for (int i = 0; i <= 10; i++) {
            assertThat(script.ended).isNull();
            script.host(":old.test 433 * Ann :in use");
        }
        assertThat(script.ended).isEqualTo(new Failure(Kind.NAME_IN_USE, "in use"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    :irc.test 464 * :Password incorrect            | WRONG_PASSWORD
                    :irc.test 465 * :You are banned                | REFUSED
                    ERROR :Closing Link: 10.0.0.1 (Bad Password)   | WRONG_PASSWORD
                    ERROR :Closing Link: 10.0.0.1 (K-Lined)        | REFUSED
                    ERROR :Closing Link: (Server is full)          | HOST_FULL
                    ERROR :Too many connections from your host     | HOST_FULL
                    ERROR :Trying to reconnect too fast.           | HOST_FULL
                    ERROR :The host closed the room                | CLOSED_BY_HOST
                    ERROR :Closing Link: (Registration timed out)  | NO_ANSWER
                    ERROR :Go away                                 | REFUSED
                    """)
    void tellsWhyItWasTurnedAway(String line, Kind kind) {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(line);
        assertThat(script.ended).isNotNull().extracting(Failure::kind).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ERROR :The host closed the room                          | CLOSED_BY_HOST
                    ERROR :Closing Link: a[b] (Server shutting down)         | CLOSED_BY_HOST
                    ERROR :Closing Link: Ann (Ping timeout: 240 seconds)     | TIMED_OUT
                    ERROR :Closing Link: Ann (Killed (oper (spam)))          | REFUSED
                    ERROR :Closing Link: Ann (Excess Flood)                  | CONNECTION_LOST
                    """)
    void tellsWhyItEnded(String line, Kind kind) {
        ModelScript script = ModelScript.inLobby();
        script.host(line);
        assertThat(script.ended).isNotNull().extracting(Failure::kind).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    HTTP/1.1 400 Bad Request
                    220 mail.test ESMTP
                    SSH-2.0-OpenSSH_9.9
                    +OK POP3 ready
                    <html>
                    """)
    void noticesThatItIsNotIrc(String line) {
        ModelScript script = new ModelScript();
        script.model.opened();
        try {
            script.host(line);
        } catch (AssertionError notEvenAMessage) {
            script.model.malformed();
        }
        assertThat(script.ended).isEqualTo(new Failure(Kind.NOT_IRC, ""));
    }

    @Test
    void aMalformedLineLaterIsNoReasonToGo() {
        ModelScript script = ModelScript.inLobby();
        script.model.malformed();
        assertThat(script.ended).isNull();
    }

    @Test
    void looksAtNothingOnceItHasGivenUp() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(":irc.test 464 * :Password incorrect");
        script.sent();
        script.host("PING :x", ":irc.test 001 Ann :Welcome", ":irc.test 376 Ann :End");
        assertThat(script.sent()).isEmpty();
        assertThat(script.events()).isEmpty();
    }

    @Test
    void whetherPeopleComeInWithoutEncryptionIsToldWhileOneIsThere() {
        ModelScript script = ModelScript.inLobby();
        script.events();
        script.host(":snug.local 005 Ann SNUG.CHAT/TLSONLY :are supported by this server");
        assertThat(script.event(ClientEvent.FeaturesChanged.class).features())
                .contains(Feature.ENCRYPTED_ONLY);
        script.host(":snug.local 005 Ann -SNUG.CHAT/TLSONLY :are supported by this server");
        assertThat(script.event(ClientEvent.FeaturesChanged.class).features())
                .doesNotContain(Feature.ENCRYPTED_ONLY);
    }
}

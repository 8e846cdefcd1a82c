package chat.snug.server;

import static chat.snug.server.Sasl.PASSWORD;
import static chat.snug.server.Sasl.login;
import static chat.snug.server.Sasl.plain;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** IRCv3 account-notify, and where else an account is told. */
class AccountNotifyTest extends LiveServer {
    private final WireClient ann = capable("ann", "sasl account-notify");

    @Test
    void thoseInTheSameRoomAreToldOnce() {
        WireClient bob = capable("bob", "account-notify");
        ann.ask("JOIN #one,#two");
        bob.ask("JOIN #one,#two");

        ann.ask("REGISTER AnnAccount * :" + PASSWORD);

        assertThat(bob.sync()).containsExactly(":ann!user@127.0.0.1 ACCOUNT AnnAccount");
    }

    @Test
    void thePersonIsToldToo() {
        assertThat(ann.ask("REGISTER * * :" + PASSWORD))
                .last()
                .isEqualTo(":ann!user@127.0.0.1 ACCOUNT ann");
    }

    @Test
    void othersAreNotTold() {
        WireClient stranger = capable("eve", "account-notify");
        WireClient old = person("old");
        ann.ask("JOIN #one");
        old.ask("JOIN #one");

        ann.ask("REGISTER * * :" + PASSWORD);

        assertThat(stranger.sync()).isEmpty();
        assertThat(old.sync()).isEmpty();
    }

    @Test
    void whoComesInLoggedInIsNotAnnounced() {
        ann.ask("REGISTER * * :" + PASSWORD);
        WireClient late = person("late", login("ann", "account-notify"));

        assertThat(late.ask("WHOIS late"))
                .contains(":snug.local 330 late late ann :is logged in as")
                .noneMatch(line -> line.contains(" ACCOUNT "));
    }

    @Test
    void whoxTellsTheAccountOrAZero() {
        WireClient bob = person("bob");
        ann.ask("REGISTER AnnAccount * :" + PASSWORD, "JOIN #one");
        bob.ask("JOIN #one");

        assertThat(bob.ask("WHO #one %na"))
                .contains(":snug.local 354 bob ann AnnAccount", ":snug.local 354 bob bob 0");
    }

    @Test
    void anotherAccountIsAnnouncedAndTheSameIsNot() {
        WireClient bob = capable("bob", "account-notify");
        person("x").ask("REGISTER other * :" + PASSWORD);
        ann.ask("JOIN #one", "REGISTER * * :" + PASSWORD);
        bob.ask("JOIN #one");

        ann.ask("AUTHENTICATE PLAIN", plain("ann", PASSWORD));
        ann.ask("AUTHENTICATE PLAIN", plain("other", PASSWORD));

        assertThat(bob.sync()).containsExactly(":ann!user@127.0.0.1 ACCOUNT other");
    }
}

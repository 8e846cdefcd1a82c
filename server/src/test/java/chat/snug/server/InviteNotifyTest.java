package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** IRCv3 invite-notify: the others in the room learn who was invited. */
class InviteNotifyTest extends LiveServer {
    @Test
    void thoseInTheRoomWhoWantToKnowAreTold() {
        WireClient ann = capable("ann", "invite-notify");
        WireClient bob = capable("bob", "invite-notify");
        WireClient carl = person("carl");
        WireClient guest = capable("guest", "invite-notify");
        WireClient stranger = capable("stranger", "invite-notify");
        ann.ask("JOIN #den");
        bob.ask("JOIN #den");
        carl.ask("JOIN #den");
        ann.sync();
        bob.sync();

        assertThat(ann.ask("INVITE guest #den")).containsExactly(":snug.local 341 ann guest #den");

        assertThat(bob.sync()).containsExactly(":ann!user@127.0.0.1 INVITE guest #den");
        assertThat(guest.sync()).containsExactly(":ann!user@127.0.0.1 INVITE guest #den");
        assertThat(carl.sync()).isEmpty();
        assertThat(stranger.sync()).isEmpty();
    }

    @Test
    void anInvitationThatWasRefusedIsNotTold() {
        WireClient ann = person("ann");
        WireClient bob = capable("bob", "invite-notify");
        person("guest");
        bob.ask("JOIN #den", "MODE #den +i");

        ann.ask("INVITE guest #den", "INVITE guest #none", "INVITE nobody #den");

        assertThat(bob.sync()).isEmpty();
    }
}

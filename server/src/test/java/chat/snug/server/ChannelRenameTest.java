package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.RateLimit;
import chat.snug.server.options.CrowdLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IRCv3 channel-rename: a room gets another name and stays what it was. */
class ChannelRenameTest extends LiveServer {
    private final WireClient ann = capable("ann", "draft/channel-rename");
    private final WireClient bob = person("bob");

    @BeforeEach
    void comeIn() {
        ann.ask("JOIN #boaring", "TOPIC #boaring :Tea", "MODE #boaring +k key");
        bob.ask("JOIN #boaring key");
        ann.sync();
    }

    @Test
    void thoseWhoKnowItAreToldOfTheNewName() {
        assertThat(ann.ask("RENAME #boaring #boring :Typo fix"))
                .containsExactly(":ann!user@127.0.0.1 RENAME #boaring #boring :Typo fix");
        assertThat(ann.ask("RENAME #boring #better"))
                .containsExactly(":ann!user@127.0.0.1 RENAME #boring #better :");
    }

    @Test
    void theOthersLeaveAndComeBack() {
        ann.ask("RENAME #boaring #boring :Typo fix");

        assertThat(bob.sync())
                .matches(lines -> lines.size() == 6)
                .satisfies(
                        lines -> {
                            assertThat(lines.get(0))
                                    .isEqualTo(":bob!user@127.0.0.1 PART #boaring :Typo fix");
                            assertThat(lines.get(1)).isEqualTo(":bob!user@127.0.0.1 JOIN #boring");
                            assertThat(lines.get(2)).isEqualTo(":snug.local 332 bob #boring :Tea");
                            assertThat(lines.get(3))
                                    .startsWith(":snug.local 333 bob #boring ann!user@127.0.0.1 ");
                            assertThat(lines.get(4))
                                    .isEqualTo(":snug.local 353 bob = #boring :@ann bob");
                            assertThat(lines.get(5))
                                    .isEqualTo(":snug.local 366 bob #boring :End of /NAMES list");
                        });
    }

    @Test
    void withoutAReasonThereIsNoneToldOnLeaving() {
        ann.ask("RENAME #boaring #boring");

        assertThat(bob.sync().getFirst()).isEqualTo(":bob!user@127.0.0.1 PART #boaring");
    }

    @Test
    void whoAsksAndDoesNotKnowItIsToldAsTheOthers() {
        WireClient carl = capable("carl", "extended-join no-implicit-names");
        carl.ask("JOIN #foo");

        assertThat(carl.ask("RENAME #foo #bar :x"))
                .containsExactly(
                        ":carl!user@127.0.0.1 PART #foo x",
                        ":carl!user@127.0.0.1 JOIN #bar * :Real carl");
    }

    @Test
    void everythingGoesWithTheName() {
        ann.ask("MODE #boaring +b x!*@*");
        ann.ask("RENAME #boaring #boring");
        bob.sync();

        assertThat(ann.ask("MODE #boring").getFirst()).endsWith(" #boring +ntk key");
        assertThat(ann.ask("MODE #boring b").getFirst()).contains(" #boring x!*@* ");
        assertThat(ann.ask("PRIVMSG #boring :hi", "PRIVMSG #boaring :hi"))
                .containsExactly(":snug.local 403 ann #boaring :No such channel");
        assertThat(bob.sync()).containsExactly(":ann!user@127.0.0.1 PRIVMSG #boring :hi");
        assertThat(person("dora").ask("JOIN #boaring").get(1)).endsWith(":@dora");
    }

    @Test
    void whatWasSaidGoesWithTheName() {
        WireClient carl = capable("carl", "draft/chathistory batch");
        carl.ask("JOIN #boaring key", "PRIVMSG #boaring :before");
        ann.ask("RENAME #boaring #boring");
        carl.ask("PRIVMSG #boring :after");

        assertThat(carl.ask("CHATHISTORY LATEST #boring * 10"))
                .filteredOn(line -> line.contains(" PRIVMSG "))
                .extracting(line -> line.replaceAll(".* PRIVMSG ", ""))
                .containsExactly("#boring :before", "#boring :after");
        assertThat(carl.ask("CHATHISTORY LATEST #boaring * 10"))
                .noneMatch(line -> line.contains(" PRIVMSG "));
    }

    @Test
    void anInvitationGoesWithTheName() {
        WireClient guest = person("guest");
        ann.ask("MODE #boaring +i", "INVITE guest #boaring", "RENAME #boaring #boring");
        guest.sync();

        assertThat(guest.ask("INVITE").getFirst()).isEqualTo(":snug.local 336 guest #boring");
        assertThat(guest.ask("JOIN #boring key").getFirst()).endsWith(" JOIN #boring");
    }

    @Test
    void aNameInOtherCaseIsToldOnlyToThoseWhoKnowIt() {
        assertThat(ann.ask("RENAME #boaring #Boaring"))
                .containsExactly(":ann!user@127.0.0.1 RENAME #boaring #Boaring :");
        assertThat(bob.sync()).isEmpty();
        assertThat(bob.ask("NAMES #boaring").getFirst()).contains(" #Boaring ");
    }

    @Test
    void whatCannotBeIsRefused() {
        person("carl").ask("JOIN #taken");
        WireClient dora = person("dora");

        assertThat(
                        ann.ask(
                                "RENAME #boaring #Taken :x",
                                "RENAME #boaring #boaring",
                                "RENAME #boaring boring",
                                "RENAME #boaring :#a b",
                                "RENAME #none #other",
                                "RENAME #boaring",
                                "RENAME"))
                .containsExactly(
                        ":snug.local FAIL RENAME CHANNEL_NAME_IN_USE #boaring #Taken :The channel"
                                + " name is already taken",
                        ":snug.local FAIL RENAME CHANNEL_NAME_IN_USE #boaring #boaring :The"
                                + " channel name is already taken",
                        ":snug.local FAIL RENAME CANNOT_RENAME #boaring boring :No room can be"
                                + " called so",
                        ":snug.local FAIL RENAME CANNOT_RENAME #boaring * :No room can be called"
                                + " so",
                        ":snug.local 403 ann #none :No such channel",
                        ":snug.local 461 ann RENAME :Not enough parameters",
                        ":snug.local 461 ann RENAME :Not enough parameters");
        assertThat(bob.ask("RENAME #boaring #x").getLast()).startsWith(":snug.local 482 bob ");
        assertThat(dora.ask("RENAME #boaring #x"))
                .containsExactly(":snug.local 442 dora #boaring :You are not in this room");
    }

    @Test
    void aRoomIsNotRenamedAllTheTime() {
        restart(
                options -> {
                    CrowdLimits crowd =
                            options.limits()
                                    .crowd()
                                    .withRenames(new RateLimit(2, TimeUnit.MINUTES.toNanos(1)));
                    return options.withLimits(options.limits().withCrowd(crowd));
                });
        WireClient carl = capable("carl", "draft/channel-rename");
        carl.ask("JOIN #a", "JOIN #other");

        assertThat(carl.ask("RENAME #a #b", "RENAME #b #c", "RENAME #c #d", "RENAME #other #d"))
                .containsExactly(
                        ":carl!user@127.0.0.1 RENAME #a #b :",
                        ":carl!user@127.0.0.1 RENAME #b #c :",
                        ":snug.local FAIL RENAME CANNOT_RENAME #c #d :It had another name just"
                                + " now; try later",
                        ":carl!user@127.0.0.1 RENAME #other #d :");
    }

    @Test
    void inARoomOfManyAllAreToldWhoIsThere() {
        List<WireClient> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            many.add(person("m" + i));
            many.get(i).ask("JOIN #boaring key");
        }
        many.forEach(WireClient::sync);
        many.getFirst().send("QUIT");
        many.getFirst().untilClosed();
        ann.ask("RENAME #boaring #boring :Typo fix");

        for (int i = 1; i < many.size(); i++) {
            List<String> told = new ArrayList<>();
            do {
                told.add(many.get(i).next());
            } while (!told.getLast().contains(" 366 "));
            assertThat(told.subList(1, 3))
                    .containsExactly(
                            ":m" + i + "!user@127.0.0.1 PART #boaring :Typo fix",
                            ":m" + i + "!user@127.0.0.1 JOIN #boring");
            assertThat(told).filteredOn(line -> line.contains(" 332 ")).hasSize(1);
            assertThat(told)
                    .filteredOn(line -> line.contains(" 353 "))
                    .anyMatch(line -> line.contains(" m59"))
                    .noneMatch(line -> line.contains(" m0 "));
        }
    }

    @Test
    void theHostsOwnRoomKeepsItsName() {
        restart(options -> options.withRoom("#den"));
        WireClient carl = person("carl");
        carl.ask("JOIN #den");

        assertThat(carl.ask("RENAME #den #other"))
                .containsExactly(
                        ":snug.local FAIL RENAME CANNOT_RENAME #den #other :The host's own room"
                                + " keeps its name");
    }
}

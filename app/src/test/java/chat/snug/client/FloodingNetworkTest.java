package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.Failure.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a network may send without end: none of it is kept without end. */
@Timeout(60)
class FloodingNetworkTest {
    private static <E extends ClientEvent> List<E> of(Class<E> kind, List<ClientEvent> events) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void aMillionRoomsAreListedAsFarAsAnybodyReads() {
        ModelScript script = ModelScript.inOldLobby();
        script.person(new ClientRequest.ListRooms());
        for (int i = 0; i < 1_000_000; i++) {
            script.host(":old.test 322 Ann #room" + i + " 3 :topic");
        }
        script.host(":old.test 323 Ann :End of LIST");
        List<ClientEvent> events = script.events();
        assertThat(of(ClientEvent.RoomListed.class, events)).hasSize(Replies.MOST_LISTED_ROOMS);
        assertThat(of(ClientEvent.RoomListEnd.class, events)).hasSize(1);
    }

    @Test
    void anEndlessGreetingIsReadAsFarAsAnybodyReads() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(":old.test 001 Ann :Welcome");
        for (int i = 0; i < 100_000; i++) {
            script.host(":old.test 372 Ann :- line " + i);
        }
        assertThat(of(ClientEvent.HostNotice.class, script.events()))
                .hasSizeLessThanOrEqualTo(Replies.MOST_MOTD_LINES + 1);
    }

    @Test
    void aHostThatTakesNoNameIsGivenUp() {
        ModelScript script = ModelScript.inOldLobby();
        script.model.lost(true);
        script.model.opened();
        script.sent();
        for (int i = 0; i < 10_000 && script.ended == null; i++) {
            script.host(":old.test 433 * Ann :Nickname is already in use");
        }
        assertThat(script.ended).extracting(Failure::kind).isEqualTo(Kind.NAME_IN_USE);
        assertThat(script.sent()).hasSizeLessThan(20);
    }

    @Test
    void aRoomOfMillionsIsCountedAsFarAsItIsKept() {
        ModelScript script = ModelScript.inOldLobby();
        StringBuilder names = new StringBuilder();
        for (int line = 0; line < 10_000; line++) {
            names.setLength(0);
            for (int i = 0; i < 40; i++) {
                names.append('p').append(line).append('x').append(i).append(' ');
            }
            script.host(":old.test 353 Ann = #lobby :" + names);
        }
        script.host(":old.test 366 Ann #lobby :End of NAMES");
        ClientEvent.PeopleListed people =
                of(ClientEvent.PeopleListed.class, script.events()).getLast();
        assertThat(people.people()).hasSizeBetween(50_000, 150_000);
    }

    @Test
    void whatIsOfferedForEncryptionLaterIsNotAskedFor() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(":old.test CAP * LS :sts=port=6697,duration=9 tls multi-prefix");
        assertThat(script.sent())
                .contains("CAP REQ multi-prefix")
                .noneMatch(l -> l.contains("sts"));
        assertThat(script.ended).isNull();
    }

    @Test
    void aSearchOfRoomsIsTheHostsWorkWhereItCan() {
        ModelScript script = ModelScript.inOldLobby();
        script.person(new ClientRequest.ListRooms("java"));
        assertThat(script.sent()).containsExactly("LIST");
        script.host(":old.test 005 Ann ELIST=MNU :are supported by this server");
        script.person(new ClientRequest.ListRooms("java fx,*"));
        assertThat(script.sent()).containsExactly("LIST *java*fx*");
    }
}

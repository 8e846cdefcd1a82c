package chat.snug.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.RoomListed;
import chat.snug.client.ClientRequest;
import chat.snug.ui.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The rooms of a host, as they come. */
class RoomListViewModelTest {
    private final List<ClientRequest> asked = new ArrayList<>();
    private final List<String> entered = new ArrayList<>();
    private final RoomListViewModel rooms =
            new RoomListViewModel(Messages.of(Locale.UK), asked::add, entered::add);

    private List<String> names() {
        return rooms.rows().stream().map(ListedRoom::name).toList();
    }

    private String status() {
        return rooms.statusProperty().get();
    }

    private void come(RoomListed... listed) {
        for (RoomListed room : listed) {
            assertThat(rooms.add(room)).isTrue();
        }
        rooms.flush();
    }

    @Test
    void showsTheFullestFirstWhileTheyCome() {
        rooms.open();
        assertThat(asked).containsExactly(new ClientRequest.ListRooms());
        assertThat(status()).isEqualTo("Asking…");
        come(new RoomListed("#java", 40, "The language"), new RoomListed("#a", 2, ""));
        assertThat(names()).containsExactly("java", "a");
        assertThat(status()).isEqualTo("2 rooms, more are coming…");
        come(new RoomListed("#python", 900, ""));
        assertThat(names()).containsExactly("python", "java", "a");
        assertThat(rooms.end()).isTrue();
        assertThat(status()).isEqualTo("3 rooms");
        assertThat(rooms.loadingProperty().get()).isFalse();
    }

    @Test
    void searchesNamesAndTopics() {
        rooms.open();
        come(new RoomListed("#java", 40, "The Language"), new RoomListed("#kaffee", 2, "Pause"));
        rooms.end();
        rooms.searchProperty().set(" LANG ");
        assertThat(names()).containsExactly("java");
        rooms.searchProperty().set("kaff");
        assertThat(names()).containsExactly("kaffee");
        rooms.searchProperty().set("tea");
        assertThat(names()).isEmpty();
        assertThat(status()).isEqualTo("No room like that. Press Enter to open it.");
        rooms.askAgain();
        assertThat(asked).last().isEqualTo(new ClientRequest.ListRooms("tea"));
    }

    @Test
    void asksOnlyOnceAtATime() {
        rooms.open();
        rooms.askAgain();
        assertThat(asked).hasSize(1);
        rooms.lost();
        rooms.askAgain();
        assertThat(asked).hasSize(2);
    }

    @Test
    void goesIntoAListedRoomAndIntoOneThatIsNot() {
        rooms.open();
        come(new RoomListed("&Java", 40, ""));
        rooms.enter(rooms.rows().getFirst());
        rooms.searchProperty().set("&java");
        assertThat(rooms.enterTyped()).isTrue();
        rooms.searchProperty().set("new one");
        assertThat(rooms.enterTyped()).isTrue();
        rooms.searchProperty().set("  ");
        assertThat(rooms.enterTyped()).isFalse();
        assertThat(entered).containsExactly("&Java", "&Java", "#new-one");
    }

    @Test
    void aListWithoutEndDoesNotFillTheMemory() {
        rooms.open();
        for (int i = 0; i < 1_000_000; i++) {
            rooms.add(new RoomListed("#room" + i, i % 100, "topic"));
            if (i % 1_000 == 0) {
                rooms.flush();
            }
        }
        rooms.end();
        assertThat(rooms.rows()).hasSize(RoomListViewModel.MOST);
    }

    @Test
    void nobodyLooksIsNobodysMatter() {
        assertThat(rooms.add(new RoomListed("#java", 40, ""))).isFalse();
        assertThat(rooms.end()).isFalse();
        rooms.open();
        come(new RoomListed("#java", 40, ""));
        rooms.close();
        assertThat(rooms.rows()).isEmpty();
    }
}

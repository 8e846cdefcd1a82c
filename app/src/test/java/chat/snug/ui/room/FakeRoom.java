package chat.snug.ui.room;

import chat.snug.client.ClientEvent;
import chat.snug.client.ClientRequest;
import chat.snug.client.Feature;
import chat.snug.client.RoomBan;
import chat.snug.client.RoomModes;
import chat.snug.ui.OpenRoom;
import chat.snug.ui.toast.Toast;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import org.jspecify.annotations.Nullable;

/** A room that notes what is asked of it. */
final class FakeRoom implements SettledRoom {
    final SimpleStringProperty title = new SimpleStringProperty("Friday workshop");
    final SimpleStringProperty topic = new SimpleStringProperty("Selectors");
    final RoomRules rules = new RoomRules();
    final List<ClientRequest> requests = new ArrayList<>();
    final List<Toast> toasts = new ArrayList<>();
    boolean moderating = true;
    int doorChanges;
    @Nullable OpenRoom own;

    void are(RoomModes modes) {
        rules.apply(new ClientEvent.ModesKnown(name(), modes));
    }

    void banned(RoomBan... bans) {
        rules.apply(new ClientEvent.BansListed(name(), List.of(bans)));
    }

    List<ClientRequest> asked() {
        List<ClientRequest> asked = List.copyOf(requests);
        requests.clear();
        return asked;
    }

    @Override
    public String name() {
        return "#Friday-workshop";
    }

    @Override
    public ReadOnlyStringProperty titleProperty() {
        return title;
    }

    @Override
    public ReadOnlyStringProperty topicProperty() {
        return topic;
    }

    @Override
    public RoomRules rules() {
        return rules;
    }

    @Override
    public boolean mayModerate() {
        return moderating;
    }

    @Override
    public @Nullable String nameOfKey(String key) {
        return key.equals("abcdefghijkm") ? "Eli" : null;
    }

    @Override
    public Set<Feature> features() {
        return Set.of(Feature.DISPLAY_NAMES, Feature.MUTE);
    }

    @Override
    public @Nullable OpenRoom own() {
        return own;
    }

    @Override
    public void submit(ClientRequest request) {
        requests.add(request);
    }

    @Override
    public void tell(Toast toast) {
        toasts.add(toast);
    }

    @Override
    public void doorChanged() {
        doorChanges++;
    }
}

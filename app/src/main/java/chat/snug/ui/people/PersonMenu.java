package chat.snug.ui.people;

import chat.snug.ui.people.PeopleRow.Entry;
import java.util.List;
import java.util.ResourceBundle;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done about one person: write to them, and what a moderator may do. */
final class PersonMenu extends ContextMenu {
    PersonMenu(ResourceBundle resources, PeopleViewModel people, Entry entry) {
        MenuItem write = new MenuItem(resources.getString("people.write"));
        write.setId("person-write");
        write.setOnAction(_ -> people.choose(entry));
        getItems().add(write);
        List<PersonAct> acts = people.actsOn(entry);
        if (!acts.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        getItems().addAll(ActItems.of(acts, "person-", resources, act -> people.act(act, entry)));
    }
}

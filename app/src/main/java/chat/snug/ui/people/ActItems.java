package chat.snug.ui.people;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** The lines of a menu for what can be done about somebody; those of one kind behind one line. */
public final class ActItems {
    private ActItems() {}

    /**
     * The lines, in the order of the acts.
     *
     * @param prefix what the ids of the lines begin with
     * @param does does what was chosen
     */
    public static List<MenuItem> of(
            List<PersonAct> acts, String prefix, ResourceBundle words, Consumer<PersonAct> does) {
        List<MenuItem> items = new ArrayList<>();
        for (PersonAct act : acts) {
            PersonAct.Group group = act.group();
            boolean isAlone =
                    group == PersonAct.Group.NONE
                            || acts.stream().filter(each -> each.group() == group).count() == 1;
            String key = (isAlone ? "people.act." : "people.choice.") + act;
            MenuItem item = new MenuItem(words.getString(key));
            item.setId(prefix + act);
            item.setOnAction(_ -> does.accept(act));
            if (isAlone) {
                items.add(item);
            } else {
                menu(items, prefix + "group-" + group, words.getString("people.act." + group))
                        .getItems()
                        .add(item);
            }
        }
        return items;
    }

    /**
     * Makes the lines others. If only lines behind a line change, that line stays: it may be open.
     */
    static void become(ObservableList<MenuItem> shown, List<MenuItem> now) {
        if (!ids(shown).equals(ids(now))) {
            shown.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (shown.get(i) instanceof Menu before && now.get(i) instanceof Menu after) {
                List<MenuItem> lines = List.copyOf(after.getItems());
                if (!ids(before.getItems()).equals(ids(lines))) {
                    after.getItems().clear(); // a line has one place
                    replace(before, lines);
                }
            }
        }
    }

    private static void replace(Menu menu, List<MenuItem> lines) {
        boolean isOpen = menu.isShowing();
        menu.hide(); // what is open shows the lines that it was opened with
        menu.getItems().setAll(lines);
        if (isOpen) {
            menu.show();
        }
    }

    private static List<String> ids(List<MenuItem> items) {
        return items.stream().map(MenuItem::getId).toList();
    }

    private static Menu menu(List<MenuItem> items, String id, String words) {
        for (MenuItem item : items) {
            if (item instanceof Menu menu && id.equals(menu.getId())) {
                return menu;
            }
        }
        Menu menu = new Menu(words);
        menu.setId(id);
        items.add(menu);
        return menu;
    }
}

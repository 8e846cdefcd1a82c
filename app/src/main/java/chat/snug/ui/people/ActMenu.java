package chat.snug.ui.people;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/**
 * What can be done about one person: write to them, and what a moderator may do. While it is open
 * it follows what becomes known of them. JavaFX thread.
 */
public final class ActMenu extends ContextMenu {
    private final ResourceBundle words;
    private final String prefix;
    private final Supplier<List<PersonAct>> acts;
    private final Consumer<PersonAct> does;
    private final MenuItem write;
    private final List<Observable> followed = new ArrayList<>();
    private final InvalidationListener changed = _ -> update();
    private List<PersonAct> shown;

    /**
     * Not open yet.
     *
     * @param prefix what the ids of the lines begin with
     * @param writes begins to write to the person
     * @param acts what may be done, asked for again when something has changed
     * @param does does what was chosen
     */
    public ActMenu(
            ResourceBundle words,
            String prefix,
            Runnable writes,
            Supplier<List<PersonAct>> acts,
            Consumer<PersonAct> does) {
        this.words = words;
        this.prefix = prefix;
        this.acts = acts;
        this.does = does;
        write = new MenuItem(words.getString("people.write"));
        write.setId(prefix + "write");
        write.setOnAction(_ -> writes.run());
        shown = acts.get();
        getItems().setAll(lines());
        setOnHidden(_ -> followed.forEach(each -> each.removeListener(changed)));
    }

    /** Looks again at what may be done whenever this changes, until it is closed. */
    public void follow(Observable people) {
        followed.add(people);
        people.addListener(changed);
    }

    private void update() {
        List<PersonAct> now = acts.get();
        if (!now.equals(shown)) {
            shown = now;
            ActItems.become(getItems(), lines());
        }
    }

    private List<MenuItem> lines() {
        List<MenuItem> lines = new ArrayList<>();
        lines.add(write);
        if (!shown.isEmpty()) {
            MenuItem line = new SeparatorMenuItem();
            line.setId(prefix + "acts");
            lines.add(line);
        }
        lines.addAll(ActItems.of(shown, prefix, words, does));
        return lines;
    }
}

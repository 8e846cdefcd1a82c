package chat.snug.ui.hosting;

import chat.snug.ui.OpenRoom;
import chat.snug.ui.dialogs.Question;
import chat.snug.ui.door.DoorViewModel;
import chat.snug.ui.people.Moderator;
import chat.snug.ui.people.PeopleViewModel;
import chat.snug.ui.toast.Toast;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;

/** The rooms of this computer and the window around them, as the hosting screen needs them. */
public interface Household {
    /**
     * A room that I am in.
     *
     * @param name its name on the wire
     * @param titleProperty what it is called
     */
    record HouseRoom(
            String name,
            ReadOnlyStringProperty titleProperty,
            PeopleViewModel people,
            Moderator moderator) {}

    /** The host. */
    OpenRoom own();

    /** Who waits at the doors of this computer's rooms. */
    DoorViewModel door();

    /** The rooms that I am in, in the order of the side bar. */
    List<HouseRoom> rooms();

    /** Shows how others come into a room. */
    void invite(String room);

    /** Shows the settings of a room. */
    void settings(String room);

    /** Writes to somebody privately. */
    void write(String name);

    /** Something to be sure of. */
    void ask(Question question);

    /** The question was answered. */
    void dismissQuestion();

    /** Says what was done. */
    void tell(Toast toast);

    /** Closes the rooms, after asking if somebody is there. */
    void close();
}

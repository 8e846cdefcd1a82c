package chat.snug.ui.door;

import chat.snug.hosting.Caller;

/** A door at which this person decides who comes in. Equal if it is the same door. */
public interface Gate {
    /** Lets somebody in who still waits. */
    void letIn(Caller caller);

    /** Does not let somebody in who still waits. */
    void turnAway(Caller caller);

    /** Where it is, for a person; empty if at this computer. */
    String place();
}

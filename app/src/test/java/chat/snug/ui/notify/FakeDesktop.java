package chat.snug.ui.notify;

import java.util.ArrayList;
import java.util.List;

/** A desktop that notes what it is to show. */
public final class FakeDesktop implements Desktop {
    /** Title and text of each notification. */
    public final List<String> shown = new ArrayList<>();

    /** What became of each is told here. */
    public final List<Outcome> outcomes = new ArrayList<>();

    @Override
    public void show(String title, String text, Outcome outcome) {
        shown.add(title + " | " + text);
        outcomes.add(outcome);
    }
}

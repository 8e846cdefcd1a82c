package chat.snug.ui;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the app remembers from one start to the next.
 *
 * @param name what the person wants to be called by; empty before they ever said
 * @param recents rooms used lately, the latest first, at most {@link #RECENTS}
 * @param window the window's size
 */
public record Settings(String name, List<RecentRoom> recents, Window window) {
    /** How many rooms are remembered. */
    public static final int RECENTS = 6;

    /**
     * The window's size, in pixels as the scene counts them.
     *
     * @param width not counting maximising
     * @param height not counting maximising
     * @param maximised whether it fills the screen
     */
    public record Window(double width, double height, boolean maximised) {
        /** No window is smaller. */
        public static final double MIN_WIDTH = 760;

        /** No window is smaller. */
        public static final double MIN_HEIGHT = 480;

        static final Window DEFAULT = new Window(1280, 800, false);

        public Window {
            width = Math.max(MIN_WIDTH, width);
            height = Math.max(MIN_HEIGHT, height);
        }
    }

    /** Before anything is known. */
    public static final Settings DEFAULT = new Settings("", List.of(), Window.DEFAULT);

    public Settings {
        recents = recents.stream().limit(RECENTS).toList();
    }

    /** The same with another name. */
    public Settings withName(String newName) {
        return new Settings(newName, recents, window);
    }

    /** The same with another window. */
    public Settings withWindow(Window newWindow) {
        return new Settings(name, recents, newWindow);
    }

    /** The same with {@code room} first among the recent ones, and there only once. */
    public Settings withRecent(RecentRoom room) {
        List<RecentRoom> others = recents.stream().filter(r -> !r.sameDoor(room)).toList();
        return new Settings(name, Stream.concat(Stream.of(room), others.stream()).toList(), window);
    }
}

package chat.snug.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** The FXML files of the app, each with the package that holds its controller and view-model. */
public enum Views {
    START("start/Start.fxml"),
    HOST_CARD("start/HostCard.fxml"),
    JOIN_CARD("start/JoinCard.fxml"),
    SHELL("shell/Shell.fxml"),
    QUESTION("dialogs/Question.fxml"),
    SECRET("dialogs/Secret.fxml"),
    SETTINGS("settings/Settings.fxml"),
    SWITCHER("switcher/Switcher.fxml"),
    KEYS("keys/Keys.fxml"),
    MENTIONS("mentions/Mentions.fxml"),
    DOOR("door/Door.fxml"),
    INVITE("invite/Invite.fxml"),
    HOST_KEY("trust/HostKey.fxml"),
    KEY_ALARM("trust/KeyAlarm.fxml"),
    ROOM_SETTINGS("room/RoomSettings.fxml"),
    HOSTING("hosting/Hosting.fxml"),
    TIMELINE("timeline/Timeline.fxml"),
    FIND("timeline/Find.fxml"),
    COMPOSER("composer/Composer.fxml"),
    EMOJI_PICKER("emoji/EmojiPicker.fxml"),
    PEOPLE("people/People.fxml"),
    ROOM_LIST("network/RoomList.fxml"),
    ACCOUNT("network/Account.fxml"),
    WIRE("network/Wire.fxml");

    private final String path;

    Views(String path) {
        this.path = path;
    }

    /**
     * A screen or part as it was loaded.
     *
     * @param <C> the class of the controller that the file names
     */
    public record Loaded<C>(Parent root, C controller) {}

    /**
     * Loads the file with its controller; on the JavaFX thread.
     *
     * @param <C> the class of the controller that the file names
     * @throws UncheckedIOException if the file is missing or broken, which is a mistake in the
     *     program
     */
    public <C> Loaded<C> load(Messages messages) {
        LoadedWords words = new LoadedWords(messages);
        FXMLLoader loader = new FXMLLoader(location(), words);
        try {
            Parent root = loader.load();
            words.follow(root);
            return new Loaded<>(root, loader.getController());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load " + path, e);
        }
    }

    URL location() {
        return Objects.requireNonNull(Views.class.getResource(path), path);
    }
}

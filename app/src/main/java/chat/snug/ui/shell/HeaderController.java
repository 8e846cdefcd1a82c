package chat.snug.ui.shell;

import chat.snug.ui.Messages;
import chat.snug.ui.Shaping;
import chat.snug.ui.shell.ConversationViewModel.Kind;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where one is: the room's name and topic, and the address to hand out. */
public final class HeaderController {
    /** No name of a room takes more, and none less where it is longer. */
    private static final double WIDEST_TITLE = 320;

    private static final double NARROWEST_TITLE = 64;

    /** As much of a name as there is comes before the word on a button that has a picture, too. */
    private static final double TITLE_BEFORE_WORDS = 200;

    @FXML private HBox header;
    @FXML private Label title;
    @FXML private Button lock;
    @FXML private FontIcon lockIcon;
    @FXML private Label topic;
    @FXML private Label address;
    @FXML private Button invite;
    @FXML private ToggleButton people;
    @FXML private MenuItem exportCopy;
    @FXML private MenuItem deleteCopy;
    @FXML private MenuItem settings;
    @FXML private MenuItem whoIsHere;
    @FXML private MenuItem leave;
    @FXML private MenuItem leaveHost;

    private final Tooltip topicInFull = new Tooltip();
    private final Tooltip lockInWords = new Tooltip();
    private Subscription lockShown = Subscription.EMPTY;
    private @Nullable ShellViewModel shell;
    private @Nullable Messages messages;

    @FXML
    private void initialize() {
        for (var part : new Node[] {topic, address, invite, people}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        header.widthProperty().addListener((_, _, _) -> fit());
        people.visibleProperty().addListener((_, _, _) -> fit());
        // A larger text, or another look: each part takes another place.
        for (Node part : header.getChildren()) {
            if (part instanceof Labeled labeled) {
                labeled.fontProperty().addListener((_, _, _) -> fit());
                labeled.insetsProperty().addListener((_, _, _) -> fit());
            }
        }
        lock.setTooltip(lockInWords);
        lock.accessibleTextProperty().bind(lockInWords.textProperty());
        Shaping.wrap(topicInFull.textProperty(), topicInFull.wrapTextProperty());
        topicInFull.setMaxWidth(480);
        topic.setTooltip(topicInFull);
        topicInFull.textProperty().bind(topic.textProperty());
        topic.textProperty().subscribe(this::fit);
    }

    /** Shows {@code model}, which lives as long as the window. */
    void show(ShellViewModel model, Messages words) {
        shell = model;
        messages = words;
        model.currentProperty().addListener((_, _, now) -> follow(now));
        follow(model.shown());
    }

    /** The language is another one. */
    void speakAgain() {
        if (shell != null) {
            follow(shell.shown());
        }
    }

    /** Whether the person wants to see who is there. */
    BooleanProperty peopleWantedProperty() {
        return people.selectedProperty();
    }

    /** Whether there is a button for that at all. */
    BooleanProperty peopleButtonProperty() {
        return people.visibleProperty();
    }

    private void follow(@Nullable ConversationViewModel now) {
        Messages words = messages;
        if (words == null || now == null) {
            return;
        }
        title.textProperty().bind(now.titleProperty());
        topic.textProperty().bind(now.topicProperty());
        lockShown.unsubscribe();
        lockShown = now.connection().lockProperty().subscribe(how -> showLock(how, words));
        boolean room = now.kind() == Kind.ROOM;
        boolean own = now.connection().hosted() != null;
        address.setText(now.connection().address().display());
        invite.setVisible(room);
        settings.setVisible(room);
        whoIsHere.setVisible(own);
        leave.setText(
                words.text(now.kind() == Kind.PRIVATE ? "side.close-private" : "side.leave-room"));
        leave.setVisible(now.kind() != Kind.HOST);
        exportCopy.setVisible(now.kind() != Kind.HOST);
        deleteCopy.setVisible(now.kind() != Kind.HOST);
        leaveHost.setText(words.text(own ? "side.close-host" : "side.leave-host"));
        fit();
    }

    private void showLock(Lock how, Messages words) {
        for (Lock each : Lock.values()) {
            lock.getStyleClass().remove(each.styleClass());
        }
        lock.getStyleClass().add(how.styleClass());
        lockIcon.setIconLiteral(how.icon);
        lock.setText(how == Lock.OPEN ? words.text("header.lock.open") : "");
        lockInWords.setText(words.text(how.key()));
        fit();
    }

    /** The room's name first, then the buttons; the address where there is a place left for it. */
    private void fit() {
        ConversationViewModel here = shell == null ? null : shell.shown();
        double name = Math.min(title.prefWidth(-1), WIDEST_TITLE);
        double left = besideButtons(_ -> false);
        if (left < Math.min(name, TITLE_BEFORE_WORDS)) {
            left = besideButtons(invite::equals);
        }
        if (left < NARROWEST_TITLE) {
            left = besideButtons(_ -> true);
        }
        title.setMinWidth(Math.clamp(left, Math.min(name, NARROWEST_TITLE), name));
        boolean roomy = left - name >= address.prefWidth(-1) + header.getSpacing();
        address.setVisible(here != null && here.kind() == Kind.ROOM && roomy);
        double rest = left - name - (roomy ? address.prefWidth(-1) + header.getSpacing() : 0);
        // A word of it, or nothing.
        topic.setVisible(!topic.getText().isEmpty() && rest >= NARROWEST_TITLE);
    }

    /** How much there is beside the buttons, of which some are without words. */
    private double besideButtons(Predicate<ButtonBase> wordless) {
        double left = header.getWidth() - header.snappedLeftInset() - header.snappedRightInset();
        for (Node part : header.getChildren()) {
            if (part instanceof ButtonBase button && part.isVisible()) {
                button.setContentDisplay(
                        wordless.test(button) ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
                left -= part.prefWidth(-1) + header.getSpacing();
            }
        }
        // Beside the topic and the gap.
        return left - 2 * header.getSpacing();
    }

    @FXML
    private void invite() {
        withHere((model, here) -> model.roomSheets().invite(here));
    }

    @FXML
    private void explainLock() {
        withHere((model, here) -> model.trust().explain(here.connection()));
    }

    @FXML
    private void settings() {
        withHere((model, here) -> model.roomSheets().settings(here));
    }

    @FXML
    private void whoIsHere() {
        withHere((model, here) -> model.show(here.connection().page()));
    }

    @FXML
    private void exportCopy() {
        Messages words = messages;
        ConversationViewModel here = shell == null ? null : shell.shown();
        if (words != null && here != null) {
            CopyChooser chooser = new CopyChooser(words, here.titleProperty().get());
            chooser.ask(
                    header.getScene().getWindow(),
                    (form, file) -> here.copy().export(form, file, here::note));
        }
    }

    @FXML
    private void deleteCopy() {
        withHere(ShellViewModel::askToDeleteCopy);
    }

    @FXML
    private void moreRooms() {
        withHere((model, _) -> model.visitNetwork(NetworkDoor.Part.ROOMS));
    }

    @FXML
    private void account() {
        withHere((model, _) -> model.visitNetwork(NetworkDoor.Part.ACCOUNT));
    }

    @FXML
    private void wire() {
        withHere((model, _) -> model.visitNetwork(NetworkDoor.Part.WIRE));
    }

    @FXML
    private void leave() {
        withHere(ShellViewModel::leave);
    }

    @FXML
    private void leaveHost() {
        withHere((model, here) -> model.leave(here.connection(), ""));
    }

    private void withHere(BiConsumer<ShellViewModel, ConversationViewModel> action) {
        ShellViewModel model = shell;
        ConversationViewModel here = model == null ? null : model.shown();
        if (model != null && here != null) {
            action.accept(model, here);
        }
    }
}

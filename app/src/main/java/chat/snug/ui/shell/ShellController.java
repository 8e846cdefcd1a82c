package chat.snug.ui.shell;

import chat.snug.ui.Messages;
import chat.snug.ui.Shortcut;
import chat.snug.ui.TypedKey;
import chat.snug.ui.Views;
import chat.snug.ui.composer.ComposerController;
import chat.snug.ui.door.DoorBar;
import chat.snug.ui.hosting.HostingController;
import chat.snug.ui.hosting.HostingViewModel;
import chat.snug.ui.people.PeopleController;
import chat.snug.ui.shell.ConversationViewModel.Kind;
import chat.snug.ui.timeline.FindController;
import chat.snug.ui.timeline.TimelineController;
import java.net.URI;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Side bar, header, banner, and the parts of the conversation that is shown. */
public final class ShellController {
    /** Below this width of the window people are shown only when asked for, over the talk. */
    private static final double WIDE = 900;

    /** The same for large text: so many pixels of the usual size. */
    private static final double WIDE_TEXT = 760;

    /** Below this one the side bar is narrower, too. */
    private static final double NARROW_TEXT = 640;

    private static final PseudoClass NARROW_NOW = PseudoClass.getPseudoClass("narrow");

    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));

    @FXML private HBox root;
    @FXML private SideBarController sideBarController;
    @FXML private HeaderController headerController;
    @FXML private DoorBar doorBar;
    @FXML private HBox banner;
    @FXML private Label bannerText;
    @FXML private Button bannerAction;
    @FXML private StackPane talk;
    @FXML private Label copyLine;
    @FXML private Region spoken;
    @FXML private HBox columns;
    @FXML private FindController findController;
    @FXML private TimelineController timelineController;
    @FXML private ComposerController composerController;
    @FXML private Region people;
    @FXML private PeopleController peopleController;

    private @Nullable ShellViewModel shell;
    private @Nullable Messages messages;
    private Views.@Nullable Loaded<HostingController> hosting;

    @FXML
    private void initialize() {
        clock.setCycleCount(Animation.INDEFINITE);
        banner.managedProperty().bind(banner.visibleProperty());
        copyLine.managedProperty().bind(copyLine.visibleProperty());
        bannerAction.managedProperty().bind(bannerAction.visibleProperty());
        people.managedProperty().bind(people.visibleProperty());
        timelineController.setOnTyped(composerController::type);
        findController.setOnClosed(composerController::focus);
        sideBarController.setOnClicked(this::write);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        StackPane.setAlignment(people, Pos.CENTER_RIGHT);
        root.widthProperty().addListener((_, _, _) -> placePeople());
        headerController.peopleWantedProperty().addListener((_, _, _) -> placePeople());
    }

    /** Esc that nobody had a use for goes to the newest, wherever one is. */
    private void pressed(KeyEvent event) {
        ConversationViewModel now = shell == null ? null : shell.shown();
        if (Shortcut.NEWEST.matches(event) && now != null) {
            now.timeline().goToNewest();
            event.consume();
        }
    }

    /**
     * Shows {@code model}, which lives as long as the window.
     *
     * @param doors what the buttons of the side bar do
     * @param links opens a link that was clicked
     */
    void show(
            ShellViewModel model,
            Messages words,
            SideBarController.Doors doors,
            Consumer<URI> links) {
        shell = model;
        messages = words;
        sideBarController.show(model, words, doors);
        headerController.show(model, words);
        timelineController.setOnLink(links);
        model.settings()
                .map(all -> all.appearance().time())
                .addListener((_, _, _) -> writeTimesAnew());
        model.settings()
                .map(all -> all.appearance().textPercent())
                .addListener((_, _, _) -> placePeople());
        composerController.setEmoji(model.emoji(), words);
        composerController.setEnterSends(model::enterSends);
        timelineController.setEmoji(model.emoji(), messages);
        doorBar.show(model.door(), words);
        model.setToTheDoor(doorBar::focus);
        BannerViewModel line = model.banner();
        bannerText.textProperty().bind(line.textProperty());
        banner.visibleProperty().bind(line.textProperty().isNotEmpty());
        bannerAction.textProperty().bind(line.actionProperty());
        bannerAction.visibleProperty().bind(line.actionProperty().isNotEmpty());
        line.countingProperty().addListener((_, _, now) -> runClock(now));
        model.currentProperty().addListener((_, _, now) -> follow(now));
        follow(model.currentProperty().get());
    }

    private void writeTimesAnew() {
        ConversationViewModel now = shell == null ? null : shell.shown();
        if (now != null) {
            timelineController.show(now.timeline());
        }
    }

    private void runClock(boolean now) {
        if (now) {
            clock.playFromStart();
        } else {
            clock.stop();
        }
    }

    private void tick() {
        if (shell != null) {
            shell.banner().tick();
        }
    }

    @FXML
    private void actOnBanner() {
        if (shell != null) {
            shell.banner().act();
        }
    }

    /** Where the talk begins, below what asks and warns; in pixels from the window's upper edge. */
    ObservableDoubleValue talkTop() {
        return talk.layoutYProperty();
    }

    /** Where the talk begins, beside the side bar; in pixels from the window's left edge. */
    ObservableDoubleValue talkLeft() {
        return columns.layoutXProperty();
    }

    /** The language is another one: what is shown is shown again. */
    void speakAgain() {
        ShellViewModel model = shell;
        if (model != null) {
            if (hosting != null) {
                talk.getChildren().remove(hosting.root());
                hosting.controller().hide();
                hosting = null;
            }
            sideBarController.speakAgain();
            headerController.speakAgain();
            if (messages != null) {
                doorBar.speakAgain(messages);
            }
            model.banner().tick();
            show(model.shown());
        }
    }

    private void write() {
        if (spoken.isVisible()) {
            composerController.focus();
        }
    }

    /** What is typed where nobody takes it is meant for the room. A space may press a button. */
    private void typed(KeyEvent event) {
        if (TypedKey.writes(event)
                && !event.getCharacter().equals(" ")
                && spoken.isVisible()
                && !(event.getTarget() instanceof TextInputControl)) {
            composerController.type(event.getCharacter());
            event.consume();
        }
    }

    private void follow(@Nullable ConversationViewModel now) {
        show(now);
        if (now != null) {
            composerController.focus();
        }
        placePeople();
    }

    private void show(@Nullable ConversationViewModel now) {
        if (now != null) {
            findController.show(now.finding());
            if (messages != null) {
                now.timeline().setLocale(messages.locale());
            }
            timelineController.show(now.timeline());
            composerController.show(now.composer());
            copyLine.visibleProperty().bind(now.copy().shownProperty());
            peopleController.show(now.people());
        }
        placeHosting(now);
    }

    /** The page of this computer shows who is here, in the place of what is said. */
    private void placeHosting(@Nullable ConversationViewModel now) {
        boolean page = now != null && now.kind() == Kind.HOST;
        HostingViewModel model =
                shell == null || now == null || !page ? null : shell.hosting(now.connection());
        spoken.setVisible(model == null);
        if (hosting != null) {
            talk.getChildren().remove(hosting.root());
            hosting.controller().hide();
        }
        Messages words = messages;
        if (model != null && words != null) {
            Views.Loaded<HostingController> view = hosting;
            if (view == null) {
                view = Views.HOSTING.load(words);
                hosting = view;
            }
            talk.getChildren().add(view.root());
            view.controller().show(model, words);
            view.controller().focus();
        }
    }

    private double textScale() {
        return shell == null ? 1 : shell.settings().get().appearance().textPercent() / 100.0;
    }

    private void placePeople() {
        ConversationViewModel now = shell == null ? null : shell.shown();
        boolean room = now != null && now.kind() == Kind.ROOM;
        double width = root.getWidth();
        boolean wide = width >= Math.max(WIDE, WIDE_TEXT * textScale());
        root.pseudoClassStateChanged(NARROW_NOW, width < NARROW_TEXT * textScale());
        headerController.peopleButtonProperty().set(room && !wide);
        people.setVisible(room && (wide || headerController.peopleWantedProperty().get()));
        Pane holder = wide ? columns : talk;
        if (!holder.getChildren().contains(people)) {
            (wide ? talk : columns).getChildren().remove(people);
            holder.getChildren().add(people);
        }
    }
}

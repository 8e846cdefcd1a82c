package chat.snug.ui.shell;

import chat.snug.ui.AppIcon;
import chat.snug.ui.Arrival;
import chat.snug.ui.Look;
import chat.snug.ui.Messages;
import chat.snug.ui.RecentRoom;
import chat.snug.ui.Settings;
import chat.snug.ui.Surroundings;
import chat.snug.ui.Views;
import chat.snug.ui.dialogs.Question;
import chat.snug.ui.dialogs.QuestionController;
import chat.snug.ui.dialogs.Secret;
import chat.snug.ui.dialogs.SecretController;
import chat.snug.ui.dialogs.Sheets;
import chat.snug.ui.invite.InviteController;
import chat.snug.ui.invite.InviteViewModel;
import chat.snug.ui.notify.Desktop;
import chat.snug.ui.notify.NoticeCards;
import chat.snug.ui.room.RoomSettingsController;
import chat.snug.ui.room.RoomSettingsViewModel;
import chat.snug.ui.start.HostCardController;
import chat.snug.ui.start.HostViewModel;
import chat.snug.ui.start.JoinCardController;
import chat.snug.ui.start.JoinViewModel;
import chat.snug.ui.start.StartController;
import chat.snug.ui.start.StartViewModel;
import chat.snug.ui.timeline.Rehearsal;
import chat.snug.ui.toast.ToastBar;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The one window: the first screen while one is nowhere, the shell otherwise, sheets over both. */
final class SnugWindow {
    private static final Set<String> WEB = Set.of("http", "https");

    private final Stage stage;
    private final Surroundings surroundings;
    private final Messages messages;
    private final Consumer<URI> browser;
    private final ShellViewModel shell;
    private final StartViewModel start;
    private final StartController startController;
    private final Sheets sheets = new Sheets();
    private final Scene scene;
    private final Around around;

    /**
     * The window, not shown yet.
     *
     * @param systemUser what the system calls the person
     * @param browser opens a page of the web
     * @param desktop shows notifications while the person looks elsewhere
     */
    SnugWindow(
            Stage stage,
            Surroundings surroundings,
            String systemUser,
            Consumer<URI> browser,
            Desktop desktop) {
        this.stage = stage;
        this.surroundings = surroundings;
        this.messages = surroundings.messages();
        this.browser = browser;
        surroundings
                .settings()
                .live()
                .map(settings -> settings.appearance().language())
                .subscribe(messages::speak);
        shell = new ShellViewModel(surroundings, desktop, this::toFront);
        start = new StartViewModel(surroundings, systemUser, this::arrived);
        start.setOnToast(shell::tell);

        Views.Loaded<StartController> first = Views.START.load(messages);
        startController = first.controller();
        startController.show(start, messages);
        Views.Loaded<ShellController> second = Views.SHELL.load(messages);
        second.controller().show(shell, messages, new SideDoors(), this::follow);

        var nowhere = Bindings.isEmpty(shell.connections());
        first.root().visibleProperty().bind(nowhere);
        second.root().visibleProperty().bind(nowhere.not());
        nowhere.addListener((_, _, now) -> backToTheStart(now));
        shell.questionProperty().addListener((_, _, now) -> ask(now));
        shell.secretProperty().addListener((_, _, now) -> ask(now));
        shell.roomSheets().inviteProperty().addListener((_, _, now) -> show(now));
        shell.roomSheets().settingsProperty().addListener((_, _, now) -> show(now));

        shell.trust().setOnJoin(address -> openJoin(address.invite()));
        start.join().setOnAlarm(shell.trust()::alarm);
        new TrustSheets(sheets, messages, shell.trust()).listen();
        NetworkSheets network = new NetworkSheets(sheets, surroundings, shell);
        network.listen();

        Settings.Window size = fitting(surroundings.settings().get().window());
        around = new Around(surroundings, shell, sheets, this::goBack);
        scene =
                new Scene(
                        new StackPane(
                                first.root(),
                                second.root(),
                                sheets,
                                new OverTalk(
                                        second.controller().talkTop(),
                                        second.controller().talkLeft(),
                                        sheets.visibleProperty().or(nowhere),
                                        new NoticeCards(shell.notices(), messages),
                                        new ToastBar(shell.toasts(), messages))),
                        size.width(),
                        size.height());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, around::pressed);
        messages.localeProperty()
                .subscribe(
                        _ -> {
                            start.refresh();
                            second.controller().speakAgain();
                        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::escaped);
        Look.follow(scene, surroundings.settings().live());
    }

    /** No larger than the screen, which may be another one than last time. */
    private static Settings.Window fitting(Settings.Window size) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        return new Settings.Window(
                Math.min(size.width(), screen.getWidth()),
                Math.min(size.height(), screen.getHeight()),
                size.maximised());
    }

    /**
     * Shows it.
     *
     * @param onClosed told when the person closed it, and it is gone from the screen
     */
    void show(Runnable onClosed) {
        stage.setScene(scene);
        stage.setMinWidth(Settings.Window.MIN_WIDTH);
        stage.setMinHeight(Settings.Window.MIN_HEIGHT);
        stage.setMaximized(surroundings.settings().get().window().maximised());
        stage.getIcons().setAll(AppIcon.images());
        stage.titleProperty().bind(new WindowTitle(shell, messages));
        shell.focusedProperty().bind(stage.focusedProperty());
        stage.setOnCloseRequest(
                event -> {
                    event.consume();
                    shell.closeWindow(() -> close(onClosed));
                });
        stage.show();
        startController.focus();
        Rehearsal.begin(scene, messages);
    }

    private void toFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    private void close(Runnable onClosed) {
        Settings.Window size =
                stage.isMaximized()
                        ? maximised(surroundings.settings().get().window())
                        : new Settings.Window(scene.getWidth(), scene.getHeight(), false);
        surroundings.settings().update(settings -> settings.withWindow(size));
        stage.hide();
        onClosed.run();
    }

    private static Settings.Window maximised(Settings.Window before) {
        return new Settings.Window(before.width(), before.height(), true);
    }

    private void arrived(Arrival arrival) {
        sheets.close();
        shell.arrive(arrival);
    }

    private void backToTheStart(boolean now) {
        if (now) {
            start.refresh();
            startController.focus();
        }
    }

    private void ask(@Nullable Question question) {
        if (question == null) {
            sheets.close();
        } else {
            Views.Loaded<QuestionController> view = Views.QUESTION.load(messages);
            view.controller().show(question, sheets::close);
            sheets.open(view.root(), view.controller()::focus, shell::dismissQuestion);
        }
    }

    private void ask(@Nullable Secret secret) {
        if (secret != null) {
            Views.Loaded<SecretController> view = Views.SECRET.load(messages);
            view.controller().show(secret, sheets::close);
            sheets.open(view.root(), view.controller()::focus, shell::dismissSecret);
        }
    }

    private void show(@Nullable InviteViewModel invite) {
        if (invite != null) {
            Views.Loaded<InviteController> view = Views.INVITE.load(messages);
            view.controller().show(invite, messages);
            sheets.open(
                    view.root(), view.controller()::focus, () -> shell.roomSheets().closeInvite());
        }
    }

    private void show(@Nullable RoomSettingsViewModel settings) {
        if (settings != null) {
            Views.Loaded<RoomSettingsController> view = Views.ROOM_SETTINGS.load(messages);
            view.controller().show(settings, messages, sheets::close);
            sheets.open(
                    view.root(),
                    view.controller()::focus,
                    () -> shell.roomSheets().closeSettings());
        }
    }

    private void follow(URI link) {
        if (isWeb(link)) {
            browser.accept(link);
        } else {
            join(link.toString());
        }
    }

    /** Schemes are the same in capitals (RFC 3986, section 3.1). */
    static boolean isWeb(URI link) {
        return link.getScheme() != null && WEB.contains(link.getScheme().toLowerCase(Locale.ROOT));
    }

    private void join(String address) {
        openJoin(address);
    }

    private JoinViewModel openJoin(String address) {
        Views.Loaded<JoinCardController> view = Views.JOIN_CARD.load(messages);
        JoinViewModel model = new JoinViewModel(surroundings, shell::identity, this::arrived);
        model.setOnAlarm(shell.trust()::alarm);
        model.addressProperty().set(address);
        view.controller().show(model, messages);
        sheets.open(view.root(), view.controller()::focus, model::cancel);
        return model;
    }

    /** Into a room of lately: again by its address, or opened again. */
    private void goBack(RecentRoom recent) {
        if (recent.hosted()) {
            openHost().openAgain(recent.nameToHost());
        } else {
            openJoin(recent.link()).join();
        }
    }

    private void host() {
        openHost();
    }

    private HostViewModel openHost() {
        Views.Loaded<HostCardController> view = Views.HOST_CARD.load(messages);
        HostViewModel model = new HostViewModel(surroundings, "", shell::identity, this::arrived);
        model.setBeside(
                wish -> {
                    boolean opened = shell.openBeside(wish);
                    if (opened) {
                        sheets.close();
                    }
                    return opened;
                });
        view.controller().show(model);
        sheets.open(view.root(), view.controller()::focus, model::cancel);
        return model;
    }

    /** While a sheet waits for something nothing in it has the keyboard. */
    private void escaped(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && sheets.isVisible()) {
            event.consume();
            sheets.close();
        }
    }

    private final class SideDoors implements SideBarController.Doors {
        @Override
        public void host() {
            SnugWindow.this.host();
        }

        @Override
        public void join() {
            SnugWindow.this.join("");
        }

        @Override
        public void mentions() {
            around.mentions();
        }

        @Override
        public void settings() {
            around.settings();
        }
    }
}

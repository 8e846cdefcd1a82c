package chat.snug.ui.settings;

import chat.snug.hosting.PlatformFolder;
import chat.snug.ui.Messages;
import chat.snug.ui.Settings.LanguageChoice;
import chat.snug.ui.Settings.LookChoice;
import chat.snug.ui.Settings.NotifyChoice;
import chat.snug.ui.Settings.TimeChoice;
import chat.snug.ui.settings.SettingsViewModel.PasswordsPlace;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows a {@link SettingsViewModel}. */
public final class SettingsController {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    @FXML private VBox root;
    @FXML private Label nameLabel;
    @FXML private TextField name;
    @FXML private Label nameError;
    @FXML private Label lookLabel;
    @FXML private ComboBox<LookChoice> look;
    @FXML private Label languageLabel;
    @FXML private ComboBox<LanguageChoice> language;
    @FXML private Label textLabel;
    @FXML private ComboBox<Integer> text;
    @FXML private Label timeLabel;
    @FXML private ComboBox<TimeChoice> time;
    @FXML private Label notifyLabel;
    @FXML private ComboBox<NotifyChoice> notifyOf;
    @FXML private CheckBox quiet;
    @FXML private CheckBox enter;
    @FXML private CheckBox keep;
    @FXML private CopiesController copiesController;
    @FXML private Label folderLabel;
    @FXML private TextField folder;
    @FXML private Label passwordsLabel;
    @FXML private TextField passwords;
    @FXML private Button forgetPasswords;
    @FXML private Label roomsLabel;
    @FXML private TextField rooms;
    @FXML private Button done;

    /** The choices say themselves again in another language; held as long as they are shown. */
    private final ChangeListener<Locale> spoken =
            (_, _, _) -> sayAgain(look, language, time, notifyOf);

    /**
     * Shows {@code model}, which is closed by whoever opened the screen.
     *
     * @param onDone puts the screen away
     */
    public void show(SettingsViewModel model, Messages messages, Runnable onDone) {
        nameLabel.setLabelFor(name);
        name.textProperty().bindBidirectional(model.nameProperty());
        name.setOnAction(_ -> model.takeName());
        name.focusedProperty()
                .addListener(
                        (_, _, now) -> {
                            if (!now) {
                                model.takeName();
                            }
                        });
        nameError.textProperty().bind(model.nameErrorProperty());
        model.nameErrorProperty()
                .addListener((_, _, now) -> name.pseudoClassStateChanged(DANGER, !now.isEmpty()));

        choose(look, lookLabel, List.of(LookChoice.values()), words(messages, "look"));
        look.valueProperty().bindBidirectional(model.lookProperty());
        choose(
                language,
                languageLabel,
                List.of(LanguageChoice.values()),
                words(messages, "language"));
        language.valueProperty().bindBidirectional(model.languageProperty());
        NumberFormat percent = NumberFormat.getPercentInstance(messages.locale());
        choose(text, textLabel, model.textSizes(), size -> percent.format(size / 100.0));
        text.valueProperty().bindBidirectional(model.textPercentProperty());
        choose(time, timeLabel, List.of(TimeChoice.values()), words(messages, "time"));
        time.valueProperty().bindBidirectional(model.timeProperty());
        choose(notifyOf, notifyLabel, List.of(NotifyChoice.values()), words(messages, "notify"));
        notifyOf.valueProperty().bindBidirectional(model.notifyProperty());

        messages.localeProperty().addListener(new WeakChangeListener<>(spoken));

        quiet.selectedProperty().bindBidirectional(model.doNotDisturbProperty());
        enter.selectedProperty().bindBidirectional(model.sendOnEnterProperty());
        keep.selectedProperty().bindBidirectional(model.keepTranscriptsProperty());
        copiesController.show(model.copies());
        folderLabel.setLabelFor(folder);
        folder.setText(model.settingsFolder());
        passwordsLabel.setLabelFor(passwords);
        passwordsLabel
                .textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        SettingsController.<PasswordsPlace>words(
                                                        messages, "passwords")
                                                .apply(model.passwordsPlaceProperty().get()),
                                model.passwordsPlaceProperty(),
                                messages.localeProperty()));
        passwords.setText(model.passwordsFile());
        forgetPasswords.disableProperty().bind(model.passwordsKeptProperty().not());
        forgetPasswords.setOnAction(_ -> model.forgetPasswords());
        roomsLabel.setLabelFor(rooms);
        rooms.setText(PlatformFolder.DATA.ofSystem().toString());
        done.setOnAction(_ -> onDone.run());
    }

    /** Where the keyboard begins. */
    public void focus() {
        if (name.getScene() == null) {
            // What is in a scroll pane gets into the scene with its first layout only.
            root.applyCss();
            root.layout();
        }
        name.requestFocus();
    }

    private static <E extends Enum<E>> Function<E, String> words(Messages messages, String what) {
        return choice ->
                messages.text("settings." + what + '.' + choice.name().toLowerCase(Locale.ROOT));
    }

    private static void sayAgain(ComboBox<?>... boxes) {
        for (ComboBox<?> box : boxes) {
            sayAgain(box);
        }
    }

    private static <T> void sayAgain(ComboBox<T> box) {
        StringConverter<T> words = box.getConverter();
        box.setConverter(null);
        box.setConverter(words);
        box.setButtonCell(new Chosen<>(words)); // a new one: the old one keeps its words
    }

    /** What is chosen, while the list is closed. */
    private static final class Chosen<T> extends ListCell<T> {
        private final StringConverter<T> words;

        Chosen(StringConverter<T> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable T choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty ? "" : words.toString(choice));
        }
    }

    private static <T> void choose(
            ComboBox<T> box, Label label, List<T> choices, Function<T, String> words) {
        label.setLabelFor(box);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T choice) {
                        return choice == null ? "" : words.apply(choice);
                    }

                    @Override
                    public @Nullable T fromString(String text) {
                        return null; // nothing is typed into it
                    }
                });
        box.getItems().setAll(choices);
    }
}

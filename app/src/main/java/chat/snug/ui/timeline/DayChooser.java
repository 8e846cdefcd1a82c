package chat.snug.ui.timeline;

import java.time.LocalDate;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.skin.DatePickerSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;

/** A small calendar beside what was clicked, for going to a day that has been. */
final class DayChooser {
    private DayChooser() {}

    /**
     * Opens it under {@code owner}.
     *
     * @param day the day that is shown
     * @param today the last one that can be chosen
     */
    static Popup open(Node owner, LocalDate day, LocalDate today, Consumer<LocalDate> chosen) {
        DatePicker picker = new DatePicker(day);
        picker.setShowWeekNumbers(false);
        picker.setDayCellFactory(
                _ ->
                        new DateCell() {
                            @Override
                            public void updateItem(LocalDate date, boolean empty) {
                                super.updateItem(date, empty);
                                setDisable(empty || date.isAfter(today));
                            }
                        });
        StackPane content = new StackPane(new DatePickerSkin(picker).getPopupContent());
        content.setId("day-chooser");
        content.getStyleClass().add("day-chooser");
        content.getStylesheets().setAll(owner.getScene().getStylesheets());
        Popup popup = new Popup();
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.getContent().add(content);
        picker.valueProperty()
                .addListener(
                        (_, _, now) -> {
                            if (now != null) {
                                popup.hide();
                                chosen.accept(now);
                            }
                        });
        content.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        popup.hide();
                        event.consume();
                    }
                });
        Bounds below = owner.localToScreen(owner.getLayoutBounds());
        popup.show(owner, below.getMinX(), below.getMaxY() + 4);
        return popup;
    }
}

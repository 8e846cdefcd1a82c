package chat.snug.ui;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.beans.property.Property;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The words that one FXML file is loaded with. Every text it hands out is a string of its own, so
 * that afterwards it knows which property shows which key, and when the language changes it puts
 * the same key's words there. What a controller has put in place of a text is left alone.
 *
 * <p>Lives as long as the screen that was loaded; on the JavaFX thread.
 */
final class LoadedWords extends ResourceBundle {
    private final Messages messages;
    private final ChangeListener<Locale> changed = (_, _, _) -> speakAgain();
    private final List<WeakReference<Property<String>>> texts = new ArrayList<>();
    private IdentityHashMap<String, String> keys = new IdentityHashMap<>();
    private boolean loading = true;

    LoadedWords(Messages messages) {
        this.messages = messages;
    }

    /** Looks which words stand where in what was loaded, and keeps them in the right language. */
    void follow(Parent root) {
        loading = false;
        look(root);
        // Whoever holds the screen holds its words.
        root.getProperties().put(LoadedWords.class, this);
        messages.localeProperty().addListener(new WeakChangeListener<>(changed));
    }

    private void look(Node node) {
        keep(node.accessibleTextProperty());
        if (node instanceof Labeled labeled) {
            keep(labeled.textProperty());
            if (labeled.isWrapText()) {
                Shaping.wrap(labeled);
            }
        }
        if (node instanceof Text text) {
            keep(text.textProperty());
        }
        if (node instanceof TextInputControl field) {
            keep(field.promptTextProperty());
        }
        if (node instanceof javafx.scene.control.Control control && control.getTooltip() != null) {
            keep(control.getTooltip().textProperty());
        }
        if (node instanceof MenuButton button) {
            button.getItems().forEach(this::look);
        }
        if (node instanceof ScrollPane pane && pane.getContent() != null) {
            look(pane.getContent());
        }
        if (node instanceof ListView<?> list && list.getPlaceholder() != null) {
            look(list.getPlaceholder());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::look);
        }
    }

    private void look(MenuItem item) {
        keep(item.textProperty());
        if (item instanceof Menu menu) {
            menu.getItems().forEach(this::look);
        }
    }

    private void keep(Property<String> text) {
        if (keys.containsKey(text.getValue())) {
            texts.add(new WeakReference<>(text));
        }
    }

    private void speakAgain() {
        IdentityHashMap<String, String> again = new IdentityHashMap<>();
        for (WeakReference<Property<String>> reference : texts) {
            Property<String> text = reference.get();
            String key = text == null ? null : keys.get(text.getValue());
            if (text != null && key != null && !text.isBound()) {
                text.setValue(messages.text(key));
                again.put(text.getValue(), key);
            }
        }
        keys = again;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        if (!messages.bundle().containsKey(key)) {
            return null;
        }
        String text = messages.text(key);
        if (!loading) {
            return text;
        }
        String own = String.valueOf(text.toCharArray());
        keys.put(own, key);
        return own;
    }

    @Override
    public Enumeration<String> getKeys() {
        return messages.bundle().getKeys();
    }

    @Override
    public Locale getLocale() {
        return messages.bundle().getLocale();
    }
}

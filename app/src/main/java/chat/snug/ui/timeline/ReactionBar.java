package chat.snug.ui.timeline;

import chat.snug.ui.emoji.EmojiImages;
import chat.snug.ui.emoji.EmojiText;
import chat.snug.ui.emoji.EmojiView;
import chat.snug.ui.timeline.TimelineItem.Message;
import chat.snug.ui.timeline.TimelineItem.Reaction;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** The reactions under a message: each with its number, mine marked; a click adds or takes back. */
final class ReactionBar extends FlowPane {
    private static final PseudoClass MINE = PseudoClass.getPseudoClass("mine");
    private static final int LONGEST = 12;

    private final TimelineRows context;
    private final List<Chip> chips = new ArrayList<>();

    ReactionBar(TimelineRows context) {
        this.context = context;
        getStyleClass().add("reactions");
    }

    void show(Message message) {
        List<Reaction> reactions = message.marks().reactions();
        while (chips.size() < reactions.size()) {
            chips.add(new Chip());
        }
        List<Chip> used = chips.subList(0, reactions.size());
        for (int i = 0; i < used.size(); i++) {
            used.get(i).show(message, reactions.get(i));
        }
        if (!getChildren().equals(used)) {
            getChildren().setAll(used);
        }
    }

    /** One sort of reaction. */
    private final class Chip extends Button {
        private final EmojiView picture = new EmojiView();
        private final Tooltip who = new Tooltip();
        private @Nullable Message message;
        private @Nullable Reaction reaction;

        Chip() {
            getStyleClass().add("reaction");
            setFocusTraversable(false);
            setMnemonicParsing(false);
            setTooltip(who);
            setOnAction(_ -> toggle());
        }

        void show(Message on, Reaction shown) {
            message = on;
            reaction = shown;
            String what = IrcFormatting.strip(shown.what()).strip();
            List<EmojiText.Part> parts = EmojiText.parts(what);
            Image image =
                    parts.size() == 1 && parts.getFirst().emoji()
                            ? EmojiImages.installed().of(what)
                            : null;
            String count = Integer.toString(shown.people().size());
            picture.setImage(image);
            setGraphic(image == null ? null : picture);
            String word = what.length() <= LONGEST ? what : what.substring(0, LONGEST) + "…";
            setText(image == null ? word + ' ' + count : count);
            String people = context.words().reaction(shown);
            who.setText(people);
            setAccessibleText(people);
            pseudoClassStateChanged(MINE, shown.mine());
        }

        private void toggle() {
            if (message != null && reaction != null) {
                context.viewModel().choices().react(message, reaction.what());
            }
        }
    }
}

package chat.snug.ui.timeline;

import chat.snug.ui.timeline.MessageText.Block;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The words of a message: paragraphs and blocks of code, below each other. */
final class MessageBody extends Region {
    private static final double GAP = 4;

    private static final int HEAVY = 20;
    private static final MessageText NOTHING = new MessageText("", List.of());

    private final TimelineRows context;
    private final List<RichText> paragraphs = new ArrayList<>();
    private final List<CodeBlock> codes = new ArrayList<>();
    private final List<Region> shown = new ArrayList<>();
    private final List<RichText> flows = new ArrayList<>();
    private MessageText text = NOTHING;

    MessageBody(TimelineRows context) {
        this.context = context;
        getStyleClass().add("message-body");
    }

    /** What is shown. */
    MessageText text() {
        return text;
    }

    /**
     * Shows a message's words.
     *
     * @param actor who does what the words say, or empty for talk
     */
    void show(String actor, MessageText now) {
        text = now;
        shown.clear();
        flows.clear();
        int paragraphsUsed = 0;
        int codesUsed = 0;
        for (Block block : now.blocks()) {
            if (block.code()) {
                CodeBlock code = code(codesUsed++);
                code.show(now.text(), block.pieces(), context.words().text("timeline.copy-code"));
                shown.add(code);
                flows.add(code.words());
            } else {
                RichText paragraph = paragraph(paragraphsUsed++);
                paragraph.show(shown.isEmpty() ? actor : "", now.text(), block.pieces());
                shown.add(paragraph);
                flows.add(paragraph);
            }
        }
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
        requestLayout();
    }

    /** Whether it is nothing but words in one style. */
    boolean isPlain() {
        return shown.size() == 1
                && flows.getFirst() == shown.getFirst()
                && flows.getFirst().isPlain();
    }

    /** Whether it is made of very many nodes. */
    boolean isHeavy() {
        return flows.size() > HEAVY || flows.stream().anyMatch(RichText::isHeavy);
    }

    /** How wide the words stand where there is {@code room}. */
    double columnIn(double room) {
        return RichText.column(this, room);
    }

    private RichText paragraph(int index) {
        if (index == paragraphs.size()) {
            RichText fresh = new RichText("message-plain", context::open);
            fresh.getStyleClass().add("message-text");
            paragraphs.add(fresh);
        }
        return paragraphs.get(index);
    }

    private CodeBlock code(int index) {
        if (index == codes.size()) {
            codes.add(new CodeBlock(context::open, context::copy));
        }
        return codes.get(index);
    }

    /** Marks what was looked for; {@code current} if this is the message that one is at. */
    void mark(List<Hits.Hit> hits, boolean current) {
        for (int i = 0; i < flows.size(); i++) {
            Block block = text.blocks().get(i);
            int start = block.pieces().getFirst().start();
            int end = block.pieces().getLast().end();
            flows.get(i)
                    .mark(
                            hits.stream()
                                    .filter(hit -> hit.start() < end && hit.end() > start)
                                    .toList(),
                            current);
        }
    }

    /** Shows as selected what is between two places of the text. */
    void select(int start, int end) {
        flows.forEach(flow -> flow.select(start, end));
    }

    /** The place in the text that is nearest to a point in here. */
    int placeAt(double x, double y) {
        for (int i = 0; i < shown.size(); i++) {
            Node block = shown.get(i);
            boolean last = i == shown.size() - 1;
            if (y < block.getBoundsInParent().getMaxY() || last) {
                RichText flow = flows.get(i);
                double left = block == flow ? 0 : flow.getLayoutX();
                double top = block == flow ? 0 : flow.getLayoutY();
                return flow.placeAt(x - block.getLayoutX() - left, y - block.getLayoutY() - top);
            }
        }
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = Math.max(0, shown.size() - 1) * GAP;
        for (Region block : shown) {
            height += snapSizeY(block.prefHeight(width));
        }
        return height;
    }

    @Override
    protected void layoutChildren() {
        double top = 0;
        for (Region block : shown) {
            double height = snapSizeY(block.prefHeight(getWidth()));
            block.resizeRelocate(0, top, getWidth(), height);
            top += height + GAP;
        }
    }
}

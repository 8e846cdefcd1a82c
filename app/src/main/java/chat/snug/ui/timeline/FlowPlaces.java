package chat.snug.ui.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the characters of a message are in the flow that shows it: a picture stands there for
 * several of them, and what marks code up is left out.
 */
final class FlowPlaces {
    private record Slot(int start, int end, int flowStart, int flowEnd) {}

    private final List<Slot> slots = new ArrayList<>();
    private int length;

    void clear() {
        slots.clear();
        length = 0;
    }

    /** How long the flow is so far. */
    int length() {
        return length;
    }

    /** Something stands in the flow that is not of the text. */
    void skip(int flowLength) {
        length += flowLength;
    }

    /** Characters {@code start} to {@code end} of the text take {@code flowLength} in the flow. */
    void add(int start, int end, int flowLength) {
        slots.add(new Slot(start, end, length, length + flowLength));
        length += flowLength;
    }

    /** The place in the flow of one in the text. */
    int inFlow(int place) {
        int before = slots.isEmpty() ? 0 : slots.getFirst().flowStart();
        for (Slot slot : slots) {
            if (place < slot.start()) {
                return before;
            }
            if (place < slot.end()) {
                int into = place - slot.start();
                return slot.flowStart() + Math.min(into, slot.flowEnd() - slot.flowStart());
            }
            before = slot.flowEnd();
        }
        return before;
    }

    /** The place in the text of one in the flow. */
    int inText(int flowPlace) {
        int before = slots.isEmpty() ? 0 : slots.getFirst().start();
        for (Slot slot : slots) {
            if (flowPlace < slot.flowStart()) {
                return before;
            }
            if (flowPlace < slot.flowEnd()) {
                return slot.start() + flowPlace - slot.flowStart();
            }
            before = slot.end();
        }
        return before;
    }
}

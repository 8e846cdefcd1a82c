package chat.snug.ui.timeline;

import chat.snug.client.ClientEvent.Found;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientRequest;
import chat.snug.client.Feature;
import chat.snug.ui.timeline.TimelineItem.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Finding something in one conversation: in what is loaded at once, and in everything that the host
 * keeps as soon as it answers. Goes from hit to hit, the newest first. JavaFX thread.
 */
public final class FindViewModel {
    /** More hits than this are not gathered. */
    static final int MOST = 500;

    /** A host that has so many may have more of them. */
    private static final int MANY = 20;

    private final String conversation;
    private final TimelineViewModel timeline;
    private final Supplier<Set<Feature>> features;
    private final Consumer<ClientRequest> requests;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", false);
    private final StringProperty words = new SimpleStringProperty(this, "words", "");
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", State.NOTHING);
    private List<Hit> hits = List.of();
    private ClientRequest.@Nullable Search asked;
    private int at = -1;
    private boolean more;
    private boolean unanswered;
    private @Nullable Position origin;

    /** One message that holds the words. */
    private record Hit(@Nullable String id, long key, Instant time) {}

    /**
     * How far the search is.
     *
     * @param at which hit is shown, 1 for the newest; 0 for none
     * @param count how many hits there are
     * @param asking whether the host has not answered yet
     * @param searched whether anything was looked for at all
     * @param more whether there are more than these, older ones
     */
    public record State(int at, int count, boolean asking, boolean searched, boolean more) {
        static final State NOTHING = new State(0, 0, false, false, false);
    }

    /**
     * Nothing looked for yet.
     *
     * @param conversation its name on the wire
     * @param features what the host can do just now
     * @param requests asks the host
     */
    public FindViewModel(
            String conversation,
            TimelineViewModel timeline,
            Supplier<Set<Feature>> features,
            Consumer<ClientRequest> requests) {
        this.conversation = conversation;
        this.timeline = timeline;
        this.features = features;
        this.requests = requests;
        words.addListener((_, _, _) -> lookAgain());
        open.addListener(
                (_, _, now) -> {
                    origin = null;
                    if (!now) {
                        words.set("");
                    }
                });
    }

    /** Stops looking, and goes back to where one was. */
    public void leave() {
        Position back = origin;
        open.set(false);
        if (back != null) {
            timeline.goBack(back);
        }
    }

    /** Goes to what was said on a day, or next after it. */
    public void goTo(LocalDate day) {
        remember();
        timeline.goTo(day);
    }

    /** The last day that there is anything of. */
    LocalDate today() {
        return timeline.dates().today();
    }

    /** Where one was when one began to look. */
    private void remember() {
        if (origin == null) {
            origin = timeline.position();
        }
    }

    /** Whether the person is looking for something. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** What is looked for. */
    public StringProperty wordsProperty() {
        return words;
    }

    /** How far the search is. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private void lookAgain() {
        hits = List.of();
        at = -1;
        asked = null;
        unanswered = false;
        more = false;
        state.set(State.NOTHING);
        timeline.setUnfound(false);
        timeline.lookedForProperty().set(new LookedFor(words.get().strip(), null, -1));
    }

    /** Goes to the next older hit; looks first if these words were not looked for yet. */
    public void older() {
        if (words.get().isBlank()) {
            return;
        }
        if (state.get().searched()) {
            step(1);
        } else {
            look();
        }
    }

    /** Goes to the next newer hit. */
    public void newer() {
        if (state.get().searched()) {
            step(-1);
        } else {
            older();
        }
    }

    private void look() {
        remember();
        hits = loaded();
        ask(null);
        at = hits.isEmpty() ? -1 : 0;
        show();
    }

    /** Asks the host for all hits, or for those before a moment. */
    private void ask(@Nullable Instant before) {
        if (features.get().contains(Feature.SEARCH)) {
            asked = new ClientRequest.Search(conversation, words.get().strip(), null, null, before);
            requests.accept(asked);
        }
    }

    private List<Hit> loaded() {
        String wanted = words.get();
        List<Hit> found = new ArrayList<>();
        for (TimelineItem item : timeline.items().reversed()) {
            if (item instanceof Message message
                    && message.marks().deletion() == null
                    && Hits.holds(IrcFormatting.strip(message.text()), wanted)) {
                found.add(new Hit(message.id(), message.key(), message.time()));
            }
        }
        return found;
    }

    /** The host tells what it found. */
    public void found(Found found) {
        if (!found.search().equals(asked)) {
            return;
        }
        asked = null;
        unanswered = found.failed();
        Hit shown = at < 0 ? null : hits.get(at);
        Set<String> known = new HashSet<>();
        List<Hit> all = new ArrayList<>(hits);
        hits.forEach(hit -> known.add(String.valueOf(hit.id())));
        boolean fresh = false;
        for (Said said : found.said()) {
            if (said.id() != null && known.add(said.id())) {
                all.add(new Hit(said.id(), 0, said.time()));
                fresh = true;
            }
        }
        all.sort(Comparator.comparing(Hit::time).reversed());
        hits = List.copyOf(all);
        if (fresh && found.said().size() >= MANY) {
            goOn(found.said().getFirst().time());
        }
        if (shown == null) {
            at = hits.isEmpty() ? -1 : 0;
            show();
        } else {
            at = hits.indexOf(shown);
            tell();
        }
    }

    /** A host gives only so many at once: those before that moment are asked for, too. */
    private void goOn(Instant oldest) {
        more = hits.size() >= MOST;
        if (!more) {
            // Several may have been said at that moment: they come again.
            ask(oldest.plusMillis(1));
        }
    }

    private void step(int by) {
        if (!hits.isEmpty()) {
            at = Math.floorMod(at + by, hits.size());
            show();
        }
    }

    private void show() {
        tell();
        if (at >= 0) {
            Hit hit = hits.get(at);
            timeline.lookedForProperty()
                    .set(new LookedFor(words.get().strip(), hit.id(), hit.key()));
            if (hit.id() == null) {
                timeline.show(hit.key());
            } else {
                timeline.goTo(hit.id(), hit.time());
            }
        }
    }

    private void tell() {
        state.set(new State(at + 1, hits.size(), asked != null, true, more));
        timeline.setUnfound(hits.isEmpty() && asked == null && !unanswered);
    }
}

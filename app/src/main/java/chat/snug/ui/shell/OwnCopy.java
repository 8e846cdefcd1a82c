package chat.snug.ui.shell;

import chat.snug.client.Address;
import chat.snug.client.ClientEvent.ConversationEvent;
import chat.snug.client.ClientEvent.Found;
import chat.snug.client.ClientEvent.HistoryPage;
import chat.snug.client.ClientEvent.HistoryRead;
import chat.snug.client.ClientRequest;
import chat.snug.client.ClientRequest.ReadHistory;
import chat.snug.client.ClientRequest.Search;
import chat.snug.client.Feature;
import chat.snug.transcript.Place;
import chat.snug.transcript.Transcripts;
import chat.snug.transcript.Transcripts.Form;
import chat.snug.ui.Surroundings;
import chat.snug.ui.shell.ConnectionViewModel.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What this person saw of one conversation, on their own computer: it grows with everything that is
 * told, and answers in the host's place while that is away. JavaFX thread.
 */
final class OwnCopy {
    private final ConnectionViewModel connection;
    private final Supplier<String> name;
    private final Transcripts transcripts;
    private final Executor screen;
    private final Surroundings surroundings;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown", false);

    /** {@code name} tells what the conversation is called on the wire. */
    OwnCopy(Surroundings surroundings, ConnectionViewModel connection, Supplier<String> name) {
        this.surroundings = surroundings;
        this.connection = connection;
        this.name = name;
        transcripts = surroundings.belongings().transcripts();
        screen = surroundings.events();
    }

    /** Where {@code connection} leads; one's own host may move from port to port. */
    static String host(ConnectionViewModel connection) {
        return connection.hosted() != null ? Place.OWN : host(connection.address());
    }

    /** Where {@code address} leads. */
    static String host(Address address) {
        return address.host() + ':' + address.port();
    }

    private Place place() {
        return new Place(host(connection), name.get());
    }

    /** Whether it answers, and not the host. */
    boolean answers() {
        return connection.stateProperty().get() != State.ONLINE;
    }

    /** Whether something of it is shown, while the host is away. */
    ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The connection stands differently now. */
    void stateChanged() {
        if (!answers()) {
            shown.set(false);
        }
    }

    /** Keeps what was told. */
    void saw(List<ConversationEvent> batch) {
        if (answers() && batch.stream().anyMatch(HistoryPage.class::isInstance)) {
            shown.set(true); // the copy itself, with which the conversation was opened
        } else if (surroundings.settings().get().habits().keepTranscripts()) {
            transcripts.saw(place(), batch);
        }
    }

    /** A page of it. */
    void read(ReadHistory request, Consumer<HistoryRead> then) {
        deliver(
                transcripts.read(host(connection), request),
                read -> {
                    if (answers()) {
                        shown.set(shown.get() || !read.events().isEmpty());
                        then.accept(read);
                    }
                });
    }

    /** What can be done to find something: the copy can be searched while the host is away. */
    Set<Feature> searches() {
        return answers() ? Set.of(Feature.SEARCH) : connection.features();
    }

    /** Looks for something in it while it answers, and asks the host otherwise. */
    void findOrAsk(ClientRequest request, Consumer<Found> then) {
        if (answers() && request instanceof Search search) {
            deliver(transcripts.search(host(connection), search), then);
        } else {
            connection.submit(request);
        }
    }

    /** Writes all of it into a file, and tells in a sentence what came of it. */
    void export(Form form, Path file, Consumer<String> told) {
        String title = connection.words().text("copy.title", name.get());
        CompletableFuture<String> sentence =
                transcripts
                        .export(place(), title, form, file, surroundings.clock().getZone())
                        .handle((count, e) -> outcome(file, count, e));
        deliver(sentence, told);
    }

    private String outcome(Path file, @Nullable Integer count, @Nullable Throwable e) {
        return e == null && count != null
                ? connection.words().text("copy.exported", count, file.toString())
                : connection.words().text("copy.not-exported", file.toString());
    }

    /** Deletes all of it. */
    void delete(Runnable then) {
        deliver(transcripts.delete(place()), _ -> then.run());
    }

    private <T> void deliver(CompletableFuture<T> answer, Consumer<T> then) {
        var _ = answer.thenAcceptAsync(then, screen);
    }
}

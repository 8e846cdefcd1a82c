package chat.snug.client;

import chat.snug.protocol.Message;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the {@link ClientModel} puts what comes out of it. Called on the thread that drives it. */
interface Outlet {
    /** To the host. */
    void send(Message message);

    /** To the screen. */
    void tell(ClientEvent event);

    /**
     * The connection is of no use any more and is to be closed as soon as the model has returned;
     * nothing is to be sent on it.
     *
     * @param suggestedName a name to try instead, if the name is what was refused
     */
    void end(Failure failure, @Nullable String suggestedName);

    /**
     * The host has said whether it wants to be spoken with encrypted.
     *
     * @return whether this connection is of no use any more and is to be closed as soon as the
     *     model has returned; nothing is to be sent on it
     */
    default boolean demands(StsOffer offer) {
        return false;
    }

    /**
     * Does work that takes a while on a thread of its own, and then goes on with the result on the
     * thread that drives the model, unless the connection is gone by then.
     */
    <T extends @Nullable Object> void later(Supplier<T> work, Consumer<T> then);
}

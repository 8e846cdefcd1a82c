package chat.snug.server;

import chat.snug.server.options.DoorLimits;
import chat.snug.server.options.DoorOptions;
import chat.snug.server.options.ServerOptions;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;

/** A test class with a server at whose door somebody is asked, and that somebody. */
abstract class AskingServer extends LiveServer {
    static final String WAIT = ":snug.local NOTICE * :Waiting for the host to let you in";
    static final String NO = "ERROR :The host did not let you in";

    final String hostKey = ServerOptions.newHostKey();
    Porter porter;

    @BeforeEach
    void askFirst() {
        porter = at(UnaryOperator.identity());
    }

    void open(UnaryOperator<ServerOptions> change) {
        porter = at(change);
    }

    private Porter at(UnaryOperator<ServerOptions> change) {
        server().close();
        restart(
                options ->
                        change.apply(
                                options.withHostKey(hostKey)
                                        .withRoom("#den")
                                        .withDoor(DoorOptions.defaults().withAsking(true))));
        return new Porter(server());
    }

    static UnaryOperator<ServerOptions> limited(UnaryOperator<DoorLimits> change) {
        return options ->
                options.withDoor(options.door().withLimits(change.apply(options.door().limits())));
    }

    WireClient knocking(String nick, String... before) {
        return connect().send(before).send("NICK " + nick, "USER user 0 * :U");
    }
}

package chat.snug.client;

import chat.snug.protocol.MalformedMessageException;
import chat.snug.protocol.Message;
import chat.snug.protocol.MessageParser;
import chat.snug.protocol.MessageWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays the host and the person against a {@link ClientModel}: lines in, and what came out since it
 * was last asked. The clock stands unless it is moved.
 */
final class ModelScript implements Outlet {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final Address ADDRESS = new Address("irc.test", 6667, false, "#lobby", null);
    static final Identity ANN = new Identity("Ann", "Ann Smith");

    private final List<String> sent = new ArrayList<>();
    private final List<ClientEvent> events = new ArrayList<>();
    private Instant now = NOON;
    @Nullable Failure ended;
    @Nullable String suggestedName;
    final ClientModel model;

    ModelScript() {
        this(ADDRESS, ANN);
    }

    ModelScript(Address address, Identity identity) {
        model = new ClientModel(address, identity, address.password(), () -> now, this);
    }

    /** Registered with a Snug host that offers all, in #lobby with Ben; nothing left to read. */
    static ModelScript inLobby() {
        ModelScript script = new ModelScript();
        script.open(
                "server-time message-tags echo-message labeled-response batch multi-prefix"
                        + " away-notify extended-join");
        script.enterLobby();
        return script;
    }

    /** The same with a host that knows nothing but RFC 1459. */
    static ModelScript inOldLobby() {
        ModelScript script = new ModelScript();
        script.model.opened();
        script.host(":old.test 421 * CAP :Unknown command");
        script.welcome();
        script.enterLobby();
        return script;
    }

    void open(String capabilities) {
        model.opened();
        host(":snug.local CAP * LS :" + capabilities);
        for (String line : sent()) {
            if (line.startsWith("CAP REQ ")) {
                String list = line.substring("CAP REQ ".length());
                host(":snug.local CAP * ACK " + (list.startsWith(":") ? list : ':' + list));
            }
        }
        welcome();
    }

    void welcome() {
        host(
                ":snug.local 001 Ann :Welcome to the network Ann!ann@10.0.0.1",
                ":snug.local 005 Ann CHANTYPES=# PREFIX=(qaohv)~&@%+ NETWORK=Snug"
                        + " CASEMAPPING=ascii :are supported by this server",
                ":snug.local 376 Ann :End of MOTD");
    }

    void enterLobby() {
        host(
                ":Ann!ann@10.0.0.1 JOIN #lobby",
                ":snug.local 353 Ann = #lobby :@Ben Ann",
                ":snug.local 366 Ann #lobby :End of NAMES");
        sent();
        events();
    }

    ModelScript host(String... lines) {
        for (String line : lines) {
            try {
                model.received(MessageParser.parse(line));
            } catch (MalformedMessageException e) {
                throw new AssertionError(line, e);
            }
        }
        return this;
    }

    ModelScript person(ClientRequest request) {
        model.request(request);
        return this;
    }

    ModelScript say(String conversation, String text) {
        return person(new ClientRequest.Say(conversation, text, ClientEvent.Said.Kind.TEXT));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** The host has not answered what it was asked, and never will. */
    void passOver() {
        pass(Duration.ofSeconds(21));
        model.tick();
        for (String line : sent()) {
            if (line.startsWith("PING ")) {
                host(":snug.local PONG snug.local " + line.substring("PING ".length()));
            }
        }
        model.tick();
    }

    /** What the model has sent since the last time. */
    List<String> sent() {
        List<String> lines = List.copyOf(sent);
        sent.clear();
        return lines;
    }

    /** What the model has told since the last time. */
    List<ClientEvent> events() {
        List<ClientEvent> told = List.copyOf(events);
        events.clear();
        return told;
    }

    /** The only event of a kind since the last time. */
    <E extends ClientEvent> E event(Class<E> kind) {
        List<E> found = events().stream().filter(kind::isInstance).map(kind::cast).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one " + kind.getSimpleName() + ", had " + found);
        }
        return found.getFirst();
    }

    @Override
    public void send(Message message) {
        String line = MessageWriter.toString(message);
        int colon = line.lastIndexOf(" :");
        // Some last words have a colon that they do not need.
        boolean word = colon > 0 && line.indexOf(' ', colon + 1) < 0 && colon + 2 < line.length();
        sent.add(word ? line.substring(0, colon + 1) + line.substring(colon + 2) : line);
    }

    @Override
    public void tell(ClientEvent event) {
        events.add(event);
    }

    @Override
    public <T extends @Nullable Object> void later(Supplier<T> work, Consumer<T> then) {
        then.accept(work.get());
    }

    @Override
    public void end(Failure failure, @Nullable String name) {
        ended = failure;
        suggestedName = name;
    }
}

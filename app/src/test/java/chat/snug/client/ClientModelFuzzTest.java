package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.protocol.Limits;
import chat.snug.protocol.LineDecoder;
import chat.snug.protocol.LineError;
import chat.snug.protocol.LineSink;
import chat.snug.protocol.MalformedMessageException;
import chat.snug.protocol.Message;
import chat.snug.protocol.MessageParser;
import chat.snug.protocol.Source;
import chat.snug.protocol.Tags;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that sends whatever it likes: nothing is thrown, and each line has a bounded echo. */
class ClientModelFuzzTest {
    static final String[] COMMANDS = {
        "PING",
        "PONG",
        "ERROR",
        "CAP",
        "BATCH",
        "ACK",
        "FAIL",
        "WARN",
        "NOTE",
        "PRIVMSG",
        "NOTICE",
        "JOIN",
        "PART",
        "KICK",
        "MODE",
        "TOPIC",
        "QUIT",
        "NICK",
        "AWAY",
        "CHGHOST",
        "INVITE",
        "TAGMSG",
        "SETNAME",
        "AUTHENTICATE",
        "REGISTER",
        "VERIFY",
        "ACCOUNT",
        "REDACT",
        "MARKREAD",
        "METADATA",
        "CHATHISTORY",
        "NONSENSE",
        "001",
        "004",
        "005",
        "302",
        "303",
        "305",
        "306",
        "322",
        "323",
        "324",
        "331",
        "332",
        "333",
        "352",
        "353",
        "366",
        "372",
        "375",
        "376",
        "396",
        "401",
        "403",
        "404",
        "421",
        "422",
        "432",
        "433",
        "437",
        "461",
        "464",
        "465",
        "471",
        "475",
        "482",
        "696",
        "730",
        "761",
        "766",
        "900",
        "901",
        "903",
        "904",
        "999",
        "000"
    };
    static final String[] WORDS = {
        "",
        "Ann",
        "ann",
        "Ben",
        "#lobby",
        "#LOBBY",
        "#",
        "&",
        "@#lobby",
        "*",
        "+",
        "-x",
        "+x",
        "LS",
        "ACK",
        "NAK",
        "NEW",
        "DEL",
        "server-time labeled-response batch echo-message",
        "-echo-message",
        "+o",
        "-ov+v",
        "+bklimnpst",
        "Ann Ben @Cleo +@Dan !",
        "CHANTYPES=",
        "CHANTYPES=#",
        "PREFIX=",
        "PREFIX=(ov)@+",
        "PREFIX=(ov@+",
        "PREFIX=)(",
        "CHANMODES=a,b",
        "CHANMODES=,,,",
        "CASEMAPPING=rfc1459",
        "CASEMAPPING=ascii",
        "STATUSMSG=@+",
        "NETWORK=\\x20\\x",
        "SNUG.CHAT/ROOM=x",
        "SNUG.CHAT/ROOM=#y",
        "Ann=+a@b",
        "Ann*=-@",
        "\u0001ACTION x\u0001",
        "\u0001VERSION",
        "\u0001\u0001",
        "\u0001",
        "\u000399,",
        "\u0004",
        "snug-welcome",
        "snug-sent-1",
        "snug-sent-2",
        "G",
        "H@",
        "99999999999999",
        "hello Ann",
        "\ud83d\ude00",
        "\ud83d",
        "é".repeat(300),
        "x".repeat(5000),
        "labeled-response",
        "message-tags batch draft/chathistory draft/multiline draft/read-marker soju.im/search"
                + " sasl draft/account-registration draft/metadata-2 draft/message-redaction",
        "sasl=PLAIN,SCRAM-SHA-256 draft/multiline=max-bytes=100,max-lines=4",
        "chathistory",
        "draft/chathistory-targets",
        "draft/multiline",
        "soju.im/search",
        "labeled-response",
        "TARGETS",
        "display-name",
        "SUCCESS",
        "timestamp=2026-11-21T11:00:00.000Z",
        "CHATHISTORY=0",
        "CLIENTTAGDENY=*,-typing",
        "AAAA",
        "!"
    };
    private static final String[] TAGS = {
        "+typing", "+draft/react", "+draft/unreact", "+reply", "account", Tags.NONCE
    };
    private static final String[] LABELS = {"s1", "s2", "s3", "s", "s-1", "sx", "s99999999999999"};

    private final Random random = new Random();
    private final Sink sink = new Sink();
    private ClientModel model =
            new ClientModel(
                    ModelScript.ADDRESS, ModelScript.ANN, null, () -> ModelScript.NOON, sink);

    /** Counts what comes out and forgets it. */
    private static final class Sink implements Outlet {
        private int events;
        private int lines;
        private boolean ended;

        @Override
        public void send(Message message) {
            lines++;
        }

        @Override
        public void tell(ClientEvent event) {
            events++;
        }

        @Override
        public <T extends @Nullable Object> void later(Supplier<T> work, Consumer<T> then) {
            then.accept(work.get());
        }

        @Override
        public void end(Failure failure, @Nullable String suggestedName) {
            ended = true;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_121})
    void anyMessagesInAnyOrder(long seed) {
        random.setSeed(seed);
        model.opened();
        for (int i = 0; i < 60_000; i++) {
            sink.events = 0;
            sink.lines = 0;
            int choice = random.nextInt(400);
            if (choice == 0 || sink.ended) {
                model.lost(true);
                sink.ended = false;
                model.opened();
                if (random.nextInt(4) > 0) {
                    model.received(welcome());
                }
            } else if (choice < 20) {
                model.request(request());
            } else if (choice == 20) {
                model.malformed();
            } else if (choice == 21) {
                model.tick();
            } else {
                model.received(message());
                // QUIT and NICK are told once a room, RPL_NAMREPLY's end once.
                assertThat(sink.events).isLessThan(2 * Roster.MOST_ROOMS);
                assertThat(sink.lines).isLessThan(2 * Roster.MOST_ROOMS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void anyBytes(long seed) {
        random.setSeed(seed);
        model.opened();
        model.received(welcome());
        LineDecoder decoder = LineDecoder.ofServer(Limits.defaults());
        LineSink lines =
                new LineSink() {
                    @Override
                    public boolean line(ByteBuffer line) {
                        try {
                            model.received(MessageParser.parse(line));
                        } catch (MalformedMessageException e) {
                            model.malformed();
                        }
                        return true;
                    }

                    @Override
                    public void refused(LineError error) {
                        model.malformed();
                    }
                };
        for (int i = 0; i < 3_000; i++) {
            if (sink.ended) {
                model.lost(true);
                sink.ended = false;
                model.opened();
                model.received(welcome());
            }
            byte[] bytes = line().getBytes(StandardCharsets.UTF_8);
            for (int flips = random.nextInt(4); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            decoder.decode(ByteBuffer.wrap(bytes), lines);
            decoder = random.nextInt(100) == 0 ? LineDecoder.ofServer(Limits.defaults()) : decoder;
        }
    }

    @Test
    void everyWordWithTooFewParameters() {
        for (String verb : words()) {
            for (int count = 0; count < 4; count++) {
                List<String> params = Collections.nCopies(count, "Ann");
                for (ModelScript script : List.of(registering(), ModelScript.inLobby())) {
                    Message message = Message.of(verb, params.toArray(String[]::new));
                    script.model.received(message.withSource(Source.server("irc.test")));
                    script.model.received(message.withSource(new Source("Ann", "a", "h")));
                }
            }
        }
    }

    private static ModelScript registering() {
        ModelScript script = new ModelScript();
        script.model.opened();
        return script;
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>(List.of(COMMANDS));
        for (int code = 0; code < 1_000; code++) {
            words.add("%03d".formatted(code));
        }
        return words;
    }

    private static Message welcome() {
        return Message.of("001", "Ann", "Welcome").withSource(Source.server("irc.test"));
    }

    private String line() {
        Message message = message();
        StringBuilder line = new StringBuilder();
        if (!message.tags().isEmpty()) {
            line.append('@').append(message.tags()).append(' ');
        }
        if (message.source() != null) {
            line.append(':').append(message.source()).append(' ');
        }
        line.append(message.command());
        for (String param : message.params()) {
            line.append(random.nextInt(3) == 0 ? " :" : " ").append(param);
        }
        return line.append("\r\n").toString();
    }

    private Message message() {
        Tags tags = Tags.NONE;
        if (random.nextInt(3) == 0) {
            tags = tags.with("label", LABELS[random.nextInt(LABELS.length)]);
        }
        if (random.nextInt(5) == 0) {
            tags = tags.with("batch", Integer.toString(random.nextInt(200)));
        }
        if (random.nextInt(5) == 0) {
            tags = tags.with("time", random.nextBoolean() ? "2026-11-21T11:00:00Z" : word());
        }
        if (random.nextInt(5) == 0) {
            tags = tags.with("msgid", Integer.toString(random.nextInt(5000)));
        }
        if (random.nextInt(5) == 0) {
            String value = random.nextBoolean() ? "active" : word();
            tags = tags.with(TAGS[random.nextInt(TAGS.length)], value);
        }
        List<String> params = new ArrayList<>();
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            params.add(word());
        }
        String command =
                random.nextInt(4) == 0
                        ? "%03d".formatted(random.nextInt(1_000))
                        : COMMANDS[random.nextInt(COMMANDS.length)];
        return new Message(tags, source(), command, params);
    }

    private String word() {
        return switch (random.nextInt(6)) {
            case 0 -> "#r" + random.nextInt(2000);
            case 1 -> "n" + random.nextInt(5000);
            case 2 -> random.nextBoolean() ? "+" + random.nextInt(200) : "-" + random.nextInt(200);
            default -> WORDS[random.nextInt(WORDS.length)];
        };
    }

    private @Nullable Source source() {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> Source.server("irc.test");
            case 2, 3 -> new Source("Ann", "ann", "host");
            case 4 -> new Source("n" + random.nextInt(5000), "u", "h");
            default -> Source.parse(word());
        };
    }

    private ClientRequest request() {
        return switch (random.nextInt(18)) {
            case 0, 1 -> new ClientRequest.Say(word(), word(), ClientEvent.Said.Kind.TEXT);
            case 2 -> new ClientRequest.Say(word(), word(), ClientEvent.Said.Kind.ACTION);
            case 3 -> new ClientRequest.Retry(random.nextInt(50));
            case 4 -> new ClientRequest.Join(word(), random.nextBoolean() ? null : word());
            case 5 -> new ClientRequest.Leave(word(), word());
            case 6 -> new ClientRequest.ChangeName(word());
            case 7 -> new ClientRequest.ChangeTopic(word(), word());
            case 8 -> new ClientRequest.Older(word());
            case 9 -> new ClientRequest.React(word(), word(), word(), random.nextBoolean());
            case 10 -> new ClientRequest.Redact(word(), word(), word());
            case 11 -> new ClientRequest.Typing(word(), ClientRequest.Typing.State.ACTIVE);
            case 12 -> new ClientRequest.MarkRead(word(), ModelScript.NOON);
            case 13 -> new ClientRequest.Search(word(), word(), null, null, null);
            case 14 -> new ClientRequest.SignIn(word(), word());
            case 15 -> new ClientRequest.Register(word(), word());
            case 16 -> new ClientRequest.NameRoom(word(), word());
            default -> new ClientRequest.Away(word());
        };
    }
}

package chat.snug.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.snug.protocol.Command;
import chat.snug.protocol.CommandReader;
import chat.snug.protocol.Message;
import chat.snug.protocol.Numeric;
import chat.snug.protocol.Reading;
import chat.snug.protocol.Source;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.CommandDispatcher.Guard;
import chat.snug.server.session.Replies;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandDispatcherTest extends LiveServer {
    private static final String[] SOME_PARAMS = {"#a", "b", "*", "c"};

    @Test
    void everyVerbThatIsReadIsInTheTable() {
        WireClient ann = person("ann");
        Set<Class<?>> seen = new HashSet<>();
        for (String line : ann.ask("HELP").subList(4, ann.ask("HELP").size())) {
            for (String verb : line.replaceAll(".* 70[56] ann \\* :?", "").split(" ", -1)) {
                Reading reading = CommandReader.read(Message.of(verb, SOME_PARAMS));
                assertThat(reading).as(verb).isNotInstanceOf(Reading.Refused.class);
                seen.add(reading.getClass());
                assertThat(verb.equals("QUIT") ? "" : String.join("\n", ann.ask(verb + " #a b")))
                        .as(verb)
                        .doesNotContain(" 421 ");
            }
        }
        Set<Class<?>> all = new HashSet<>(Set.of(Command.class.getPermittedSubclasses()));
        all.removeAll(seen);
        assertThat(all)
                .containsExactlyInAnyOrder(
                        Command.PartAll.class, Command.Invitations.class, Command.Pong.class);
    }

    @Test
    void aVerbIsInTheTableOnce() {
        CommandDispatcher table = new CommandDispatcher(new Replies(Source.server("a.b")));
        table.on("PING", Guard.ANYBODY, Command.Ping.class, (_, _) -> {});

        assertThatThrownBy(() -> table.on("PING", Guard.ANYBODY, Command.Ping.class, (_, _) -> {}))
                .isInstanceOf(IllegalStateException.class);
        assertThat(table.verbs()).containsExactly("PING");
    }

    @Test
    void aVerbOfNoCommandIsRefused() {
        assertThat(CommandReader.read(Message.of("NONSENSE")))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused ->
                                assertThat(refused.numeric())
                                        .isEqualTo(Numeric.ERR_UNKNOWNCOMMAND));
    }
}

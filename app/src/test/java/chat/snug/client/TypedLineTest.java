package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Said.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each line typed into the composer means. */
class TypedLineTest {
    @ParameterizedTest
    @ValueSource(strings = {"hello", " /join a", "88", "/", "/ me", "/)", "/etc/hosts", "/4/", ""})
    void wordsStayWords(String text) {
        assertThat(typed(text)).isEqualTo(new Typed.Say(text, Kind.TEXT));
    }

    @Test
    void aDoubledSlashIsALiteralOne() {
        assertThat(typed("//join a")).isEqualTo(new Typed.Say("/join a", Kind.TEXT));
    }

    @Test
    void meIsAnAction() {
        assertThat(typed("/me waves twice")).isEqualTo(new Typed.Say("waves twice", Kind.ACTION));
        assertThat(typed("/ME waves")).isEqualTo(new Typed.Say("waves", Kind.ACTION));
        assertThat(typed("/me ")).isEqualTo(new Typed.Usage("me"));
    }

    @Test
    void msgOpensAConversation() {
        assertThat(typed("/msg Ben")).isEqualTo(new Typed.OpenConversation("Ben", null));
        assertThat(typed("/msg Ben  hi there"))
                .isEqualTo(new Typed.OpenConversation("Ben", "hi there"));
        assertThat(typed("/query Ben")).isEqualTo(new Typed.OpenConversation("Ben", null));
        assertThat(typed("/msg #quiz hi"))
                .isEqualTo(request(new ClientRequest.Say("#quiz", "hi", Kind.TEXT)));
        assertThat(typed("/msg #quiz")).isEqualTo(new Typed.Usage("msg"));
        assertThat(typed("/msg")).isEqualTo(new Typed.Usage("msg"));
    }

    @Test
    void joinTakesAKeyAfterAPrefixAndSpacesWithout() {
        assertThat(typed("/join #quiz")).isEqualTo(request(new ClientRequest.Join("#quiz", null)));
        assertThat(typed("/join #quiz key"))
                .isEqualTo(request(new ClientRequest.Join("#quiz", "key")));
        assertThat(typed("/join Friday workshop"))
                .isEqualTo(request(new ClientRequest.Join("#Friday-workshop", null)));
        assertThat(typed("/j quiz")).isEqualTo(request(new ClientRequest.Join("#quiz", null)));
        assertThat(typed("/join")).isEqualTo(new Typed.Usage("join"));
        assertThat(typed("/join #")).isEqualTo(new Typed.Usage("join"));
        assertThat(typed("/join #a,#b")).isEqualTo(new Typed.Usage("join"));
    }

    @Test
    void partMeansTheOpenConversationUnlessARoomIsNamed() {
        assertThat(typed("/part")).isEqualTo(request(new ClientRequest.Leave("#lobby", "")));
        assertThat(typed("/part good night"))
                .isEqualTo(request(new ClientRequest.Leave("#lobby", "good night")));
        assertThat(typed("/part #quiz good night"))
                .isEqualTo(request(new ClientRequest.Leave("#quiz", "good night")));
    }

    @Test
    void theOtherCommands() {
        assertThat(typed("/nick Ann")).isEqualTo(request(new ClientRequest.ChangeName("Ann")));
        assertThat(typed("/nick")).isEqualTo(new Typed.Usage("nick"));
        assertThat(typed("/topic Tea at four"))
                .isEqualTo(request(new ClientRequest.ChangeTopic("#lobby", "Tea at four")));
        assertThat(TypedLine.parse("Ben", "/topic Tea")).isEqualTo(new Typed.Usage("topic"));
        assertThat(typed("/list")).isEqualTo(request(new ClientRequest.ListRooms()));
        assertThat(typed("/away lunch")).isEqualTo(request(new ClientRequest.Away("lunch")));
        assertThat(typed("/away")).isEqualTo(request(new ClientRequest.Away(null)));
        assertThat(typed("/quit so long")).isEqualTo(request(new ClientRequest.Quit("so long")));
        assertThat(typed("/bye")).isEqualTo(new Typed.Bye(""));
        assertThat(typed("/help")).isEqualTo(new Typed.Help());
        assertThat(typed("/Frobnicate x")).isEqualTo(new Typed.Unknown("frobnicate"));
    }

    @Test
    void everyCommandThatHelpShowsIsKnown() {
        assertThat(List.copyOf(TypedLine.commands()))
                .noneMatch(command -> typed('/' + command + " x") instanceof Typed.Unknown);
    }

    private static Typed typed(String text) {
        return TypedLine.parse("#lobby", text);
    }

    private static Typed request(ClientRequest request) {
        return new Typed.Request(request);
    }
}

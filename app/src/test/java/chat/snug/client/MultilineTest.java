package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Confirmed;
import chat.snug.client.ClientEvent.NotSent;
import chat.snug.client.ClientEvent.Pending;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.Said.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages of several lines, after the IRCv3 multiline extension. */
class MultilineTest {
    private static ModelScript lobby(String value) {
        ModelScript script = new ModelScript();
        script.model.opened();
        String capabilities = "message-tags echo-message labeled-response batch draft/multiline";
        script.host(
                ":snug.local CAP * LS :" + capabilities + value,
                ":snug.local CAP * ACK :" + capabilities);
        script.welcome();
        script.enterLobby();
        return script;
    }

    @Test
    void aTextOfSeveralLinesIsOneMessage() {
        ModelScript script = lobby("=max-bytes=4096,max-lines=10,later=1");
        script.person(new ClientRequest.Say("#lobby", "one\n\n two \nthree\n", Kind.TEXT, "m0"));
        assertThat(script.sent())
                .containsExactly(
                        "@label=s1;+draft/reply=m0 BATCH +m1 draft/multiline #lobby",
                        "@batch=m1 PRIVMSG #lobby one",
                        "@batch=m1 PRIVMSG #lobby :",
                        "@batch=m1 PRIVMSG #lobby : two ",
                        "@batch=m1 PRIVMSG #lobby three",
                        "BATCH -m1");
        Pending pending = script.event(Pending.class);
        assertThat(pending.text()).isEqualTo("one\n\n two \nthree");
        assertThat(pending.replyTo()).isEqualTo("m0");
        script.host(
                "@label=s1;msgid=x;+draft/reply=m0 :Ann!a@h BATCH +9 draft/multiline #lobby",
                "@batch=9 :Ann!a@h PRIVMSG #lobby :one",
                "@batch=9 :Ann!a@h PRIVMSG #lobby :",
                "@batch=9 :Ann!a@h PRIVMSG #lobby : two ",
                "@batch=9 :Ann!a@h PRIVMSG #lobby :three");
        assertThat(script.events()).isEmpty();
        script.host(":snug.local BATCH -9");
        Confirmed confirmed = script.event(Confirmed.class);
        assertThat(confirmed.token()).isEqualTo(pending.token());
        assertThat(confirmed.said().id()).isEqualTo("x");
        assertThat(confirmed.said().replyTo()).isEqualTo("m0");
        assertThat(confirmed.said().text()).isEqualTo("one\n\n two \nthree");
    }

    @Test
    void aLongLineGoesOnInTheNext() {
        ModelScript script = lobby("=max-bytes=4096,max-lines=10");
        String text = "word ".repeat(150).strip();
        script.say("#lobby", text);
        List<String> sent = script.sent();
        assertThat(sent).hasSize(4);
        assertThat(sent.get(1)).startsWith("@batch=m1 PRIVMSG #lobby :word");
        assertThat(sent.get(2)).startsWith("@batch=m1;draft/multiline-concat PRIVMSG #lobby :word");
        assertThat(script.event(Pending.class).text()).isEqualTo(text);
    }

    @Test
    void whatIsJoinedIsReadAsItWasWritten() {
        ModelScript script = lobby("=max-bytes=4096");
        script.host(
                "@msgid=y;account=ben :Ben!b@h BATCH +1 draft/multiline #lobby",
                "@batch=1 :Ben!b@h PRIVMSG #lobby :hello",
                "@batch=1 :Ben!b@h PRIVMSG #lobby :how is ",
                "@batch=1;draft/multiline-concat :Ben!b@h PRIVMSG #lobby :everyone?",
                ":snug.local BATCH -1");
        Said said = script.event(Said.class);
        assertThat(said.text()).isEqualTo("hello\nhow is everyone?");
        assertThat(said.id()).isEqualTo("y");
        assertThat(said.account()).isEqualTo("ben");
    }

    @Test
    void moreThanTheHostTakesIsSeveralMessages() {
        ModelScript script = lobby("=max-bytes=20,max-lines=3");
        script.say("#lobby", "aaaaa\nbbbbb\nccccc\nddddd\ne");
        assertThat(script.events())
                .extracting(event -> ((Pending) event).text())
                .containsExactly("aaaaa\nbbbbb\nccccc", "ddddd\ne");
    }

    @Test
    void withoutTheCapabilityEachLineIsAMessage() {
        ModelScript script = ModelScript.inLobby();
        script.say("#lobby", "one\n\ntwo");
        assertThat(script.sent())
                .containsExactly("@label=s1 PRIVMSG #lobby one", "@label=s2 PRIVMSG #lobby two");
    }

    @Test
    void anActionIsALineEach() {
        ModelScript script = lobby("=max-bytes=4096");
        script.person(new ClientRequest.Say("#lobby", "waves\nleaves", Kind.ACTION));
        assertThat(script.sent()).hasSize(2).noneMatch(line -> line.contains("BATCH"));
    }

    @Test
    void aRefusalIsOfTheMessage() {
        ModelScript script = lobby("=max-bytes=4096");
        script.say("#lobby", "one\ntwo");
        script.host("@label=s1 :snug.local FAIL BATCH MULTILINE_MAX_BYTES 4096 :Too many bytes");
        assertThat(script.event(NotSent.class).token()).isEqualTo(1);
    }

    @Test
    void aBatchWithoutWordsSaysNothing() {
        ModelScript script = lobby("=max-bytes=4096");
        script.host(
                ":Ben!b@h BATCH +1 draft/multiline #lobby",
                "@batch=1 :Ben!b@h JOIN #lobby",
                ":snug.local BATCH -1");
        assertThat(script.events()).isEmpty();
    }

    @Test
    void onlyBlankLinesAreNotSent() {
        ModelScript script = lobby("=max-bytes=4096");
        script.say("#lobby", "\n \n\t\n");
        assertThat(script.sent()).isEmpty();
        assertThat(script.events()).isEmpty();
    }

    @Test
    void aStrangersNoticeSaysNothingInTheNameOfTheHost() {
        ModelScript script = lobby("=max-bytes=4096");
        script.events();
        script.host(
                ":Eve!e@h BATCH +1 draft/multiline Ann",
                "@batch=1 :Eve!e@h NOTICE Ann :hello",
                "@batch=1 :Eve!e@h NOTICE Ann :The host has changed the password",
                ":snug.local BATCH -1");
        assertThat(script.event(ClientEvent.HostNotice.class).text())
                .isEqualTo("Eve: hello The host has changed the password");
    }
}

package chat.snug.client;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.Reacted;
import chat.snug.client.ClientEvent.Redacted;
import chat.snug.client.ClientEvent.Refused;
import chat.snug.client.ClientEvent.Said;
import chat.snug.client.ClientEvent.Said.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Replies, reactions and deletion, after the IRCv3 client tags and message-redaction. */
class ReactAndRedactTest {
    private static ModelScript lobby() {
        ModelScript script = new ModelScript();
        script.open("server-time message-tags echo-message batch draft/message-redaction");
        script.enterLobby();
        return script;
    }

    @Test
    void aReplySaysWhatItAnswers() {
        ModelScript script = lobby();
        script.person(new ClientRequest.Say("#lobby", "yes", Kind.TEXT, "m1"));
        assertThat(script.sent().getFirst()).isEqualTo("@+draft/reply=m1 PRIVMSG #lobby yes");
        script.events();
        script.host("@msgid=m2;+draft/reply=m1 :Ben!b@h PRIVMSG #lobby :and I");
        assertThat(script.event(Said.class).replyTo()).isEqualTo("m1");
        script.host("@msgid=m3;+reply=m2 :Ben!b@h PRIVMSG #lobby :too");
        assertThat(script.event(Said.class).replyTo()).isEqualTo("m2");
        script.host("@msgid=m4;+reply= :Ben!b@h PRIVMSG #lobby :three");
        assertThat(script.event(Said.class).replyTo()).isNull();
    }

    @Test
    void aReplyWithoutTagsIsStillSaid() {
        ModelScript script = ModelScript.inOldLobby();
        script.person(new ClientRequest.Say("#lobby", "yes", Kind.TEXT, "m1"));
        assertThat(script.sent().getFirst()).isEqualTo("PRIVMSG #lobby yes");
    }

    @Test
    void reactsAndTakesItBack() {
        ModelScript script = lobby();
        script.person(new ClientRequest.React("#lobby", "m1", "👍", false));
        script.person(new ClientRequest.React("#lobby", "m1", "👍", true));
        assertThat(script.sent())
                .containsExactly(
                        "@+draft/react=👍;+draft/reply=m1 TAGMSG #lobby",
                        "@+draft/unreact=👍;+draft/reply=m1 TAGMSG #lobby");
        assertThat(script.events()).isEmpty();
        Instant time = Instant.parse("2026-11-21T11:00:00Z");
        script.host(
                "@time=2026-11-21T11:00:00.000Z;msgid=r;+draft/react=👍;+draft/reply=m1"
                        + " :Ann!a@h TAGMSG #lobby");
        assertThat(script.event(Reacted.class))
                .isEqualTo(new Reacted("#lobby", time, "r", "m1", "Ann", true, "👍", false));
        script.host("@+draft/unreact=👍;+draft/reply=m1 :Ben!b@h TAGMSG #lobby");
        Reacted taken = script.event(Reacted.class);
        assertThat(taken.removed()).isTrue();
        assertThat(taken.mine()).isFalse();
    }

    @Test
    void withoutAnEchoTheReactionIsToldAtOnce() {
        ModelScript script = new ModelScript();
        script.open("message-tags");
        script.enterLobby();
        script.person(new ClientRequest.React("#lobby", "m1", "yes!", false));
        assertThat(script.event(Reacted.class).reaction()).isEqualTo("yes!");
    }

    @Test
    void nothingThatIsNoReactionIsOne() {
        ModelScript script = lobby();
        script.host(
                "@+draft/react=x :Ben!b@h TAGMSG #lobby",
                "@+draft/react=;+draft/reply=m1 :Ben!b@h TAGMSG #lobby",
                "@+draft/react=" + "x".repeat(200) + ";+draft/reply=m1 :Ben!b@h TAGMSG #lobby",
                "@+draft/react=x;+draft/reply=m1 TAGMSG #lobby",
                "@+draft/react=x;+draft/reply=m1 :Ben!b@h TAGMSG #elsewhere");
        assertThat(script.events()).isEmpty();
    }

    @Test
    void theSameReactionComesOnce() {
        ModelScript script = lobby();
        String line = "@msgid=r;+draft/react=x;+draft/reply=m1 :Ben!b@h TAGMSG #lobby";
        script.host(line, line);
        assertThat(script.events()).hasSize(1);
    }

    @Test
    void deletesAndIsToldOfDeletion() {
        ModelScript script = lobby();
        script.person(new ClientRequest.Redact("#lobby", "m1", "a slip\nof the pen"));
        script.person(new ClientRequest.Redact("#lobby", "m1", ""));
        assertThat(script.sent())
                .containsExactly("REDACT #lobby m1 :a slip of the pen", "REDACT #lobby m1");
        script.host(
                "@time=2026-11-21T11:00:00.000Z;msgid=d :Ben!b@h REDACT #lobby m1 :a slip",
                ":Ben!b@h REDACT #lobby",
                ":Ben!b@h REDACT #elsewhere m2");
        assertThat(script.events())
                .containsExactly(
                        new Redacted(
                                "#lobby",
                                Instant.parse("2026-11-21T11:00:00Z"),
                                "m1",
                                "Ben",
                                "a slip"));
    }

    @Test
    void aRefusedDeletionIsToldWhereItWasTried() {
        ModelScript script = lobby();
        script.host(":snug.local FAIL REDACT REDACT_FORBIDDEN #lobby m1 :You may not delete this");
        Refused refused = script.event(Refused.class);
        assertThat(refused.conversation()).isEqualTo("#lobby");
        assertThat(refused.text()).isEqualTo("You may not delete this");
    }

    @Test
    void aHostWithoutThemSaysSo() {
        ModelScript script = ModelScript.inOldLobby();
        script.person(new ClientRequest.React("#lobby", "m1", "x", false));
        assertThat(script.event(Refused.class).why()).isEqualTo(Refusal.UNSUPPORTED);
        script.person(new ClientRequest.Redact("#lobby", "m1", ""));
        assertThat(script.event(Refused.class).why()).isEqualTo(Refusal.UNSUPPORTED);
        assertThat(script.sent()).isEmpty();
    }

    @Test
    void inPrivateConversationsTheyBelongToTheOther() {
        ModelScript script = lobby();
        script.host("@msgid=p1 :Ben!b@h PRIVMSG Ann :psst");
        script.events();
        script.host("@+draft/react=x;+draft/reply=p1 :Ann!a@h TAGMSG Ben");
        assertThat(script.event(Reacted.class).conversation()).isEqualTo("Ben");
        script.host(":Ben!b@h REDACT Ann p1");
        assertThat(script.event(Redacted.class).conversation()).isEqualTo("Ben");
    }
}

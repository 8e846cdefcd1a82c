package chat.snug.client;

import chat.snug.client.ClientEvent.Reacted;
import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Tags;
import org.jspecify.annotations.Nullable;

/** What a person asks of a connection, on its way to the part that does it. */
final class Requests {
    private final Parts parts;
    private final Dialogue dialogue;

    Requests(Parts parts) {
        this.parts = parts;
        this.dialogue = parts.dialogue;
    }

    void take(ClientRequest request) {
        switch (request) {
            case ClientRequest.Say say -> {
                parts.typing.said(say.conversation());
                parts.speech.say(say.conversation(), say.text(), say.kind(), say.replyTo());
            }
            case ClientRequest.Retry retry -> parts.speech.retry(retry.token());
            case ClientRequest.Leave leave -> leave(leave.room(), leave.reason());
            case ClientRequest.ChangeName change ->
                    parts.memory.name().change(dialogue, Nickname.onWire(change.name()));
            case ClientRequest.Join join -> {
                if (mayAsk("JOIN", join.room())) {
                    parts.memory.wanted().add(join.room(), join.key());
                    parts.entering.ask(join.room(), join.key());
                }
            }
            case ClientRequest.ChangeTopic change -> {
                if (mayAsk("TOPIC", change.room())) {
                    dialogue.send("TOPIC", change.room(), oneLine(change.topic()));
                }
            }
            case ClientRequest.ListRooms(String words) -> {
                if (mayAsk("LIST", null)) {
                    list(words);
                }
            }
            case ClientRequest.Away away -> {
                if (mayAsk("AWAY", null)) {
                    send("AWAY", away.message() == null ? "" : away.message());
                }
            }
            case ClientRequest.Quit quit -> quit(quit.reason());
            case ClientRequest.Older older -> parts.history.older(older.conversation());
            case ClientRequest.ReadHistory read -> parts.lookups.ask(read);
            case ClientRequest.React react -> react(react);
            case ClientRequest.Redact redact -> redact(redact);
            case ClientRequest.Typing typing ->
                    parts.typing.mine(typing.conversation(), typing.state());
            case ClientRequest.MarkRead read ->
                    parts.markers.read(read.conversation(), read.upTo());
            case ClientRequest.Search search -> parts.searches.search(search);
            case ClientRequest.SignIn signIn ->
                    parts.signIn.signIn(signIn.account(), signIn.password());
            case ClientRequest.SignInByKey _ -> parts.signIn.signInByKey();
            case ClientRequest.NeverInPlain _ -> {
                // Of the connections that follow, which are not made here.
            }
            case ClientRequest.Register register -> {
                if (mayAsk("REGISTER", null)) {
                    parts.signIn.register(register.password(), register.email());
                }
            }
            case ClientRequest.Verify verify -> {
                if (mayAsk("VERIFY", null)) {
                    parts.signIn.verify(verify.account(), verify.code());
                }
            }
            case ClientRequest.Answer answer -> {
                if (mayAsk("ADMIT", null)) {
                    parts.doorkeeping.decide(answer);
                }
            }
            case ClientRequest.AskKey(String name) -> {
                if (dialogue.online() && !dialogue.ended()) {
                    parts.roster.who().askKey(name);
                }
            }
            case ClientRequest.ChangeRealName change -> {
                if (mayUse("SETNAME", dialogue.has(Capability.SETNAME), null)) {
                    dialogue.send("SETNAME", oneLine(change.realName()));
                }
            }
            case ClientRequest.NameRoom name -> {
                if (mayUse("METADATA", DisplayNames.available(dialogue), name.room())) {
                    parts.displayNames.name(name.room(), name.displayName());
                }
            }
            case ClientRequest.Moderating moderating -> {
                if (mayAsk("MODE", moderating.room())) {
                    parts.moderation.take(moderating);
                }
            }
            case ClientRequest.ShowAs name -> {
                if (mayUse("METADATA", DisplayNames.available(dialogue), null)) {
                    parts.displayNames.name("*", name.displayName());
                }
            }
        }
    }

    /** Says goodbye; the connection is the caller's to close. */
    void quit(String reason) {
        if (!dialogue.ended()) {
            send("QUIT", reason);
        }
    }

    /** A command whose last parameter is left out if it is blank. */
    private void send(String command, String text) {
        dialogue.send(text.isBlank() ? Message.of(command) : Message.of(command, oneLine(text)));
    }

    private boolean mayAsk(String command, @Nullable String conversation) {
        if (!dialogue.online() || dialogue.ended()) {
            refuse(command, conversation, Refusal.NOT_CONNECTED);
            return false;
        }
        return true;
    }

    private boolean mayUse(String command, boolean there, @Nullable String conversation) {
        if (!mayAsk(command, conversation)) {
            return false;
        }
        if (!there) {
            refuse(command, conversation, Refusal.UNSUPPORTED);
        }
        return there;
    }

    private void refuse(String command, @Nullable String conversation, Refusal why) {
        dialogue.tell(new ClientEvent.Refused(conversation, command, "", why, ""));
    }

    /** A mask cannot hold spaces, nor commas, which part one mask from the next. */
    private void list(String words) {
        String mask = oneLine(words).replaceAll("[ ,*?]+", "*");
        if (mask.isEmpty() || !dialogue.traits.listsByMask()) {
            dialogue.send("LIST");
        } else {
            dialogue.send("LIST", ('*' + mask + '*').replaceAll("\\*+", "*"));
        }
    }

    private void leave(String room, String reason) {
        parts.memory.wanted().remove(room);
        RoomState state = parts.roster.room(room);
        if (state != null && dialogue.online() && !dialogue.ended()) {
            dialogue.send(
                    reason.isBlank()
                            ? Message.of("PART", state.name())
                            : Message.of("PART", state.name(), oneLine(reason)));
            return;
        }
        parts.memory.privates().close(room);
        parts.history.forget(room);
        dialogue.tell(new ClientEvent.RoomLeft(room, null, ""));
    }

    private void react(ClientRequest.React react) {
        String tag = react.removed() ? "draft/unreact" : "draft/react";
        String conversation = react.conversation();
        String reaction = oneLine(react.reaction());
        if (reaction.isEmpty()
                || !Speech.isTarget(conversation)
                || !mayUse("TAGMSG", dialogue.passesOn(tag), conversation)) {
            return;
        }
        Tags tags = dialogue.withReply(Tags.NONE.with('+' + tag, reaction), react.target());
        dialogue.send(Message.of("TAGMSG", conversation).withTags(tags));
        if (!dialogue.has(Capability.ECHO_MESSAGE)) {
            dialogue.tell(
                    new Reacted(
                            conversation,
                            dialogue.now(),
                            null,
                            react.target(),
                            dialogue.me(),
                            true,
                            reaction,
                            react.removed()));
        }
    }

    private void redact(ClientRequest.Redact redact) {
        String conversation = redact.conversation();
        boolean there = dialogue.has("draft/message-redaction");
        if (!mayUse("REDACT", there, conversation) || !Speech.isTarget(conversation)) {
            return;
        }
        String reason = oneLine(redact.reason());
        dialogue.send(
                reason.isEmpty()
                        ? Message.of("REDACT", conversation, redact.target())
                        : Message.of("REDACT", conversation, redact.target(), reason));
    }

    private static String oneLine(String text) {
        return SpokenText.plain(text.replaceAll("\\R+", " ")).strip();
    }
}

package chat.snug.server.command;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Command;
import chat.snug.protocol.Message;
import chat.snug.protocol.Numeric;
import chat.snug.protocol.Tags;
import chat.snug.room.Member;
import chat.snug.room.Outcome;
import chat.snug.room.Refusal;
import chat.snug.room.RoomEvent;
import chat.snug.room.RoomEvent.Said;
import chat.snug.room.RoomEvent.Speech;
import chat.snug.server.history.Conversations;
import chat.snug.server.names.NameRules;
import chat.snug.server.session.Answers;
import chat.snug.server.session.Batch;
import chat.snug.server.session.Channel;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.EventRenderer;
import chat.snug.server.session.Multiline;
import chat.snug.server.session.Outgoing;
import chat.snug.server.session.Profile;
import chat.snug.server.session.Replies;
import chat.snug.server.session.Reply;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Talking: PRIVMSG NOTICE TAGMSG. */
public final class MessageCommands {
    private final ServerState server;
    private final Conversations conversations;
    private final Replies replies;
    private final Repetitions repetitions = new Repetitions();

    public MessageCommands(ServerState server, Conversations conversations) {
        this.server = server;
        this.conversations = conversations;
        this.replies = server.replies;
    }

    public void addTo(CommandDispatcher table) {
        table.on("PRIVMSG", REGISTERED, Command.Privmsg.class, this::privmsg);
        table.on("NOTICE", REGISTERED, Command.Notice.class, this::notice);
        table.on("TAGMSG", REGISTERED, Command.Tagmsg.class, this::tagmsg);
    }

    private void privmsg(Session session, Command.Privmsg command) {
        session.activeNanos = server.loop.nanoTime();
        say(session, command.targets(), Speech.MESSAGE, command.text(), command.tags());
    }

    private void notice(Session session, Command.Notice command) {
        session.activeNanos = server.loop.nanoTime();
        say(session, command.targets(), Speech.NOTICE, command.text(), command.tags());
    }

    /** Only those who negotiated tags have anything to say in a TAGMSG. */
    private void tagmsg(Session session, Command.Tagmsg command) {
        if (session.has(Capability.MESSAGE_TAGS)) {
            say(session, command.targets(), Speech.TAGS, "", command.tags());
        }
    }

    /** Says something to each of some targets; {@link Multiline} if it has several lines. */
    void say(Session session, List<String> targets, Speech speech, String text, Tags given) {
        if (server.store.trouble() != null) {
            session.send(Answers.notKept(server, session, verb(speech)));
            return;
        }
        Tags tags = session.has(Capability.MESSAGE_TAGS) ? given.clientOnly() : Tags.NONE;
        int most = server.limits.wire().targetsPerLine();
        for (int i = 0; i < targets.size(); i++) {
            String target = targets.get(i);
            if (i == most) {
                tell(session, speech, Numeric.ERR_TOOMANYTARGETS, target, "Too many targets");
                return;
            }
            Audience audience = Audience.of(target);
            if (NameRules.looksLikeRoom(target)) {
                toRoom(session, target, speech, text, tags);
            } else if (audience != null) {
                toAudience(session, audience, speech, text, tags);
            } else {
                toPerson(session, target, speech, text, tags);
            }
        }
    }

    private void toRoom(Session session, String name, Speech speech, String text, Tags tags) {
        Channel channel = server.rooms.called(name);
        if (channel == null) {
            tell(session, speech, Numeric.ERR_NOSUCHCHANNEL, name, "No such channel");
            return;
        }
        Repetitions.Told before = repetitions.before(channel.name(), tags);
        if (before != null) {
            again(session, channel.name(), before, speech, text, tags);
            return;
        }
        switch (channel.room.say(session, speech, text, map(tags))) {
            case Refusal refusal -> {
                if (speech != Speech.NOTICE) {
                    replies.refused(session, refusal, channel.name());
                }
            }
            case RoomEvent event -> {
                channel.keep(event);
                repetitions.add(channel.name(), tags, event.id(), event.time());
                if (event instanceof Said said && Multiline.is(said)) {
                    linesToRoom(session, channel, said);
                    return;
                }
                Outgoing line =
                        new Outgoing(
                                EventRenderer.messages(channel.name(), event).getFirst(),
                                event.time(),
                                event.id(),
                                tags,
                                session.author());
                server.broadcast.toOthers(channel, line, session, needs(speech), 0);
                echo(session, line, speech);
            }
        }
    }

    /** What is said to a part of a room is no part of the room's story. */
    private void toAudience(
            Session session, Audience audience, Speech speech, String text, Tags tags) {
        Channel channel = server.rooms.called(audience.room());
        if (channel == null) {
            tell(session, speech, Numeric.ERR_NOSUCHCHANNEL, audience.room(), "No such channel");
            return;
        }
        Outcome outcome = channel.room.say(session, speech, text, map(tags));
        if (outcome instanceof Refusal refusal && speech != Speech.NOTICE) {
            replies.refused(session, refusal, channel.name());
        }
        if (!(outcome instanceof Said said)) {
            return;
        }
        server.pace.happened(channel, said);
        if (Multiline.is(said)) {
            linesToAudience(session, channel, audience, said);
            return;
        }
        Message message = EventRenderer.message(said, audience.target(channel.name()));
        Outgoing line = new Outgoing(message, said.time(), said.id(), tags, session.author());
        for (Member member : channel.room.members()) {
            Session other = Session.of(member);
            if (audience.includes(member)
                    && !other.equals(session)
                    && (other.profile() & needs(speech)) == needs(speech)) {
                other.sendUnlabeled(line);
            }
        }
        echo(session, line, speech);
    }

    /** Both ends of a private conversation are people; no room has a say in it. */
    private void toPerson(Session session, String name, Speech speech, String text, Tags tags) {
        Session target = server.people.called(server.fold(name));
        if (target == null) {
            tell(session, speech, Numeric.ERR_NOSUCHNICK, name, "No such nick/channel");
            return;
        }
        String where = server.fold(target.nick());
        Repetitions.Told before = repetitions.before(where, tags);
        if (before != null) {
            again(session, target.nick(), before, speech, text, tags);
            return;
        }
        long now = server.ids.now();
        Said said = new Said(server.ids.next(now), now, session.author(), speech, text, map(tags));
        conversations.keep(session, target, said);
        repetitions.add(where, tags, said.id(), now);
        server.pace.said(target, said);
        if (Multiline.is(said)) {
            linesToPerson(session, target, said);
            tellAway(session, target, speech);
            return;
        }
        Outgoing line =
                new Outgoing(
                        EventRenderer.message(said, target.nick()),
                        now,
                        said.id(),
                        tags,
                        session.author());
        if ((target.profile() & needs(speech)) == needs(speech)) {
            target.sendUnlabeled(line);
        }
        echo(session, line, speech);
        tellAway(session, target, speech);
    }

    /** It was said already: only whoever says it again is told so, by the echo of the first. */
    private void again(
            Session session,
            String target,
            Repetitions.Told first,
            Speech speech,
            String text,
            Tags tags) {
        Said said = new Said(first.id(), first.time(), session.author(), speech, text, map(tags));
        if (Multiline.is(said)) {
            echo(session, Multiline.batch(server, said, target), speech);
            return;
        }
        Message message = EventRenderer.message(said, target);
        echo(session, new Outgoing(message, said.time(), said.id(), tags, said.author()), speech);
    }

    private void tellAway(Session session, Session target, Speech speech) {
        String away = target.away();
        if (away != null && speech == Speech.MESSAGE) {
            replies.numeric(session, Numeric.RPL_AWAY, target.nick(), away);
        }
    }

    private void linesToRoom(Session session, Channel channel, Said said) {
        Batch batch = Multiline.batch(server, said, channel.name());
        for (Outgoing line : batch.lines()) {
            server.broadcast.toOthers(channel, line, session, Profile.MULTILINE, 0);
        }
        for (Outgoing line : Multiline.fallback(said, channel.name())) {
            server.broadcast.toOthers(channel, line, session, 0, Profile.MULTILINE);
        }
        echo(session, batch, said.speech());
    }

    private void linesToAudience(Session session, Channel channel, Audience audience, Said said) {
        String target = audience.target(channel.name());
        Batch batch = Multiline.batch(server, said, target);
        List<Outgoing> fallback = Multiline.fallback(said, target);
        for (Member member : channel.room.members()) {
            Session other = Session.of(member);
            if (audience.includes(member) && !other.equals(session)) {
                tellLines(other, batch, fallback);
            }
        }
        echo(session, batch, said.speech());
    }

    private static void tellLines(Session to, Batch batch, List<Outgoing> fallback) {
        if ((to.profile() & Profile.MULTILINE) != 0) {
            batch.write(to, Tags.NONE, Tags.NONE);
        } else {
            fallback.forEach(to::sendUnlabeled);
        }
    }

    private void linesToPerson(Session session, Session target, Said said) {
        Batch batch = Multiline.batch(server, said, target.nick());
        tellLines(target, batch, Multiline.fallback(said, target.nick()));
        echo(session, batch, said.speech());
    }

    /** Acknowledged means kept, so the echo waits for that; the ACK of a label does as well. */
    private static void echo(Session session, Reply reply, Speech speech) {
        if (session.has(Capability.ECHO_MESSAGE) || session.has(Capability.LABELED_RESPONSE)) {
            session.answers.awaitCommit(verb(speech));
        }
        if (session.has(Capability.ECHO_MESSAGE)
                && (session.profile() & needs(speech)) == needs(speech)) {
            session.send(reply);
        }
    }

    private static String verb(Speech speech) {
        return switch (speech) {
            case MESSAGE -> "PRIVMSG";
            case NOTICE -> "NOTICE";
            case TAGS -> "TAGMSG";
        };
    }

    /** What a recipient must have negotiated (IRCv3 message-tags, TAGMSG). */
    private static int needs(Speech speech) {
        return speech == Speech.TAGS ? Profile.MESSAGE_TAGS : 0;
    }

    /** Nothing is answered to a NOTICE, whatever is wrong with it. */
    private void tell(Session session, Speech speech, Numeric numeric, String target, String text) {
        if (speech != Speech.NOTICE) {
            replies.numeric(session, numeric, target, text);
        }
    }

    private static Map<String, String> map(Tags tags) {
        if (tags.isEmpty()) {
            return Map.of();
        }
        Map<String, String> map = new LinkedHashMap<>();
        tags.forEach(map::put);
        return map;
    }
}

package chat.snug.server.metadata;

import static chat.snug.server.session.CommandDispatcher.Guard.ANYBODY;

import chat.snug.protocol.Command;
import chat.snug.protocol.Numeric;
import chat.snug.room.Member;
import chat.snug.room.RateLimit;
import chat.snug.server.names.NameRules;
import chat.snug.server.options.MetadataLimits;
import chat.snug.server.session.Batch;
import chat.snug.server.session.Channel;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.MetadataState;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** METADATA (<a href="https://ircv3.net/specs/extensions/metadata">IRCv3 metadata</a>). */
public final class MetadataCommands {
    private static final String SELF = "*";

    /** So many keys leave room for the rest in clients that know the 15 parameters of RFC 2812. */
    private static final int KEYS_PER_LINE = 12;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ServerState server;
    private final Metadata metadata;
    private final MetadataSync sync;
    private final MetadataLimits limits;

    public MetadataCommands(ServerState server, Metadata metadata, MetadataSync sync) {
        this.server = server;
        this.metadata = metadata;
        this.sync = sync;
        this.limits = server.limits.metadata();
    }

    public void addTo(CommandDispatcher table) {
        table.on(MetadataWords.METADATA, ANYBODY, Command.Metadata.class, this::metadata);
    }

    private void metadata(Session session, Command.Metadata command) {
        if (!session.isRegistered() && !Metadata.isAware(session)) {
            server.replies.numeric(session, Numeric.ERR_NOTREGISTERED, "You have not registered");
            return;
        }
        MetadataWords words = MetadataWords.of(session);
        List<String> params = command.params();
        String given = command.subcommand();
        int least;
        int most;
        switch (given.toUpperCase(Locale.ROOT)) {
            case "GET", "SUB", "UNSUB" -> {
                least = 1;
                most = Integer.MAX_VALUE;
            }
            case "SET" -> {
                least = 1;
                most = 2;
            }
            case "LIST", "CLEAR", "SUBS", "SYNC" -> {
                least = 0;
                most = 0;
            }
            default -> {
                session.send(
                        given.isEmpty()
                                ? words.tooFewParams(server, session, "*")
                                : words.unknownSubcommand(server, given));
                return;
            }
        }
        if (params.size() < least) {
            session.send(words.tooFewParams(server, session, given));
        } else if (params.size() > most && words == MetadataWords.THIRD) {
            session.send(MetadataWords.tooManyParams(server, given));
        } else {
            run(session, command, words);
        }
    }

    private void run(Session session, Command.Metadata command, MetadataWords words) {
        MetadataTarget target = target(session, command.target());
        String subcommand = command.subcommand().toUpperCase(Locale.ROOT);
        boolean isSelf =
                target instanceof MetadataTarget.Someone person && person.session().equals(session);
        boolean isAboutSelf =
                switch (subcommand) {
                    case "SUB", "UNSUB", "SUBS" -> true;
                    default -> false;
                };
        if (subcommand.equals("SYNC") && command.target().equals(MetadataSync.ALL)) {
            sync.askedAll(session);
            return;
        }
        if (target == null || (isAboutSelf && !isSelf)) {
            session.send(MetadataWords.invalidTarget(server, command.target()));
            return;
        }
        switch (subcommand) {
            case "GET" -> get(session, target, command.params(), words);
            case "LIST" -> list(session, target, words);
            case "SET" -> set(session, target, command, words);
            case "CLEAR" -> clear(session, target, command, words);
            case "SUB" -> subscribe(session, command.params(), words);
            case "UNSUB" -> unsubscribe(session, command.params(), words);
            case "SUBS" -> subscriptions(session);
            case "SYNC" -> sync.asked(session, target);
            default -> throw new IllegalStateException(subcommand);
        }
    }

    /** Null if nobody is called so whom the client may know of. */
    private @Nullable MetadataTarget target(Session session, String name) {
        if (name.equals(SELF)) {
            return new MetadataTarget.Someone(session);
        }
        if (!session.isRegistered()) {
            return null;
        }
        if (NameRules.looksLikeRoom(name)) {
            Channel channel = server.rooms.called(name);
            return channel == null || !channel.isVisibleTo(session)
                    ? null
                    : new MetadataTarget.InRoom(channel);
        }
        Session person = server.people.called(server.fold(name));
        return person == null ? null : new MetadataTarget.Someone(person);
    }

    // ---- reading

    private void get(
            Session session, MetadataTarget target, List<String> keys, MetadataWords words) {
        Batch batch = new Batch(server, "metadata", target.name());
        Map<String, String> facts = metadata.of(target);
        for (String key : keys) {
            batch.add(
                    isKey(key)
                            ? words.answer(server, session, target.name(), key, facts.get(key))
                            : words.invalidKey(server, key, true));
        }
        session.send(batch);
    }

    private void list(Session session, MetadataTarget target, MetadataWords words) {
        Batch batch = new Batch(server, "metadata", target.name());
        metadata.of(target)
                .forEach(
                        (key, value) ->
                                batch.add(
                                        words.answer(server, session, target.name(), key, value)));
        session.send(batch);
    }

    // ---- changing

    private void set(
            Session session, MetadataTarget target, Command.Metadata command, MetadataWords words) {
        String key = command.params().getFirst();
        String given = command.params().size() > 1 ? command.params().get(1) : null;
        String value =
                given != null && given.isEmpty() && words == MetadataWords.THIRD ? null : given;
        if (!isKey(key) || key.length() > limits.keyBytes()) {
            session.send(words.invalidKey(server, key, false));
            return;
        }
        boolean isMuted = value != null && session.places.muting(session) != null;
        if (!mayChange(session, target) || isMuted) {
            session.send(MetadataWords.notAllowed(server, target.name(), key));
            return;
        }
        if (value != null && NameRules.bytes(value) > limits.valueBytes()) {
            session.send(words.invalidValue(server, key));
            return;
        }
        Map<String, String> facts = metadata.of(target);
        String before = facts.get(key);
        if (value == null && before == null && words == MetadataWords.SECOND) {
            session.send(MetadataWords.notSet(server, target.name(), key));
            return;
        }
        if (value != null && before == null && facts.size() >= limits.keys()) {
            session.send(words.tooManyKeys(server, target.name()));
            return;
        }
        if (isTooFast(session, command, words)) {
            return;
        }
        metadata.set(target, key, value);
        session.send(words.answer(server, session, target.name(), key, value));
        if (value == null ? before != null : !value.equals(before)) {
            metadata.tell(session, target, key, value);
        }
    }

    private void clear(
            Session session, MetadataTarget target, Command.Metadata command, MetadataWords words) {
        if (!mayChange(session, target)) {
            session.send(MetadataWords.notAllowed(server, target.name(), "*"));
            return;
        }
        if (isTooFast(session, command, words)) {
            return;
        }
        List<String> keys = List.copyOf(metadata.of(target).keySet());
        Batch batch = new Batch(server, "metadata", target.name());
        for (String key : keys) {
            metadata.set(target, key, null);
            batch.add(words.answer(server, session, target.name(), key, null));
        }
        session.send(batch);
        for (String key : keys) {
            metadata.tell(session, target, key, null);
        }
    }

    /** People speak for themselves, and a room's operators for the room. */
    private static boolean mayChange(Session session, MetadataTarget target) {
        if (session.looksAfterAll()) {
            return true;
        }
        return switch (target) {
            case MetadataTarget.Someone person -> person.session().equals(session);
            case MetadataTarget.InRoom room -> {
                Member member = room.channel().room.member(session);
                yield member != null && member.isOperator();
            }
        };
    }

    private boolean isTooFast(Session session, Command.Metadata command, MetadataWords words) {
        MetadataState state = metadata.state(session);
        RateLimit limit = limits.changes();
        long now = server.loop.nanoTime();
        long wait = limit.waitNanos(state.changes, now);
        if (wait <= 0) {
            state.changes = limit.charge(state.changes, now);
            return false;
        }
        List<String> params = new ArrayList<>();
        params.add(command.subcommand());
        params.addAll(command.params());
        long seconds = (wait + SECOND - 1) / SECOND;
        session.send(words.tooFast(server, session, command.target(), seconds, params));
        return true;
    }

    // ---- subscribing

    /** Where there is no place left, what is subscribed to already is refused as well. */
    private void subscribe(Session session, List<String> keys, MetadataWords words) {
        Set<String> all = metadata.state(session).subscriptions;
        Set<String> done = new LinkedHashSet<>();
        Set<String> added = new LinkedHashSet<>();
        for (String key : keys) {
            if (!isKey(key) || key.length() > limits.keyBytes()) {
                session.send(words.invalidKey(server, key, true));
            } else if (all.size() >= limits.subscriptions()) {
                session.send(words.tooManySubscriptions(server, key));
                break;
            } else {
                done.add(key);
                if (all.add(key)) {
                    added.add(key);
                }
            }
        }
        keys(session, Numeric.RPL_METADATASUBOK, done);
        sync.subscribed(session, added);
    }

    private void unsubscribe(Session session, List<String> keys, MetadataWords words) {
        Set<String> done = new LinkedHashSet<>();
        for (String key : keys) {
            if (isKey(key)) {
                done.add(key);
                metadata.state(session).subscriptions.remove(key);
            } else {
                session.send(words.invalidKey(server, key, true));
            }
        }
        keys(session, Numeric.RPL_METADATAUNSUBOK, done);
    }

    private void subscriptions(Session session) {
        Batch batch = new Batch(server, "metadata-subs");
        for (List<String> line : lines(Metadata.subscriptions(session))) {
            batch.add(server.replies.message(session, Numeric.RPL_METADATASUBS, line));
        }
        session.send(batch);
    }

    private void keys(Session session, Numeric numeric, Set<String> keys) {
        for (List<String> line : lines(keys)) {
            session.send(server.replies.message(session, numeric, line));
        }
    }

    /** Twelve keys of the greatest length would be too much for a line. */
    private List<List<String>> lines(Set<String> keys) {
        int room = server.limits.wire().lineBytes() / 2;
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        int bytes = 0;
        for (String key : keys) {
            if (line.size() == KEYS_PER_LINE || bytes + key.length() > room) {
                lines.add(line);
                line = new ArrayList<>();
                bytes = 0;
            }
            line.add(key);
            bytes += key.length() + 1;
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private static boolean isKey(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && "_./-".indexOf(c) < 0) {
                return false;
            }
        }
        return !key.isEmpty();
    }
}

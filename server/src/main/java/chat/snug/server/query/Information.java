package chat.snug.server.query;

import chat.snug.protocol.Capability;
import chat.snug.protocol.Message;
import chat.snug.protocol.Numeric;
import chat.snug.room.Flag;
import chat.snug.room.Mask;
import chat.snug.server.metadata.MetadataSync;
import chat.snug.server.session.Batch;
import chat.snug.server.session.Channel;
import chat.snug.server.session.People;
import chat.snug.server.session.Replies;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import chat.snug.server.session.UserMode;
import chat.snug.server.session.UserModes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the server tells about itself: the welcome, its numbers, the message of the day. */
public final class Information {
    /** Name and version of the software. */
    public static final String VERSION = "Snug-" + versionOfJar();

    private static final int ROOMS_IN_MOTD = 10;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu 'at' HH:mm:ss 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final ServerState server;
    private final MetadataSync metadata;
    private final Replies replies;
    private final List<List<String>> support;
    private final String created;
    private @Nullable List<String> motd;

    public Information(ServerState server, MetadataSync metadata) {
        this.server = server;
        this.metadata = metadata;
        this.replies = server.replies;
        this.created = "This server was created " + when(server.startedAt);
        this.motd = server.options.motd();
        this.support = new Isupport(server.options, server.limits).lines();
    }

    private static String versionOfJar() {
        String version = Information.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    static String when(long millis) {
        return WHEN.format(Instant.ofEpochMilli(millis));
    }

    /** The greeting, in the order that Modern IRC wants (connection registration). */
    public void welcome(Session session) {
        String name = server.options.serverName();
        replies.numeric(
                session,
                Numeric.RPL_WELCOME,
                "Welcome to the " + server.options.network() + " Network, " + session.source());
        replies.numeric(
                session,
                Numeric.RPL_YOURHOST,
                "Your host is " + name + ", running version " + VERSION);
        replies.numeric(session, Numeric.RPL_CREATED, created);
        replies.numeric(
                session,
                Numeric.RPL_MYINFO,
                name,
                VERSION,
                Isupport.USER_MODES,
                Isupport.ROOM_MODES,
                Isupport.ROOM_MODES_WITH_ARGUMENT);
        support(session);
        numbers(session);
        if (session.is(UserMode.OPERATOR)) {
            replies.numeric(session, Numeric.RPL_UMODEIS, UserModes.of(session));
        }
        metadata.cameIn(session);
        motd(session);
    }

    /** In a batch for those who negotiated that (IRCv3 extended-isupport). */
    void support(Session session) {
        Batch batch =
                session.has(Capability.BATCH) && session.has(Capability.EXTENDED_ISUPPORT)
                        ? new Batch(server, "draft/isupport")
                        : null;
        List<List<String>> all = new ArrayList<>(support);
        if (!server.privacy.tokens().isEmpty()) {
            all.add(server.privacy.tokens());
        }
        for (List<String> tokens : all) {
            Message line =
                    replies.message(
                            session, Numeric.RPL_ISUPPORT, tokens, "are supported by this server");
            if (batch == null) {
                session.send(line);
            } else {
                batch.add(line);
            }
        }
        if (batch != null) {
            session.send(batch);
        }
    }

    /** LUSERS. */
    void numbers(Session session) {
        People people = server.people;
        String count = Integer.toString(people.count());
        String most = Integer.toString(people.most());
        replies.numeric(
                session,
                Numeric.RPL_LUSERCLIENT,
                "There are "
                        + (people.count() - people.invisible())
                        + " users and "
                        + people.invisible()
                        + " invisible on 1 servers");
        replies.numeric(
                session,
                Numeric.RPL_LUSEROP,
                Integer.toString(people.operators()),
                "operator(s) online");
        replies.numeric(
                session,
                Numeric.RPL_LUSERUNKNOWN,
                Integer.toString(people.unknown()),
                "unknown connection(s)");
        replies.numeric(
                session,
                Numeric.RPL_LUSERCHANNELS,
                Integer.toString(server.rooms.count()),
                "channels formed");
        replies.numeric(session, Numeric.RPL_LUSERME, "I have " + count + " clients and 0 servers");
        replies.numeric(
                session,
                Numeric.RPL_LOCALUSERS,
                count,
                most,
                "Current local users " + count + ", max " + most);
        replies.numeric(
                session,
                Numeric.RPL_GLOBALUSERS,
                count,
                most,
                "Current global users " + count + ", max " + most);
    }

    public void motd(Session session) {
        List<String> given = motd;
        List<String> lines = given == null ? rooms() : given;
        if (lines.isEmpty()) {
            replies.numeric(session, Numeric.ERR_NOMOTD, "MOTD File is missing");
            return;
        }
        replies.numeric(
                session,
                Numeric.RPL_MOTDSTART,
                "- " + server.options.serverName() + " Message of the day - ");
        for (String line : lines) {
            replies.numeric(session, Numeric.RPL_MOTD, "- " + line);
        }
        replies.numeric(session, Numeric.RPL_ENDOFMOTD, "End of /MOTD command.");
    }

    /** Other lines from now on; null for those that name the rooms. */
    public void motd(@Nullable List<String> lines) {
        motd = lines;
    }

    /** Where the lines come from, {@code *} if not from a file. */
    public String motdFile() {
        Path file = server.options.motdFile();
        return file == null ? "*" : String.valueOf(file.getFileName()).replace(' ', '_');
    }

    /** Reads them again: what they are now, or why they cannot be read. Does not block. */
    public CompletableFuture<@Nullable List<String>> readMotd() {
        Path file = server.options.motdFile();
        if (file == null) {
            return CompletableFuture.completedFuture(server.options.motd());
        }
        CompletableFuture<@Nullable List<String>> lines = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("snug-motd")
                .start(
                        () -> {
                            try {
                                lines.complete(Files.readAllLines(file));
                            } catch (IOException e) {
                                lines.completeExceptionally(e);
                            }
                        });
        return lines;
    }

    private List<String> rooms() {
        List<String> lines = new ArrayList<>();
        lines.add("These rooms are on somebody's own computer.");
        String example = null;
        for (Channel channel : server.rooms.all()) {
            if (channel.room.has(Flag.SECRET)) {
                continue;
            }
            if (lines.size() > ROOMS_IN_MOTD) {
                lines.add("There are more rooms: /list");
                break;
            }
            example = example == null ? channel.name() : example;
            int people = channel.room.size();
            lines.add(
                    "Room "
                            + channel.name()
                            + ", "
                            + people
                            + (people == 1 ? " person" : " people"));
        }
        lines.add(
                example == null
                        ? "There is no room yet. To open one: /join #name"
                        : "To come in: /join " + example);
        return lines;
    }

    /** Whether a question is for this server; if not, that is told. */
    static boolean isHere(Session session, ServerState server, @Nullable String name) {
        if (name == null || isHere(server, name)) {
            return true;
        }
        server.replies.noSuchServer(session, name);
        return false;
    }

    /** Whether a question that names a server, or somebody who is on it, is for this one. */
    static boolean isHere(ServerState server, String name) {
        String folded = server.fold(name);
        return Mask.matches(folded, server.fold(server.options.serverName()))
                || server.people.called(folded) != null;
    }
}

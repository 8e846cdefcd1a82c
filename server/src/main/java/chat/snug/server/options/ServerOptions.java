package chat.snug.server.options;

import chat.snug.protocol.Limits;
import chat.snug.server.names.NameRules;
import chat.snug.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code ChatServer} is started with. Immutable: each {@code with} method gives a copy.
 *
 * <p><b>The host's own app</b> is operator of every room without having to be first. It is known by
 * the {@linkplain #withHostKey host key}, a secret that only the process that starts the server
 * has: the app sends {@code PASS} with the key, before {@code NICK} and {@code USER}. The key also
 * takes the place of the password, if there is one. It is never shown to anybody; whoever sends
 * anything else is a guest, or is turned away if there is a password.
 *
 * <p><b>The room</b> that was opened with {@link #withRoom} is there from the start and stays when
 * it is empty. If there is a host key it belongs to the host, and no guest becomes its operator by
 * being first. Clients find its name in the token {@code SNUG.CHAT/ROOM} of ISUPPORT.
 */
public final class ServerOptions {
    /**
     * The listener for WebSockets.
     *
     * @param origins of which pages' scripts may connect, in lower case; empty for any
     */
    public record Web(String host, int port, Set<String> origins) {}

    /** The name and password that OPER takes. */
    public record Operator(String name, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Operator[" + name + "]";
        }
    }

    private static final int KEY_BYTES = 16;

    private final String host;
    private final int port;
    private String serverName = "snug.local";
    private String description = "A Snug room server";
    private String network = "Snug";
    private @Nullable String password;
    private @Nullable String hostKey;
    private @Nullable String room;
    private @Nullable Operator operator;
    private @Nullable List<String> motd;
    private boolean registerBeforeConnect;
    private @Nullable Path motdFile;
    private @Nullable StoreOptions store;
    private boolean history = true;
    private String roomTitle = "";
    private @Nullable Web web;
    private DoorOptions door = DoorOptions.defaults();
    private @Nullable Security security;
    private ServerLimits limits = ServerLimits.defaults();

    private ServerOptions(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** A server at a port of every address of this computer; 0 for any free port. */
    public static ServerOptions atPort(int port) {
        return at("", port);
    }

    /**
     * A server at an address of this computer.
     *
     * @param host a name or an address; empty for all addresses
     * @param port 0 for any free port
     */
    public static ServerOptions at(String host, int port) {
        return new ServerOptions(host, port);
    }

    /** A new host key, which nobody can guess. */
    public static String newHostKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /** The name by which the server speaks; it has a dot in it, to be told from a person. */
    public ServerOptions withServerName(String name) {
        ServerOptions copy = copy();
        copy.serverName = name;
        return copy;
    }

    /** What WHOIS says of the server. */
    public ServerOptions withDescription(String text) {
        ServerOptions copy = copy();
        copy.description = text;
        return copy;
    }

    /** The name of the network, for the welcome and ISUPPORT. */
    public ServerOptions withNetwork(String name) {
        ServerOptions copy = copy();
        copy.network = name;
        return copy;
    }

    /** What guests must send with PASS; null if anybody may come in. */
    public ServerOptions withPassword(@Nullable String secret) {
        ServerOptions copy = copy();
        copy.password = secret;
        return copy;
    }

    /** By which the host's own app is known; see above. */
    public ServerOptions withHostKey(@Nullable String secret) {
        ServerOptions copy = copy();
        copy.hostKey = secret;
        return copy;
    }

    /**
     * The room that is there from the start.
     *
     * @param name as on the wire, with the leading {@code #}; invisible characters are left out
     * @throws IllegalArgumentException if no room can have the name, see {@link #isRoomName}
     */
    public ServerOptions withRoom(String name) {
        if (!isRoomName(name)) {
            throw new IllegalArgumentException("not a name for a room: " + name);
        }
        ServerOptions copy = copy();
        copy.room = NameRules.visible(name);
        return copy;
    }

    /**
     * What the room that is there from the start is called on screens, if that is not its name; an
     * empty title leaves what it was called before.
     */
    public ServerOptions withRoomTitle(String title) {
        ServerOptions copy = copy();
        copy.roomTitle = title;
        return copy;
    }

    /** Whether a room can have a name, which begins with {@code #}, once it can be seen whole. */
    public static boolean isRoomName(String name) {
        return new NameRules(Limits.defaults()).isRoom(NameRules.visible(name));
    }

    /** Who may become an IRC operator with OPER. */
    public ServerOptions withOperator(String name, String secret) {
        ServerOptions copy = copy();
        copy.operator = new Operator(name, secret);
        return copy;
    }

    /** The lines of the message of the day, instead of one that names the rooms. */
    public ServerOptions withMotd(List<String> lines) {
        ServerOptions copy = copy();
        copy.motd = List.copyOf(lines);
        return copy;
    }

    /**
     * Whether an account can be made before NICK and USER have let somebody in (IRCv3
     * account-registration, {@code before-connect}); not if nothing is said.
     */
    public ServerOptions withRegisterBeforeConnect(boolean on) {
        ServerOptions copy = copy();
        copy.registerBeforeConnect = on;
        return copy;
    }

    /**
     * A file with the lines of the message of the day; REHASH reads it again.
     *
     * @throws IOException if it cannot be read as UTF-8 text
     */
    public ServerOptions withMotdFile(Path file) throws IOException {
        ServerOptions copy = withMotd(Files.readAllLines(file));
        copy.motdFile = file;
        return copy;
    }

    /**
     * Where everything that must outlast the process is kept; null for nowhere, so that it is kept
     * in memory, bounded by the limits.
     */
    public ServerOptions withStore(@Nullable StoreOptions options) {
        ServerOptions copy = copy();
        copy.store = options;
        return copy;
    }

    /** Whether what is said is kept at all, for those who come later; it is if nothing is said. */
    public ServerOptions withHistory(boolean on) {
        ServerOptions copy = copy();
        copy.history = on;
        return copy;
    }

    /**
     * Listens for WebSockets as well (IRCv3 WebSocket support).
     *
     * @param host a name or an address; empty for all addresses
     * @param port 0 for any free port
     * @param origins of which pages' scripts may connect, such as {@code https://chat.example};
     *     empty for any. Clients that are no browser say what they like, so this keeps out
     *     strangers' pages and nobody else.
     */
    public ServerOptions withWebSockets(String host, int port, Set<String> origins) {
        Set<String> lower = new HashSet<>();
        for (String origin : origins) {
            lower.add(origin.toLowerCase(Locale.ROOT));
        }
        ServerOptions copy = copy();
        copy.web = new Web(host, port, Set.copyOf(lower));
        return copy;
    }

    /** Who may come in, beside those who know the password. */
    public ServerOptions withDoor(DoorOptions options) {
        ServerOptions copy = copy();
        copy.door = options;
        return copy;
    }

    /**
     * Lets people encrypt, at every port; null for a server that nobody can speak with in private.
     */
    public ServerOptions withSecurity(@Nullable Security wanted) {
        ServerOptions copy = copy();
        copy.security = wanted;
        return copy;
    }

    /** Other limits. */
    public ServerOptions withLimits(ServerLimits newLimits) {
        ServerOptions copy = copy();
        copy.limits = newLimits;
        return copy;
    }

    /** The address to listen at, empty for all. */
    public String host() {
        return host;
    }

    /** The port to listen at, 0 for any free one. */
    public int port() {
        return port;
    }

    public String serverName() {
        return serverName;
    }

    public String description() {
        return description;
    }

    public String network() {
        return network;
    }

    public @Nullable String password() {
        return password;
    }

    public @Nullable String hostKey() {
        return hostKey;
    }

    public @Nullable String room() {
        return room;
    }

    public String roomTitle() {
        return roomTitle;
    }

    public @Nullable Operator operator() {
        return operator;
    }

    public @Nullable List<String> motd() {
        return motd;
    }

    public boolean registerBeforeConnect() {
        return registerBeforeConnect;
    }

    public @Nullable Path motdFile() {
        return motdFile;
    }

    public @Nullable StoreOptions store() {
        return store;
    }

    public boolean history() {
        return history;
    }

    public @Nullable Web web() {
        return web;
    }

    public DoorOptions door() {
        return door;
    }

    public @Nullable Security security() {
        return security;
    }

    public ServerLimits limits() {
        return limits;
    }

    private ServerOptions copy() {
        ServerOptions copy = new ServerOptions(host, port);
        copy.serverName = serverName;
        copy.description = description;
        copy.network = network;
        copy.password = password;
        copy.hostKey = hostKey;
        copy.room = room;
        copy.operator = operator;
        copy.motd = motd;
        copy.registerBeforeConnect = registerBeforeConnect;
        copy.motdFile = motdFile;
        copy.store = store;
        copy.history = history;
        copy.roomTitle = roomTitle;
        copy.web = web;
        copy.door = door;
        copy.security = security;
        copy.limits = limits;
        return copy;
    }
}

package chat.snug.server.session;

import chat.snug.key.Fingerprint;
import chat.snug.net.Connection;
import chat.snug.protocol.Source;
import chat.snug.room.Author;
import chat.snug.server.accounts.Account;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * As whom one client appears and by what it is known: its name and the ones it had, its account,
 * its modes and the key of its connection. Belongs to the loop's thread.
 */
final class Identity {
    private final ServerState server;
    private final Connection connection;
    private Source source;
    private String foldedNick = "";
    private String namedSince = "";
    private @Nullable FormerNames formerNames;
    private @Nullable Account login;
    private int modes;

    /** What others are told of it; made when it is needed, and again after a change. */
    private @Nullable Author author;

    Identity(ServerState server, Connection connection, Source unnamed) {
        this.server = server;
        this.connection = connection;
        this.source = unnamed;
    }

    void rename(Source name) {
        String now = server.ids.next(server.ids.now());
        if (!namedSince.isEmpty()) {
            formerNames = formerNames == null ? new FormerNames() : formerNames;
            formerNames.add(namedSince, now, source.toString());
        }
        namedSince = now;
        source = name;
        foldedNick = server.fold(name.nick());
        author = null;
    }

    Source source() {
        return source;
    }

    String foldedNick() {
        return foldedNick;
    }

    /**
     * Whether an event is by this client, under the name that it has or one that it had. A name
     * alone proves nothing: others may have had it before.
     */
    boolean did(String id, Author someone) {
        return (id.compareTo(namedSince) > 0 && someone.mask().equals(source.toString()))
                || (formerNames != null && formerNames.cover(id, someone.mask()));
    }

    /** The name of the account it is logged in to, null if it is not. */
    @Nullable String account() {
        return login == null ? null : login.name();
    }

    /** The account it is logged in to, as it was then; null if it is not. */
    @Nullable Account login() {
        return login;
    }

    void login(@Nullable Account account) {
        login = account;
        author = null;
    }

    boolean is(UserMode mode) {
        return (modes & mode.bit) != 0;
    }

    void set(UserMode mode, boolean on) {
        modes = on ? modes | mode.bit : modes & ~mode.bit;
        author = null;
    }

    Author author() {
        if (author == null) {
            author =
                    new Author(
                            source.nick(),
                            source.user(),
                            source.host(),
                            account(),
                            is(UserMode.BOT));
        }
        return author;
    }

    /** The key that it has proved to have, null for none. */
    @Nullable Fingerprint key() {
        X509Certificate certificate = connection.peerCertificate();
        return certificate == null ? null : Fingerprint.of(certificate);
    }

    String foldedMask() {
        return server.fold(source.toString());
    }

    /** Whoever has a key of an account is known by it, signed in or not. */
    @Nullable String foldedAccount() {
        if (login != null) {
            return server.fold(login.name());
        }
        Fingerprint key = key();
        Account owned = key == null ? null : server.accounts.of(key);
        return owned == null ? null : server.fold(owned.name());
    }

    @Nullable String foldedKey() {
        Fingerprint key = key();
        return key == null ? null : server.fold(key.toString());
    }
}

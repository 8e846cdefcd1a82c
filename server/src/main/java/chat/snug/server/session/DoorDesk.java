package chat.snug.server.session;

import chat.snug.key.Fingerprint;
import chat.snug.server.accounts.Account;
import chat.snug.server.accounts.Attempts;
import chat.snug.server.door.Acquaintances;
import chat.snug.server.door.Deeds;
import chat.snug.server.door.Invites;
import chat.snug.server.host.Acquaintance;
import chat.snug.server.host.Act;
import chat.snug.server.host.Deed;
import chat.snug.server.host.Invite;
import chat.snug.server.options.DoorLimits;
import chat.snug.server.session.Entry.Closed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in: with the password, with an invite, because somebody let them in before, or after
 * somebody was asked. Also the log of who did what. Belongs to the loop's thread, but for {@link
 * #isAsking()}.
 */
public final class DoorDesk {
    private static final String ACCOUNT = "account:";
    private static final String KEY = "key:";
    private static final String TABLE = "house";
    private static final String OWNER = "door";
    private static final String ASKING = "asking";

    public final DoorLimits limits;
    public final Invites invites;
    public final Acquaintances known;
    public final Doorkeepers keepers;
    public final WaitingRoom waiting;

    private final ServerState server;
    private final Deeds deeds;
    private final Attempts wrongSecrets;
    private final Attempts wrongSecretsOfOwners;
    private volatile boolean asking;

    DoorDesk(ServerState server) {
        this.server = server;
        this.limits = server.options.door().limits();
        Boolean wanted = server.options.door().asking();
        this.asking = wanted == null ? wasAsking() : wanted;
        if (wanted != null) {
            keepAsking();
        }
        this.invites = new Invites(server.store.table("invite"), limits.invites());
        this.known = new Acquaintances(server.store.table("known"), limits.known());
        this.deeds = new Deeds(server.store.table("deed"), limits.acts());
        this.wrongSecrets = new Attempts(limits.wrongSecrets(), server.loop::nanoTime, false);
        this.wrongSecretsOfOwners =
                new Attempts(limits.wrongSecrets(), server.loop::nanoTime, false);
        this.keepers = new Doorkeepers(server);
        this.waiting = new WaitingRoom(server, limits, keepers);
    }

    private boolean wasAsking() {
        return Boolean.parseBoolean(server.store.table(TABLE).get(OWNER, ASKING));
    }

    private void keepAsking() {
        server.store.table(TABLE).put(OWNER, ASKING, Boolean.toString(asking));
    }

    /** Everything that was kept is forgotten; whether somebody is asked is a rule of the house. */
    void forgotten() {
        deeds.forget();
        keepAsking();
    }

    public boolean isAsking() {
        return asking;
    }

    /** Whoever waits when nobody is asked any more is looked at anew. */
    public void asking(boolean on) {
        asking = on;
        keepAsking();
        if (!on) {
            waiting.considerAll();
        }
    }

    /**
     * Looks whether somebody may come in.
     *
     * @param secret what they gave as the password, null if nothing
     */
    public Entry judge(Session session, @Nullable String secret) {
        String password = server.desk.password();
        if (password == null && !asking) {
            return new Entry.Open();
        }
        Acquaintance acquaintance = acquaintance(session);
        boolean isWelcome = acquaintance != null && acquaintance.welcome();
        if (secret != null && !secret.isEmpty()) {
            return judge(session, password, secret, isWelcome);
        }
        if (isWelcome) {
            return new Entry.Open();
        }
        if (!asking) {
            return new Entry.Refused(Closed.PASSWORD_INCORRECT);
        }
        return acquaintance == null ? new Entry.Ask() : new Entry.Refused(Closed.TURNED_AWAY);
    }

    private Entry judge(
            Session session, @Nullable String password, String secret, boolean isWelcome) {
        Account owner = owner(session);
        if (!mayGuess(session) && (owner == null || !wrongSecretsOfOwners.mayTry(owner))) {
            return isWelcome ? new Entry.Open() : new Entry.Refused(Closed.TOO_MANY_TRIES);
        }
        if (password != null && same(password, secret)) {
            return new Entry.Open();
        }
        Invite invite = invites.find(secret);
        if (isWelcome) {
            return new Entry.Open();
        }
        Closed why = invite == null ? Closed.PASSWORD_INCORRECT : whyNot(invite);
        if (invite != null && why == null) {
            return new Entry.Invited(invite);
        }
        guessedWrong(session);
        if (owner != null) {
            wrongSecretsOfOwners.count(owner);
        }
        return new Entry.Refused(why == null ? Closed.PASSWORD_INCORRECT : why);
    }

    /**
     * Whose key somebody has, null if nobody's: those whom the room knows are not locked out by
     * whoever guesses at the same address, and count by themselves.
     */
    private @Nullable Account owner(Session session) {
        Fingerprint key = session.key();
        return key == null ? null : server.accounts.of(key);
    }

    /** Whether there were not too many wrong secrets from where somebody is. */
    public boolean mayGuess(Session session) {
        return wrongSecrets.mayTry(session.remote());
    }

    /** Somebody gave a wrong secret. */
    public void guessedWrong(Session session) {
        wrongSecrets.count(session.remote());
    }

    private @Nullable Closed whyNot(Invite invite) {
        if (invite.withdrawn()) {
            return Closed.INVITE_WITHDRAWN;
        }
        if (invite.isUsedUp()) {
            return Closed.INVITE_USED_UP;
        }
        return invite.isExpired(now()) ? Closed.INVITE_EXPIRED : null;
    }

    /** Compares secrets in a time that does not tell how much of them is right. */
    public static boolean same(String secret, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Somebody is in, with an invite: it counts, and if they can be known again it is not needed
     * the next time.
     *
     * @return why they may not come in after all, null if they may: others may have used it up
     */
    public @Nullable Closed cameWith(Session session, String name, Invite invite) {
        Invite now = null;
        for (Invite kept : invites.all()) {
            if (kept.id().equals(invite.id())) {
                now = kept;
            }
        }
        Closed why = now == null ? Closed.INVITE_WITHDRAWN : whyNot(now);
        if (why == null) {
            invites.use(invite);
            remember(session, name, true);
        }
        return why;
    }

    /** Remembers what was decided about somebody, if they can be known again. */
    void remember(Session session, String name, boolean welcome) {
        String key = keyOf(session);
        if (key != null) {
            known.remember(new Acquaintance(key, name, welcome, now()));
        }
    }

    private @Nullable Acquaintance acquaintance(Session session) {
        Fingerprint key = session.key();
        String account = session.account();
        Acquaintance byKey = key == null ? null : known.find(KEY + key);
        return byKey != null || account == null
                ? byKey
                : known.find(ACCOUNT + server.fold(account));
    }

    /** By what somebody is known again, null if by nothing. */
    static boolean isKnowable(Session session) {
        return session.key() != null || session.account() != null;
    }

    private @Nullable String keyOf(Session session) {
        Fingerprint key = session.key();
        String account = session.account();
        if (key != null) {
            return KEY + key;
        }
        return account == null ? null : ACCOUNT + server.fold(account);
    }

    // ---- what the host does

    /** See {@link Invites#make}. */
    public @Nullable String invite(@Nullable Duration life, int uses) {
        String secret = invites.make(life, uses, now());
        if (secret != null) {
            note("", Act.INVITED, "", "", "");
        }
        return secret;
    }

    /** An invite lets nobody in any more. */
    public void withdraw(String id) {
        if (invites.withdraw(id)) {
            note("", Act.WITHDREW_INVITE, "", "", "");
        }
    }

    /** Somebody has to ask again. */
    public void forget(String key) {
        Acquaintance gone = known.forget(key);
        if (gone != null) {
            note("", Act.FORGOT, gone.name(), "", "");
        }
    }

    // ---- who did what

    /** Keeps what somebody did who looks after all rooms, or after who comes in. */
    public void note(String who, Act act, String whom, String room, String reason) {
        deeds.add(new Deed(now(), who, act, whom, room, reason), false);
    }

    /**
     * Keeps what somebody did in a room, which may be one of their own.
     *
     * @param by who did it, null for nobody
     */
    public void noteIn(Channel channel, @Nullable Session by, Act act, String whom, String reason) {
        boolean looksAfterAll = by != null && by.looksAfterAll();
        deeds.add(
                new Deed(now(), by == null ? "" : nameOf(by), act, whom, channel.name(), reason),
                !channel.stays && !looksAfterAll);
    }

    /** What the log calls somebody: the host has no name in it, in whichever way it did it. */
    public static String nameOf(Session by) {
        return by.isHost() ? "" : by.nick();
    }

    /** The log. */
    public Deeds deeds() {
        return deeds;
    }

    Instant now() {
        return Instant.ofEpochMilli(server.ids.now());
    }
}

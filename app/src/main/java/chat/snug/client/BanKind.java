package chat.snug.client;

/** By what somebody is kept out of a room. */
public enum BanKind {
    /**
     * Their account where they have one and the host knows such bans: it means all the keys that
     * belong to it, and people can read it. Else their key, if it is known, and else their address.
     */
    BEST,
    /** The account that they are signed in to, under whatever name and from wherever. */
    ACCOUNT,
    /** The key that they have proved to have, under whatever name and account and from wherever. */
    KEY,
    /** Where they come from; with their name if others come from there too. */
    ADDRESS,
    /** What they are called. */
    NAME
}

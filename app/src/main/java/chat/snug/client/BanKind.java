package chat.snug.client;

/** By what somebody is kept out of a room. */
public enum BanKind {
    /** Their account where they have one and the host knows such bans, else their address. */
    BEST,
    /** The account that they are signed in to, under whatever name and from wherever. */
    ACCOUNT,
    /** Where they come from; with their name if others come from there too. */
    ADDRESS,
    /** What they are called. */
    NAME
}

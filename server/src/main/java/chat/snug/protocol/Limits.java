package chat.snug.protocol;

/**
 * The limits of the wire and of names, each told to clients in ISUPPORT or refused with its
 * numeric. All lengths are bytes of UTF-8.
 *
 * @param lineBytes a line with its line end, without its tags; 512 by RFC 1459, section 2.3
 * @param serverLineBytes the same for what a client takes from a server, as some send more
 * @param clientTagBytes the tag data that a client may send, between '@' and the space (IRCv3
 *     message-tags, size limit)
 * @param serverTagBytes the whole tags of a server's line, with '@' and the space
 * @param endlessBytes what a peer may send without a line end before it is closed
 * @param nickLength a person's name
 * @param userLength the user part of a source
 * @param realNameLength the real name of USER and SETNAME
 * @param channelLength a channel's name with its '#'
 * @param keyLength a channel's key
 * @param topicLength a channel's topic
 * @param kickLength the reason of a KICK
 * @param awayLength the message of an AWAY
 * @param listEntries the entries of one channel list (bans, exceptions, invitations)
 * @param wildcards how many wildcards such an entry may have
 * @param modesPerLine the mode changes with a parameter in one MODE
 * @param targetsPerLine the targets of one PRIVMSG, NOTICE or TAGMSG
 * @param channelsPerPerson the channels one person may be in at a time
 */
public record Limits(
        int lineBytes,
        int serverLineBytes,
        int clientTagBytes,
        int serverTagBytes,
        int endlessBytes,
        int nickLength,
        int userLength,
        int realNameLength,
        int channelLength,
        int keyLength,
        int topicLength,
        int kickLength,
        int awayLength,
        int listEntries,
        int wildcards,
        int modesPerLine,
        int targetsPerLine,
        int channelsPerPerson) {
    private static final Limits DEFAULTS =
            new Limits(
                    512, 8192, 4094, 8191, 65_536, 30, 10, 150, 64, 23, 390, 390, 200, 100, 10, 20,
                    4, 100);

    /** The limits of a host that was told nothing else. */
    public static Limits defaults() {
        return DEFAULTS;
    }
}

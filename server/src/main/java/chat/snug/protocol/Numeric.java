package chat.snug.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The numeric replies, named as in <a href="https://modern.ircdocs.horse/#numerics">Modern IRC,
 * numerics</a>, with {@code 335} of the bot-mode and {@code 73x} of the monitor specification and
 * {@code 76x} and {@code 77x} of the metadata specification, and {@code 728} and {@code 729} of
 * Solanum's quiet list.
 */
public enum Numeric {
    RPL_WELCOME(1),
    RPL_YOURHOST(2),
    RPL_CREATED(3),
    RPL_MYINFO(4),
    RPL_ISUPPORT(5),
    RPL_BOUNCE(10),
    RPL_STATSCOMMANDS(212),
    RPL_ENDOFSTATS(219),
    RPL_UMODEIS(221),
    RPL_SERVLISTEND(235),
    RPL_STATSUPTIME(242),
    RPL_STATSOLINE(243),
    RPL_LUSERCLIENT(251),
    RPL_LUSEROP(252),
    RPL_LUSERUNKNOWN(253),
    RPL_LUSERCHANNELS(254),
    RPL_LUSERME(255),
    RPL_ADMINME(256),
    RPL_ADMINLOC1(257),
    RPL_ADMINLOC2(258),
    RPL_ADMINEMAIL(259),
    RPL_TRACEEND(262),
    RPL_TRYAGAIN(263),
    RPL_LOCALUSERS(265),
    RPL_GLOBALUSERS(266),
    RPL_WHOISCERTFP(276),
    RPL_NONE(300),
    RPL_AWAY(301),
    RPL_USERHOST(302),
    RPL_ISON(303),
    RPL_UNAWAY(305),
    RPL_NOWAWAY(306),
    RPL_WHOISREGNICK(307),
    RPL_WHOISUSER(311),
    RPL_WHOISSERVER(312),
    RPL_WHOISOPERATOR(313),
    RPL_WHOWASUSER(314),
    RPL_ENDOFWHO(315),
    RPL_WHOISIDLE(317),
    RPL_ENDOFWHOIS(318),
    RPL_WHOISCHANNELS(319),
    RPL_WHOISSPECIAL(320),
    RPL_LISTSTART(321),
    RPL_LIST(322),
    RPL_LISTEND(323),
    RPL_CHANNELMODEIS(324),
    RPL_CREATIONTIME(329),
    RPL_WHOISACCOUNT(330),
    RPL_NOTOPIC(331),
    RPL_TOPIC(332),
    RPL_TOPICWHOTIME(333),
    RPL_WHOISBOT(335),
    RPL_INVITELIST(336),
    RPL_ENDOFINVITELIST(337),
    RPL_WHOISACTUALLY(338),
    RPL_INVITING(341),
    RPL_INVEXLIST(346),
    RPL_ENDOFINVEXLIST(347),
    RPL_EXCEPTLIST(348),
    RPL_ENDOFEXCEPTLIST(349),
    RPL_VERSION(351),
    RPL_WHOREPLY(352),
    RPL_NAMREPLY(353),
    RPL_WHOSPCRPL(354),
    RPL_LINKS(364),
    RPL_ENDOFLINKS(365),
    RPL_ENDOFNAMES(366),
    RPL_BANLIST(367),
    RPL_ENDOFBANLIST(368),
    RPL_ENDOFWHOWAS(369),
    RPL_INFO(371),
    RPL_MOTD(372),
    RPL_ENDOFINFO(374),
    RPL_MOTDSTART(375),
    RPL_ENDOFMOTD(376),
    RPL_WHOISHOST(378),
    RPL_WHOISMODES(379),
    RPL_YOUREOPER(381),
    RPL_REHASHING(382),
    RPL_TIME(391),
    ERR_UNKNOWNERROR(400),
    ERR_NOSUCHNICK(401),
    ERR_NOSUCHSERVER(402),
    ERR_NOSUCHCHANNEL(403),
    ERR_CANNOTSENDTOCHAN(404),
    ERR_TOOMANYCHANNELS(405),
    ERR_WASNOSUCHNICK(406),
    ERR_TOOMANYTARGETS(407),
    ERR_NOSUCHSERVICE(408),
    ERR_NOORIGIN(409),
    ERR_INVALIDCAPCMD(410),
    ERR_NORECIPIENT(411),
    ERR_NOTEXTTOSEND(412),
    ERR_INPUTTOOLONG(417),
    ERR_UNKNOWNCOMMAND(421),
    ERR_NOMOTD(422),
    ERR_NONICKNAMEGIVEN(431),
    ERR_ERRONEUSNICKNAME(432),
    ERR_NICKNAMEINUSE(433),
    ERR_BANNICKCHANGE(435),
    ERR_NICKCOLLISION(436),
    ERR_UNAVAILRESOURCE(437),
    ERR_USERNOTINCHANNEL(441),
    ERR_NOTONCHANNEL(442),
    ERR_USERONCHANNEL(443),
    ERR_SUMMONDISABLED(445),
    ERR_USERSDISABLED(446),
    ERR_NOTREGISTERED(451),
    ERR_NEEDMOREPARAMS(461),
    ERR_ALREADYREGISTERED(462),
    ERR_PASSWDMISMATCH(464),
    ERR_YOUREBANNEDCREEP(465),
    ERR_KEYSET(467),
    ERR_CHANNELISFULL(471),
    ERR_UNKNOWNMODE(472),
    ERR_INVITEONLYCHAN(473),
    ERR_BANNEDFROMCHAN(474),
    ERR_BADCHANNELKEY(475),
    ERR_BADCHANMASK(476),
    ERR_BANLISTFULL(478),
    ERR_NOPRIVILEGES(481),
    ERR_CHANOPRIVSNEEDED(482),
    ERR_CANTKILLSERVER(483),
    ERR_NOOPERHOST(491),
    ERR_UMODEUNKNOWNFLAG(501),
    ERR_USERSDONTMATCH(502),
    ERR_HELPNOTFOUND(524),
    ERR_INVALIDKEY(525),
    RPL_STARTTLS(670),
    RPL_WHOISSECURE(671),
    ERR_STARTTLS(691),
    ERR_INVALIDMODEPARAM(696),
    RPL_HELPSTART(704),
    RPL_HELPTXT(705),
    RPL_ENDOFHELP(706),
    ERR_NOPRIVS(723),
    RPL_QUIETLIST(728),
    RPL_ENDOFQUIETLIST(729),
    RPL_MONONLINE(730),
    RPL_MONOFFLINE(731),
    RPL_MONLIST(732),
    RPL_ENDOFMONLIST(733),
    ERR_MONLISTFULL(734),
    RPL_WHOISKEYVALUE(760),
    RPL_KEYVALUE(761),
    RPL_KEYNOTSET(766),
    RPL_METADATASUBOK(770),
    RPL_METADATAUNSUBOK(771),
    RPL_METADATASUBS(772),
    ERR_METADATASYNCLATER(774),
    ERR_METADATARATELIMIT(775),
    RPL_LOGGEDIN(900),
    RPL_LOGGEDOUT(901),
    ERR_NICKLOCKED(902),
    RPL_SASLSUCCESS(903),
    ERR_SASLFAIL(904),
    ERR_SASLTOOLONG(905),
    ERR_SASLABORTED(906),
    ERR_SASLALREADY(907),
    RPL_SASLMECHS(908);

    private static final @Nullable Numeric[] BY_NUMBER = new @Nullable Numeric[1000];

    static {
        for (Numeric numeric : values()) {
            BY_NUMBER[numeric.number] = numeric;
        }
    }

    private final int number;
    private final String code;

    Numeric(int number) {
        this.number = number;
        this.code =
                new String(
                        new char[] {
                            (char) ('0' + number / 100),
                            (char) ('0' + number / 10 % 10),
                            (char) ('0' + number % 10)
                        });
    }

    /** The command on the wire: three digits. */
    public String code() {
        return code;
    }

    /** The numeric that {@code command} is, or null for a verb or a numeric of no known name. */
    public static @Nullable Numeric of(String command) {
        if (command.length() != 3) {
            return null;
        }
        int number = 0;
        for (int i = 0; i < 3; i++) {
            char c = command.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            number = number * 10 + c - '0';
        }
        return BY_NUMBER[number];
    }
}

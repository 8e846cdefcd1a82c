package chat.snug.server.command;

import static chat.snug.server.session.CommandDispatcher.Guard.REGISTERED;

import chat.snug.protocol.Command;
import chat.snug.protocol.Numeric;
import chat.snug.room.Flag;
import chat.snug.room.Mask;
import chat.snug.room.MaskEntry;
import chat.snug.room.MaskKind;
import chat.snug.room.Outcome;
import chat.snug.room.PersonPattern;
import chat.snug.room.Rank;
import chat.snug.room.Refusal;
import chat.snug.room.RoomChange;
import chat.snug.room.RoomEvent;
import chat.snug.server.host.Act;
import chat.snug.server.names.NameRules;
import chat.snug.server.names.PersonMask;
import chat.snug.server.session.Channel;
import chat.snug.server.session.CommandDispatcher;
import chat.snug.server.session.Modes;
import chat.snug.server.session.Publisher;
import chat.snug.server.session.Replies;
import chat.snug.server.session.ServerState;
import chat.snug.server.session.Session;
import chat.snug.server.session.UserModes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The settings of rooms and of people: MODE. */
public final class ModeCommands {
    private static final int NAMES_OF_A_KEY = 3;
    private static final String MODE = "MODE";

    /** So many letters that are no modes are told: a line has place for hundreds. */
    private static final int MOST_UNKNOWN = 10;

    private final ServerState server;
    private final Publisher publisher;
    private final Replies replies;
    private final UserModes userModes;

    public ModeCommands(ServerState server, Publisher publisher) {
        this.server = server;
        this.publisher = publisher;
        this.replies = server.replies;
        this.userModes = new UserModes(server);
    }

    public void addTo(CommandDispatcher table) {
        table.on(MODE, REGISTERED, Command.Mode.class, this::mode);
    }

    private void mode(Session session, Command.Mode command) {
        String modes = command.modes();
        if (!NameRules.looksLikeRoom(command.target())) {
            userModes.mode(session, command.target(), modes);
            return;
        }
        Channel channel = server.rooms.called(command.target());
        if (channel == null || !channel.isVisibleTo(session)) {
            replies.noSuchRoom(session, command.target());
        } else if (modes == null) {
            show(session, channel);
        } else {
            new Request(session, channel, command.arguments()).read(modes);
        }
    }

    private void show(Session session, Channel channel) {
        List<String> params = new ArrayList<>();
        params.add(channel.name());
        params.addAll(Modes.of(channel.room, session.places.in(channel) != null));
        replies.numeric(session, Numeric.RPL_CHANNELMODEIS, params.toArray(String[]::new));
        replies.numeric(
                session,
                Numeric.RPL_CREATIONTIME,
                channel.name(),
                Long.toString(channel.room.createdAt() / 1000));
    }

    private void show(Session session, Channel channel, MaskKind kind) {
        if (!channel.isVisibleTo(session)) {
            replies.refused(session, Refusal.NOT_IN_ROOM, channel.name());
            return;
        }
        Numeric item =
                switch (kind) {
                    case BAN -> Numeric.RPL_BANLIST;
                    case QUIET -> Numeric.RPL_QUIETLIST;
                    case BAN_EXCEPTION -> Numeric.RPL_EXCEPTLIST;
                    case INVITE_EXCEPTION -> Numeric.RPL_INVEXLIST;
                };
        for (MaskEntry entry : channel.room.masks(kind)) {
            List<String> params = new ArrayList<>();
            params.add(channel.name());
            if (kind == MaskKind.QUIET) {
                params.add(Character.toString(Modes.letter(kind)));
            }
            params.add(entry.mask());
            params.add(entry.setBy());
            params.add(Long.toString(entry.setAt() / 1000));
            replies.numeric(session, item, params.toArray(String[]::new));
        }
        switch (kind) {
            case BAN ->
                    replies.numeric(
                            session,
                            Numeric.RPL_ENDOFBANLIST,
                            channel.name(),
                            "End of channel ban list");
            case QUIET ->
                    replies.numeric(
                            session,
                            Numeric.RPL_ENDOFQUIETLIST,
                            channel.name(),
                            Character.toString(Modes.letter(kind)),
                            "End of channel quiet list");
            case BAN_EXCEPTION ->
                    replies.numeric(
                            session,
                            Numeric.RPL_ENDOFEXCEPTLIST,
                            channel.name(),
                            "End of channel exception list");
            case INVITE_EXCEPTION ->
                    replies.numeric(
                            session,
                            Numeric.RPL_ENDOFINVEXLIST,
                            channel.name(),
                            "End of Channel Invite Exception List");
        }
    }

    /**
     * One MODE for a room. The letters are read one by one; what is wrong with a letter is told and
     * does not stop the others. Changes that are possible are made together at the end.
     */
    private final class Request {
        private final Session session;
        private final Channel channel;
        private final List<String> arguments;
        private final List<RoomChange> changes = new ArrayList<>();
        private final Set<MaskKind> shown = EnumSet.noneOf(MaskKind.class);
        private final Set<Character> unknown = new HashSet<>();
        private int nextArgument;
        private @Nullable Boolean allowed;

        Request(Session session, Channel channel, List<String> arguments) {
            this.session = session;
            this.channel = channel;
            this.arguments = arguments;
        }

        void read(String modes) {
            boolean on = true;
            for (int i = 0; i < modes.length(); i++) {
                char letter = modes.charAt(i);
                switch (letter) {
                    case '+' -> on = true;
                    case '-' -> on = false;
                    default -> read(letter, on);
                }
            }
            if (changes.isEmpty()) {
                return;
            }
            Outcome outcome = channel.room.change(session, changes);
            if (outcome instanceof RoomEvent event) {
                channel.names.changed();
                publisher.publishKept(channel, event, session, MODE);
                noteDeeds(event);
            }
            changes.forEach(this::tellIfFull);
        }

        /** Of several masks the first may have taken the last place. */
        private void tellIfFull(RoomChange change) {
            if (change instanceof RoomChange.MaskSet set) {
                Refusal refusal = channel.room.refusalOf(set);
                if (refusal != null) {
                    full(Modes.letter(set.kind()), refusal);
                }
            }
        }

        private void full(char letter, Refusal refusal) {
            replies.numeric(
                    session,
                    Numeric.ERR_BANLISTFULL,
                    channel.name(),
                    Character.toString(letter),
                    refusal.reason());
        }

        /** What of the changes concerns people is kept in the log. */
        private void noteDeeds(RoomEvent event) {
            if (event instanceof RoomEvent.Changed changed) {
                for (RoomChange change : changed.changes()) {
                    switch (change) {
                        case RoomChange.MaskSet(MaskKind kind, String mask, boolean added) -> {
                            switch (kind) {
                                case BAN -> noteMask(added ? Act.BANNED : Act.UNBANNED, mask);
                                case QUIET -> noteMask(added ? Act.MUTED : Act.UNMUTED, mask);
                                case BAN_EXCEPTION, INVITE_EXCEPTION -> {
                                    // lets somebody do what others may do
                                }
                            }
                        }
                        case RoomChange.RankSet(Rank rank, String nick, boolean given) -> {
                            switch (rank) {
                                case OPERATOR ->
                                        note(
                                                given ? Act.MADE_MODERATOR : Act.UNMADE_MODERATOR,
                                                nick);
                                case VOICE -> note(given ? Act.GAVE_VOICE : Act.TOOK_VOICE, nick);
                            }
                        }
                        case RoomChange.FlagSet _, RoomChange.KeySet _, RoomChange.LimitSet _ -> {
                            // about the room
                        }
                    }
                }
            }
        }

        /** Nobody can tell from a key whose it is: with the names of those here who have it. */
        private void noteMask(Act act, String mask) {
            PersonPattern meant = PersonPattern.of(server.fold(mask));
            String names =
                    meant.subject() != PersonPattern.Subject.KEY
                            ? ""
                            : channel.room.members().stream()
                                    .filter(member -> meant.means(member.person()))
                                    .limit(NAMES_OF_A_KEY)
                                    .map(member -> member.person().author().nick())
                                    .collect(Collectors.joining(", "));
            server.door.noteIn(channel, session, act, mask, names);
        }

        private void note(Act act, String whom) {
            server.door.noteIn(channel, session, act, whom, "");
        }

        private void read(char letter, boolean on) {
            Flag flag = Modes.flag(letter);
            MaskKind kind = Modes.maskKind(letter);
            Rank rank = Modes.rank(letter);
            if (flag != null) {
                add(letter, new RoomChange.FlagSet(flag, on));
            } else if (kind != null) {
                mask(letter, kind, on);
            } else if (rank != null) {
                rank(letter, rank, on);
            } else if (letter == Modes.KEY) {
                key(on);
            } else if (letter == Modes.LIMIT) {
                limit(on);
            } else if (unknown.add(letter) && unknown.size() <= MOST_UNKNOWN) {
                replies.numeric(
                        session,
                        Numeric.ERR_UNKNOWNMODE,
                        Character.toString(letter),
                        "is unknown mode char to me");
            }
        }

        private void mask(char letter, MaskKind kind, boolean on) {
            boolean isQuestion = nextArgument >= arguments.size();
            String argument = argument();
            if (argument == null) {
                if (isQuestion && shown.add(kind)) {
                    show(session, channel, kind);
                }
            } else {
                String mask = PersonMask.of(argument);
                int most = server.limits.wire().wildcards();
                if (mask != null && on && Mask.wildcards(mask) > most) {
                    if (isAllowed()) {
                        invalid(letter, argument, "A mask has " + most + " wildcards at most");
                    }
                } else if (mask != null) {
                    add(letter, new RoomChange.MaskSet(kind, mask, on));
                } else if (isAllowed()) {
                    invalid(letter, argument, "This cannot be a mask");
                }
            }
        }

        private void rank(char letter, Rank rank, boolean on) {
            String argument = argument();
            if (argument == null || !isAllowed()) {
                return;
            }
            Session person = server.people.called(server.fold(argument));
            if (person == null) {
                replies.noSuchNick(session, argument);
            } else {
                add(letter, new RoomChange.RankSet(rank, person.nick(), on));
            }
        }

        /** The argument for taking a key away is not looked at. */
        private void key(boolean on) {
            String argument = argument();
            if (!on) {
                add(Modes.KEY, new RoomChange.KeySet(null));
            } else if (isAllowed() && isKey(argument)) {
                add(Modes.KEY, new RoomChange.KeySet(argument));
            } else if (isAllowed()) {
                invalid(Modes.KEY, argument, "This cannot be a key");
            }
        }

        private void limit(boolean on) {
            if (!on) {
                add(Modes.LIMIT, new RoomChange.LimitSet(0));
                return;
            }
            String argument = argument();
            int limit = number(argument);
            if (limit > 0) {
                add(Modes.LIMIT, new RoomChange.LimitSet(limit));
            } else if (isAllowed()) {
                invalid(Modes.LIMIT, argument, "A limit is a number above 0");
            }
        }

        private void add(char letter, RoomChange change) {
            if (!isAllowed()) {
                return;
            }
            Refusal refusal = channel.room.refusalOf(change);
            if (refusal == null) {
                changes.add(change);
            } else if (refusal == Refusal.MASKS_FULL || refusal == Refusal.ALL_MASKS_FULL) {
                full(letter, refusal);
            } else {
                String nick = change instanceof RoomChange.RankSet set ? set.nick() : "*";
                replies.refused(session, refusal, channel.name(), nick);
            }
        }

        /** Says once that it is not allowed, if it is not. */
        private boolean isAllowed() {
            Boolean known = allowed;
            if (known != null) {
                return known;
            }
            Refusal refusal = channel.room.refusalToChange(session);
            if (refusal != null) {
                replies.refused(session, refusal, channel.name());
            }
            allowed = refusal == null;
            return refusal == null;
        }

        private void invalid(char letter, @Nullable String argument, String text) {
            replies.numeric(
                    session,
                    Numeric.ERR_INVALIDMODEPARAM,
                    channel.name(),
                    Character.toString(letter),
                    argument == null ? "*" : argument,
                    text);
        }

        /** The next argument, or null if there is no more, or if there were too many. */
        private @Nullable String argument() {
            if (nextArgument >= arguments.size()
                    || nextArgument >= server.limits.wire().modesPerLine()) {
                return null;
            }
            String argument = arguments.get(nextArgument++);
            return argument.isEmpty() ? null : argument;
        }

        /** A key is given in lists with commas, and as a parameter that is not the last one. */
        private boolean isKey(@Nullable String text) {
            return text != null
                    && text.charAt(0) != ':'
                    && NameRules.bytes(text) <= server.limits.wire().keyLength()
                    && text.chars().noneMatch(c -> c <= ' ' || c == ',' || c == 0x7f);
        }

        private static int number(@Nullable String text) {
            try {
                return text == null ? 0 : Integer.parseInt(text);
            } catch (NumberFormatException _) {
                return 0;
            }
        }
    }
}

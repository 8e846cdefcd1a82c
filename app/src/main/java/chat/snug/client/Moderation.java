package chat.snug.client;

import chat.snug.protocol.Message;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What moderators see of a room and do in it: settings, bans, ranks, and who has to go (<a
 * href="https://modern.ircdocs.horse/#channel-modes">Modern IRC, channel modes</a>). Whoever was
 * removed and is asked in again at once goes in again: the moderator took it back.
 */
final class Moderation {
    private static final int MOST_BANS = 1_000;
    private static final int MOST_ROOMS = 500;
    private static final Duration SECOND_THOUGHTS = Duration.ofMinutes(5);
    private static final char QUIET = 'q';
    private static final char INVITED = 'I';

    private final Dialogue dialogue;
    private final Roster roster;
    private final Entering entering;
    private final WantedRooms wanted;
    private final Map<String, RoomModes> modes = new HashMap<>();
    private final Map<String, List<String>> inviting = new HashMap<>();
    private final Map<String, List<RoomBan>> listing = new HashMap<>();
    private final Map<String, Removal> removedFrom = new HashMap<>();

    /** I was removed from a room that I have a key to, or not. */
    private record Removal(Instant at, @Nullable String key) {
        /** Without the key. */
        @Override
        public String toString() {
            return "Removal[" + at + "]";
        }
    }

    private final PersonMasks masks;

    Moderation(Dialogue dialogue, Roster roster, Entering entering, WantedRooms wanted) {
        this.dialogue = dialogue;
        this.roster = roster;
        this.entering = entering;
        this.wanted = wanted;
        this.masks = new PersonMasks(dialogue, roster);
    }

    /** Whether the host ends a mute by itself: one of ours, whose masks are known. */
    static boolean canMuteForATime(Dialogue dialogue) {
        return canMute(dialogue)
                && dialogue.traits.snug()
                && dialogue.traits.extendedMasks().indexOf('t') >= 0;
    }

    /** Whether the host bans by keys and tells them: one of ours, whose masks are known. */
    static boolean canBanByKey(Dialogue dialogue) {
        return dialogue.traits.snug()
                && dialogue.traits.whox()
                && dialogue.traits.extendedMasks().indexOf(PersonMasks.KEY_LETTER) >= 0;
    }

    /** Whether the host lets people be where they may not speak. */
    static boolean canMute(Dialogue dialogue) {
        return dialogue.traits.isList(QUIET);
    }

    /** Whether the host keeps a list of those who may come in although only the invited may. */
    static boolean canLetIn(Dialogue dialogue) {
        return dialogue.traits.isList(INVITED);
    }

    // ---- what is asked for

    void take(ClientRequest.Moderating request) {
        String room = request.room();
        switch (request) {
            case ClientRequest.Promote(_, String name, boolean on) ->
                    dialogue.send("MODE", room, on ? "+o" : "-o", name);
            case ClientRequest.Mute(_, String name, boolean on) ->
                    list(room, QUIET, name, on, BanKind.BEST, 0);
            case ClientRequest.MuteFor(_, String name, int minutes) ->
                    list(room, QUIET, name, true, BanKind.BEST, minutes);
            case ClientRequest.Ban(_, String name, BanKind by, boolean on) ->
                    list(room, 'b', name, on, by, 0);
            case ClientRequest.Lift(_, RoomBan ban) ->
                    dialogue.send("MODE", room, ban.muted() ? "-q" : "-b", ban.mask());
            case ClientRequest.BanAgain(_, RoomBan ban) ->
                    dialogue.send("MODE", room, ban.muted() ? "+q" : "+b", ban.mask());
            case ClientRequest.Remove(_, String name, String reason) ->
                    dialogue.send(
                            reason.isBlank()
                                    ? Message.of("KICK", room, name)
                                    : Message.of("KICK", room, name, reason));
            case ClientRequest.Invite(_, String name) -> dialogue.send("INVITE", name, room);
            case ClientRequest.AskModes _ -> dialogue.send("MODE", room);
            case ClientRequest.ChangeModes(_, RoomModes from, RoomModes to) ->
                    change(room, from, to);
            case ClientRequest.ListBans _ -> {
                dialogue.send("MODE", room, "b");
                if (canMute(dialogue)) {
                    dialogue.send("MODE", room, Character.toString(QUIET));
                }
            }
            case ClientRequest.ListInvited _ -> {
                if (canLetIn(dialogue)) {
                    dialogue.send("MODE", room, Character.toString(INVITED));
                }
            }
            case ClientRequest.LetIn(_, String mask, boolean on) ->
                    dialogue.send("MODE", room, (on ? "+" : "-") + INVITED, mask);
        }
    }

    private void list(String room, char mode, String name, boolean on, BanKind by, int minutes) {
        String mask =
                on ? masks.now(mode, room, name, by, minutes) : masks.before(mode, room, name);
        dialogue.send("MODE", room, (on ? "+" : "-") + mode, mask);
    }

    private void change(String room, RoomModes from, RoomModes to) {
        StringBuilder letters = new StringBuilder();
        add(letters, 'i', from.inviteOnly(), to.inviteOnly());
        add(letters, 'm', from.moderated(), to.moderated());
        add(letters, 't', from.topicLocked(), to.topicLocked());
        String key = to.key();
        if (key != null && !key.equals(from.key())) {
            letters.append("+k");
        } else if (key == null && from.key() != null) {
            key = from.key(); // RFC 2812 wants it for taking it away too
            letters.append("-k");
        } else {
            key = null;
        }
        if (!letters.isEmpty()) {
            dialogue.send(
                    key == null
                            ? Message.of("MODE", room, letters.toString())
                            : Message.of("MODE", room, letters.toString(), key));
        }
    }

    private static void add(StringBuilder letters, char mode, boolean from, boolean to) {
        if (from != to) {
            letters.append(to ? '+' : '-').append(mode);
        }
    }

    // ---- what the host tells

    /** A numeric about settings or bans; false if it is none. */
    boolean numeric(Message message) {
        switch (message.command()) {
            case "324" -> modesAre(message); // RPL_CHANNELMODEIS: client, room, modes, parameters
            case "367" -> listed(message, 2, false); // RPL_BANLIST: client, room, mask, by, time
            case "728" -> listed(message, 3, true); // RPL_QUIETLIST: client, room, q, mask, …
            case "346" -> invited(message); // RPL_INVEXLIST: client, room, mask
            case "347" -> tellInvited(message.param(1)); // RPL_ENDOFINVEXLIST
            case "368" -> {
                if (!canMute(dialogue)) {
                    tellBans(message.param(1));
                }
            }
            case "729" -> tellBans(message.param(1)); // RPL_ENDOFQUIETLIST
            default -> {
                return false;
            }
        }
        return true;
    }

    private void modesAre(Message message) {
        RoomState room = roster.room(message.param(1));
        if (room != null && modes.size() < MOST_ROOMS) {
            modes.put(key(room.name()), RoomModes.NONE);
            read(room.name(), message, 2, true);
        }
    }

    /** MODE of a room: what changes of its settings. */
    void changed(Message message) {
        RoomState room = roster.room(message.param(0));
        if (room != null && modes.containsKey(key(room.name()))) {
            read(room.name(), message, 1, false);
        }
    }

    private void read(String room, Message message, int at, boolean always) {
        RoomModes before = modes.getOrDefault(key(room), RoomModes.NONE);
        RoomModes now = before;
        boolean set = true;
        int next = at + 1;
        String letters = message.param(at);
        for (int i = 0; i < letters.length(); i++) {
            char mode = letters.charAt(i);
            if (mode == '+' || mode == '-') {
                set = mode == '+';
            } else {
                boolean takes = dialogue.traits.takesParameter(mode, set);
                now = now.with(mode, set, takes ? message.param(next++) : "");
            }
        }
        modes.put(key(room), now);
        if (always || !now.equals(before)) {
            dialogue.tell(new ClientEvent.ModesKnown(room, now));
        }
    }

    private void listed(Message message, int at, boolean muted) {
        RoomState room = roster.room(message.param(1));
        if (room == null || message.params().size() <= at) {
            return;
        }
        List<RoomBan> bans = listing.computeIfAbsent(key(room.name()), _ -> new ArrayList<>());
        if (bans.size() < MOST_BANS) {
            String by = message.param(at + 1);
            int bang = by.indexOf('!');
            RoomBan ban =
                    new RoomBan(
                            message.param(at),
                            muted,
                            bang < 0 ? by : by.substring(0, bang),
                            time(message.param(at + 2)));
            if (dialogue.allowance.take(weight(ban))) {
                bans.add(ban);
            }
        }
    }

    private void invited(Message message) {
        RoomState room = roster.room(message.param(1));
        if (room != null && message.params().size() > 2) {
            List<String> masks = inviting.computeIfAbsent(key(room.name()), _ -> new ArrayList<>());
            String mask = message.param(2);
            if (masks.size() < MOST_BANS && dialogue.allowance.take(Weight.of(mask))) {
                masks.add(mask);
            }
        }
    }

    private static int weight(RoomBan ban) {
        return Weight.OBJECT + Weight.of(ban.mask()) + Weight.of(ban.by());
    }

    private void tellInvited(String name) {
        RoomState room = roster.room(name);
        if (room != null) {
            List<String> masks = listed(inviting, room);
            masks.forEach(mask -> dialogue.allowance.giveBack(Weight.of(mask)));
            dialogue.tell(new ClientEvent.InvitedListed(room.name(), masks));
        }
    }

    private static @Nullable Instant time(String seconds) {
        try {
            return seconds.isEmpty() ? null : Instant.ofEpochSecond(Long.parseLong(seconds));
        } catch (NumberFormatException | DateTimeException _) {
            return null;
        }
    }

    private void tellBans(String name) {
        RoomState room = roster.room(name);
        if (room != null) {
            List<RoomBan> bans = listed(listing, room);
            bans.forEach(ban -> dialogue.allowance.giveBack(weight(ban)));
            dialogue.tell(new ClientEvent.BansListed(room.name(), bans));
        }
    }

    private <T> List<T> listed(Map<String, List<T>> soFar, RoomState room) {
        List<T> all = soFar.remove(key(room.name()));
        return all == null ? List.of() : all;
    }

    /** KICK: if it was me, I may be wanted back. */
    void kicked(Message message) {
        if (dialogue.isMe(message.param(1)) && removedFrom.size() < MOST_ROOMS) {
            String room = message.param(0);
            removedFrom.put(key(room), new Removal(dialogue.now(), wanted.keyOf(room)));
            modes.remove(key(room));
        }
    }

    /** INVITE of me: whether that took back a removal, and I go in again. */
    boolean invitedBack(String room) {
        Removal removal = removedFrom.remove(key(room));
        if (removal == null || removal.at().plus(SECOND_THOUGHTS).isBefore(dialogue.now())) {
            return false;
        }
        wanted.add(room, removal.key());
        entering.ask(room, removal.key());
        return true;
    }

    private String key(String room) {
        return dialogue.traits.fold(room);
    }
}

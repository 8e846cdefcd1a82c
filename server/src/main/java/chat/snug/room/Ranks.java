package chat.snug.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who of those in a room has which rank, and who gets one. A rank is had by the person who is in
 * the room, and by their account, which has it again whenever it comes back.
 */
final class Ranks {
    private final boolean belongsToHost;
    private final UnaryOperator<String> fold;
    private final Map<Person, Member> members;
    private final Owners owners;

    /**
     * @param belongsToHost whether no guest becomes operator by being first
     * @param fold makes names that mean the same equal
     * @param members who is in the room; others let them in and out
     * @param owners the accounts that have a rank
     */
    Ranks(
            boolean belongsToHost,
            UnaryOperator<String> fold,
            Map<Person, Member> members,
            Owners owners) {
        this.belongsToHost = belongsToHost;
        this.fold = fold;
        this.members = members;
        this.owners = owners;
    }

    /** A member with the ranks of somebody who is about to come in. */
    Member newcomer(Person person) {
        Member member = new Member(person);
        member.set(Rank.OPERATOR, person.isHost() || isOwner(person) || isNeeded(person));
        member.set(Rank.VOICE, owners.has(Rank.VOICE, person.author().account()));
        return member;
    }

    /** Where nobody is operator, somebody who looks after all rooms is. */
    private boolean isNeeded(Person person) {
        return person.looksAfterAll() && members.values().stream().noneMatch(Member::isOperator);
    }

    private boolean isOwner(Person person) {
        String account = person.author().account();
        boolean isFirst = members.isEmpty() && !belongsToHost && owners.isNobody();
        if (isFirst) {
            owners.founded(account);
        }
        return isFirst || owners.has(Rank.OPERATOR, account);
    }

    /** Gives a member the ranks of the account that they have by now, and tells which are new. */
    List<RoomChange> recognize(Person person) {
        Member member = members.get(person);
        List<RoomChange> given = new ArrayList<>(2);
        for (Rank rank : Rank.values()) {
            if (member != null
                    && !member.has(rank)
                    && owners.has(rank, person.author().account())) {
                member.set(rank, true);
                given.add(new RoomChange.RankSet(rank, person.author().nick(), true));
            }
        }
        return given;
    }

    /** Takes a member the ranks that they have by their account, and tells which. */
    List<RoomChange> disown(Person person) {
        Member member = members.get(person);
        List<RoomChange> taken = new ArrayList<>(2);
        for (Rank rank : Rank.values()) {
            if (member != null
                    && member.has(rank)
                    && owners.has(rank, person.author().account())
                    && !person.isHost()) {
                member.set(rank, false);
                taken.add(new RoomChange.RankSet(rank, person.author().nick(), false));
            }
        }
        return taken;
    }

    /** Whether a person may do what operators do: null if they may. */
    @Nullable Refusal refusalToManage(Person person) {
        Member member = members.get(person);
        if (member == null) {
            return Refusal.NOT_IN_ROOM;
        }
        return member.isOperator() ? null : Refusal.NOT_OPERATOR;
    }

    /** Whether a rank can be given or taken away: null if it can. */
    @Nullable Refusal refusalOf(RoomChange.RankSet change) {
        Member member = memberCalled(change.nick());
        if (member == null) {
            return Refusal.THEY_ARE_NOT_IN_ROOM;
        }
        return !change.given() && change.rank() == Rank.OPERATOR && member.person().isHost()
                ? Refusal.HOST_STAYS
                : null;
    }

    /** Gives a rank to a member and their account, or takes it away; returns whether it is new. */
    boolean set(RoomChange.RankSet change) {
        Rank rank = change.rank();
        Member member = memberCalled(change.nick());
        if (member == null || member.has(rank) == change.given()) {
            return false;
        }
        member.set(rank, change.given());
        String account = member.person().author().account();
        if (change.given()) {
            owners.given(rank, account);
        } else {
            owners.taken(rank, account);
        }
        return true;
    }

    private @Nullable Member memberCalled(String nick) {
        String folded = fold.apply(nick);
        for (Member member : members.values()) {
            if (fold.apply(member.person().author().nick()).equals(folded)) {
                return member;
            }
        }
        return null;
    }
}

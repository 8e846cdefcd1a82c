package chat.snug.room;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.room.RoomEvent.Speech;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoomTest {
    private final AtomicLong clock = new AtomicLong(1_700_000_000_000L);
    private final MaskPlaces places = new MaskPlaces(4, 1);
    private final Room room = room(false);
    private final Person ann = new Somebody("Ann", false);
    private final Person bob = new Somebody("Bob", false);
    private final Person host = new Somebody("Hugo", true);

    private record Somebody(String nick, boolean isHost) implements Person {
        @Override
        public Author author() {
            return new Author(nick, "u", "10.0.0.7");
        }

        @Override
        public String foldedMask() {
            return author().mask().toLowerCase(Locale.ROOT);
        }
    }

    private Room room(boolean belongsToHost) {
        return new Room(
                "#den",
                belongsToHost,
                new EventIds(clock::get, 7),
                text -> text.toLowerCase(Locale.ROOT),
                3,
                places);
    }

    private static Outcome enter(Room room, Person person) {
        return room.join(person, null);
    }

    private Outcome change(Person by, RoomChange... changes) {
        return room.change(by, List.of(changes));
    }

    private static RoomChange ban(String mask) {
        return new RoomChange.MaskSet(MaskKind.BAN, mask, true);
    }

    private static boolean isOperator(Room room, Person person) {
        Member member = room.member(person);
        return member != null && member.isOperator();
    }

    @Test
    void whatListsLookAtIsFoundOutOnceForAllEntries() {
        AtomicInteger folds = new AtomicInteger();
        Person counted =
                new Person() {
                    @Override
                    public Author author() {
                        return new Author("Carl", "u", "10.0.0.7");
                    }

                    @Override
                    public String foldedMask() {
                        folds.incrementAndGet();
                        return "carl!u@10.0.0.7";
                    }

                    @Override
                    public boolean isHost() {
                        return false;
                    }
                };
        enter(room, ann);
        change(ann, ban("x!*@*"), ban("y!*@*"), ban("z!*@*"));

        enter(room, counted);

        assertThat(folds).hasValue(1);
    }

    @Test
    void theFirstPersonInARoomIsItsOperator() {
        enter(room, ann);
        enter(room, bob);

        assertThat(isOperator(room, ann)).isTrue();
        assertThat(isOperator(room, bob)).isFalse();
    }

    @Test
    void theHostIsOperatorWheneverTheyCome() {
        enter(room, ann);
        enter(room, host);

        assertThat(isOperator(room, host)).isTrue();
    }

    @Test
    void aRoomOfTheHostHasNoOtherOperatorByBeingFirst() {
        Room hosted = room(true);
        enter(hosted, ann);

        assertThat(isOperator(hosted, ann)).isFalse();
    }

    @Test
    void nobodyRemovesOrDemotesTheHost() {
        enter(room, ann);
        enter(room, host);

        assertThat(room.kick(ann, host, "out")).isEqualTo(Refusal.HOST_STAYS);
        assertThat(room.refusalOf(new RoomChange.RankSet(Rank.OPERATOR, "hugo", false)))
                .isEqualTo(Refusal.HOST_STAYS);
        assertThat(change(ann, new RoomChange.RankSet(Rank.OPERATOR, "hugo", false)))
                .isEqualTo(Refusal.NOTHING_CHANGED);
        assertThat(isOperator(room, host)).isTrue();
    }

    @Test
    void enteringTwiceIsRefused() {
        enter(room, ann);

        assertThat(enter(room, ann)).isEqualTo(Refusal.ALREADY_IN);
        assertThat(room.size()).isEqualTo(1);
    }

    @Test
    void theKeyOpensTheRoom() {
        enter(room, ann);
        change(ann, new RoomChange.KeySet("sesame"));

        assertThat(room.join(bob, null)).isEqualTo(Refusal.WRONG_KEY);
        assertThat(room.join(bob, "Sesame")).isEqualTo(Refusal.WRONG_KEY);
        assertThat(room.join(bob, "sesame")).isInstanceOf(RoomEvent.Joined.class);
    }

    @Test
    void aFullRoomLetsNobodyInButTheHost() {
        enter(room, ann);
        change(ann, new RoomChange.LimitSet(1));

        assertThat(enter(room, bob)).isEqualTo(Refusal.FULL);
        assertThat(enter(room, host)).isInstanceOf(RoomEvent.Joined.class);
    }

    @Test
    void anInvitationOpensAClosedRoomOnce() {
        enter(room, ann);
        change(ann, new RoomChange.FlagSet(Flag.INVITE_ONLY, true));
        assertThat(enter(room, bob)).isEqualTo(Refusal.INVITE_ONLY);

        assertThat(room.invite(ann, bob)).isNull();
        assertThat(enter(room, bob)).isInstanceOf(RoomEvent.Joined.class);

        room.part(bob, null);
        assertThat(enter(room, bob)).isEqualTo(Refusal.INVITE_ONLY);
    }

    @Test
    void onlyOperatorsInviteIntoAClosedRoom() {
        enter(room, ann);
        enter(room, bob);
        Person carl = new Somebody("Carl", false);

        assertThat(room.invite(bob, carl)).isNull();
        assertThat(room.invite(carl, host)).isEqualTo(Refusal.NOT_IN_ROOM);
        assertThat(room.invite(bob, ann)).isEqualTo(Refusal.THEY_ARE_IN_ROOM);
        change(ann, new RoomChange.FlagSet(Flag.INVITE_ONLY, true));
        assertThat(room.invite(bob, carl)).isEqualTo(Refusal.NOT_OPERATOR);
    }

    @Test
    void anInviteExceptionNeedsNoInvitation() {
        enter(room, ann);
        change(
                ann,
                new RoomChange.FlagSet(Flag.INVITE_ONLY, true),
                new RoomChange.MaskSet(MaskKind.INVITE_EXCEPTION, "bob!*@*", true));

        assertThat(enter(room, bob)).isInstanceOf(RoomEvent.Joined.class);
    }

    @Test
    void aBanKeepsOutAndSilencesUnlessExcepted() {
        enter(room, ann);
        enter(room, bob);
        change(ann, ban("BOB!*@10.*"));

        assertThat(say(bob)).isEqualTo(Refusal.BANNED_FROM_SPEAKING);
        room.part(bob, null);
        assertThat(enter(room, bob)).isEqualTo(Refusal.BANNED);

        change(ann, new RoomChange.MaskSet(MaskKind.BAN_EXCEPTION, "*!u@*", true));
        assertThat(enter(room, bob)).isInstanceOf(RoomEvent.Joined.class);
        assertThat(say(bob)).isInstanceOf(RoomEvent.Said.class);
    }

    @Test
    void aVoiceIsHeardInAModeratedRoomAndInSpiteOfABan() {
        enter(room, ann);
        enter(room, bob);
        change(ann, new RoomChange.FlagSet(Flag.MODERATED, true), ban("bob!*@*"));
        assertThat(say(bob)).isEqualTo(Refusal.MODERATED);
        assertThat(say(ann)).isInstanceOf(RoomEvent.Said.class);

        change(ann, new RoomChange.RankSet(Rank.VOICE, "BOB", true));
        assertThat(say(bob)).isInstanceOf(RoomEvent.Said.class);
    }

    @Test
    void strangersSpeakOnlyWhereItIsAllowed() {
        enter(room, ann);
        assertThat(say(bob)).isEqualTo(Refusal.MEMBERS_ONLY);

        change(ann, new RoomChange.FlagSet(Flag.MEMBERS_ONLY, false));
        assertThat(say(bob)).isInstanceOf(RoomEvent.Said.class);
    }

    @Test
    void theTopicIsTheOperatorsUntilItIsUnlocked() {
        enter(room, ann);
        enter(room, bob);

        assertThat(room.setTopic(bob, "mine")).isEqualTo(Refusal.NOT_OPERATOR);
        assertThat(room.setTopic(host, "mine")).isEqualTo(Refusal.NOT_IN_ROOM);
        change(ann, new RoomChange.FlagSet(Flag.TOPIC_LOCKED, false));
        assertThat(room.setTopic(bob, "ours")).isInstanceOf(RoomEvent.TopicChanged.class);
        assertThat(room.topic()).isEqualTo(new Topic("ours", "Bob!u@10.0.0.7", 1_700_000_000_000L));
        room.setTopic(bob, "");
        assertThat(room.topic()).isNull();
    }

    @Test
    void onlyOperatorsRemoveOthers() {
        enter(room, ann);
        enter(room, bob);

        assertThat(room.kick(bob, ann, "no")).isEqualTo(Refusal.NOT_OPERATOR);
        assertThat(room.kick(host, ann, "no")).isEqualTo(Refusal.NOT_IN_ROOM);
        assertThat(room.kick(ann, host, "no")).isEqualTo(Refusal.THEY_ARE_NOT_IN_ROOM);
        assertThat(room.kick(ann, bob, "yes")).isInstanceOf(RoomEvent.Kicked.class);
        assertThat(room.size()).isEqualTo(1);
    }

    @Test
    void changesWithoutEffectAreLeftOut() {
        enter(room, ann);

        assertThat(
                        change(
                                ann,
                                new RoomChange.FlagSet(Flag.MEMBERS_ONLY, true),
                                new RoomChange.FlagSet(Flag.SECRET, true),
                                new RoomChange.RankSet(Rank.VOICE, "nobody", true)))
                .isInstanceOfSatisfying(
                        RoomEvent.Changed.class,
                        changed ->
                                assertThat(changed.changes())
                                        .containsExactly(
                                                new RoomChange.FlagSet(Flag.SECRET, true)));
    }

    @Test
    void aListOfMasksHasALimit() {
        enter(room, ann);
        change(ann, ban("a!*@*"), ban("b!*@*"), ban("c!*@*"));

        assertThat(room.refusalOf(ban("d!*@*"))).isEqualTo(Refusal.MASKS_FULL);
        assertThat(room.refusalOf(ban("A!*@*"))).isNull();
        assertThat(change(ann, ban("d!*@*"))).isEqualTo(Refusal.NOTHING_CHANGED);
        assertThat(room.masks(MaskKind.BAN)).hasSize(3);
    }

    @Test
    void theListsOfAllRoomsTogetherHaveALimitAndEachRoomAFewPlaces() {
        Room other = room(false);
        Room third = room(false);
        enter(room, ann);
        enter(other, bob);
        enter(third, bob);
        change(ann, ban("a!*@*"), ban("b!*@*"), ban("c!*@*"));
        other.change(bob, List.of(ban("a!*@*"), ban("b!*@*")));

        assertThat(other.masks(MaskKind.BAN)).hasSize(1);
        assertThat(other.refusalOf(ban("b!*@*"))).isEqualTo(Refusal.ALL_MASKS_FULL);
        assertThat(other.refusalOf(ban("a!*@*"))).isNull();
        assertThat(third.refusalOf(ban("a!*@*"))).isNull();

        change(ann, new RoomChange.MaskSet(MaskKind.BAN, "A!*@*", false));
        assertThat(other.refusalOf(ban("b!*@*"))).isNull();
    }

    @Test
    void onlyOperatorsChangeARoom() {
        enter(room, ann);
        enter(room, bob);

        assertThat(change(bob, ban("a!*@*"))).isEqualTo(Refusal.NOT_OPERATOR);
        assertThat(change(host, ban("a!*@*"))).isEqualTo(Refusal.NOT_OPERATOR);
    }

    @Test
    void whoLeavesTheServerLosesTheirInvitationsToo() {
        enter(room, ann);
        change(ann, new RoomChange.FlagSet(Flag.INVITE_ONLY, true));
        room.invite(ann, bob);

        assertThat(room.quit(bob, "bye", "1", 1)).isEqualTo(Refusal.NOT_IN_ROOM);
        assertThat(enter(room, bob)).isEqualTo(Refusal.INVITE_ONLY);
        assertThat(room.quit(ann, "bye", "1", 1)).isInstanceOf(RoomEvent.Quit.class);
    }

    private Outcome say(Person person) {
        return room.say(person, Speech.MESSAGE, "hello", Map.of());
    }

    @Test
    void whatIsSaidKnowsWhoSaidItWhenAndHow() {
        enter(room, ann);
        clock.addAndGet(5);

        assertThat(room.say(ann, Speech.NOTICE, "hello", Map.of("+a", "b")))
                .isInstanceOfSatisfying(
                        RoomEvent.Said.class,
                        said -> {
                            assertThat(said.author().nick()).isEqualTo("Ann");
                            assertThat(said.time()).isEqualTo(clock.get());
                            assertThat(said.speech()).isEqualTo(Speech.NOTICE);
                            assertThat(said.tags()).containsEntry("+a", "b");
                        });
    }

    @Test
    void everyRefusalHasAReasonForAPerson() {
        for (Refusal refusal : Refusal.values()) {
            @Nullable String reason = refusal.reason();
            assertThat(reason).isNotBlank();
        }
    }
}

package chat.snug.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.BanKind;
import chat.snug.client.ClientEvent.ModesChanged;
import chat.snug.client.ClientEvent.PeopleListed;
import chat.snug.client.ClientRequest;
import chat.snug.client.Feature;
import chat.snug.client.Person;
import chat.snug.key.Fingerprint;
import chat.snug.key.OwnKey;
import chat.snug.ui.Messages;
import chat.snug.ui.toast.Toast;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ModeratorTest {
    private static final String ROOM = "#den";

    private final PeopleViewModel people = new PeopleViewModel("Mei", Locale.ENGLISH);
    private final List<ClientRequest> requests = new ArrayList<>();
    private final List<Toast> toasts = new ArrayList<>();
    private Set<Feature> features = Set.of(Feature.MUTE);
    private final Moderator moderator =
            new Moderator(
                    () -> ROOM,
                    people,
                    () -> features,
                    requests::add,
                    toasts::add,
                    Messages.of(Locale.ENGLISH));

    private void here(String myModes) {
        people.apply(
                List.of(
                        new PeopleListed(
                                ROOM,
                                List.of(
                                        person("Mei", myModes),
                                        person("Hugo", "qo"),
                                        person("Ada", "o"),
                                        person("Ben", "")))));
    }

    private static Person person(String name, String modes) {
        return new Person(name, Set.copyOf(modes.chars().mapToObj(c -> (char) c).toList()), false);
    }

    private List<PersonAct> actsOn(String name) {
        return moderator.actsOn(Objects.requireNonNull(people.entryOf(name)));
    }

    private List<ClientRequest> done() {
        List<ClientRequest> done = List.copyOf(requests);
        requests.clear();
        return done;
    }

    @Test
    void whoeverMaySpeakAgainCanBeMutedAgain() {
        here("o");
        moderator.act(PersonAct.MUTE, "Ben");
        assertThat(actsOn("Ben")).contains(PersonAct.UNMUTE).doesNotContain(PersonAct.MUTE);

        modes("-q ben!*@*");
        assertThat(actsOn("Ben")).contains(PersonAct.MUTE).doesNotContain(PersonAct.UNMUTE);
    }

    @Test
    void whoeverWasMutedForATimeIsMutedForTheRestOfItAgain() {
        here("o");
        moderator.act(PersonAct.MUTE_10_MINUTES, "Ben");
        moderator.act(PersonAct.UNMUTE, "Ben");
        done();
        toasts.getLast().onAction().run();
        assertThat(done())
                .singleElement()
                .isInstanceOfSatisfying(
                        ClientRequest.MuteFor.class,
                        mute -> assertThat(mute.minutes()).isBetween(1, 10));
        assertThat(actsOn("Ben")).contains(PersonAct.UNMUTE).doesNotContain(PersonAct.MUTE);
    }

    @Test
    void whomSomebodyElseMutedMaySpeakAgainByMe() {
        here("o");
        modes("+q ~t:10:Ben!*@*");
        assertThat(actsOn("Ben")).contains(PersonAct.UNMUTE).doesNotContain(PersonAct.MUTE);
        assertThat(actsOn("Ada")).doesNotContain(PersonAct.UNMUTE);
    }

    private void modes(String modes) {
        people.setModerator(moderator);
        people.apply(List.of(new ModesChanged(ROOM, Instant.EPOCH, modes, "Ada")));
    }

    @Test
    void aGuestMayDoNothing() {
        here("");
        assertThat(moderator.mayModerate()).isFalse();
        assertThat(actsOn("Ben")).isEmpty();
    }

    @Test
    void aModeratorMayDoMuchButNothingAboutTheHostOrThemselves() {
        here("o");
        assertThat(moderator.mayModerate()).isTrue();
        assertThat(actsOn("Ben"))
                .containsExactly(
                        PersonAct.PROMOTE, PersonAct.MUTE, PersonAct.REMOVE, PersonAct.BAN);
        assertThat(actsOn("Ada"))
                .containsExactly(PersonAct.DEMOTE, PersonAct.REMOVE, PersonAct.BAN);
        assertThat(actsOn("Hugo")).isEmpty();
        assertThat(actsOn("Mei")).isEmpty();
    }

    @Test
    void nobodyIsMutedWhereTheHostCannot() {
        features = Set.of();
        here("o");
        assertThat(actsOn("Ben")).doesNotContain(PersonAct.MUTE);
    }

    @Test
    void eachActIsTakenBackByItsOpposite() {
        here("o");
        for (PersonAct act : PersonAct.values()) {
            moderator.act(act, "Ben");
            List<ClientRequest> there = done();
            assertThat(toasts.getLast().text()).startsWith("Ben ");
            assertThat(toasts.getLast().action()).isEqualTo("Undo");
            toasts.getLast().onAction().run();
            List<ClientRequest> back = done();
            switch (act) {
                case PROMOTE -> {
                    assertThat(there).containsExactly(promote(true));
                    assertThat(back).containsExactly(promote(false));
                }
                case DEMOTE -> {
                    assertThat(there).containsExactly(promote(false));
                    assertThat(back).containsExactly(promote(true));
                }
                case MUTE -> {
                    assertThat(there).containsExactly(mute(true));
                    assertThat(back).containsExactly(mute(false));
                }
                case UNMUTE -> {
                    assertThat(there).containsExactly(mute(false));
                    assertThat(back).containsExactly(mute(true));
                }
                case MUTE_10_MINUTES -> {
                    assertThat(there).containsExactly(new ClientRequest.MuteFor(ROOM, "Ben", 10));
                    assertThat(back).containsExactly(mute(false));
                }
                case MUTE_1_HOUR -> {
                    assertThat(there).containsExactly(new ClientRequest.MuteFor(ROOM, "Ben", 60));
                    assertThat(back).containsExactly(mute(false));
                }
                case BAN_ACCOUNT -> assertThat(there).contains(ban(BanKind.ACCOUNT));
                case BAN_KEY -> {
                    assertThat(there)
                            .containsExactly(
                                    ban(BanKind.KEY), new ClientRequest.Remove(ROOM, "Ben", ""));
                    assertThat(back)
                            .containsExactly(
                                    new ClientRequest.Ban(ROOM, "Ben", false),
                                    new ClientRequest.Invite(ROOM, "Ben"));
                }
                case BAN_ADDRESS -> assertThat(there).contains(ban(BanKind.ADDRESS));
                case BAN_NAME -> {
                    assertThat(there).contains(ban(BanKind.NAME));
                    assertThat(back)
                            .containsExactly(
                                    new ClientRequest.Ban(ROOM, "Ben", false),
                                    new ClientRequest.Invite(ROOM, "Ben"));
                }
                case REMOVE -> {
                    assertThat(there).containsExactly(new ClientRequest.Remove(ROOM, "Ben", ""));
                    assertThat(back).containsExactly(new ClientRequest.Invite(ROOM, "Ben"));
                }
                case BAN -> {
                    assertThat(there)
                            .containsExactly(
                                    new ClientRequest.Ban(ROOM, "Ben", true),
                                    new ClientRequest.Remove(ROOM, "Ben", ""));
                    assertThat(back)
                            .containsExactly(
                                    new ClientRequest.Ban(ROOM, "Ben", false),
                                    new ClientRequest.Invite(ROOM, "Ben"));
                }
            }
        }
    }

    private static ClientRequest ban(BanKind by) {
        return new ClientRequest.Ban(ROOM, "Ben", by, true);
    }

    @Test
    void whereTheHostCanTheWayAndTheTimeAreChosen() {
        features = Set.of(Feature.MUTE, Feature.TIMED_MUTE, Feature.ACCOUNT_BANS);
        people.apply(
                List.of(
                        new PeopleListed(
                                ROOM,
                                List.of(
                                        person("Mei", "o"),
                                        person("Ben", ""),
                                        new Person(
                                                "Eve", Set.of(), false, "eve", false, null,
                                                null)))));
        assertThat(actsOn("Ben"))
                .containsExactly(
                        PersonAct.PROMOTE,
                        PersonAct.MUTE_10_MINUTES,
                        PersonAct.MUTE_1_HOUR,
                        PersonAct.MUTE,
                        PersonAct.REMOVE,
                        PersonAct.BAN_ADDRESS,
                        PersonAct.BAN_NAME);
        assertThat(actsOn("Eve")).contains(PersonAct.BAN_ACCOUNT);

        moderator.act(PersonAct.MUTE_1_HOUR, "Ben");
        assertThat(actsOn("Ben")).contains(PersonAct.UNMUTE).doesNotContain(PersonAct.MUTE);
    }

    private static final Fingerprint KEY = OwnKey.make().fingerprint();

    private static Person keyed(String name, @Nullable String account, @Nullable Fingerprint key) {
        return new Person(name, Set.of(), false, account, account == null, null, key);
    }

    private void keyedAreHere(Set<Feature> can) {
        features = can;
        people.apply(
                List.of(
                        new PeopleListed(
                                ROOM,
                                List.of(
                                        person("Mei", "o"),
                                        person("Hugo", "qo"),
                                        keyed("Eve", "eve", KEY),
                                        keyed("Dan", null, KEY),
                                        keyed("Ben", "ben", null)))));
    }

    @Test
    void whoseKeyItWasIsKnownWhenTheyAreGone() {
        keyedAreHere(Set.of(Feature.KEY_BANS));
        assertThat(people.nameOfKey(OwnKey.make().fingerprint().toString())).isNull();

        people.apply(List.of(new PeopleListed(ROOM, List.of(keyed("Eve", "eve", KEY)))));
        people.apply(List.of(new PeopleListed(ROOM, List.of())));

        assertThat(people.nameOfKey(KEY.toString())).isEqualTo("Eve");
    }

    private static List<PersonAct> bans(List<PersonAct> acts) {
        return acts.stream().filter(act -> act.group() == PersonAct.Group.BAN).toList();
    }

    @Test
    void aKeyIsOfferedWhereItIsKnownAndTheHostCanBanIt() {
        keyedAreHere(Set.of(Feature.ACCOUNT_BANS, Feature.KEY_BANS));
        assertThat(bans(actsOn("Eve")))
                .containsExactly(
                        PersonAct.BAN_ACCOUNT,
                        PersonAct.BAN_KEY,
                        PersonAct.BAN_ADDRESS,
                        PersonAct.BAN_NAME);
        assertThat(bans(actsOn("Dan"))).startsWith(PersonAct.BAN_KEY, PersonAct.BAN_ADDRESS);
        assertThat(bans(actsOn("Ben"))).doesNotContain(PersonAct.BAN_KEY);

        keyedAreHere(Set.of(Feature.ACCOUNT_BANS));
        assertThat(bans(actsOn("Eve"))).doesNotContain(PersonAct.BAN_KEY);
        keyedAreHere(Set.of());
        assertThat(bans(actsOn("Eve"))).containsExactly(PersonAct.BAN);
    }

    @Test
    void aKeyIsAskedForOnlyByThoseWhoCanUseIt() {
        keyedAreHere(Set.of(Feature.ACCOUNT_BANS, Feature.KEY_BANS));
        for (String name : List.of("Mei", "Hugo", "Eve", "Dan", "Ben")) {
            moderator.lookAt(Objects.requireNonNull(people.entryOf(name)));
        }
        assertThat(done()).containsExactly(new ClientRequest.AskKey("Ben"));

        keyedAreHere(Set.of(Feature.ACCOUNT_BANS));
        moderator.lookAt(Objects.requireNonNull(people.entryOf("Ben")));
        here("");
        features = Set.of(Feature.ACCOUNT_BANS, Feature.KEY_BANS);
        moderator.lookAt(Objects.requireNonNull(people.entryOf("Ben")));
        assertThat(done()).isEmpty();
    }

    @Test
    void whoeverIsMutedByTheirKeyMaySpeakAgainByMe() {
        keyedAreHere(Set.of(Feature.ACCOUNT_BANS, Feature.KEY_BANS, Feature.MUTE));
        modes("+q ~z:" + KEY);
        assertThat(actsOn("Eve")).contains(PersonAct.UNMUTE);
        assertThat(actsOn("Dan")).contains(PersonAct.UNMUTE);
        assertThat(actsOn("Ben")).contains(PersonAct.MUTE);
        modes("-q ~z:" + KEY);
        assertThat(actsOn("Eve")).contains(PersonAct.MUTE);
    }

    @Test
    void linesOfOneKindStandBehindOne() {
        List<MenuItem> items =
                ActItems.of(
                        List.of(
                                PersonAct.MUTE_1_HOUR,
                                PersonAct.MUTE,
                                PersonAct.REMOVE,
                                PersonAct.BAN),
                        "x-",
                        Messages.of(Locale.ENGLISH).bundle(),
                        _ -> {});
        assertThat(items)
                .extracting(MenuItem::getText)
                .containsExactly("Mute", "Remove from the room", "Remove and ban");
        assertThat(((Menu) items.getFirst()).getItems())
                .extracting(MenuItem::getText)
                .containsExactly("For 1 hour", "Until it is lifted");
    }

    private static ClientRequest promote(boolean on) {
        return new ClientRequest.Promote(ROOM, "Ben", on);
    }

    private static ClientRequest mute(boolean on) {
        return new ClientRequest.Mute(ROOM, "Ben", on);
    }

    @Test
    void whoIsMutedIsOfferedTheirVoiceAgain() {
        here("o");
        moderator.act(PersonAct.MUTE, "Ben");
        assertThat(actsOn("Ben")).contains(PersonAct.UNMUTE).doesNotContain(PersonAct.MUTE);
        toasts.getLast().onAction().run();
        assertThat(actsOn("Ben")).contains(PersonAct.MUTE).doesNotContain(PersonAct.UNMUTE);
    }
}

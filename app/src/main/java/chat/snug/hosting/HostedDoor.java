package chat.snug.hosting;

import chat.snug.server.FrontDoor;
import chat.snug.server.host.Acquaintance;
import chat.snug.server.host.Invite;
import chat.snug.server.host.Knock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door of the embedded server. */
final class HostedDoor implements HouseDoor {
    private static final Logger LOG = LoggerFactory.getLogger(HostedDoor.class);

    private final FrontDoor door;
    private final Consumer<Boolean> onAsking;
    private volatile boolean asking;

    /**
     * @param onAsking told whether the host decides about each newcomer, when that changes
     */
    HostedDoor(FrontDoor door, Consumer<Boolean> onAsking) {
        this.door = door;
        this.onAsking = onAsking;
        this.asking = door.isAsking();
    }

    @Override
    public boolean isAsking() {
        return asking;
    }

    @Override
    public void asking(boolean on) {
        asking = on;
        ask(() -> door.asking(on));
        onAsking.accept(on);
    }

    @Override
    public void onCallers(Consumer<List<Caller>> told) {
        ask(() -> door.onKnock(all -> told.accept(all.stream().map(HostedDoor::caller).toList())));
    }

    @Override
    public void letIn(Caller caller) {
        ask(() -> door.admit(knock(caller)));
    }

    @Override
    public void turnAway(Caller caller) {
        ask(() -> door.turnAway(knock(caller)));
    }

    @Override
    public void invite(@Nullable Duration life, int uses, Consumer<@Nullable String> made) {
        ask(() -> door.invite(life, uses, made));
    }

    @Override
    public void invites(Consumer<List<LimitedInvite>> told) {
        ask(() -> door.invites(all -> told.accept(all.stream().map(HostedDoor::shown).toList())));
    }

    @Override
    public void withdraw(LimitedInvite invite) {
        ask(() -> door.withdraw(invite.id()));
    }

    @Override
    public void known(Consumer<List<KnownPerson>> told) {
        ask(() -> door.known(all -> told.accept(all.stream().map(HostedDoor::known).toList())));
    }

    @Override
    public void forget(KnownPerson person) {
        ask(() -> door.forget(person.key()));
    }

    @Override
    public void deeds(int most, Consumer<List<Deed>> told) {
        ask(
                () ->
                        door.deeds(
                                most,
                                all -> told.accept(all.stream().map(HostedDoor::deed).toList())));
    }

    private static void ask(Runnable question) {
        try {
            question.run();
        } catch (RejectedExecutionException e) {
            LOG.debug("The room closed meanwhile: {}", e.toString());
        }
    }

    private static Caller caller(Knock knock) {
        return new Caller(
                knock.id(),
                knock.name(),
                knock.address(),
                knock.account(),
                knock.remembered(),
                knock.since());
    }

    private static Knock knock(Caller caller) {
        return new Knock(
                caller.id(),
                caller.name(),
                caller.address(),
                caller.account(),
                caller.recognisable(),
                caller.since());
    }

    private static LimitedInvite shown(Invite invite) {
        return new LimitedInvite(
                invite.id(),
                invite.made(),
                invite.expires(),
                invite.uses(),
                invite.used(),
                invite.withdrawn());
    }

    private static KnownPerson known(Acquaintance known) {
        return new KnownPerson(known.key(), known.name(), known.welcome(), known.since());
    }

    private static Deed deed(chat.snug.server.host.Deed deed) {
        return new Deed(
                deed.when(),
                deed.who(),
                Deed.Act.valueOf(deed.act().name()),
                deed.whom(),
                deed.room(),
                deed.reason());
    }
}

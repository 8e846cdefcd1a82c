package chat.snug.ui;

import chat.snug.hosting.Caller;
import chat.snug.hosting.Deed;
import chat.snug.hosting.HouseDoor;
import chat.snug.hosting.KnownPerson;
import chat.snug.hosting.LimitedInvite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A door at which happens what the test says, and which notes what is asked of it. */
public final class FakeDoor implements HouseDoor {
    public boolean asking;
    public final List<String> calls = new ArrayList<>();
    public List<LimitedInvite> invites = List.of();
    public List<KnownPerson> known = List.of();
    public List<Deed> deeds = List.of();

    /** What the next invite is; null for too many. */
    public @Nullable String key = "tokentokentokentoken42";

    private List<Caller> waiting = List.of();
    private Consumer<List<Caller>> told = _ -> {};

    /** These wait now, and no others. */
    public void waiting(Caller... callers) {
        waiting = List.of(callers);
        told.accept(waiting);
    }

    @Override
    public boolean isAsking() {
        return asking;
    }

    @Override
    public void asking(boolean on) {
        asking = on;
        calls.add("asking " + on);
    }

    @Override
    public void onCallers(Consumer<List<Caller>> whom) {
        told = whom;
        whom.accept(waiting);
    }

    @Override
    public void letIn(Caller caller) {
        calls.add("let in " + caller.name());
    }

    @Override
    public void turnAway(Caller caller) {
        calls.add("turn away " + caller.name());
    }

    @Override
    public void invite(@Nullable Duration life, int uses, Consumer<@Nullable String> made) {
        calls.add("invite " + life + " " + uses);
        made.accept(key);
    }

    @Override
    public void invites(Consumer<List<LimitedInvite>> whom) {
        whom.accept(invites);
    }

    @Override
    public void withdraw(LimitedInvite invite) {
        calls.add("withdraw " + invite.id());
    }

    @Override
    public void known(Consumer<List<KnownPerson>> whom) {
        whom.accept(known);
    }

    @Override
    public void forget(KnownPerson person) {
        calls.add("forget " + person.name());
    }

    @Override
    public void deeds(int most, Consumer<List<Deed>> whom) {
        whom.accept(deeds);
    }
}

package chat.snug.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent;
import chat.snug.client.Failure;
import chat.snug.client.Identity;
import org.junit.jupiter.api.Test;

/** Somebody wants to come in under a name that is somebody else's there. */
final class TakenNameTest extends StartFixture {
    @Test
    void whoseNameIsSomebodyElsesReadsSoAndHasAnotherInItsPlace() {
        start.nameProperty().set("Mei Tanaka");
        join("10.0.0.1");
        fail(Failure.Kind.NAME_OWNED, "Mei-Tanaka_");
        assertThat(start.join().connectingProperty().get()).isFalse();
        assertThat(start.join().errorProperty().get()).isEmpty();
        assertThat(start.nameProperty().get()).isEqualTo("Mei-Tanaka_");
        assertThat(start.nameErrorProperty().get())
                .isEqualTo(
                        "Mei-Tanaka belongs to somebody else in this room, or looks like a name"
                                + " that does. Come in as Mei-Tanaka_, or choose another name. If"
                                + " the name is yours, sign in to it below.");

        start.goOn();
        assertThat(doorway.link().identity).isEqualTo(new Identity("Mei-Tanaka_", "Mei Tanaka"));
        assertThat(start.nameErrorProperty().get()).isEmpty();
        fail(Failure.Kind.WRONG_PASSWORD, null);
        start.join().passwordProperty().set("tea");
        start.join().join();
        assertThat(doorway.link().identity.name()).isEqualTo("Mei-Tanaka_");
        fail(Failure.Kind.NAME_IN_USE, "Mei-Tanaka_1");
        start.goOn();
        assertThat(doorway.link().identity).isEqualTo(new Identity("Mei-Tanaka_1", "Mei Tanaka"));
        doorway.link().happen(new ClientEvent.Connected("Mei-Tanaka_1", "Snug", true));
        assertThat(arrivals).hasSize(1);
        assertThat(surroundings.settings().get().name()).isEqualTo("Mei Tanaka");
        start.refresh();
        assertThat(start.nameProperty().get()).as("for there only").isEqualTo("Mei Tanaka");
    }

    @Test
    void whoComesInPlainReadsWhyTheAppIsNotKnownByItsKey() {
        join("irc://10.0.0.1");
        fail(Failure.Kind.NAME_OWNED, null);
        assertThat(start.nameErrorProperty().get())
                .endsWith("on encrypted connections only, so leave irc:// out, or sign in below.");
    }

    @Test
    void whoChoosesAnotherNameIsCalledSoFromThenOn() {
        join("10.0.0.1");
        fail(Failure.Kind.NAME_OWNED, "Mei_");
        start.nameProperty().set("Rin");
        assertThat(start.nameErrorProperty().get()).isEmpty();
        start.goOn();
        assertThat(doorway.link().identity.name()).isEqualTo("Rin");
        assertThat(surroundings.settings().get().name()).isEqualTo("Rin");
        fail(Failure.Kind.NAME_OWNED, "Rin_");
        start.join().addressProperty().set("10.0.0.2");
        assertThat(start.nameProperty().get()).as("for the other host").isEqualTo("Rin");
        assertThat(start.nameErrorProperty().get()).isEmpty();
        start.goOn();
        assertThat(doorway.links).as("nothing was refused there").hasSize(2);
    }
}

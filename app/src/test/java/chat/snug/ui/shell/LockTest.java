package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent;
import chat.snug.client.Feature;
import chat.snug.client.Secrecy;
import chat.snug.client.Secrecy.Proof;
import chat.snug.key.OwnKey;
import chat.snug.ui.FakeDoorway.Link;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who can read along, as it is told while one is there. */
final class LockTest extends ShellFixture {
    private static final Secrecy ENCRYPTED = new Secrecy(Proof.INVITE, OwnKey.make().fingerprint());

    private Lock lock() {
        return connection().lockProperty().get();
    }

    @Test
    void itIsClosedOnlyWhereNobodyElseCanRead() {
        Link link = visit("#lobby");
        assertThat(lock()).isEqualTo(Lock.OPEN);
        link.happen(new ClientEvent.SecrecyChanged(ENCRYPTED));
        assertThat(lock()).isEqualTo(Lock.MIXED);
        link.happen(new ClientEvent.FeaturesChanged(Set.of(Feature.ENCRYPTED_ONLY)));
        assertThat(lock()).isEqualTo(Lock.CLOSED);
        link.happen(new ClientEvent.FeaturesChanged(Set.of()));
        assertThat(lock()).isEqualTo(Lock.MIXED);
        link.happen(new ClientEvent.FeaturesChanged(Set.of(Feature.ENCRYPTED_ONLY)));
        link.happen(new ClientEvent.SecrecyChanged(Secrecy.NONE));
        assertThat(lock()).as("what the host says does not help me").isEqualTo(Lock.OPEN);
    }
}

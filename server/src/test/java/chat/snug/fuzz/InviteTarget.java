package chat.snug.fuzz;

import chat.snug.key.Fingerprint;
import chat.snug.server.door.Invites;
import chat.snug.store.MemoryStore;
import java.time.Instant;

/** No text but an invite's own opens the door, and a fingerprint is written in one way only. */
public final class InviteTarget {
    private static final Invites INVITES = new Invites(new MemoryStore(1, 1).table("invite"), 10);
    private static final String SECRET = secret();

    private InviteTarget() {}

    private static String secret() {
        String secret = INVITES.make(null, 0, Instant.EPOCH);
        if (secret == null) {
            throw new IllegalStateException("no place for one");
        }
        return secret;
    }

    public static void fuzzerTestOneInput(byte[] input) {
        String text = Lines.text(input);
        Claim.that(text.equals(SECRET) || INVITES.find(text) == null, "let in with " + text);
        Fingerprint pin = Fingerprint.parse(text);
        if (pin != null) {
            Claim.same(text, pin.toString());
        }
    }
}

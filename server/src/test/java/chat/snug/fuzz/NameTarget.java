package chat.snug.fuzz;

import chat.snug.protocol.CaseMapping;
import chat.snug.protocol.Skeleton;
import chat.snug.protocol.TextSplitter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Folding a name twice changes nothing more; cutting a text loses nothing of it. */
public final class NameTarget {
    private static final int PIECE = 16;

    private NameTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String name = Lines.text(input);
        for (CaseMapping mapping : CaseMapping.values()) {
            String folded = mapping.fold(name);
            Claim.same(folded, mapping.fold(folded));
            Claim.that(mapping.same(name, folded), "a name is not its folded self");
        }
        Claim.that(name.isEmpty() || !Skeleton.of(name).isEmpty(), "looks like nothing");
        List<String> pieces = TextSplitter.split(name, PIECE);
        Claim.same(name, String.join("", pieces));
        for (String piece : pieces) {
            Claim.that(
                    piece.getBytes(StandardCharsets.UTF_8).length <= PIECE, "too long: " + piece);
        }
    }
}

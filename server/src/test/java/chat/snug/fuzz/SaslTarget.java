package chat.snug.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.snug.account.ExternalResponse;
import chat.snug.account.PlainResponse;
import chat.snug.account.ScramExchange;
import chat.snug.account.Verifier;
import java.security.SecureRandom;
import java.util.Arrays;

/** Whatever a client answers while it signs in is an answer or no answer, and never lets it in. */
public final class SaslTarget {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Verifier VERIFIER = Verifier.of("correct horse", 4096, RANDOM);

    private SaslTarget() {}

    /** The first line is the client's first message, the rest its last. */
    public static void fuzzerTestOneInput(byte[] input) {
        PlainResponse plain = PlainResponse.parse(input);
        if (plain != null) {
            Claim.same(
                    new PlainResponse(plain.authorization(), plain.name(), "").toString(),
                    plain.toString());
        }
        ExternalResponse external = ExternalResponse.parse(input);
        Claim.that(
                external == null || Arrays.equals(input, external.authorization().getBytes(UTF_8)),
                "acts as somebody whose name was not sent");
        Claim.that(
                external == null || external.authorization().indexOf('\0') < 0,
                "a name with its end in it");
        int end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        ScramExchange exchange = new ScramExchange(RANDOM);
        String name = exchange.start(Arrays.copyOf(input, end));
        if (name == null) {
            return;
        }
        byte[] challenge = exchange.challenge(VERIFIER);
        Claim.that(new String(challenge, UTF_8).startsWith("r="), "not a challenge");
        byte[] last = end < input.length ? Arrays.copyOfRange(input, end + 1, input.length) : input;
        Claim.that(exchange.finish(last) == null, "let in without the password");
    }
}

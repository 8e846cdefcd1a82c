package chat.snug.client;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.exception.ScramException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way to prove who I am (SASL, RFC 4422): answers what the host asks until it is content. */
sealed interface Mechanism {
    /** The name in AUTHENTICATE. */
    String name();

    /**
     * The answer to a challenge. May take a while: passwords are stretched.
     *
     * @return the answer, or null if the challenge makes no sense or proves nothing
     */
    byte @Nullable [] answer(byte[] challenge);

    /** The best that a host offers, or null; {@code offered} is empty if it does not tell. */
    static @Nullable Mechanism best(Credentials.Account account, List<String> offered) {
        if (offered.contains(Scram.NAME)) {
            return new Scram(account);
        }
        boolean plain = offered.isEmpty() || offered.contains(Plain.NAME);
        return plain ? new Plain(account) : null;
    }

    /** The key of the connection has proved it already (RFC 4422, appendix A): nothing to add. */
    record External() implements Mechanism {
        static final String NAME = "EXTERNAL";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public byte[] answer(byte[] challenge) {
            return new byte[0];
        }
    }

    /** Name and password as they are (RFC 4616). */
    record Plain(Credentials.Account account) implements Mechanism {
        static final String NAME = "PLAIN";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public byte[] answer(byte[] challenge) {
            String message = '\0' + account.name() + '\0' + account.password();
            return message.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Both sides prove that they know the password, and nobody tells it (RFC 5802, RFC 7677). */
    final class Scram implements Mechanism {
        static final String NAME = "SCRAM-SHA-256";

        /** More rounds are not security but a host that wants to keep us busy. */
        private static final int MOST_ITERATIONS = 1_000_000;

        private final ScramClient client;
        private int step;

        Scram(Credentials.Account account) {
            client =
                    ScramClient.builder()
                            .advertisedMechanisms(List.of(NAME))
                            .username(account.name())
                            .password(account.password().toCharArray())
                            .build();
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public byte @Nullable [] answer(byte[] challenge) {
            String text = new String(challenge, StandardCharsets.UTF_8);
            try {
                return switch (step++) {
                    case 0 -> bytes(client.clientFirstMessage().toString());
                    case 1 ->
                            client.serverFirstMessage(text).getIterationCount() > MOST_ITERATIONS
                                    ? null
                                    : bytes(client.clientFinalMessage().toString());
                    case 2 -> {
                        client.serverFinalMessage(text);
                        yield new byte[0];
                    }
                    default -> null;
                };
            } catch (ScramException | IllegalStateException | IllegalArgumentException e) {
                return null; // an answer of nobody who knows the password
            }
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}

package chat.snug.server.names;

import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/** What somebody is called from now on who cannot keep their name: Guest and a number. */
public final class GuestName {
    private static final String GUEST = "Guest";
    private static final int FIRST = 1_000;
    private static final int FEW = 9_000;

    /** More than there can be people and accounts. */
    private static final int MOST = 1_000_000_000;

    private GuestName() {}

    /**
     * A name that is free: of four digits, or of more where others have taken those.
     *
     * @param isTaken whether somebody has a name, or owns it
     * @param random gives a number below another one
     */
    public static String free(Predicate<String> isTaken, IntUnaryOperator random) {
        int numbers = FEW;
        String name = GUEST + (FIRST + random.applyAsInt(numbers));
        while (isTaken.test(name)) {
            numbers = Math.min(2 * numbers, MOST);
            name = GUEST + (FIRST + random.applyAsInt(numbers));
        }
        return name;
    }
}

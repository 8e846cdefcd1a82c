package chat.snug.room;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a room belongs to beyond the people who are in it at a moment: the account that founded it,
 * and the accounts that were given a rank that was not taken since. They have it whenever they come
 * in; a room that has no operators belongs to whoever comes first.
 */
final class Owners {
    private @Nullable String founder;
    private @Nullable Set<String> operators;
    private @Nullable Set<String> voiced;

    /** Somebody opened the room. */
    void founded(@Nullable String account) {
        if (founder == null && account != null) {
            founder = account;
            given(Rank.OPERATOR, account);
        }
    }

    /** The room belongs to nobody. */
    void forget() {
        founder = null;
        operators = null;
        voiced = null;
    }

    void given(Rank rank, @Nullable String account) {
        if (account != null) {
            switch (rank) {
                case OPERATOR -> operators = with(operators, account);
                case VOICE -> voiced = with(voiced, account);
            }
        }
    }

    private static Set<String> with(@Nullable Set<String> accounts, String account) {
        Set<String> all = accounts == null ? new LinkedHashSet<>(2) : accounts;
        all.add(account);
        return all;
    }

    void taken(Rank rank, @Nullable String account) {
        Set<String> accounts = accounts(rank);
        if (account != null && accounts != null) {
            accounts.remove(account);
        }
    }

    boolean has(Rank rank, @Nullable String account) {
        Set<String> accounts = accounts(rank);
        return account != null
                && ((rank == Rank.OPERATOR && account.equals(founder))
                        || (accounts != null && accounts.contains(account)));
    }

    private @Nullable Set<String> accounts(Rank rank) {
        return switch (rank) {
            case OPERATOR -> operators;
            case VOICE -> voiced;
        };
    }

    boolean isNobody() {
        return founder == null && (operators == null || operators.isEmpty());
    }

    @Nullable String founder() {
        return founder;
    }

    /** The accounts that have a rank whenever they come in. */
    Set<String> with(Rank rank) {
        Set<String> accounts = accounts(rank);
        return accounts == null ? Set.of() : Collections.unmodifiableSet(accounts);
    }
}

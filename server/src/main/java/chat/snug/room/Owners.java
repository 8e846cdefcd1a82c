package chat.snug.room;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a room belongs to beyond the people who are in it at a moment: the account that founded it,
 * and the accounts that were made operator and not unmade since. They are operators whenever they
 * come in; a room that has none belongs to whoever comes first.
 */
final class Owners {
    private @Nullable String founder;
    private @Nullable Set<String> operators;

    /** Somebody opened the room. */
    void founded(@Nullable String account) {
        if (founder == null && account != null) {
            founder = account;
            given(account);
        }
    }

    void given(@Nullable String account) {
        if (account != null) {
            if (operators == null) {
                operators = new LinkedHashSet<>(2);
            }
            operators.add(account);
        }
    }

    void taken(@Nullable String account) {
        if (account != null && operators != null) {
            operators.remove(account);
        }
    }

    boolean has(@Nullable String account) {
        return account != null
                && (account.equals(founder) || (operators != null && operators.contains(account)));
    }

    boolean isNobody() {
        return founder == null && (operators == null || operators.isEmpty());
    }

    @Nullable String founder() {
        return founder;
    }

    Set<String> operators() {
        return operators == null ? Set.of() : Collections.unmodifiableSet(operators);
    }
}

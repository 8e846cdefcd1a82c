package chat.snug.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.server.session.ServerState;
import chat.snug.store.SqliteStore;
import chat.snug.store.StoreOptions;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts are where everything else is that is kept. */
class AccountsTest {
    private static final int ITERATIONS = 10;

    @TempDir private Path folder;

    /** What the store tells a loop is not waited for. */
    private SqliteStore open() throws Exception {
        return SqliteStore.open(StoreOptions.in(folder), _ -> {}, () -> 1_000);
    }

    private static Accounts accounts(SqliteStore store) {
        return new Accounts(store.table("account"), ServerState.CASE_MAPPING::fold, ITERATIONS);
    }

    @Test
    void anAccountIsThereAfterARestart() throws Exception {
        try (SqliteStore store = open()) {
            Accounts accounts = accounts(store);
            accounts.add(new Account("Ann", accounts.verifier("the right one"), 4_711));
        }
        try (SqliteStore store = open()) {
            Accounts accounts = accounts(store);
            Account ann = Objects.requireNonNull(accounts.find("aNN"));

            assertThat(accounts.count()).isEqualTo(1);
            assertThat(accounts.exists("ann")).isTrue();
            assertThat(ann.name()).isEqualTo("Ann");
            assertThat(ann.registeredAt()).isEqualTo(4_711);
            assertThat(ann.verifier().matches("the right one")).isTrue();
            assertThat(ann.verifier().matches("the wrong one")).isFalse();
        }
    }

    @Test
    void thePasswordIsNotKept() throws Exception {
        try (SqliteStore store = open()) {
            Accounts accounts = accounts(store);
            accounts.add(new Account("Ann", accounts.verifier("the right one"), 0));

            assertThat(store.table("account").of("ann").values())
                    .noneMatch(value -> value.contains("right"));
        }
    }

    /** An account is written in parts; the process may end between them. */
    @Test
    void halfAnAccountIsNone() throws Exception {
        try (SqliteStore store = open()) {
            store.table("account").put("ann", "name", "Ann");
            store.table("account").put("bob", "verifier", "nonsense");

            assertThat(accounts(store).exists("ann")).isFalse();
            assertThat(accounts(store).find("ann")).isNull();
            assertThat(accounts(store).find("bob")).isNull();
        }
    }

    @Test
    void aNameThatIsNotThereLooksTheSameEachTime() throws Exception {
        try (SqliteStore store = open()) {
            Accounts accounts = accounts(store);

            assertThat(accounts.nobody("Eve").matches("the right one")).isFalse();
            assertThat(accounts.nobody("Eve").text().substring(0, 40))
                    .isEqualTo(accounts.nobody("eve").text().substring(0, 40))
                    .isNotEqualTo(accounts.nobody("other").text().substring(0, 40));
        }
    }
}

package chat.snug.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.account.Verifier;
import chat.snug.key.Fingerprint;
import chat.snug.key.OwnKey;
import chat.snug.server.session.ServerState;
import chat.snug.store.SqliteStore;
import chat.snug.store.StoreOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts are where everything else is that is kept. */
class AccountsTest {
    private static final int ITERATIONS = 10;
    private static final Fingerprint KEY = OwnKey.make().fingerprint();
    private static final Fingerprint OTHER = OwnKey.make().fingerprint();

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
            Verifier verifier = Objects.requireNonNull(ann.verifier());
            assertThat(verifier.matches("the right one")).isTrue();
            assertThat(verifier.matches("the wrong one")).isFalse();
            assertThat(ann.keys()).isEmpty();
        }
    }

    @Test
    void anAccountOfAKeyIsThereAfterARestart() throws Exception {
        try (SqliteStore store = open()) {
            accounts(store).add(new Account("Ann", null, List.of(KEY, OTHER), 4_711));
        }
        try (SqliteStore store = open()) {
            Accounts accounts = accounts(store);
            Account ann = Objects.requireNonNull(accounts.of(OTHER));

            assertThat(accounts.count()).isEqualTo(1);
            assertThat(ann).isEqualTo(accounts.of(KEY)).isEqualTo(accounts.find("aNN"));
            assertThat(ann).isEqualTo(new Account("Ann", null, List.of(KEY, OTHER), 4_711));
            assertThat(accounts.isImitatedBy("\u0410nn")).isTrue();
        }
    }

    @Test
    void aKeyThatWasTakenAwayOpensNothing() throws Exception {
        try (SqliteStore store = open()) {
            Accounts accounts = accounts(store);
            Account ann = new Account("Ann", null, List.of(KEY, OTHER), 0);
            accounts.add(ann);

            accounts.add(ann.without(KEY));

            assertThat(accounts.of(KEY)).isNull();
            assertThat(Objects.requireNonNull(accounts.of(OTHER)).keys()).containsExactly(OTHER);
            assertThat(store.table("account").of("ann").values())
                    .noneMatch(value -> value.contains(KEY.toString()));
            assertThat(ann.with(KEY).keys()).containsExactly(KEY, OTHER);
        }
    }

    @Test
    void aPasswordIsAddedAndLeavesTheKeys() throws Exception {
        try (SqliteStore store = open()) {
            Accounts accounts = accounts(store);
            Account ann = new Account("Ann", null, List.of(KEY), 0);
            accounts.add(ann);
            assertThat(accounts.verifier(ann, "Ann").matches("the right one")).isFalse();

            accounts.add(ann.withPassword(accounts.verifier("the right one")));

            Account now = Objects.requireNonNull(accounts.of(KEY));
            assertThat(accounts.verifier(now, "Ann").matches("the right one")).isTrue();
        }
    }

    @Test
    void aNameThatCouldBeReadAsThatOfAnAccountIsAnImitation() throws Exception {
        try (SqliteStore store = open()) {
            Accounts accounts = accounts(store);
            accounts.add(new Account("paul", null, List.of(KEY), 0));
            accounts.add(new Account("Ian", null, List.of(OTHER), 0));

            assertThat(List.of("pauI", "pau1", "PAU1", "lan", "1an"))
                    .allMatch(accounts::isImitatedBy);
            assertThat(List.of("paul", "PAUL", "paui", "ian", "IAN", "Ian", "paul1", "p4ul"))
                    .noneMatch(accounts::isImitatedBy);
        }
    }

    @Test
    void whoHadAnAccountBeforeThatCouldBeReadAsAnotherKeepsIt() throws Exception {
        try (SqliteStore store = open()) {
            accounts(store).add(new Account("bob1", null, List.of(KEY), 0));
            accounts(store).add(new Account("bobl", null, List.of(OTHER), 0));
            Accounts accounts = accounts(store);

            assertThat(List.of("bob1", "bobl", "BOBL")).noneMatch(accounts::isImitatedBy);
            assertThat(accounts.isImitatedBy("bobI")).isTrue();
        }
    }

    @Test
    void whatIsForgottenIsFreeAgain() throws Exception {
        try (SqliteStore store = open()) {
            Accounts accounts = accounts(store);
            accounts.add(new Account("Ann", null, List.of(KEY), 0));

            store.forgetEverything();
            accounts.forgotten();

            assertThat(accounts.exists("ann")).isFalse();
            assertThat(accounts.of(KEY)).isNull();
            assertThat(accounts.isImitatedBy("\u0410nn")).isFalse();
        }
    }

    /** Whoever signed in to an account that is gone has nothing of the next one of that name. */
    @Test
    void anotherAccountOfTheSameNameIsAnother() throws Exception {
        try (SqliteStore store = open()) {
            Accounts accounts = accounts(store);
            Account first = new Account("Ann", null, List.of(KEY), 1);
            List<String> told = new ArrayList<>();
            accounts.whenGone(() -> told.add("gone"));
            accounts.add(first);
            Account more = first.with(OTHER);
            accounts.add(more);

            assertThat(accounts.current(first)).isEqualTo(more);
            assertThat(accounts.isOwner(first, "ANN")).isTrue();
            accounts.remove(more);
            assertThat(told).containsExactly("gone");
            assertThat(accounts.current(first)).isNull();
            accounts.add(new Account("Ann", null, List.of(OTHER), 2));

            assertThat(accounts.current(first)).isNull();
            assertThat(accounts.isOwner(first, "Ann")).isFalse();
            assertThat(accounts.isOwner(null, "Ann")).isFalse();
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

package chat.snug.client;

import org.jspecify.annotations.Nullable;

/** With what I sign in on a host. Outlives the connection. */
final class Credentials {
    /** One account and its password. */
    record Account(String name, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Account[" + name + "]";
        }
    }

    private @Nullable Account account;
    private boolean byKey;

    @Nullable Account account() {
        return account;
    }

    void use(Account newAccount) {
        account = newAccount;
        byKey = false;
    }

    /**
     * Whether the person wants to be known by the key of this computer, and says so if it fails.
     */
    boolean byKey() {
        return byKey;
    }

    void useKey() {
        account = null;
        byKey = true;
    }
}

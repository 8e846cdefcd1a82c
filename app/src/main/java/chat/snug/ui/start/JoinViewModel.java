package chat.snug.ui.start;

import chat.snug.client.Address;
import chat.snug.client.AddressException;
import chat.snug.client.ClientEvent;
import chat.snug.client.ClientEvent.RoomRefused;
import chat.snug.client.ClientEvent.SignInFailed.Trouble;
import chat.snug.client.ClientRequest.SignIn;
import chat.snug.client.Failure;
import chat.snug.client.Identity;
import chat.snug.client.KeyMismatch;
import chat.snug.client.RoomName;
import chat.snug.ui.Arrival;
import chat.snug.ui.FailureWords;
import chat.snug.ui.Messages;
import chat.snug.ui.Passwords;
import chat.snug.ui.Passwords.Remembered;
import chat.snug.ui.Surroundings;
import chat.snug.ui.trust.KeyAlarm;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Joining a room by its address: what was typed, whether a try is under way, and what came of it.
 * What was typed stays, whatever happens; a password only as long as the address that it is for.
 */
public final class JoinViewModel {
    private final Surroundings surroundings;
    private final Supplier<@Nullable Identity> identity;
    private final Consumer<Arrival> onArrived;
    private final CopyOffer copy;
    private final Recollection memory;
    private final FailureWords words;

    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper passwordAsked = new ReadOnlyBooleanWrapper();
    private final BooleanProperty remembering = new SimpleBooleanProperty();
    private final BooleanProperty signingIn = new SimpleBooleanProperty();
    private final StringProperty account = new SimpleStringProperty("");
    private final StringProperty accountPassword = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper accountError = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper connecting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper passwordError = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper nameError = new ReadOnlyStringWrapper("");
    private @Nullable Attempt attempt;
    private boolean keyWanted;
    private boolean carriesKey;
    private @Nullable Consumer<String> onOtherName;
    private Consumer<KeyAlarm> onAlarm = _ -> {};

    /**
     * Nothing typed yet.
     *
     * @param identity who wants to come in; null if they have not said, which they are told then
     * @param onArrived told when the person is in
     */
    public JoinViewModel(
            Surroundings surroundings,
            Supplier<@Nullable Identity> identity,
            Consumer<Arrival> onArrived) {
        this.surroundings = surroundings;
        this.identity = identity;
        this.onArrived = onArrived;
        copy = new CopyOffer(surroundings);
        memory = new Recollection(surroundings.belongings().passwords());
        this.words = new FailureWords(surroundings.messages());
        address.addListener((_, _, _) -> forget());
        password.addListener((_, _, _) -> passwordError.set(""));
    }

    /** Who says so if the host is not the one that was meant. */
    public void setOnAlarm(Consumer<KeyAlarm> newOnAlarm) {
        onAlarm = newOnAlarm;
    }

    /** Who is told a name that is free there, after the person's own was not. */
    public void setOnOtherName(Consumer<String> newOnOtherName) {
        onOtherName = newOnOtherName;
    }

    /** The address as typed or pasted. */
    public StringProperty addressProperty() {
        return address;
    }

    /** The password, once {@link #passwordAskedProperty() asked for}. */
    public StringProperty passwordProperty() {
        return password;
    }

    /** Whether the host at this address wants a password. */
    public ReadOnlyBooleanProperty passwordAskedProperty() {
        return passwordAsked.getReadOnlyProperty();
    }

    /** Whether what lets the person in is remembered, if nobody can read along. */
    public BooleanProperty rememberingProperty() {
        return remembering;
    }

    /** Whether the person comes in by an account that they have there. */
    public BooleanProperty signingInProperty() {
        return signingIn;
    }

    /** The account; empty for the one that is called like the person. */
    public StringProperty accountProperty() {
        return account;
    }

    /** The password of the account. */
    public StringProperty accountPasswordProperty() {
        return accountPassword;
    }

    /** Why the person is not signed in, for under the password of the account. */
    public ReadOnlyStringProperty accountErrorProperty() {
        return accountError.getReadOnlyProperty();
    }

    /** Whether a try is under way, which {@link #cancel()} ends. */
    public ReadOnlyBooleanProperty connectingProperty() {
        return connecting.getReadOnlyProperty();
    }

    /** Whether the host was asked whether the person may come in, while a try is under way. */
    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Whether the person's keyring is asked for what is remembered, while a try is under way. */
    public ReadOnlyBooleanProperty recallingProperty() {
        return memory.underWayProperty();
    }

    /** Why the last try failed, for under the address; empty if it did not. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** What is wrong with the password, for under it; empty if nothing is. */
    public ReadOnlyStringProperty passwordErrorProperty() {
        return passwordError.getReadOnlyProperty();
    }

    /** Whether there is a copy of what the person saw there, to read while nobody is. */
    public ReadOnlyBooleanProperty copyProperty() {
        return copy.thereProperty();
    }

    /** Shows that copy. */
    public void readCopy() {
        Arrival from = copy.take();
        if (from != null) {
            error.set("");
            onArrived.accept(from);
        }
    }

    /** Why the person cannot be called so there, for under their name; empty if they can. */
    public ReadOnlyStringProperty nameErrorProperty() {
        return nameError.getReadOnlyProperty();
    }

    /** Tries to come in at what was typed. */
    public void join() {
        Attempt locked = attempt;
        if (keyWanted && locked != null) {
            if (!password.get().isEmpty()) {
                keyWanted = false;
                clearErrors();
                connecting.set(true);
                locked.enter(password.get());
            }
            return;
        }
        Identity who = identity.get();
        if (who != null) {
            joinAs(who);
        }
    }

    /** Ends the try that is under way. */
    public void cancel() {
        if (memory.cancel()) {
            connecting.set(false);
        }
        Attempt current = attempt;
        if (current != null) {
            attempt = null;
            keyWanted = false;
            waiting.set(false);
            connecting.set(false);
            current.cancel();
        }
    }

    private void joinAs(Identity who) {
        if (connecting.get()) {
            return;
        }
        clearErrors();
        try {
            Address typed = Address.parse(address.get());
            carriesKey = typed.password() != null;
            // What stands in the field was typed for this address, after its own did not do.
            Address to = password.get().isEmpty() ? typed : typed.withPassword(password.get());
            SignIn as = account(who);
            connecting.set(true);
            memory.begin(to, to.password() == null, as == null, found -> begin(to, who, as, found));
        } catch (AddressException e) {
            error.set(words.of(e));
        }
    }

    private void begin(Address typed, Identity who, @Nullable SignIn typedAs, Remembered found) {
        if (found.doorWithheld() || found.accountWithheld()) {
            askFor(found);
            return;
        }
        Address to = found.door() == null ? typed : typed.withPassword(found.door());
        SignIn as = typedAs == null ? found.account() : typedAs;
        Attempt begun =
                new Attempt(surroundings, to, to, who, null, new Result(typed, to, who, as));
        attempt = begun;
        if (found.door() != null || (typedAs == null && as != null)) {
            begun.neverInPlain();
        }
        if (as == null) {
            begun.begin();
        } else {
            begun.begin(as);
        }
    }

    /** The keyring has what lets the person in, and does not give it. */
    private void askFor(Remembered found) {
        connecting.set(false);
        String text = surroundings.messages().text("join.keyring.silent");
        if (found.doorWithheld()) {
            passwordAsked.set(true);
            passwordError.set(text);
        }
        if (found.accountWithheld()) {
            signingIn.set(true);
            accountError.set(text);
        }
    }

    /** The account that was typed, null for none. */
    private @Nullable SignIn account(Identity who) {
        String secret = accountPassword.get();
        if (signingIn.get() && !secret.isEmpty()) {
            String name = account.get().isBlank() ? who.name() : account.get().strip();
            return new SignIn(name, secret);
        }
        return null;
    }

    /** Another address: what was said about the one before is void. */
    private void forget() {
        cancel();
        clearErrors();
        forgetPassword();
    }

    /** A password is for the host that asked for it, and for no other. */
    private void forgetPassword() {
        accountPassword.set("");
        passwordAsked.set(false);
        password.set("");
    }

    private void clearErrors() {
        copy.forget();
        error.set("");
        passwordError.set("");
        accountError.set("");
        nameError.set("");
    }

    private final class Result implements Attempt.Outcome {
        private final Address typed;
        private final Address to;
        private final Identity who;
        private final @Nullable SignIn as;
        private boolean keyAsked;

        /**
         * @param typed where the person wants to go
         * @param to the same, with what is remembered of it
         */
        Result(Address typed, Address to, Identity who, @Nullable SignIn as) {
            this.typed = typed;
            this.to = to;
            this.who = who;
            this.as = as;
        }

        @Override
        public void arrived(Arrival arrival) {
            end();
            if (remembering.get() && arrival.encrypted()) {
                Passwords passwords = surroundings.belongings().passwords();
                passwords.door(to, to.password());
                passwords.account(to, as);
            }
            remembering.set(false);
            forgetPassword();
            if (carriesKey) {
                address.set(to.link()); // what lets one in does not stay on the screen
            }
            onArrived.accept(arrival);
        }

        @Override
        public void failed(Failure failure, @Nullable String suggestedName) {
            end();
            copy.failed(to, who, failure);
            String text = words.of(failure, to, who.name());
            if (failure.kind() == Failure.Kind.WRONG_PASSWORD) {
                boolean given = to.password() != null;
                surroundings.belongings().passwords().door(to, null);
                passwordAsked.set(true);
                passwordError.set(
                        given ? text : surroundings.messages().text("join.password.asked"));
            } else if (NameRefusal.is(failure.kind())) {
                refuseName(text, failure.kind(), suggestedName);
            } else {
                error.set(text + hint(failure.kind()));
                KeyMismatch keys = failure.keys();
                if (keys != null) {
                    onAlarm.accept(new KeyAlarm(typed, keys));
                }
            }
        }

        /** The other name first: what is said about it is about what stands there then. */
        private void refuseName(String why, Failure.Kind kind, @Nullable String other) {
            Messages messages = surroundings.messages();
            Consumer<String> taker = onOtherName;
            String text = why;
            if (taker != null && other != null) {
                taker.accept(other);
                text += ' ' + messages.text("join.offer", other);
            }
            boolean mine = NameRefusal.isAnothers(kind) && !signingIn.get();
            nameError.set(mine ? text + ' ' + NameRefusal.howMine(kind, to, messages) : text);
        }

        @Override
        public void waiting() {
            JoinViewModel.this.waiting.set(true);
        }

        @Override
        public void notSignedIn(ClientEvent.SignInFailed failed) {
            end();
            if (failed.trouble() != Trouble.LATER) {
                surroundings.belongings().passwords().account(to, null);
            }
            signingIn.set(true);
            accountError.set(words.of(failed));
        }

        @Override
        public boolean keyWanted(RoomRefused refused) {
            boolean again = keyAsked;
            keyAsked = true;
            keyWanted = true;
            connecting.set(false);
            password.set("");
            passwordAsked.set(true);
            passwordError.set(
                    surroundings
                            .messages()
                            .text(again ? "failure.wrong-password" : "join.password.asked"));
            return true;
        }

        @Override
        public void turnedAway(RoomRefused refused) {
            end();
            error.set(words.of(refused, RoomName.toScreen(refused.conversation())));
        }

        /** What the person can do about it here. */
        private String hint(Failure.Kind why) {
            return why == Failure.Kind.ENCRYPTION_UNANSWERED
                    ? ' ' + surroundings.messages().text("join.plain", "irc://")
                    : "";
        }

        private void end() {
            attempt = null;
            keyWanted = false;
            waiting.set(false);
            connecting.set(false);
        }
    }
}

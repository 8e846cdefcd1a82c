package chat.snug.ui.network;

import chat.snug.client.ClientEvent.SignInFailed;
import chat.snug.client.ClientRequest;
import chat.snug.client.Feature;
import chat.snug.ui.FailureWords;
import chat.snug.ui.Messages;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The person's account on a host: signing in to one, or making one. What was typed in secret is
 * forgotten once it is told. JavaFX thread.
 */
public final class AccountViewModel {
    /** What is to be done. */
    public enum Step {
        /** The host has no accounts that this app knows of. */
        NONE,
        SIGN_IN,
        /** By the key of this computer. */
        KEY,
        REGISTER,
        /** A code was sent that is to be typed. */
        VERIFY,
        SIGNED_IN
    }

    private final Messages messages;
    private final Consumer<ClientRequest> host;
    private final Consumer<Boolean> showKey;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.NONE);
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty email = new SimpleStringProperty("");
    private final StringProperty code = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper fingerprints = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Set<Feature> features = Set.of();
    private @Nullable String account;
    private String verifying = "";
    private boolean open;

    /**
     * Nothing known yet.
     *
     * @param host where to ask
     * @param showKey told whether the person is to be known by their key here, also later
     */
    AccountViewModel(Messages messages, Consumer<ClientRequest> host, Consumer<Boolean> showKey) {
        this.messages = messages;
        this.showKey = showKey;
        this.host = host;
    }

    /** What is to be done. */
    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** The account to sign in to, or the name that registers. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Never told to anybody but the host. */
    public StringProperty passwordProperty() {
        return password;
    }

    /** Where the host may ask whether it is me. */
    public StringProperty emailProperty() {
        return email;
    }

    /** What the host has sent. */
    public StringProperty codeProperty() {
        return code;
    }

    /** What the host has to know the key of this computer by; empty if there is none. */
    public ReadOnlyStringProperty fingerprintsProperty() {
        return fingerprints.getReadOnlyProperty();
    }

    /** What to know about this step. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** What went wrong; empty if nothing did. */
    public ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /** Whether the host was asked and has not answered. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether there is the other way: an account can be made, or signed in to. */
    public boolean hasOther() {
        return switch (step.get()) {
            case SIGN_IN -> features.contains(Feature.REGISTRATION);
            case REGISTER -> features.contains(Feature.SIGN_IN);
            case KEY -> true;
            case NONE, VERIFY, SIGNED_IN -> false;
        };
    }

    /** Whether one can sign in by the key of this computer instead. */
    public boolean hasKey() {
        return step.get() == Step.SIGN_IN
                && features.contains(Feature.SIGN_IN_BY_KEY)
                && !fingerprints.get().isEmpty();
    }

    /** The key of this computer is known. */
    public void setFingerprints(String text) {
        fingerprints.set(text);
    }

    /** To signing in by the key of this computer. */
    public void byKey() {
        if (hasKey()) {
            go(Step.KEY);
        }
    }

    /**
     * Somebody looks.
     *
     * @param me what the person is called here
     */
    public void open(String me) {
        open = true;
        name.set(account == null ? me : account);
        remark.set("");
        busy.set(false);
        if (step.get() != Step.VERIFY) {
            go(firstStep());
        }
    }

    /** Nobody looks any more: secrets are forgotten. */
    public void close() {
        open = false;
        forgetSecrets();
    }

    private void forgetSecrets() {
        password.set("");
        code.set("");
    }

    private Step firstStep() {
        if (account != null) {
            return Step.SIGNED_IN;
        }
        if (features.contains(Feature.SIGN_IN)) {
            return Step.SIGN_IN;
        }
        return features.contains(Feature.REGISTRATION) ? Step.REGISTER : Step.NONE;
    }

    /** From signing in to registering, or back. */
    public void other() {
        if (hasOther()) {
            remark.set("");
            go(step.get() == Step.SIGN_IN ? Step.REGISTER : Step.SIGN_IN);
        }
    }

    /** Tells the host what was typed, if that is all it needs. */
    public void submit() {
        String secret = password.get();
        remark.set("");
        switch (step.get()) {
            case SIGN_IN -> {
                if (filled(name, "account.need-name")
                        && filled(password, "account.need-password")) {
                    ask(new ClientRequest.SignIn(name.get().strip(), secret));
                }
            }
            case KEY -> ask(new ClientRequest.SignInByKey());
            case REGISTER -> {
                boolean needed = features.contains(Feature.EMAIL_REQUIRED);
                if (filled(password, "account.need-password")
                        && (!needed || filled(email, "account.need-email"))) {
                    String address = email.get().strip();
                    ask(new ClientRequest.Register(secret, address.isEmpty() ? null : address));
                }
            }
            case VERIFY -> {
                if (filled(code, "account.need-code")) {
                    ask(new ClientRequest.Verify(verifying, code.get().strip()));
                }
            }
            case NONE, SIGNED_IN -> {
                // Nothing to tell.
            }
        }
    }

    private boolean filled(StringProperty field, String otherwise) {
        boolean blank = field.get().isBlank();
        if (blank) {
            remark.set(messages.text(otherwise));
        }
        return !blank;
    }

    private void ask(ClientRequest request) {
        busy.set(true);
        host.accept(request);
    }

    /** What the host can do, from now on. */
    void features(Set<Feature> now) {
        features = now;
        if (step.get() == Step.NONE) {
            go(firstStep());
        }
    }

    /** I am signed in, or not any more. */
    void account(@Nullable String now) {
        account = now;
        if (step.get() == Step.KEY && now != null && busy.get()) {
            showKey.accept(true);
        }
        busy.set(false);
        forgetSecrets();
        go(firstStep());
    }

    /** It did not work; false if nobody looks, who could read why. */
    boolean failed(SignInFailed failed) {
        busy.set(false);
        if (failed.trouble() == SignInFailed.Trouble.KEY_UNKNOWN) {
            showKey.accept(false);
        }
        remark.set(new FailureWords(messages).of(failed));
        return open;
    }

    void verificationNeeded(String of) {
        busy.set(false);
        verifying = of;
        password.set("");
        go(Step.VERIFY);
    }

    /** The connection went, and with it the answer. */
    void lost() {
        // With the key the connection begins anew.
        if (busy.get() && step.get() != Step.KEY) {
            busy.set(false);
            remark.set(messages.text("refusal.not-connected"));
        }
    }

    private void go(Step to) {
        step.set(to);
        text.set(
                switch (to) {
                    case NONE -> messages.text("account.unsupported");
                    case SIGN_IN -> messages.text("account.sign-in.text");
                    case KEY -> messages.text("account.key.text");
                    case REGISTER -> messages.text("account.register.text", name.get());
                    case VERIFY -> messages.text("account.verify.text");
                    case SIGNED_IN -> messages.text("account.signed-in.text", name(account));
                });
    }

    private static String name(@Nullable String account) {
        return account == null ? "" : account;
    }
}

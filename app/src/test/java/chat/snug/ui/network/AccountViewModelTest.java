package chat.snug.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.client.ClientEvent.SignInFailed;
import chat.snug.client.ClientEvent.SignInFailed.Trouble;
import chat.snug.client.ClientRequest;
import chat.snug.client.Feature;
import chat.snug.ui.Messages;
import chat.snug.ui.network.AccountViewModel.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Signing in, and making an account. */
class AccountViewModelTest {
    private final List<ClientRequest> asked = new ArrayList<>();
    private final List<Boolean> shown = new ArrayList<>();
    private final AccountViewModel account =
            new AccountViewModel(Messages.of(Locale.UK), asked::add, shown::add);

    private Step step() {
        return account.stepProperty().get();
    }

    private void open(Feature... features) {
        account.features(Set.of(features));
        account.open("Mei");
    }

    @Test
    void saysSoWhereThereAreNoAccounts() {
        open();
        assertThat(step()).isEqualTo(Step.NONE);
        account.submit();
        assertThat(asked).isEmpty();
    }

    @Test
    void signsInByTheKeyOfThisComputer() {
        open(Feature.SIGN_IN, Feature.SIGN_IN_BY_KEY);
        assertThat(account.hasKey()).as("not known yet").isFalse();
        account.setFingerprints("SHA-256 00ff");
        assertThat(account.hasKey()).isTrue();
        account.byKey();
        assertThat(step()).isEqualTo(Step.KEY);
        account.submit();
        assertThat(asked).containsExactly(new ClientRequest.SignInByKey());
        // The connection begins anew, which is no failure.
        account.lost();
        assertThat(account.remarkProperty().get()).isEmpty();
        account.failed(new SignInFailed(Trouble.KEY_UNKNOWN, "no"));
        assertThat(account.remarkProperty().get())
                .isEqualTo("This host does not know the key of this computer yet.");
        assertThat(shown).containsExactly(false);
        account.submit();
        account.account("Mei");
        assertThat(step()).isEqualTo(Step.SIGNED_IN);
        assertThat(shown).containsExactly(false, true);
    }

    @Test
    void theKeyIsOfferedWhereItIsOfUse() {
        open(Feature.SIGN_IN);
        account.setFingerprints("SHA-256 00ff");
        account.byKey();
        assertThat(step()).isEqualTo(Step.SIGN_IN);
        account.features(Set.of(Feature.SIGN_IN, Feature.SIGN_IN_BY_KEY));
        account.byKey();
        assertThat(step()).isEqualTo(Step.KEY);
        account.other();
        assertThat(step()).isEqualTo(Step.SIGN_IN);
    }

    @Test
    void signsIn() {
        open(Feature.SIGN_IN);
        assertThat(step()).isEqualTo(Step.SIGN_IN);
        assertThat(account.nameProperty().get()).isEqualTo("Mei");
        account.submit();
        assertThat(account.remarkProperty().get()).isEqualTo("Type a password.");
        account.passwordProperty().set("sesame");
        account.submit();
        assertThat(asked).containsExactly(new ClientRequest.SignIn("Mei", "sesame"));
        assertThat(account.busyProperty().get()).isTrue();
        assertThat(account.failed(new SignInFailed(Trouble.WRONG_PASSWORD, "no"))).isTrue();
        assertThat(account.remarkProperty().get()).isEqualTo("Name and password do not fit.");
        assertThat(account.busyProperty().get()).isFalse();
        account.submit();
        account.account("Mei");
        assertThat(step()).isEqualTo(Step.SIGNED_IN);
        assertThat(account.passwordProperty().get()).as("forgotten").isEmpty();
    }

    @Test
    void makesAnAccountWithACode() {
        open(Feature.SIGN_IN, Feature.REGISTRATION, Feature.EMAIL_REQUIRED);
        account.other();
        assertThat(step()).isEqualTo(Step.REGISTER);
        account.passwordProperty().set("sesame");
        account.submit();
        assertThat(account.remarkProperty().get()).contains("e-mail");
        account.emailProperty().set(" mei@example.org ");
        account.submit();
        assertThat(asked).containsExactly(new ClientRequest.Register("sesame", "mei@example.org"));
        account.verificationNeeded("Mei");
        assertThat(step()).isEqualTo(Step.VERIFY);
        account.open("Mei");
        assertThat(step()).as("still, when it is opened again").isEqualTo(Step.VERIFY);
        account.codeProperty().set("123");
        account.submit();
        assertThat(asked).last().isEqualTo(new ClientRequest.Verify("Mei", "123"));
        account.account("Mei");
        assertThat(step()).isEqualTo(Step.SIGNED_IN);
        assertThat(account.codeProperty().get()).isEmpty();
    }

    @Test
    void everyTroubleHasWordsOfItsOwn() {
        open(Feature.REGISTRATION);
        Set<String> words = new HashSet<>();
        for (Trouble trouble : Trouble.values()) {
            assertThat(account.failed(new SignInFailed(trouble, "the host's words"))).isTrue();
            words.add(account.remarkProperty().get());
        }
        assertThat(words).hasSize(Trouble.values().length).doesNotContain("");
    }

    @Test
    void anAnswerThatWillNotComeIsNotWaitedFor() {
        open(Feature.SIGN_IN);
        account.passwordProperty().set("sesame");
        account.submit();
        account.lost();
        assertThat(account.busyProperty().get()).isFalse();
        assertThat(account.remarkProperty().get()).isNotBlank();
        account.close();
        assertThat(account.failed(new SignInFailed(Trouble.OTHER, "late"))).isFalse();
        assertThat(account.passwordProperty().get()).isEmpty();
    }

    @Test
    void noRequestPrintsItsSecret() {
        assertThat(
                        List.of(
                                new ClientRequest.SignIn("Mei", "sesame"),
                                new ClientRequest.Register("sesame", "mei@example.org"),
                                new ClientRequest.Verify("Mei", "sesame")))
                .noneMatch(request -> request.toString().contains("sesame"));
    }
}

package chat.snug;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.snug.client.ChatClient;
import chat.snug.net.NanoClock;
import chat.snug.net.SelectorLoop;
import chat.snug.server.Launch;
import chat.snug.server.Main;
import chat.snug.ui.UiEvents;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

/**
 * Which part of the app may know which: the client and the hosting know no screen, the screens know
 * no wire, and the server knows nothing of the app. Each rule is also shown to fail, on a violation
 * planted for it.
 */
class ArchitectureTest {
    private static final String CLIENT = "chat.snug.client..";
    private static final String HOSTING = "chat.snug.hosting..";
    private static final String TRANSCRIPT = "chat.snug.transcript..";
    private static final String TRUST = "chat.snug.trust..";
    private static final String KEYRING = "chat.snug.keyring..";
    private static final String UI = "chat.snug.ui..";
    private static final String PROTOCOL = "chat.snug.protocol..";
    private static final String NET = "chat.snug.net..";
    private static final String ROOM = "chat.snug.room..";
    private static final String SERVER = "chat.snug.server..";
    private static final String[] SCREEN = {"javafx..", "atlantafx..", "org.kordamp..", UI};

    private static final ArchRule CLIENT_KNOWS_NO_SCREEN =
            noClasses()
                    .that()
                    .resideInAPackage(CLIENT)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SCREEN);

    private static final ArchRule CLIENT_KNOWS_PROTOCOL_AND_NET_ONLY =
            noClasses()
                    .that()
                    .resideInAPackage(CLIENT)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(HOSTING, TRANSCRIPT, ROOM, SERVER);

    private static final ArchRule HOSTING_KNOWS_NO_SCREEN =
            noClasses()
                    .that()
                    .resideInAPackage(HOSTING)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SCREEN);

    private static final ArchRule HOSTING_KNOWS_THE_SERVER_AND_NOT_ITS_SOCKETS =
            noClasses()
                    .that()
                    .resideInAPackage(HOSTING)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(NET, ROOM);

    /** It knows keys, and nothing of what is done with them. */
    private static final ArchRule WHAT_IS_KNOWN_OF_HOSTS_KNOWS_KEYS_ONLY =
            noClasses()
                    .that()
                    .resideInAPackage(TRUST)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javafx..", UI, CLIENT, HOSTING, TRANSCRIPT, PROTOCOL, NET, SERVER);

    private static final ArchRule THE_KEYRING_KNOWS_NOTHING_OF_US =
            noClasses()
                    .that()
                    .resideInAPackage(KEYRING)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javafx..",
                            UI,
                            CLIENT,
                            HOSTING,
                            TRANSCRIPT,
                            TRUST,
                            PROTOCOL,
                            NET,
                            SERVER);

    /** Whoever loads a class of it without need makes the start of the app longer. */
    private static final ArchRule ONLY_THE_KEYRING_KNOWS_THE_BUS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(KEYRING)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.freedesktop..");

    /** It knows what clients are told and the store, whose events are those of a room. */
    private static final ArchRule TRANSCRIPTS_KNOW_NO_SCREEN_AND_NO_WIRE =
            noClasses()
                    .that()
                    .resideInAPackage(TRANSCRIPT)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javafx..",
                            "atlantafx..",
                            "org.kordamp..",
                            UI,
                            HOSTING,
                            PROTOCOL,
                            NET,
                            SERVER);

    /** The screens own the loop that all their clients share, and see nothing else of it. */
    private static final ArchRule SCREENS_KNOW_NO_WIRE =
            noClasses()
                    .that()
                    .resideInAPackage(UI)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(PROTOCOL, NET, ROOM, SERVER)
                                    .and(
                                            DescribedPredicate.not(
                                                    belongToAnyOf(
                                                            SelectorLoop.class, NanoClock.class)))
                                    .as("speak of bytes, lines or rooms of the server"));

    private static final ArchRule ONLY_UI_EVENTS_ENTERS_THE_JAVAFX_THREAD =
            noClasses()
                    .that(DescribedPredicate.not(belongToAnyOf(UiEvents.class)))
                    .should()
                    .accessTargetWhere(
                            DescribedPredicate.describe(
                                    "the target is Platform.runLater",
                                    (JavaAccess<?> access) ->
                                            access.getTargetOwner().isEquivalentTo(Platform.class)
                                                    && access.getName().equals("runLater")));

    private static final ArchRule THE_SERVER_KNOWS_NOTHING_OF_THE_APP =
            noClasses()
                    .that()
                    .resideInAnyPackage(PROTOCOL, NET, ROOM, SERVER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(CLIENT, HOSTING, TRANSCRIPT, UI);

    private static final Class<?> APP_MAIN = chat.snug.ui.shell.Main.class;

    private static final ArchRule NOTHING_PRINTS =
            noClasses()
                    .that(DescribedPredicate.not(belongToAnyOf(Main.class, Launch.class, APP_MAIN)))
                    .should(ACCESS_STANDARD_STREAMS);

    static {
        // Names are enough: what the libraries' classes look like inside is no part of any rule.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("chat.snug");

    @Test
    void theClientKnowsNoScreenAndNoServer() {
        CLIENT_KNOWS_NO_SCREEN.check(CLASSES);
        CLIENT_KNOWS_PROTOCOL_AND_NET_ONLY.check(CLASSES);
    }

    @Test
    void theHostingKnowsNoScreenAndNoSocket() {
        HOSTING_KNOWS_NO_SCREEN.check(CLASSES);
        HOSTING_KNOWS_THE_SERVER_AND_NOT_ITS_SOCKETS.check(CLASSES);
    }

    @Test
    void theTranscriptsKnowNoScreenAndNoWire() {
        TRANSCRIPTS_KNOW_NO_SCREEN_AND_NO_WIRE.check(CLASSES);
    }

    @Test
    void whatIsKnownOfHostsKnowsKeysOnly() {
        WHAT_IS_KNOWN_OF_HOSTS_KNOWS_KEYS_ONLY.check(CLASSES);
    }

    @Test
    void theKeyringKnowsNothingOfUsAndNobodyElseTheBus() {
        THE_KEYRING_KNOWS_NOTHING_OF_US.check(CLASSES);
        ONLY_THE_KEYRING_KNOWS_THE_BUS.check(CLASSES);
    }

    @Test
    void theScreensKnowNoWire() {
        SCREENS_KNOW_NO_WIRE.check(CLASSES);
    }

    @Test
    void onlyUiEventsEntersTheJavaFxThread() {
        ONLY_UI_EVENTS_ENTERS_THE_JAVAFX_THREAD.check(CLASSES);
    }

    @Test
    void theServerKnowsNothingOfTheApp() {
        THE_SERVER_KNOWS_NOTHING_OF_THE_APP.check(CLASSES);
    }

    @Test
    void nothingPrints() {
        NOTHING_PRINTS.check(CLASSES);
    }

    @Test
    void allPartsWereLookedAt() {
        for (String part :
                new String[] {
                    CLIENT, HOSTING, TRANSCRIPT, TRUST, KEYRING, UI, PROTOCOL, NET, ROOM, SERVER
                }) {
            assertThat(CLASSES.that(resideInAPackage(part))).as(part).hasSizeGreaterThan(2);
        }
        // The rule about the JavaFX thread sees the one call that is allowed.
        assertBroken(
                noClasses()
                        .should()
                        .accessTargetWhere(
                                DescribedPredicate.describe(
                                        "runLater",
                                        (JavaAccess<?> access) ->
                                                access.getName().equals("runLater"))),
                CLASSES,
                UiEvents.class.getName());
    }

    @Test
    void aPartThatKnowsAnotherBreaksTheRules() {
        JavaClasses planted = planted();

        assertBroken(CLIENT_KNOWS_NO_SCREEN, planted, "javafx.scene.Node");
        assertBroken(CLIENT_KNOWS_PROTOCOL_AND_NET_ONLY, planted, "HostingOptions");
        assertBroken(HOSTING_KNOWS_NO_SCREEN, planted, "javafx.scene.Node");
        assertBroken(HOSTING_KNOWS_THE_SERVER_AND_NOT_ITS_SOCKETS, planted, "chat.snug.net");
        assertBroken(TRANSCRIPTS_KNOW_NO_SCREEN_AND_NO_WIRE, planted, "javafx.scene.Node");
        assertBroken(TRANSCRIPTS_KNOW_NO_SCREEN_AND_NO_WIRE, planted, "chat.snug.net");
        assertBroken(
                WHAT_IS_KNOWN_OF_HOSTS_KNOWS_KEYS_ONLY,
                planted,
                "chat.snug.trust.PlantedViolation");
        assertBroken(THE_KEYRING_KNOWS_NOTHING_OF_US, planted, "javafx.scene.Node");
        assertBroken(ONLY_THE_KEYRING_KNOWS_THE_BUS, planted, "org.freedesktop.dbus.DBusPath");
        assertBroken(SCREENS_KNOW_NO_WIRE, planted, "chat.snug.net.Connection");
        assertBroken(SCREENS_KNOW_NO_WIRE, planted, "chat.snug.protocol.Message");
        assertBroken(SCREENS_KNOW_NO_WIRE, planted, "chat.snug.server.ChatServer");
    }

    @Test
    void anotherWayOntoTheJavaFxThreadBreaksTheRules() {
        assertBroken(ONLY_UI_EVENTS_ENTERS_THE_JAVAFX_THREAD, planted(), "jumpsTheQueue");
    }

    @Test
    void aServerThatKnowsTheAppBreaksTheRules() {
        JavaClasses planted =
                new ClassFileImporter()
                        .importClasses(
                                chat.snug.server.planted.PlantedViolation.class, ChatClient.class);
        assertBroken(THE_SERVER_KNOWS_NOTHING_OF_THE_APP, planted, "chat.snug.client.ChatClient");
    }

    @Test
    void printingBreaksTheRules() {
        JavaClasses planted = new ClassFileImporter().importClasses(Printing.class);
        assertBroken(NOTHING_PRINTS, planted, "java.lang.System.out");
    }

    private static void assertBroken(ArchRule rule, JavaClasses classes, String by) {
        assertThatThrownBy(() -> rule.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(by);
    }

    private static JavaClasses planted() {
        return new ClassFileImporter()
                .importClasses(
                        chat.snug.client.PlantedViolation.class,
                        chat.snug.hosting.PlantedViolation.class,
                        chat.snug.transcript.PlantedViolation.class,
                        chat.snug.trust.PlantedViolation.class,
                        chat.snug.keyring.PlantedViolation.class,
                        chat.snug.ui.PlantedViolation.class);
    }

    /** Prints where a person never looks. */
    static final class Printing {
        static void print() {
            System.out.println("planted");
        }
    }
}

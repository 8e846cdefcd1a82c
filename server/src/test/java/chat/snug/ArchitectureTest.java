package chat.snug;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.snug.net.NanoClock;
import chat.snug.protocol.Message;
import chat.snug.server.Launch;
import chat.snug.server.Main;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Which part may know which: protocol, net and room know nothing of each other, and only server
 * knows them all. Each rule is also shown to fail, on a violation planted for it.
 */
class ArchitectureTest {
    private static final String PROTOCOL = "chat.snug.protocol..";
    private static final String NET = "chat.snug.net..";
    private static final String ROOM = "chat.snug.room..";
    private static final String STORE = "chat.snug.store..";
    private static final String WEB = "chat.snug.web..";
    private static final String KEY = "chat.snug.key..";
    private static final String SERVER = "chat.snug.server..";

    private static final ArchRule PROTOCOL_KNOWS_NO_OTHER_PART =
            noClasses()
                    .that()
                    .resideInAPackage(PROTOCOL)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(NET, ROOM, STORE, WEB, SERVER);

    private static final ArchRule NET_KNOWS_NO_OTHER_PART =
            noClasses()
                    .that()
                    .resideInAPackage(NET)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(PROTOCOL, ROOM, STORE, WEB, SERVER);

    private static final ArchRule ROOM_KNOWS_NO_OTHER_PART =
            noClasses()
                    .that()
                    .resideInAPackage(ROOM)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(PROTOCOL, NET, STORE, WEB, SERVER);

    private static final ArchRule STORE_KNOWS_ROOMS_ONLY =
            noClasses()
                    .that()
                    .resideInAPackage(STORE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(PROTOCOL, NET, WEB, SERVER);

    private static final ArchRule WEB_KNOWS_NET_ONLY =
            noClasses()
                    .that()
                    .resideInAPackage(WEB)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(PROTOCOL, ROOM, STORE, SERVER);

    private static final ArchRule KEY_KNOWS_NO_OTHER_PART =
            noClasses()
                    .that()
                    .resideInAPackage(KEY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(PROTOCOL, NET, ROOM, STORE, WEB, SERVER);

    private static final ArchRule ONLY_KEY_KNOWS_ITS_LIBRARY =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(KEY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.bouncycastle..");

    private static final ArchRule ONLY_WEB_KNOWS_THE_LIBRARY =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(WEB)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.java_websocket..");

    /** For the parts that are still to come, too. */
    private static final ArchRule ONLY_SERVER_KNOWS_ALL =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(SERVER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(SERVER);

    private static final ArchRule PROTOCOL_IS_PURE =
            noClasses()
                    .that()
                    .resideInAPackage(PROTOCOL)
                    .should()
                    .dependOnClassesThat(channelsClocksThreadsAndFiles());

    private static final ArchRule ROOM_HAS_NO_SOCKET =
            noClasses()
                    .that()
                    .resideInAPackage(ROOM)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.nio..", "java.net..", "javax.net..");

    private static final ArchRule NO_CYCLES =
            slices().matching("chat.snug.(*)..").should().beFreeOfCycles();

    /** The parts of the server, from those that know least to those that know most. */
    private static final List<String> PARTS_OF_SERVER =
            List.of(
                    "names",
                    "options",
                    "door",
                    "accounts",
                    "session",
                    "metadata",
                    "history",
                    "query",
                    "login",
                    "command");

    private static final ArchRule NO_CYCLES_IN_SERVER =
            slices().matching("chat.snug.server.(*)..").should().beFreeOfCycles();

    /** Nothing below knows where the parts are put together. */
    private static final ArchRule NO_PART_KNOWS_THE_WHOLE =
            noClasses()
                    .that()
                    .resideInAPackage("chat.snug.server.*..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("chat.snug.server");

    private static final ArchRule NO_PART_OF_SERVER_KNOWS_ONE_ABOVE = arrowsPointDown();

    private static final ArchRule LOGGING_IS_SLF4J =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

    private static final ArchRule ONLY_MAIN_PRINTS =
            noClasses()
                    .that(DescribedPredicate.not(belongToAnyOf(Main.class, Launch.class)))
                    .should(ACCESS_STANDARD_STREAMS);

    static {
        // Names are enough: what the JDK's classes look like inside is no part of any rule.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("chat.snug");

    @Test
    void protocolNetAndRoomKnowNothingOfEachOther() {
        PROTOCOL_KNOWS_NO_OTHER_PART.check(CLASSES);
        NET_KNOWS_NO_OTHER_PART.check(CLASSES);
        ROOM_KNOWS_NO_OTHER_PART.check(CLASSES);
    }

    @Test
    void theStoreKnowsRoomsOnly() {
        STORE_KNOWS_ROOMS_ONLY.check(CLASSES);
    }

    @Test
    void webKnowsNetOnlyAndAloneTheLibrary() {
        WEB_KNOWS_NET_ONLY.check(CLASSES);
        ONLY_WEB_KNOWS_THE_LIBRARY.check(CLASSES);
    }

    @Test
    void keyKnowsNoOtherPartAndAloneItsLibrary() {
        KEY_KNOWS_NO_OTHER_PART.check(CLASSES);
        ONLY_KEY_KNOWS_ITS_LIBRARY.check(CLASSES);
    }

    @Test
    void onlyServerKnowsAll() {
        ONLY_SERVER_KNOWS_ALL.check(CLASSES);
    }

    @Test
    void protocolHasNoChannelClockThreadOrFile() {
        PROTOCOL_IS_PURE.check(CLASSES);
    }

    @Test
    void roomHasNoSocket() {
        ROOM_HAS_NO_SOCKET.check(CLASSES);
    }

    @Test
    void noTwoPartsKnowEachOther() {
        NO_CYCLES.check(CLASSES);
    }

    @Test
    void thePartsOfTheServerKnowOnlyThoseBelow() {
        NO_CYCLES_IN_SERVER.check(CLASSES);
        NO_PART_KNOWS_THE_WHOLE.check(CLASSES);
        NO_PART_OF_SERVER_KNOWS_ONE_ABOVE.check(CLASSES);
        for (String part : PARTS_OF_SERVER) {
            assertThat(CLASSES.that(resideInAPackage("chat.snug.server." + part)))
                    .as(part)
                    .hasSizeGreaterThan(2);
        }
    }

    @Test
    void loggingIsSlf4j() {
        LOGGING_IS_SLF4J.check(CLASSES);
    }

    @Test
    void onlyMainPrints() {
        ONLY_MAIN_PRINTS.check(CLASSES);
    }

    @Test
    void allPartsWereLookedAt() {
        for (String part : new String[] {PROTOCOL, NET, ROOM, STORE, WEB, KEY, SERVER}) {
            assertThat(CLASSES.that(resideInAPackage(part))).as(part).hasSizeGreaterThan(2);
        }
    }

    @Test
    void aPartThatKnowsAnotherBreaksTheRules() {
        JavaClasses planted = planted();

        assertBroken(PROTOCOL_KNOWS_NO_OTHER_PART, planted, "chat.snug.net.NanoClock");
        assertBroken(NET_KNOWS_NO_OTHER_PART, planted, "chat.snug.protocol.Message");
        assertBroken(ROOM_KNOWS_NO_OTHER_PART, planted, "chat.snug.protocol.Message");
        assertBroken(STORE_KNOWS_ROOMS_ONLY, planted, "chat.snug.protocol.Message");
        assertBroken(WEB_KNOWS_NET_ONLY, planted, "chat.snug.protocol.Message");
        assertBroken(KEY_KNOWS_NO_OTHER_PART, planted, "chat.snug.protocol.Message");
        assertBroken(ONLY_KEY_KNOWS_ITS_LIBRARY, planted, "org.bouncycastle.asn1.x500.X500Name");
        assertBroken(ONLY_WEB_KNOWS_THE_LIBRARY, planted, "org.java_websocket.drafts.Draft");
        assertBroken(ONLY_SERVER_KNOWS_ALL, planted, "chat.snug.server.Main");
    }

    @Test
    void aPartThatKnowsMoreOfTheWorldBreaksTheRules() {
        assertBroken(PROTOCOL_IS_PURE, planted(), "java.lang.Thread");
        assertBroken(ROOM_HAS_NO_SOCKET, planted(), "java.nio.channels.SocketChannel");
    }

    @Test
    void aCycleBreaksTheRules() {
        assertBroken(NO_CYCLES, planted(), "Cycle detected");
    }

    @Test
    void aPartOfTheServerThatKnowsOneAboveBreaksTheRules() {
        JavaClasses planted =
                new ClassFileImporter()
                        .importClasses(
                                chat.snug.server.names.PlantedViolation.class,
                                chat.snug.server.names.NameRules.class,
                                chat.snug.server.options.ServerOptions.class,
                                chat.snug.server.ChatServer.class);

        assertBroken(NO_CYCLES_IN_SERVER, planted, "Cycle detected");
        assertBroken(NO_PART_KNOWS_THE_WHOLE, planted, "chat.snug.server.ChatServer");
        assertBroken(
                NO_PART_OF_SERVER_KNOWS_ONE_ABOVE,
                planted,
                "chat.snug.server.options.ServerOptions");
    }

    @Test
    void printingAndOtherLoggingBreakTheRules() {
        JavaClasses planted = new ClassFileImporter().importClasses(Printing.class);

        assertBroken(ONLY_MAIN_PRINTS, planted, "java.lang.System.out");
        assertBroken(LOGGING_IS_SLF4J, planted, "java.util.logging.Logger");
    }

    private static void assertBroken(ArchRule rule, JavaClasses classes, String by) {
        assertThatThrownBy(() -> rule.check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(by);
    }

    private static JavaClasses planted() {
        return new ClassFileImporter()
                .importClasses(
                        chat.snug.protocol.PlantedViolation.class,
                        chat.snug.net.PlantedViolation.class,
                        chat.snug.room.PlantedViolation.class,
                        chat.snug.store.PlantedViolation.class,
                        chat.snug.web.PlantedViolation.class,
                        chat.snug.key.PlantedViolation.class,
                        NanoClock.class,
                        Message.class);
    }

    private static ArchRule arrowsPointDown() {
        CompositeArchRule rule = null;
        for (int i = 0; i + 1 < PARTS_OF_SERVER.size(); i++) {
            String[] above =
                    PARTS_OF_SERVER.subList(i + 1, PARTS_OF_SERVER.size()).stream()
                            .map(part -> "chat.snug.server." + part + "..")
                            .toArray(String[]::new);
            ArchRule one =
                    noClasses()
                            .that()
                            .resideInAPackage("chat.snug.server." + PARTS_OF_SERVER.get(i) + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(above)
                            .allowEmptyShould(true);
            rule = rule == null ? CompositeArchRule.of(one) : rule.and(one);
        }
        return Objects.requireNonNull(rule);
    }

    private static DescribedPredicate<JavaClass> channelsClocksThreadsAndFiles() {
        return resideInAPackage("java.nio.channels..")
                .or(resideInAPackage("java.nio.file.."))
                .or(resideInAPackage("java.net.."))
                .or(resideInAPackage("java.time.."))
                .or(resideInAPackage("java.util.concurrent.."))
                .or(belongToAnyOf(Thread.class, File.class))
                .as("channels, clocks, threads or files");
    }

    /** Prints, and logs by other means than slf4j. */
    static final class Printing {
        private static final Logger LOGGER = Logger.getLogger("planted");

        static void print() {
            System.out.println(LOGGER);
        }
    }
}

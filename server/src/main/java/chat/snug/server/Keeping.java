package chat.snug.server;

import chat.snug.server.options.ServerOptions;
import chat.snug.store.SqliteStore;
import chat.snug.store.StoreException;
import chat.snug.store.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags that say where and how long everything is kept. */
final class Keeping {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data-dir",
            paramLabel = "D",
            description =
                    "The folder to keep everything in: what was said, rooms, accounts."
                            + " Default: nothing is kept when the server ends.")
    private @Nullable Path folder;

    @Option(
            names = "--history",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Whether what is said is kept for those who come later. Default: yes.")
    private boolean history = true;

    @Option(
            names = "--keep-days",
            paramLabel = "N",
            description = "For how many days what is said is kept. Default: for good.")
    private int days;

    @Option(
            names = "--keep-messages",
            paramLabel = "N",
            description = "How much of each room is kept, the newest. Default: all.")
    private int messages;

    @Option(
            names = "--memory-fallback",
            description = "Goes on when nothing can be kept, with all in memory.")
    private boolean inMemoryIfNeedBe;

    @Option(
            names = "--forget-everything",
            description = "Deletes all that is kept in the folder, and ends.")
    private boolean forgetEverything;

    ServerOptions addTo(ServerOptions options) {
        if (days < 0 || messages < 0) {
            throw wrong("--keep-days and --keep-messages: a number from 0 on is needed");
        }
        ServerOptions result = options.withHistory(history);
        return folder == null ? result : result.withStore(store(folder));
    }

    private StoreOptions store(Path where) {
        return StoreOptions.in(where)
                .withAge(days == 0 ? null : Duration.ofDays(days))
                .withEventsPerLog(messages)
                .withInMemoryIfNeedBe(inMemoryIfNeedBe);
    }

    boolean goesOnInMemory() {
        return inMemoryIfNeedBe;
    }

    boolean forgetsEverything() {
        return forgetEverything;
    }

    /** Deletes everything and says so. */
    String forgetEverything() throws StoreException {
        Path where = folder;
        if (where == null) {
            throw wrong("--forget-everything: --data-dir says where, and is missing");
        }
        try (SqliteStore store =
                SqliteStore.open(store(where), Runnable::run, System::currentTimeMillis)) {
            store.forgetEverything();
        }
        return "Everything in " + where + " is forgotten";
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}

package chat.snug.ui.start;

import chat.snug.client.ClientEvent;
import chat.snug.client.Failure;
import chat.snug.ui.Arrival;
import chat.snug.ui.FakeDoorway;
import chat.snug.ui.Surroundings;
import chat.snug.ui.TestSurroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the start page of Mei, with a doorway that is played by hand. */
abstract class StartFixture {
    @TempDir Path settings;

    final FakeDoorway doorway = new FakeDoorway();
    final List<Arrival> arrivals = new ArrayList<>();
    Surroundings surroundings;
    StartViewModel start;

    @BeforeEach
    void open() {
        surroundings = TestSurroundings.of(doorway, settings);
        start = new StartViewModel(surroundings, "Mei", arrivals::add);
    }

    @AfterEach
    void close() {
        surroundings.settings().close();
    }

    void join(String address) {
        start.join().addressProperty().set(address);
        start.join().join();
    }

    void fail(Failure.Kind kind, @Nullable String offered) {
        doorway.link().happen(new ClientEvent.ConnectFailed(new Failure(kind, ""), offered));
    }
}

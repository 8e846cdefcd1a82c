package chat.snug.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.ui.ScreenExtension;
import chat.snug.ui.Screens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** From the first click to the goodbye: two whole windows and the real room between them. */
@ExtendWith(ScreenExtension.class)
final class TwoWindowsTest {
    @TempDir Path folder;

    private PersonAtAWindow mei;
    private PersonAtAWindow ben;

    @Start
    void start(Stage unused) throws IOException {
        mei = new PersonAtAWindow("Mei", folder.resolve("mei"));
        ben = new PersonAtAWindow("Ben", folder.resolve("ben"));
    }

    @AfterEach
    void close() {
        ben.close();
        mei.close();
    }

    @Test
    void aRoomIsHostedJoinedTalkedInAndClosed() throws TimeoutException {
        mei.type("#host-room", "Friday workshop");
        mei.click("#host-open");
        mei.waitFor("#header-title", "Friday workshop");
        mei.waitFor(".quiet-row", "The room is open.");
        String address = mei.label("#header-address");
        String port = address.substring(address.lastIndexOf(':') + 1);

        ben.type("#join-address", "snug://127.0.0.1:" + port + "/Friday-workshop");
        ben.click("#join-join");
        ben.waitFor("#header-title", "Friday workshop");
        mei.waitFor(".quiet-row", "Ben came in");
        mei.waitFor(".person-cell", "Ben");

        ben.say("Slides are up. 你想先看一下吗？ 👩‍👩‍👧");
        mei.waitFor(".message-row", "Slides are up. 你想先看一下吗？");
        mei.say("/topic Selectors, queues and fan-out");
        ben.waitFor("#header-topic", "Selectors, queues and fan-out");
        mei.say("Ben: thank you");
        ben.waitFor(".message-row", "thank you");

        mei.say("/msg Ben only for you");
        mei.waitFor("#header-title", "Ben");
        ben.waitFor(".side-cell", "Mei1");
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS,
                () -> {
                    Screens.shoot(mei.scene(), "two-windows-mei");
                    Screens.shoot(ben.scene(), "two-windows-ben");
                });

        mei.closeWindow();
        assertThat(mei.label("#question-title")).isEqualTo("Close Friday workshop?");
        assertThat(mei.label("#question-text")).isEqualTo("Ben will be disconnected.");
        List<String> told = ben.listenTo("#banner-text");
        mei.click("#question-yes");
        // For less than a second: then it is tried again, and nobody is there.
        ben.waitUntil(
                () ->
                        told.stream()
                                .anyMatch(
                                        text ->
                                                text.startsWith(
                                                        "The host closed the room. Trying again"
                                                                + " in")));
        assertThat(mei.windowIsClosed()).isTrue();
    }

    @Test
    void theHostIsAskedAboutWhoeverComes() throws TimeoutException {
        mei.type("#host-room", "den");
        mei.toggle("#host-more");
        mei.toggle("#host-asks-first");
        mei.click("#host-open");
        mei.waitFor("#header-title", "den");
        String address = mei.label("#header-address");
        String port = address.substring(address.lastIndexOf(':') + 1);

        ben.type("#join-address", "snug://127.0.0.1:" + port + "/den");
        ben.click("#join-join");
        ben.waitFor("#join-connecting-text", "Waiting for the host…");
        mei.waitFor("#door-question", "Ben wants to come in");
        WaitForAsyncUtils.waitForAsyncFx(
                Screens.PATIENCE_MILLIS,
                () -> {
                    Screens.shoot(mei.scene(), "asked-host");
                    Screens.shoot(ben.scene(), "asked-newcomer");
                });

        mei.click("#door-let-in");
        ben.waitFor("#header-title", "den");
        mei.waitFor(".quiet-row", "Ben came in");
    }

    @Test
    void nobodyHostsAtAWrongAddress() throws TimeoutException {
        ben.type("#join-address", "127.0.0.1:1");
        ben.click("#join-join");
        ben.waitFor("#join-error", "No one is hosting at 127.0.0.1:1.");
    }

    @Test
    void aPasswordIsAskedForAndANameInUseIsOfferedAnother() throws TimeoutException {
        mei.type("#host-room", "secret");
        mei.type("#start-name", "Ben");
        mei.toggle("#host-more");
        mei.type("#host-password", "tea");
        mei.click("#host-open");
        mei.waitFor("#header-title", "secret");
        String address = mei.label("#header-address");
        String port = address.substring(address.lastIndexOf(':') + 1);

        ben.type("#join-address", "127.0.0.1:" + port);
        ben.click("#join-join");
        ben.waitFor("#join-password-error", "This room asks for a password.");
        ben.type("#join-password", "coffee");
        ben.click("#join-join");
        ben.waitFor("#join-password-error", "This is not the password.");
        ben.type("#join-password", "tea");
        ben.click("#join-join");
        ben.waitFor(
                "#start-name-error",
                "Ben belongs to somebody else in this room, or looks like a name that does.");
        ben.click("#join-join");
        ben.waitFor("#header-title", "secret");
    }
}

package chat.snug.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlatformFolderTest {
    private static final Map<String, String> LINUX = Map.of("os.name", "Linux", "user.home", "/m");

    @Test
    void linuxFollowsTheBaseDirectorySpecification() {
        assertThat(folder(Map.of("XDG_CONFIG_HOME", "/etc/mei"), LINUX))
                .isEqualTo(Path.of("/etc/mei/snug"));
        assertThat(folder(Map.of(), LINUX)).isEqualTo(Path.of("/m/.config/snug"));
        assertThat(folder(Map.of("XDG_CONFIG_HOME", "relative"), LINUX))
                .isEqualTo(Path.of("/m/.config/snug"));
    }

    @Test
    void macAndWindowsHaveTheirOwn() {
        assertThat(folder(Map.of(), Map.of("os.name", "Mac OS X", "user.home", "/Users/mei")))
                .isEqualTo(Path.of("/Users/mei/Library/Application Support/Snug"));
        Map<String, String> windows = Map.of("os.name", "Windows 11", "user.home", "/mei");
        assertThat(folder(Map.of("APPDATA", "/mei/Roaming"), windows))
                .isEqualTo(Path.of("/mei/Roaming/Snug"));
        assertThat(folder(Map.of(), windows)).isEqualTo(Path.of("/mei/AppData/Roaming/Snug"));
    }

    @Test
    void whatPeopleMadeIsElsewhereOnSome() {
        assertThat(data("Linux", Map.of())).isEqualTo(Path.of("/home/ann/.local/share/snug"));
        assertThat(data("Linux", Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/snug"));
        assertThat(data("Linux", Map.of("XDG_DATA_HOME", "relative")))
                .isEqualTo(Path.of("/home/ann/.local/share/snug"));
        assertThat(data("Mac OS X", Map.of()))
                .isEqualTo(Path.of("/home/ann/Library/Application Support/Snug"));
        assertThat(data("Windows 11", Map.of("LOCALAPPDATA", "/local")))
                .isEqualTo(Path.of("/local/Snug"));
    }

    private static Path folder(Map<String, String> environment, Map<String, String> properties) {
        return PlatformFolder.CONFIG.of(environment::get, properties::get);
    }

    private static Path data(String system, Map<String, String> environment) {
        Map<String, String> properties = Map.of("user.home", "/home/ann", "os.name", system);
        return PlatformFolder.DATA.of(environment::get, properties::get);
    }
}

package chat.snug.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConfigFolderTest {
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

    private static Path folder(Map<String, String> environment, Map<String, String> properties) {
        return ConfigFolder.of(environment::get, properties::get);
    }
}

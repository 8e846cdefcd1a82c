package chat.snug.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What is understood of a file of known hosts, whole or not, is written and read again. */
public final class KnownHostsTarget {
    private KnownHostsTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, UTF_8);
        read(text);
        read(HostsText.HEADING + '\n' + text);
    }

    private static void read(String text) {
        HostsText.Understood understood = HostsText.read(text);
        String written = HostsText.write(understood.hosts(), understood.policies());
        HostsText.Understood again = HostsText.read(written);
        if (!again.whole()
                || !again.hosts().equals(understood.hosts())
                || !again.policies().equals(understood.policies())) {
            throw new AssertionError(again + " is not " + understood);
        }
    }
}

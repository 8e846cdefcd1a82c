package chat.snug.trust;

import chat.snug.key.Fingerprint;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of hosts, as lines of text:
 *
 * <pre>
 *   snug-known-hosts 1
 *   192.168.1.20 6667 key QNwTv… 2026-11-21T17:00:00Z checked
 *   192.168.1.21 6667 key p3BzL… 2026-11-21T17:00:00Z unchecked invited
 *   irc.example.org 6697 vouched 2026-11-21T17:00:00Z
 *   irc.example.org 6697 sts 2592000 2026-12-21T17:00:00Z
 * </pre>
 */
final class HostsText {
    static final String HEADING = "snug-known-hosts 1";

    private HostsText() {}

    /**
     * What was understood.
     *
     * @param whole whether that is everything
     */
    record Understood(
            Map<Place, KnownHost> hosts, Map<String, StsPolicy> policies, boolean whole) {}

    static String write(Map<Place, KnownHost> hosts, Map<String, StsPolicy> policies) {
        StringBuilder text = new StringBuilder(HEADING).append('\n');
        hosts.forEach(
                (place, known) -> {
                    text.append(place.host()).append(' ').append(place.port());
                    switch (known) {
                        case KnownHost.ByKey host -> write(text, host);
                        case KnownHost.Vouched(Instant since) ->
                                text.append(" vouched ").append(since);
                    }
                    text.append('\n');
                });
        policies.forEach(
                (host, policy) ->
                        text.append(host)
                                .append(' ')
                                .append(policy.port())
                                .append(" sts ")
                                .append(policy.duration().toSeconds())
                                .append(' ')
                                .append(policy.until())
                                .append('\n'));
        return text.toString();
    }

    private static void write(StringBuilder text, KnownHost.ByKey known) {
        text.append(" key ")
                .append(known.key())
                .append(' ')
                .append(known.since())
                .append(known.checked() ? " checked" : " unchecked")
                .append(known.invited() ? " invited" : "");
    }

    static Understood read(String text) {
        Map<Place, KnownHost> hosts = new LinkedHashMap<>();
        Map<String, StsPolicy> policies = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>(text.lines().toList());
        boolean whole = !lines.isEmpty() && lines.removeFirst().equals(HEADING);
        for (String line : lines) {
            whole &= line.isBlank() || read(line.strip().split(" +", -1), hosts, policies);
        }
        return new Understood(hosts, policies, whole);
    }

    private static boolean read(
            String[] words, Map<Place, KnownHost> hosts, Map<String, StsPolicy> policies) {
        if (words.length < 4 || !words[1].matches("[0-9]{1,5}")) {
            return false;
        }
        int port = Integer.parseInt(words[1]);
        if (port < 1 || port > 65_535 || Place.canonical(words[0]).isEmpty()) {
            return false;
        }
        try {
            if (words[2].equals("sts") && words.length == 5) {
                StsPolicy policy =
                        new StsPolicy(
                                port,
                                Duration.ofSeconds(Long.parseLong(words[3])),
                                Instant.parse(words[4]));
                policies.put(Place.canonical(words[0]), policy);
                return true;
            }
            KnownHost known = known(words);
            if (known != null) {
                hosts.put(new Place(words[0], port), known);
            }
            return known != null;
        } catch (DateTimeException | ArithmeticException | NumberFormatException _) {
            return false;
        }
    }

    private static @Nullable KnownHost known(String[] words) {
        if (words[2].equals("vouched") && words.length == 4) {
            return new KnownHost.Vouched(Instant.parse(words[3]));
        }
        Fingerprint key = words[2].equals("key") ? Fingerprint.parse(words[3]) : null;
        boolean invited = words.length == 7 && words[6].equals("invited");
        if (key == null || words.length != (invited ? 7 : 6)) {
            return null;
        }
        boolean checked = words[5].equals("checked");
        return checked || words[5].equals("unchecked")
                ? new KnownHost.ByKey(key, Instant.parse(words[4]), invited, checked)
                : null;
    }
}

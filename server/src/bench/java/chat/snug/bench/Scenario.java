package chat.snug.bench;

import static chat.snug.bench.Metric.*;

import java.util.List;

/**
 * What can be measured.
 *
 * @param word its name on the command line
 * @param title its name in the table
 * @param telling the figures that it is for; the others explain them
 */
record Scenario(String word, String title, Course course, Plan plan, List<Metric> telling) {
    private static final List<Metric> FAN_OUT = List.of(DELIVERIES, CPU_PER_DELIVERY);
    private static final List<Metric> LATENCY = List.of(P50, P90, P99, MAX, CPU_PER_DELIVERY);

    /** In the order in which they are measured. */
    static final List<Scenario> ALL =
            List.of(
                    talk("fan-1000-1", "1,000 members, 1 sender", Plan.room(1000, 1), FAN_OUT),
                    talk("fan-1000-10", "1,000 members, 10 senders", Plan.room(1000, 10), FAN_OUT),
                    talk("fan-100-10", "100 members, 10 senders", Plan.room(100, 10), FAN_OUT),
                    talk(
                            "paced",
                            "1,000 members, paced at 50,000 deliveries/s",
                            Plan.room(1000, 10).paced(50).seconds(10),
                            LATENCY),
                    talk(
                            "mixed",
                            "1,000 members, 10 senders, half with capabilities",
                            Plan.room(1000, 10).withMixedCapabilities(),
                            FAN_OUT),
                    talk(
                            "rooms",
                            "200 rooms of 50, everybody in two, all busy",
                            Plan.room(50, 2).rooms(200, 16),
                            FAN_OUT),
                    talk(
                            "stalled-0",
                            "1,000 members, 10 senders, 400 bytes",
                            Plan.room(1000, 10).payload(400),
                            FAN_OUT),
                    talk(
                            "stalled-50",
                            "the same, 50 of them stalled",
                            Plan.room(1000, 10).payload(400).stalled(50),
                            List.of(DELIVERIES, CPU_PER_DELIVERY, RSS_GROWTH)),
                    talk(
                            "drop",
                            "200 members, 20 stalled, 6 MB for each",
                            Plan.room(200, 10).payload(400).messages(1500).stalled(20),
                            List.of(DROPPED, RSS_GROWTH)),
                    new Scenario(
                            "idle",
                            "10,000 connections",
                            Connecting::idle,
                            Plan.room(100, 1).paced(500).idle(10_000),
                            List.of(
                                    RSS_PER_CONNECTION,
                                    IDLE_CPU,
                                    CPU_PER_MESSAGE_ALONE,
                                    CPU_PER_MESSAGE_CROWDED)),
                    new Scenario(
                            "register",
                            "10,000 registrations",
                            Connecting::register,
                            Plan.room(1, 0).idle(10_000),
                            List.of(REGISTRATIONS, CPU_PER_REGISTRATION)),
                    new Scenario(
                            "join",
                            "1,000 people join a room",
                            Connecting::join,
                            Plan.room(1000, 0),
                            List.of(ANNOUNCEMENTS, CPU_PER_ANNOUNCEMENT)),
                    talk(
                            "soak",
                            "1,000 members, 10 senders, 10 minutes",
                            Plan.room(1000, 10).seconds(600),
                            List.of(DELIVERIES, CPU_PER_DELIVERY, RSS_GROWTH)));

    private static Scenario talk(String word, String title, Plan plan, List<Metric> telling) {
        return new Scenario(word, title, new Talking(), plan, telling);
    }

    static Scenario of(String word) {
        return ALL.stream()
                .filter(scenario -> scenario.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scenario " + word));
    }

    /** All but the one that takes ten minutes. */
    static List<Scenario> usual() {
        return ALL.stream().filter(scenario -> !scenario.word.equals("soak")).toList();
    }
}

package chat.snug.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Before the generator judges a server it proves on made-up bytes that it would notice: what is in
 * order passes however it is cut, and a lost, doubled, swapped or strayed line does not.
 */
final class SelfCheck {
    private static final int PAYLOAD = 64;
    private static final int MESSAGES = 100;
    private static final int LEAP = 7;

    private static final Rooms ROOMS = Rooms.overlapping(8, 6, 2);

    /** Sits in rooms 5 and 0, and talks in neither. */
    private static final int RECEIVER = 21;

    private static final int FOREIGN_ROOM = 1;

    private SelfCheck() {}

    /** Takes a few milliseconds; throws if the checks do not hold. */
    static void run() {
        try {
            for (String tags : List.of("", "@time=2026-01-01T00:00:00.000Z;msgid=a1 ")) {
                byte[] inOrder = wire(tags, numbers());
                for (int cut = 1; cut < 300; cut += LEAP) {
                    expect(cutUp(inOrder, cut), null);
                }
                expect(List.of(wire(tags, without(50))), "1 lost, 0 doubled");
                expect(List.of(wire(tags, without(MESSAGES - 1))), "1 lost, 0 doubled");
                expect(List.of(wire(tags, twice(50))), "0 lost, 1 doubled");
                expect(List.of(wire(tags, twice(MESSAGES - 1))), "0 lost, 1 doubled");
                expect(List.of(wire(tags, swapped(50))), "0 lost, 0 doubled, 1 out of order");
                byte[] strayed = line(tags, FOREIGN_ROOM, 0, 0);
                expect(List.of(inOrder, strayed), "0 lost, 0 doubled, 0 out of order, 1 strayed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void expect(List<byte[]> pieces, @Nullable String verdict) throws IOException {
        LineReader reader = new LineReader((client, buffer, from, to) -> {});
        Ledger ledger = new Ledger(1, ROOMS, client -> client == RECEIVER, client -> false);
        for (int message = 0; message < MESSAGES; message++) {
            for (int stream = 0; stream < ROOMS.streams(); stream++) {
                ledger.sending(stream);
            }
        }
        reader.talk(new LineReader.Talk(ledger, PAYLOAD));
        try (Selector selector = Selector.open()) {
            LoadClient client = new LoadClient(RECEIVER, false, false, selector);
            for (byte[] piece : pieces) {
                reader.take(client, piece);
            }
            client.close();
        }
        String found = ledger.verdict();
        boolean asExpected =
                verdict == null ? found == null : found != null && found.startsWith(verdict);
        if (!asExpected) {
            throw new IllegalStateException("the generator found " + found + ", not " + verdict);
        }
    }

    private static int[] numbers() {
        int[] numbers = new int[MESSAGES];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    private static int[] without(int number) {
        return Arrays.stream(numbers()).filter(n -> n != number).toArray();
    }

    private static int[] twice(int number) {
        int[] numbers = Arrays.copyOf(numbers(), MESSAGES + 1);
        System.arraycopy(numbers, number, numbers, number + 1, MESSAGES - number);
        return numbers;
    }

    private static int[] swapped(int number) {
        int[] numbers = numbers();
        numbers[number] = number + 1;
        numbers[number + 1] = number;
        return numbers;
    }

    /**
     * All that the receiver gets: from the first sender of its first room these numbers, from all
     * others of its rooms each number once; other lines stand between them.
     */
    private static byte[] wire(String tags, int[] numbers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int room : new int[] {ROOMS.first()[RECEIVER], ROOMS.second()[RECEIVER]}) {
            for (int sender = 0; sender < ROOMS.senders(); sender++) {
                boolean special = room == ROOMS.first()[RECEIVER] && sender == 0;
                for (int number : special ? numbers : numbers()) {
                    bytes.write(line(tags, room, sender, number));
                    if (number % LEAP == 0) {
                        bytes.write(":server PING :x\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] line(String tags, int room, int sender, int number) {
        String source = tags + ":b%05d!~bench@localhost PRIVMSG %s :";
        String head = source.formatted(sender, ROOMS.names()[room]);
        String line = head + LineReader.FILLER.repeat(PAYLOAD) + "\r\n";
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
        Stamp.write(bytes, head.length(), Stamp.head(1, room, sender), number, Stamp.now());
        return bytes.array();
    }

    private static List<byte[]> cutUp(byte[] bytes, int length) {
        int pieces = (bytes.length + length - 1) / length;
        byte[][] cut = new byte[pieces][];
        Arrays.setAll(
                cut,
                i ->
                        Arrays.copyOfRange(
                                bytes, i * length, Math.min(bytes.length, (i + 1) * length)));
        return List.of(cut);
    }
}

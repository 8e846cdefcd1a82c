package chat.snug.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    private final CharsetDecoder reference = UTF_8.newDecoder();

    @Test
    void agreesWithTheJdkOnAllSequencesOfTwoBytes() {
        byte[] bytes = new byte[2];
        for (int first = 0; first < 256; first++) {
            for (int second = 0; second < 256; second++) {
                bytes[0] = (byte) first;
                bytes[1] = (byte) second;
                check(bytes);
            }
        }
    }

    @Test
    void agreesWithTheJdkOnSequencesAroundEveryBound() {
        int[] edges = {
            0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0,
            0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
        };
        byte[] bytes = new byte[4];
        for (int a : edges) {
            for (int b : edges) {
                for (int c : edges) {
                    for (int d : edges) {
                        bytes[0] = (byte) a;
                        bytes[1] = (byte) b;
                        bytes[2] = (byte) c;
                        bytes[3] = (byte) d;
                        check(bytes);
                    }
                }
            }
        }
    }

    @Test
    void everyCodePointIsValidAndEncodedAsTheJdkDoes() {
        byte[] encoded = new byte[4];
        for (int point = 0x80; point <= Character.MAX_CODE_POINT; point++) {
            if (point >= 0xD800 && point <= 0xDFFF) {
                continue;
            }
            byte[] expected = Character.toString(point).getBytes(UTF_8);
            int length = Utf8.encode(point, encoded, 0);
            boolean same =
                    length == expected.length
                            && Utf8.lengthOf(point) == length
                            && Arrays.equals(encoded, 0, length, expected, 0, length)
                            && Utf8.isValid(expected, 0, length)
                            && !Utf8.isValid(expected, 0, length - 1)
                            && !Utf8.isValid(expected, 1, length);
            assertThat(same).as("U+%04X", point).isTrue();
        }
    }

    @Test
    void agreesWithTheJdkOnDamagedText() {
        Random random = new Random(3);
        byte[] text = "Grüße 你好 👩‍👩‍👧 ok".getBytes(UTF_8);
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = text.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            check(bytes);
        }
    }

    private void check(byte[] bytes) {
        boolean valid;
        try {
            reference.decode(ByteBuffer.wrap(bytes));
            valid = true;
        } catch (CharacterCodingException _) {
            valid = false;
        }
        if (Utf8.isValid(bytes, 0, bytes.length) != valid) {
            assertThat(bytes).as("valid is %s", valid).isEmpty();
        }
    }
}

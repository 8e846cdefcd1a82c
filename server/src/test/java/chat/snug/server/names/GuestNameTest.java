package chat.snug.server.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GuestNameTest {
    @Test
    void thereIsANameThoughAllShortOnesAreTaken() {
        Random random = new Random(7);

        String name =
                GuestName.free(taken -> taken.length() < "Guest00000".length(), random::nextInt);

        assertThat(name).matches("Guest[1-9]\\d{4,9}");
        assertThat(GuestName.free(_ -> false, random::nextInt)).matches("Guest[1-9]\\d{3}");
    }
}

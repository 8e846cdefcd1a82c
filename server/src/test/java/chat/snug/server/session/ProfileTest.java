package chat.snug.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.snug.protocol.Capability;
import chat.snug.web.FrameType;
import org.junit.jupiter.api.Test;

class ProfileTest {
    @Test
    void eachBitMeansOneThing() {
        int taken = 0;
        for (FrameType type : FrameType.values()) {
            int bits = Profile.bits(type);
            assertThat(bits & taken).as(type.name()).isZero();
            taken |= bits;
        }
        for (Capability capability : Capability.values()) {
            int bits = Profile.bits(capability);
            assertThat(bits & taken).as(capability.name()).isZero();
            taken |= bits;
        }
    }

    @Test
    void theBitsOfLinesAreTheLowest() {
        int lines = Profile.TAG_BITS | Profile.FRAME_BITS;
        assertThat(lines & (lines + 1)).isZero();
        assertThat(lines).isLessThan(Long.SIZE);
    }
}

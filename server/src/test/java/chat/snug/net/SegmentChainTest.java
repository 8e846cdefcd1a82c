package chat.snug.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SegmentChainTest {
    private final SegmentPool pool = new SegmentPool();
    private final SegmentChain chain = new SegmentChain(pool);

    @Test
    void writesOneLineBehindTheOther() {
        ByteBuffer line = Peer.utf8("hello");
        chain.append(line);
        Segment segment = chain.segment();
        assertThat(chain.start()).isZero();
        assertThat(chain.end()).isEqualTo(5);
        assertThat(line.position()).as("the source does not move").isZero();
        chain.append(Peer.utf8("world"));
        assertThat(chain.segment()).isSameAs(segment);
        assertThat(chain.start()).isEqualTo(5);
        assertThat(chain.end()).isEqualTo(10);
        assertThat(StandardCharsets.US_ASCII.decode(segment.view(0, 10)).toString())
                .isEqualTo("helloworld");
        chain.close();
        assertThat(pool.inUse()).isZero();
    }

    @Test
    void aLineThatDoesNotFitBeginsANewSegment() {
        chain.append(ByteBuffer.allocate(SegmentPool.SEGMENT_BYTES - 4));
        Segment first = chain.segment();
        first.retain(); // a reader
        chain.append(Peer.utf8("hello"));
        assertThat(chain.segment()).isNotSameAs(first);
        assertThat(chain.start()).isZero();
        assertThat(pool.inUse()).isEqualTo(2);
        first.release();
        assertThat(pool.inUse()).isEqualTo(1);
        chain.close();
        assertThat(pool.inUse()).isZero();
        assertThat(pool.spare()).isEqualTo(2);
    }

    @Test
    void aLineLongerThanASegmentGetsOneOfItsOwn() {
        chain.append(Peer.utf8("short"));
        chain.append(ByteBuffer.allocate(SegmentPool.SEGMENT_BYTES + 1));
        assertThat(chain.segment().capacity()).isEqualTo(SegmentPool.SEGMENT_BYTES + 1);
        assertThat(chain.start()).isZero();
        assertThat(chain.end()).isEqualTo(SegmentPool.SEGMENT_BYTES + 1);
        chain.append(Peer.utf8("short"));
        assertThat(chain.segment().capacity()).isEqualTo(SegmentPool.SEGMENT_BYTES);
        chain.close();
        assertThat(pool.inUse()).isZero();
        assertThat(pool.spare()).as("the long one is not kept").isEqualTo(1);
    }

    @Test
    void letsGoOfItsSegmentAtTheEndOfTheTurnWhenNobodyReads() {
        chain.append(Peer.utf8("hello"));
        Segment segment = chain.segment();
        segment.retain();
        pool.endTurn();
        assertThat(chain.segment()).as("a reader lags").isSameAs(segment);
        segment.release();
        assertThat(chain.segment()).as("the turn goes on").isSameAs(segment);
        pool.endTurn();
        assertThat(pool.inUse()).isZero();
        assertThatThrownBy(chain::segment).isInstanceOf(IllegalStateException.class);
        chain.append(Peer.utf8("again"));
        assertThat(chain.start()).isZero();
        chain.close();
    }

    @Test
    void theSegmentGivenBackLastIsUsedFirst() {
        Segment a = pool.take(1);
        Segment b = pool.take(1);
        b.release();
        a.release();
        assertThat(pool.take(1)).isSameAs(a);
    }

    @Test
    void keepsABoundedNumberOfSpareSegments() {
        Segment[] taken = new Segment[300];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = pool.take(1);
        }
        for (Segment segment : taken) {
            segment.release();
        }
        assertThat(pool.spare()).isEqualTo(256);
        assertThat(pool.inUse()).isZero();
    }

    @Test
    void closingAnEmptyChainIsFine() {
        chain.close();
        chain.append(Peer.utf8("hello"));
        chain.close();
        chain.close();
        pool.endTurn();
        assertThat(pool.inUse()).isZero();
    }
}

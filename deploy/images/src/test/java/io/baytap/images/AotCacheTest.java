package io.baytap.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class AotCacheTest {

    private static final int BYTES = 8192;

    @Test
    void checksumsAndTimesOfTheDumpBecomeZero() {
        AotCache.Dump one = dump(0x1234, 5_010, 77, 5_000);
        AotCache.Dump other = dump(0x9876, 6_020, 77, 6_000);

        ByteBuffer cache = AotCache.withoutTimes(one, other);

        assertThat(cache).isEqualTo(dump(0, 0, 77, 0).bytes());
    }

    @Test
    void anyOtherDifferenceIsRefused() {
        AotCache.Dump one = dump(0x1234, 5_010, 77, 5_000);

        assertThatThrownBy(() -> AotCache.withoutTimes(one, dump(0x1234, 6_020, 78, 6_000)))
                .hasMessageContaining("differ at byte 6000");
        assertThatThrownBy(() -> AotCache.withoutTimes(one, dump(0x1234, 7_001, 77, 6_000)))
                .hasMessageContaining("differ at byte 5000");
    }

    /** Made within a second from {@code began}; with a checksum, a time and something else in it. */
    private static AotCache.Dump dump(int checksum, long time, long value, long began) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(4, checksum)
                .putLong(5_000, time)
                .putLong(6_000, value);
        return new AotCache.Dump(bytes, began, began + 1_000);
    }
}

package io.baytap.tap.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.baytap.tap.domain.TapMemory;
import org.jspecify.annotations.Nullable;

/** The last accepted taps of this replica; the ones asked for least are forgotten first. */
public final class RecentTaps implements TapMemory {

    private final Cache<TapKey, Long> fingerprints;

    private record TapKey(String gateId, long sequence) {}

    /** Remembers that many taps, at about 120 bytes of heap each. */
    public RecentTaps(long tapsMax) {
        this.fingerprints = Caffeine.newBuilder().maximumSize(tapsMax).build();
    }

    @Override
    public @Nullable Long find(String gateId, long sequence) {
        return fingerprints.getIfPresent(new TapKey(gateId, sequence));
    }

    @Override
    public void remember(String gateId, long sequence, long fingerprint) {
        fingerprints.put(new TapKey(gateId, sequence), fingerprint);
    }
}

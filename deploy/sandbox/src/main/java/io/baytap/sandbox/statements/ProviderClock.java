package io.baytap.sandbox.statements;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The providers' clock: another one until it is told a time, then it stands at the latest it was told. A past day can be replayed
 * by it, while signatures are still as young as they must be.
 */
public final class ProviderClock extends Clock {

    private final Clock before;
    private final AtomicReference<@Nullable Instant> told;

    /**
     * Not told yet.
     *
     * @param before the time until then
     */
    public ProviderClock(Clock before) {
        this(before, new AtomicReference<>());
    }

    private ProviderClock(Clock before, AtomicReference<@Nullable Instant> told) {
        this.before = before;
        this.told = told;
    }

    /** It is that time now; false, and nothing changes, if a later one was told. */
    public boolean tell(Instant now) {
        Instant latest = told.accumulateAndGet(now, (was, is) -> was != null && was.isAfter(is) ? was : is);
        return now.equals(latest);
    }

    @Override
    public Instant instant() {
        Instant now = told.get();
        return now == null ? before.instant() : now;
    }

    @Override
    public ZoneId getZone() {
        return before.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ProviderClock(before.withZone(zone), told);
    }
}

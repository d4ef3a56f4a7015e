package io.baytap.fare.messaging;

import io.baytap.fare.domain.Rulebook;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.schemas.wire.SchemaLookup;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What the topology is built from.
 *
 * @param rules tariffs, schemes and rates as they are now
 * @param rates filled by the topology
 * @param horizon how long a rider's taps are kept: longer than tap-ingest takes a late tap
 * @param caughtUpAfter with no tap for this long a partition has caught up with its topic
 * @param expiryInterval between two looks for journeys whose missing tap is no longer waited for
 */
public record FareParts(
        Supplier<Rulebook> rules,
        FxRates rates,
        SchemaLookup schemas,
        LineClock clock,
        FareMeter meter,
        TapTraces traces,
        Duration horizon,
        Duration caughtUpAfter,
        Duration expiryInterval) {}

package io.baytap.fx.messaging;

import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Makes the processor of each partition, and the stores that go with it. */
final class FareProcessors implements ProcessorSupplier<byte[], byte[], byte[], Outgoing> {

    static final String WAITING_FARES = "waiting-fares";
    static final String JOURNEY_TERMS = "journey-terms";
    static final String PARKED_RATES = "parked-rates";
    static final String PENDING_EXPOSURES = "pending-exposures";

    /** Exposures of so long go to the desk together: one record where there were thousands of fares. */
    static final Duration EXPOSURE_INTERVAL = Duration.ofSeconds(1);

    /** Of the window that holds a journey's terms; it is found by its start alone. */
    private static final Duration WINDOW = Duration.ofMillis(1);

    private final ConversionParts parts;

    FareProcessors(ConversionParts parts) {
        this.parts = parts;
    }

    @Override
    public Processor<byte[], byte[], byte[], Outgoing> get() {
        return new Processor<>() {
            private @Nullable FareConversion fares;
            private @Nullable WaitingFares waiting;

            @Override
            public void init(ProcessorContext<byte[], Outgoing> context) {
                var kept = new WaitingFares(
                        context.getStateStore(WAITING_FARES),
                        parts.meter().waiting(context.taskId().partition()));
                var exposures = new PendingExposures(
                        context, parts.settings().tradingDay(), context.getStateStore(PENDING_EXPOSURES));
                var conversion = new FareConversion(
                        context, parts, kept, new JourneyTerms(context.getStateStore(JOURNEY_TERMS)), exposures);
                var parking = new RateParking(context, parts, context.getStateStore(PARKED_RATES));
                context.schedule(parts.settings().releaseInterval(), PunctuationType.WALL_CLOCK_TIME, _ -> {
                    conversion.release();
                    parking.park();
                });
                context.schedule(EXPOSURE_INTERVAL, PunctuationType.WALL_CLOCK_TIME, _ -> exposures.send());
                this.fares = conversion;
                this.waiting = kept;
            }

            @Override
            public void process(Record<byte[], byte[]> fare) {
                if (fares == null) {
                    throw new IllegalStateException("not initialised");
                }
                fares.take(fare);
            }

            @Override
            public void close() {
                if (waiting != null) {
                    waiting.close();
                }
            }
        };
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(WAITING_FARES), Serdes.Bytes(), Serdes.ByteArray()),
                Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(
                                JOURNEY_TERMS, parts.settings().termsKept(), WINDOW, false),
                        Serdes.String(),
                        Serdes.ByteArray()),
                // Cached: what a commit's fares expose is one record of the changelog.
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(PENDING_EXPOSURES), Serdes.String(), Serdes.ByteArray())
                        .withCachingEnabled(),
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(PARKED_RATES), Serdes.Integer(), Serdes.Long()));
    }
}

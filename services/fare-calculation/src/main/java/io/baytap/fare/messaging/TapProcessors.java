package io.baytap.fare.messaging;

import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Makes the processor of each partition, and the stores that go with it. */
final class TapProcessors implements ProcessorSupplier<byte[], byte[], byte[], Outgoing> {

    static final String RIDERS = "riders";
    private static final String PARKED_TICKS = "parked-ticks";

    private final FareParts parts;
    private final Function<String, KeyValueBytesStoreSupplier> stores;

    TapProcessors(FareParts parts, Function<String, KeyValueBytesStoreSupplier> stores) {
        this.parts = parts;
        this.stores = stores;
    }

    @Override
    public Processor<byte[], byte[], byte[], Outgoing> get() {
        return new Processor<>() {
            private @Nullable TapAssessment taps;

            @Override
            public void init(ProcessorContext<byte[], Outgoing> context) {
                var riders = new RiderStore(context.getStateStore(RIDERS), parts.horizon());
                var assessment = new TapAssessment(context, parts, riders);
                context.schedule(parts.expiryInterval(), PunctuationType.WALL_CLOCK_TIME, _ -> assessment.wake());
                if (parts.clock() instanceof ReplayClock clock) {
                    var parking = new TickParking(context, parts, clock, context.getStateStore(PARKED_TICKS));
                    context.schedule(parts.expiryInterval(), PunctuationType.WALL_CLOCK_TIME, _ -> parking.park());
                }
                this.taps = assessment;
            }

            @Override
            public void process(Record<byte[], byte[]> tap) {
                if (taps == null) {
                    throw new IllegalStateException("not initialised");
                }
                taps.take(tap);
            }
        };
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return parts.clock() instanceof ReplayClock ? Set.of(riders(), parkedTicks()) : Set.of(riders());
    }

    private StoreBuilder<KeyValueStore<Bytes, byte[]>> riders() {
        return Stores.keyValueStoreBuilder(stores.apply(RIDERS), Serdes.Bytes(), Serdes.ByteArray());
    }

    private static StoreBuilder<KeyValueStore<Integer, Long>> parkedTicks() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(PARKED_TICKS), Serdes.Integer(), Serdes.Long());
    }
}

package io.baytap.fx.messaging;

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

/**
 * Makes the desk. Its input has one partition, so one replica has it: that replica leads, and does for all what only one
 * should do.
 */
final class ExposureProcessors implements ProcessorSupplier<byte[], byte[], byte[], Outgoing> {

    private static final String OPEN = "open-exposures";
    private static final String CLOCK = "exposure-clock";

    private final ConversionParts parts;

    ExposureProcessors(ConversionParts parts) {
        this.parts = parts;
    }

    @Override
    public Processor<byte[], byte[], byte[], Outgoing> get() {
        return new Processor<>() {
            private @Nullable ExposureDealing dealing;

            @Override
            public void init(ProcessorContext<byte[], Outgoing> context) {
                var desk =
                        new ExposureDealing(context, parts, context.getStateStore(OPEN), context.getStateStore(CLOCK));
                context.schedule(FareProcessors.EXPOSURE_INTERVAL, PunctuationType.WALL_CLOCK_TIME, _ -> desk.deal());
                dealing = desk;
                parts.leadership().gained();
            }

            @Override
            public void process(Record<byte[], byte[]> report) {
                if (dealing == null) {
                    throw new IllegalStateException("not initialised");
                }
                dealing.take(report.value());
            }

            @Override
            public void close() {
                parts.leadership().lost();
                parts.meter().forgetExposures();
            }
        };
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(OPEN), Serdes.String(), Serdes.ByteArray()),
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(CLOCK), Serdes.String(), Serdes.ByteArray()));
    }
}

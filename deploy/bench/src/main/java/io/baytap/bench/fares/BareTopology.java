package io.baytap.bench.fares;

import io.baytap.schemas.Topics;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The least that a topology with state does for a tap: a get, a put, and every second one passed on. */
final class BareTopology {

    static final String FORWARDED = "bench.forwarded.v1";

    private static final String LATEST = "latest";
    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private BareTopology() {}

    static Topology build(Function<String, KeyValueBytesStoreSupplier> stores) {
        var builder = new StreamsBuilder();
        StoreBuilder<?> store = Stores.keyValueStoreBuilder(stores.apply(LATEST), Serdes.Bytes(), BYTES);
        builder.stream(Topics.TAPS_ACCEPTED.name(), Consumed.with(BYTES, BYTES).withName("taps-accepted"))
                .process(new Supplier(store), Named.as("get-and-put"))
                .to(FORWARDED, Produced.with(BYTES, BYTES).withName("forwarded"));
        return builder.build();
    }

    private record Supplier(StoreBuilder<?> store) implements ProcessorSupplier<byte[], byte[], byte[], byte[]> {

        @Override
        public Processor<byte[], byte[], byte[], byte[]> get() {
            return new GetAndPut();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(store);
        }
    }

    private static final class GetAndPut implements Processor<byte[], byte[], byte[], byte[]> {

        private @Nullable ProcessorContext<byte[], byte[]> context;
        private @Nullable KeyValueStore<Bytes, byte[]> latest;
        private long taps;
        private long knownBytes;

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            this.context = context;
            this.latest = context.getStateStore(LATEST);
        }

        @Override
        public void process(Record<byte[], byte[]> tap) {
            if (context == null || latest == null) {
                throw new IllegalStateException("not initialised");
            }
            Bytes rider = Bytes.wrap(tap.key());
            byte[] before = latest.get(rider);
            knownBytes += before == null ? 0 : before.length;
            latest.put(rider, tap.value());
            if (taps++ % 2 == 1) {
                context.forward(tap);
            }
        }

        @Override
        public String toString() {
            return taps + " taps, " + knownBytes + " bytes read";
        }
    }
}

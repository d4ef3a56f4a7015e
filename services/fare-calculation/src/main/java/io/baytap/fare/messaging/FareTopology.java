package io.baytap.fare.messaging;

import static io.baytap.schemas.Topics.FARES_ASSESSED;
import static io.baytap.schemas.Topics.FX_RATES;
import static io.baytap.schemas.Topics.REPLAY_TICKS;
import static io.baytap.schemas.Topics.TAPS_ACCEPTED;

import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Accepted taps in, assessed fares out; what cannot be used goes to the dead letters. */
public final class FareTopology {

    /** The consumer's name in the topic table, the application id and the name of its dead letters. */
    public static final String SERVICE = "fare-calculation";

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private final FareParts parts;
    private final Function<String, KeyValueBytesStoreSupplier> stores;

    /** With its stores in RocksDB. */
    public FareTopology(FareParts parts) {
        this(parts, Stores::persistentKeyValueStore);
    }

    /** With stores of another kind, by name; they have changelogs all the same. */
    public FareTopology(FareParts parts, Function<String, KeyValueBytesStoreSupplier> stores) {
        this.parts = parts;
        this.stores = stores;
    }

    public Topology build() {
        var builder = new StreamsBuilder();
        builder.addGlobalStore(
                inMemory("rates"),
                FX_RATES.name(),
                Consumed.with(BYTES, BYTES).withName("fx-rates"),
                () -> parts.rates().processor(parts.schemas()));
        if (parts.clock() instanceof ReplayClock replay) {
            builder.addGlobalStore(
                    inMemory("ticks"),
                    REPLAY_TICKS.name(),
                    Consumed.with(BYTES, BYTES).withName("replay-ticks"),
                    () -> replay.processor(parts.schemas()));
        }
        KStream<byte[], Outgoing> outgoing = builder.stream(
                        TAPS_ACCEPTED.name(), Consumed.with(BYTES, BYTES).withName("taps-accepted"))
                .process(new TapProcessors(parts, stores), Named.as("assess-taps"));
        send(outgoing, Outgoing.Fare.class, FARES_ASSESSED.name(), "fares-assessed");
        send(outgoing, Outgoing.ParkedTap.class, TAPS_ACCEPTED.deadLetters(SERVICE), "taps-parked");
        if (parts.clock() instanceof ReplayClock) {
            send(outgoing, Outgoing.ParkedTick.class, REPLAY_TICKS.deadLetters(SERVICE), "ticks-parked");
        }
        return builder.build();
    }

    private static void send(
            KStream<byte[], Outgoing> outgoing, Class<? extends Outgoing> kind, String topic, String name) {
        outgoing.filter((_, out) -> kind.isInstance(out), Named.as("select-" + name))
                .mapValues(out -> out.value(), Named.as("encode-" + name))
                .to(topic, Produced.with(BYTES, BYTES).withName(name));
    }

    /** Kafka Streams asks for a store; what was read is kept elsewhere. In memory, so that a start reads the topic again. */
    private static StoreBuilder<KeyValueStore<byte[], byte[]>> inMemory(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), BYTES, BYTES)
                .withLoggingDisabled();
    }
}

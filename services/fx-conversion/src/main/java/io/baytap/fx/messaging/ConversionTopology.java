package io.baytap.fx.messaging;

import static io.baytap.schemas.Topics.DEALS_STRUCK;
import static io.baytap.schemas.Topics.FARES_ASSESSED;
import static io.baytap.schemas.Topics.FARES_CONVERTED;
import static io.baytap.schemas.Topics.FX_EXPOSURES;
import static io.baytap.schemas.Topics.FX_RATES;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Assessed fares in, converted fares out; rates beside them; what cannot be read goes to the dead letters. What
 * conversions expose goes, summed up, through one partition to the desk that deals it.
 */
public final class ConversionTopology {

    /** The consumer's name in the topic table, the application id and the name of its dead letters. */
    public static final String SERVICE = "fx-conversion";

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();
    private static final String RATES = "rates";

    private final ConversionParts parts;

    public ConversionTopology(ConversionParts parts) {
        this.parts = parts;
    }

    public Topology build() {
        var builder = new StreamsBuilder();
        builder.addGlobalStore(
                rates(), FX_RATES.name(), Consumed.with(BYTES, BYTES).withName("fx-rates"), parts.feed()::processor);
        follow(builder, FX_EXPOSURES.name(), "fx-exposures", parts.desk()::exposures);
        follow(builder, DEALS_STRUCK.name(), "fx-deals", parts.desk()::deals);
        KStream<byte[], Outgoing> outgoing = builder.stream(
                        FARES_ASSESSED.name(), Consumed.with(BYTES, BYTES).withName("fares-assessed"))
                .process(new FareProcessors(parts), Named.as("convert-fares"));
        send(outgoing, Outgoing.Converted.class, FARES_CONVERTED.name(), "fares-converted");
        send(outgoing, Outgoing.ParkedFare.class, FARES_ASSESSED.deadLetters(SERVICE), "fares-parked");
        send(outgoing, Outgoing.ParkedRate.class, FX_RATES.deadLetters(SERVICE), "rates-parked");
        KStream<byte[], Outgoing> dealt = only(outgoing, Outgoing.Exposed.class, "exposed")
                .repartition(
                        Repartitioned.with(BYTES, BYTES).withName("exposures").withNumberOfPartitions(1))
                .process(new ExposureProcessors(parts), Named.as("deal-exposures"));
        send(dealt, Outgoing.ExposureEvent.class, FX_EXPOSURES.name(), "exposures");
        send(dealt, Outgoing.DealEvent.class, DEALS_STRUCK.name(), "deals-struck");
        return builder.build();
    }

    /** Read from its beginning by every replica, as the rates are; the names keep the numbers of the other parts. */
    private static void follow(
            StreamsBuilder builder, String topic, String name, ProcessorSupplier<byte[], byte[], Void, Void> feed) {
        builder.addGlobalStore(
                unlogged(name), topic, Consumed.with(BYTES, BYTES).withName(name), feed);
    }

    private static void send(
            KStream<byte[], Outgoing> outgoing, Class<? extends Outgoing> kind, String topic, String name) {
        only(outgoing, kind, name).to(topic, Produced.with(BYTES, BYTES).withName(name));
    }

    private static KStream<byte[], byte[]> only(
            KStream<byte[], Outgoing> outgoing, Class<? extends Outgoing> kind, String name) {
        return outgoing.filter((_, out) -> kind.isInstance(out), Named.as("select-" + name))
                .mapValues(out -> out.value(), Named.as("encode-" + name));
    }

    /**
     * The rates as they came. Kafka Streams asks for it; the book of rates is made from it. In memory, so that the topic
     * is read from its beginning at each start: a store on disk would be read on from where it ended, and the book be
     * left without what came before.
     */
    private static StoreBuilder<KeyValueStore<byte[], byte[]>> rates() {
        return unlogged(RATES);
    }

    private static StoreBuilder<KeyValueStore<byte[], byte[]>> unlogged(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), BYTES, BYTES)
                .withLoggingDisabled();
    }
}

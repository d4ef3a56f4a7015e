package io.baytap.wallet.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.Ledger;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Books converted fares and tells that they are booked. */
final class FareHandler implements RecordHandler {

    private final Decoder<FareConverted> decoder;
    private final Encoder encoder;
    private final DeadLetters deadLetters;
    private final Ledger ledger;
    private final MeterRegistry metrics;

    FareHandler(KafkaClients clients, Ledger ledger, MeterRegistry metrics) {
        this.decoder = new Decoder<>(FareConverted.class, clients.registry());
        this.encoder = clients.encoder();
        this.deadLetters = new DeadLetters(Topics.FARES_CONVERTED, metrics);
        this.ledger = ledger;
        this.metrics = metrics;
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> handle(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<ConsumerRecord<byte[], byte[]>, Conversion> readable = new LinkedHashMap<>();
        List<ProducerRecord<byte[], byte[]>> outputs = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                readable.put(record, read(record));
            } catch (UnreadableRecord e) {
                outputs.add(deadLetters.park(record, e));
            }
        }
        Set<String> different = ledger.post(List.copyOf(readable.values()));
        readable.forEach((record, conversion) -> outputs.add(
                different.contains(conversion.id())
                        ? deadLetters.park(record, "OTHER_CONTENT_BOOKED")
                        : encoder.encode(
                                Topics.SETTLEMENTS_POSTED,
                                conversion.riderId(),
                                SettlementMapper.toEvent(conversion))));
        metrics.counter("wallet.fares.posted").increment(readable.size() - different.size());
        return outputs;
    }

    private Conversion read(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecord {
        Conversion conversion = FareMapper.toConversion(decoder.decode(record));
        Optional<String> refusal = conversion.refusal();
        if (refusal.isPresent()) {
            throw new UnreadableRecord(refusal.get());
        }
        return conversion;
    }

    @Override
    public void close() {
        decoder.close();
        encoder.close();
    }
}

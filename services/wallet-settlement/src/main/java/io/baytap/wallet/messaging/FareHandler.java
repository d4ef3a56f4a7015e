package io.baytap.wallet.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.Ledger;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Books converted fares and tells that they are booked. */
final class FareHandler implements RecordHandler {

    private final Intake<FareConverted, Conversion> intake;
    private final EventWriter<SettlementPosted> writer;
    private final Ledger ledger;
    private final MeterRegistry metrics;

    FareHandler(KafkaClients clients, Ledger ledger, MeterRegistry metrics) {
        this.intake = new Intake<>(
                Topics.FARES_CONVERTED, FareConverted.class, clients.schemas(), FareMapper::toConversion, metrics);
        this.writer = new EventWriter<>(Topics.SETTLEMENTS_POSTED, SettlementPosted.class, clients.schemas());
        this.ledger = ledger;
        this.metrics = metrics;
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> handle(List<ConsumerRecord<byte[], byte[]>> records) {
        Intake.Taken<Conversion> taken = intake.take(records);
        Ledger.Posted posted = ledger.post(List.copyOf(taken.facts().values()));
        List<ProducerRecord<byte[], byte[]>> outputs = new ArrayList<>(taken.parked());
        taken.facts()
                .forEach((record, conversion) -> outputs.add(
                        posted.different().contains(conversion)
                                ? intake.park(record, "OTHER_CONTENT_BOOKED", "its id stands for another fare")
                                : writer.record(
                                        conversion.riderId(),
                                        SettlementMapper.toEvent(
                                                conversion,
                                                posted.settlementDays().get(conversion.id())))));
        metrics.counter("wallet.fares.posted")
                .increment(taken.facts().size() - posted.different().size());
        return outputs;
    }
}

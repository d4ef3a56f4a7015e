package io.baytap.wallet.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.schemas.wire.EventWriter;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.Ledger;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Books converted fares and tells that they are booked. */
final class FareHandler implements RecordHandler {

    /** 5 s is what the service level objective counts by; fare-calculation has the same. */
    private static final Duration[] DELAYS = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private final Intake<FareConverted, Conversion> intake;
    private final EventWriter<SettlementPosted> writer;
    private final Ledger ledger;
    private final InstantSource time;
    private final WalletSpans spans;
    private final Counter booked;
    private final Timer delay;

    FareHandler(KafkaClients clients, Ledger ledger, InstantSource time, MeterRegistry metrics, WalletSpans spans) {
        this.spans = spans;
        this.intake = new Intake<>(
                Topics.FARES_CONVERTED, FareConverted.class, clients.schemas(), FareMapper::toConversion, metrics);
        this.writer = new EventWriter<>(Topics.SETTLEMENTS_POSTED, SettlementPosted.class, clients.schemas());
        this.ledger = ledger;
        this.time = time;
        this.booked = metrics.counter("wallet.fares.posted");
        this.delay = Timer.builder("wallet.delay")
                .description("From when a fare was assessed until it was booked; conversion lies between")
                .serviceLevelObjectives(DELAYS)
                .register(metrics);
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> handle(List<ConsumerRecord<byte[], byte[]>> records) {
        Intake.Taken<Conversion> taken = intake.take(records);
        Map<ConsumerRecord<byte[], byte[]>, Span> traced = spans.booking(taken.facts());
        try {
            return book(taken, traced);
        } finally {
            traced.values().forEach(Span::end);
        }
    }

    private List<ProducerRecord<byte[], byte[]>> book(
            Intake.Taken<Conversion> taken, Map<ConsumerRecord<byte[], byte[]>, Span> traced) {
        Ledger.Posted posted = ledger.post(List.copyOf(taken.facts().values()));
        List<ProducerRecord<byte[], byte[]>> outputs = new ArrayList<>(taken.parked());
        taken.facts()
                .forEach((record, conversion) -> outputs.add(
                        posted.different().contains(conversion)
                                ? intake.park(record, "OTHER_CONTENT_BOOKED", "its id stands for another fare")
                                : told(conversion, posted, traced.get(record))));
        booked.increment(taken.facts().size() - posted.different().size());
        long now = time.millis();
        // fx-conversion keeps the time at which the fare was assessed. Clocks that disagree make it no less than 0.
        taken.facts()
                .keySet()
                .forEach(record -> delay.record(Math.max(0, now - record.timestamp()), TimeUnit.MILLISECONDS));
        return outputs;
    }

    private ProducerRecord<byte[], byte[]> told(Conversion conversion, Ledger.Posted posted, @Nullable Span span) {
        ProducerRecord<byte[], byte[]> told = writer.record(
                conversion.riderId(),
                SettlementMapper.toEvent(conversion, posted.settlementDays().get(conversion.id())));
        if (span != null) {
            TapTraces.carry(span, told.headers());
        }
        return told;
    }
}

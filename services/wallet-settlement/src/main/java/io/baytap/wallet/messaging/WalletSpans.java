package io.baytap.wallet.messaging;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.Outcome;
import io.opentelemetry.api.trace.Span;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The spans of fares that are booked, and of what is told of their charges. */
final class WalletSpans {

    private final TapTraces traces;

    WalletSpans(TapTraces traces) {
        this.traces = traces;
    }

    /** Of the fares that are to be booked and are traced; each fare then knows its trace. */
    Map<ConsumerRecord<byte[], byte[]>, Span> booking(Map<ConsumerRecord<byte[], byte[]>, Conversion> fares) {
        Map<ConsumerRecord<byte[], byte[]>, Span> spans = new HashMap<>();
        fares.replaceAll((record, fare) -> {
            Span span = traces.process(record, KafkaClients.SERVICE);
            String context = TapTraces.traceparent(span);
            if (context == null) {
                return fare;
            }
            span.setAttribute(TapTraces.FARE, fare.fareId());
            span.setAttribute(TapTraces.JOURNEY, fare.journeyId());
            span.setAttribute(TapTraces.OPERATOR, fare.operatorId());
            spans.put(record, span);
            return fare.tracedBy(context);
        });
        return spans;
    }

    /** Of an outcome that the record tells, which carries it on. Outcomes are told later, by what was kept with their charges. */
    Span telling(Outcome outcome, ProducerRecord<?, ?> record) {
        if (!(outcome instanceof Outcome.OfCharge ofCharge)) {
            return Span.getInvalid();
        }
        Span span = traces.send(topic(ofCharge), ofCharge.charge().traceparent());
        span.setAttribute(TapTraces.CHARGE, ofCharge.charge().chargeId());
        span.setAttribute(TapTraces.JOURNEY, ofCharge.charge().journeyId());
        span.setAttribute(TapTraces.OPERATOR, ofCharge.charge().operatorId());
        TapTraces.carry(span, record.headers());
        return span;
    }

    private static Topic topic(Outcome.OfCharge outcome) {
        return switch (outcome) {
            case Outcome.Settled _ -> Topics.CHARGES_SETTLED;
            case Outcome.Declined _ -> Topics.CHARGES_DECLINED;
            case Outcome.Refunded _ -> Topics.CHARGES_REFUNDED;
        };
    }
}

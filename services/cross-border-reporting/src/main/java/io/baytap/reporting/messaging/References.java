package io.baytap.reporting.messaging;

import io.baytap.reporting.domain.trace.Reference;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * What an event names: itself, and whatever else somebody may look for it by. Each is an entry of an index, so what a journey causes
 * is named by the journey alone where its own ids have that of the journey within them, see {@link Reference#hashes}; and whose
 * journey it is, its taps and its fare say.
 */
final class References {

    /** One idea has one name in all schemas. */
    private static final List<String> FIELDS = List.of(
            "eventId",
            "riderId",
            "gateId",
            "journeyId",
            "fareId",
            "conversionId",
            "chargeId",
            "outTradeNo",
            "transactionId",
            "outRefundNo",
            "refundId",
            "batchId",
            "proposalId",
            "ourReference",
            "theirReference",
            "tradeNumber");

    private References() {}

    static String eventId(SpecificRecord event) {
        return (String) event.get(field(event, "eventId").pos());
    }

    static Instant occurredAt(SpecificRecord event) {
        return (Instant) event.get(field(event, "occurredAt").pos());
    }

    static Set<String> of(SpecificRecord event) {
        Set<String> references = new TreeSet<>();
        for (String name : FIELDS) {
            text(event, name).ifPresent(references::add);
        }
        switch (event) {
            case FareAssessed fare -> references.addAll(fare.getTapIds());
            case SettlementPosted posted -> references.add(batch(posted));
            default -> {}
        }
        text(event, "journeyId").ifPresent(journey -> {
            references.removeIf(id -> id.contains(journey) && !id.equals(journey));
            if (!(event instanceof FareAssessed)) {
                text(event, "riderId").ifPresent(references::remove);
            }
        });
        return references;
    }

    /** The batch that pays the operator for it, as wallet-settlement names batches. */
    static String batch(SettlementPosted posted) {
        return posted.getOperatorId() + ":" + posted.getFareCurrency() + ":" + settlementDay(posted);
    }

    /** Events from before it was told were paid with their own day. */
    static LocalDate settlementDay(SettlementPosted posted) {
        return posted.getSettlementDay() == null ? posted.getBusinessDay() : posted.getSettlementDay();
    }

    private static Optional<String> text(SpecificRecord event, String name) {
        Schema.Field field = event.getSchema().getField(name);
        return field != null && event.get(field.pos()) instanceof String text && !text.isEmpty()
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Schema.Field field(SpecificRecord event, String name) {
        Schema.Field field = event.getSchema().getField(name);
        if (field == null) {
            throw new IllegalStateException(event.getSchema().getFullName() + " has no " + name);
        }
        return field;
    }
}

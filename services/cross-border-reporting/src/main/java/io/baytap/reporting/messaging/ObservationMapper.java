package io.baytap.reporting.messaging;

import static io.baytap.reporting.messaging.Fields.day;
import static io.baytap.reporting.messaging.Fields.instant;
import static io.baytap.reporting.messaging.Fields.key;
import static io.baytap.reporting.messaging.Fields.text;

import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.LineEvent;
import io.baytap.reporting.domain.Observation;
import io.baytap.reporting.messaging.Fields.OutOfRangeException;
import io.baytap.schemas.Topic;
import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.charges.v1.ChargeWrittenOff;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fx.v1.FxRate;
import io.baytap.schemas.reconciliation.v1.BreakChanged;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapRejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** From events to what a report needs of them; the rider stays behind here. Refuses what no report could hold. */
final class ObservationMapper {

    /** So far a gate's clock may be off, and its day is still taken for the day. */
    private static final Duration NEAR_MAX = Duration.ofDays(1);

    private ObservationMapper() {}

    /**
     * An event with what is counted of it.
     *
     * @param frame as it stood on the topic
     */
    static LineEvent toEvent(Topic topic, SpecificRecord event, byte[] frame) throws OutOfRangeException {
        Instant at = event instanceof TapRejected tap ? countedAt(tap) : References.occurredAt(event);
        Instant own = ownTime(event, at);
        return new LineEvent(
                key(References.eventId(event), own).inOrder(own),
                at,
                topic.name(),
                References.of(event),
                frame,
                toObservations(event));
    }

    /**
     * The time that an event keeps however often it comes, so that it is recognised: a tap that is sent again may be corrected
     * by another amount, and one that is refused for its clock counts when it came. What happened to a charge or a batch is told
     * once more, later, after the wallet's database was set back.
     */
    private static Instant ownTime(SpecificRecord event, Instant at) throws OutOfRangeException {
        return switch (event) {
            case TapAccepted tap when tap.getDeviceTime() != null -> instant(tap.getDeviceTime(), "deviceTime");
            case TapRejected tap -> {
                Instant refused = instant(tap.getOccurredAt(), "occurredAt");
                // A gate that is wrong by days must not have them filed: then it is recognised on the day it came.
                boolean near = Duration.between(refused, at).abs().compareTo(NEAR_MAX) <= 0;
                yield near ? refused : BusinessDay.start(BusinessDay.of(at));
            }
            case ChargeSettled told -> BusinessDay.start(day(told.getBusinessDay()));
            case ChargeDeclined told -> BusinessDay.start(day(told.getBusinessDay()));
            case ChargeRefunded told -> BusinessDay.start(day(told.getBusinessDay()));
            case ChargeWrittenOff told -> BusinessDay.start(day(told.getBusinessDay()));
            case SettlementBatchClosed told -> BusinessDay.start(day(told.getBusinessDay()));
            default -> at;
        };
    }

    private static List<Observation> toObservations(SpecificRecord event) throws OutOfRangeException {
        return switch (event) {
            case SettlementPosted posted -> List.of(MoneyMapper.fare(posted), FlightMapper.posted(posted));
            case ChargeSettled settled -> List.of(MoneyMapper.settled(settled), FlightMapper.settled(settled));
            case ChargeDeclined declined -> List.of(MoneyMapper.declined(declined), FlightMapper.declined(declined));
            case ChargeRefunded refunded -> List.of(MoneyMapper.refunded(refunded), FlightMapper.refunded(refunded));
            case ChargeWrittenOff writtenOff -> List.of(MoneyMapper.writtenOff(writtenOff));
            case SettlementBatchClosed closed -> List.of(MoneyMapper.batch(closed));
            case FareAssessed assessed -> assessed(assessed);
            case FxRate rate -> List.of(MoneyMapper.rate(rate));
            case BreakChanged change -> List.of(MoneyMapper.change(change));
            case TapAccepted tap -> List.of(accepted(tap));
            case TapRejected tap -> List.of(rejected(tap));
            default ->
                throw new IllegalStateException(
                        "no report reads " + event.getSchema().getFullName());
        };
    }

    private static List<Observation> assessed(FareAssessed fare) throws OutOfRangeException {
        List<Observation> told = MoneyMapper.subsidies(fare);
        told.add(JourneyMapper.journey(fare));
        told.add(FlightMapper.assessed(fare));
        return told;
    }

    private static Observation accepted(TapAccepted tap) throws OutOfRangeException {
        return Observation.acceptedTap(
                text(tap.getGateId(), "gateId"),
                tap.getOccurredAt(),
                text(tap.getOperatorId(), "operatorId"),
                tap.getLate());
    }

    private static Observation rejected(TapRejected tap) throws OutOfRangeException {
        return Observation.rejectedTap(
                text(tap.getGateId(), "gateId"),
                countedAt(tap),
                text(tap.getOperatorId(), "operatorId"),
                text(tap.getReason(), "reason"));
    }

    private static Instant countedAt(TapRejected tap) throws OutOfRangeException {
        return Observation.countedAt(
                tap.getReason(),
                instant(tap.getOccurredAt(), "occurredAt"),
                instant(tap.getReceivedAt(), "receivedAt"));
    }
}

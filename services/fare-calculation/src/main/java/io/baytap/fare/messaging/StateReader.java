package io.baytap.fare.messaging;

import io.baytap.fare.domain.Adjustment;
import io.baytap.fare.domain.Assessed;
import io.baytap.fare.domain.Direction;
import io.baytap.fare.domain.Journey;
import io.baytap.fare.domain.JourneyFare;
import io.baytap.fare.domain.Leg;
import io.baytap.fare.domain.Pairing;
import io.baytap.fare.domain.RiderHistory;
import io.baytap.fare.domain.RiderTap;
import io.baytap.fare.domain.Tap;
import io.baytap.fare.domain.Terms;
import io.baytap.fare.domain.Totals;
import io.baytap.fare.messaging.RiderStateCodec.Stored;
import io.baytap.fare.messaging.state.AdjustmentState;
import io.baytap.fare.messaging.state.AloneState;
import io.baytap.fare.messaging.state.FareState;
import io.baytap.fare.messaging.state.RiderState;
import io.baytap.fare.messaging.state.TapState;
import io.baytap.fare.messaging.state.TermsState;
import io.baytap.schemas.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From what is stored of a rider to the history. One for each. */
final class StateReader {

    private final List<String> texts;
    private final List<Terms> terms;

    private StateReader(RiderState state) {
        this.texts = state.getTexts();
        this.terms = new ArrayList<>(state.getTerms().size());
        for (TermsState stored : state.getTerms()) {
            terms.add(terms(stored));
        }
    }

    static Stored fromState(RiderState state) {
        var reader = new StateReader(state);
        List<RiderTap> taps = new ArrayList<>(state.getTaps().size());
        for (TapState tap : state.getTaps()) {
            taps.add(reader.tap(tap));
        }
        Map<String, Assessed> assessed =
                LinkedHashMap.newLinkedHashMap(state.getFares().size() + 1);
        for (FareState stored : state.getFares()) {
            Assessed fare = reader.fare(stored);
            assessed.put(fare.journeyId(), fare);
        }
        var history = new RiderHistory(taps, assessed, new Totals(state.getSpent()), new Totals(state.getAccrued()));
        return new Stored(history, state.getWakeAt() == null ? null : instant(state.getWakeAt()));
    }

    private Terms terms(TermsState stored) {
        return new Terms(
                text(stored.getOperatorId()),
                text(stored.getCity()),
                text(stored.getTerritory()),
                Currency.getInstance(text(stored.getCurrency())),
                text(stored.getNetwork()),
                Pairing.valueOf(text(stored.getPairing())),
                Duration.ofSeconds(stored.getJourneySecondsMax()),
                Duration.ofSeconds(stored.getReTapSeconds()));
    }

    private RiderTap tap(TapState stored) {
        Terms under = terms.get(stored.getTerms());
        Instant occurredAt = instant(stored.getOccurredAt());
        long correction = stored.getCorrection();
        var tap = new Tap(
                text(stored.getId()),
                occurredAt,
                text(stored.getGateId()),
                under.operatorId(),
                text(stored.getRouteId()),
                text(stored.getStopId()),
                textOrNull(stored.getDeck()),
                Direction.valueOf(text(stored.getDirection())),
                correction == 0 ? occurredAt : occurredAt.plus(correction, ChronoUnit.MICROS));
        return new RiderTap(tap, under);
    }

    private Assessed fare(FareState stored) {
        Currency currency = Currency.getInstance(text(stored.getCurrency()));
        AloneState alone = stored.getAlone();
        List<String> tapIds = new ArrayList<>(stored.getTapIds().size());
        for (int position : stored.getTapIds()) {
            tapIds.add(text(position));
        }
        return new Assessed(
                Journey.idOf(text(stored.getFirstTapId())),
                stored.getRevision(),
                new Money(stored.getNetMinor(), currency),
                instant(stored.getFareAt()),
                tapIds,
                text(stored.getOperatorId()),
                text(stored.getCity()),
                text(stored.getTerritory()),
                alone == null ? null : alone(alone, currency));
    }

    private JourneyFare alone(AloneState stored, Currency currency) {
        var leg = new Leg(
                text(stored.getRouteId()),
                textOrNull(stored.getFromStopId()),
                textOrNull(stored.getToStopId()),
                textOrNull(stored.getFareProductId()),
                textOrNull(stored.getLegGroupId()),
                new Money(stored.getFareMinor(), currency),
                text(stored.getRule()));
        List<Adjustment> adjustments = new ArrayList<>(stored.getAdjustments().size());
        for (AdjustmentState adjustment : stored.getAdjustments()) {
            adjustments.add(new Adjustment(
                    Adjustment.Kind.valueOf(text(adjustment.getKind())),
                    new Money(adjustment.getAmountMinor(), currency),
                    text(adjustment.getRule())));
        }
        return new JourneyFare(leg, adjustments, stored.getComplete(), text(stored.getTariffVersion()));
    }

    private String text(int position) {
        return texts.get(position);
    }

    private @Nullable String textOrNull(int position) {
        return position == StateWriter.NONE ? null : texts.get(position);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}

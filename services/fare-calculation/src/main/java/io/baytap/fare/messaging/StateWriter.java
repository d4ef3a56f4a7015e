package io.baytap.fare.messaging;

import io.baytap.fare.domain.Adjustment;
import io.baytap.fare.domain.Assessed;
import io.baytap.fare.domain.Journey;
import io.baytap.fare.domain.JourneyFare;
import io.baytap.fare.domain.Leg;
import io.baytap.fare.domain.RiderTap;
import io.baytap.fare.domain.Tap;
import io.baytap.fare.domain.Terms;
import io.baytap.fare.messaging.RiderStateCodec.Stored;
import io.baytap.fare.messaging.state.AdjustmentState;
import io.baytap.fare.messaging.state.AloneState;
import io.baytap.fare.messaging.state.FareState;
import io.baytap.fare.messaging.state.RiderState;
import io.baytap.fare.messaging.state.TapState;
import io.baytap.fare.messaging.state.TermsState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a rider's history to what is stored of it. One for each. */
final class StateWriter {

    static final int NONE = -1;

    /** About as many as there are: a list that grows is copied. */
    private static final int TEXTS = 20;

    private static final int TEXTS_PER_TAP = 4;

    private final List<String> texts;
    private final Map<String, Integer> positions;
    private final List<TermsState> terms = new ArrayList<>();
    private final Map<Terms, Integer> termsPositions = new HashMap<>();

    private StateWriter(int textsExpected) {
        texts = new ArrayList<>(textsExpected);
        positions = HashMap.newHashMap(textsExpected);
    }

    static RiderState toState(Stored stored) {
        var writer = new StateWriter(TEXTS + stored.history().taps().size() * TEXTS_PER_TAP);
        List<TapState> taps = new ArrayList<>(stored.history().taps().size());
        for (RiderTap tap : stored.history().taps()) {
            taps.add(writer.tap(tap));
        }
        List<FareState> fares = new ArrayList<>(stored.history().assessed().size());
        for (Assessed fare : stored.history().assessed().values()) {
            fares.add(writer.fare(fare));
        }
        return new RiderState(
                stored.wakeAt() == null ? null : micros(stored.wakeAt()),
                writer.texts,
                writer.terms,
                taps,
                fares,
                stored.history().spent().minorByKey(),
                stored.history().accrued().minorByKey());
    }

    private TapState tap(RiderTap rider) {
        Tap tap = rider.tap();
        return new TapState(
                text(tap.id()),
                micros(tap.occurredAt()),
                text(tap.gateId()),
                text(tap.routeId()),
                text(tap.stopId()),
                text(tap.deck()),
                text(tap.direction().name()),
                terms(rider.terms()),
                ChronoUnit.MICROS.between(tap.occurredAt(), tap.deviceTime()));
    }

    private int terms(Terms of) {
        Integer known = termsPositions.get(of);
        if (known != null) {
            return known;
        }
        terms.add(new TermsState(
                text(of.operatorId()),
                text(of.city()),
                text(of.territory()),
                text(of.currency().getCurrencyCode()),
                text(of.network()),
                text(of.pairing().name()),
                of.journeyMax().toSeconds(),
                of.reTapWindow().toSeconds()));
        termsPositions.put(of, terms.size() - 1);
        return terms.size() - 1;
    }

    private FareState fare(Assessed fare) {
        List<Integer> tapIds = new ArrayList<>(fare.tapIds().size());
        for (String tapId : fare.tapIds()) {
            tapIds.add(text(tapId));
        }
        return new FareState(
                text(Journey.firstTapId(fare.journeyId())),
                fare.revision(),
                fare.net().minor(),
                text(fare.net().currency().getCurrencyCode()),
                micros(fare.fareAt()),
                tapIds,
                text(fare.operatorId()),
                text(fare.city()),
                text(fare.territory()),
                fare.alone() == null ? null : alone(fare.alone()));
    }

    private AloneState alone(JourneyFare fare) {
        Leg leg = fare.leg();
        List<AdjustmentState> adjustments = new ArrayList<>(fare.adjustments().size());
        for (Adjustment adjustment : fare.adjustments()) {
            adjustments.add(new AdjustmentState(
                    text(adjustment.kind().name()), adjustment.amount().minor(), text(adjustment.rule())));
        }
        return new AloneState(
                text(leg.routeId()),
                text(leg.fromStopId()),
                text(leg.toStopId()),
                text(leg.fareProductId()),
                text(leg.legGroupId()),
                leg.fare().minor(),
                text(leg.rule()),
                text(fare.tariffVersion()),
                fare.complete(),
                adjustments);
    }

    private int text(@Nullable String text) {
        if (text == null) {
            return NONE;
        }
        Integer known = positions.putIfAbsent(text, texts.size());
        if (known != null) {
            return known;
        }
        texts.add(text);
        return texts.size() - 1;
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}

package io.baytap.fare.messaging;

import io.baytap.fare.domain.Adjustment;
import io.baytap.fare.domain.Assessed;
import io.baytap.fare.domain.Direction;
import io.baytap.fare.domain.JourneyFare;
import io.baytap.fare.domain.Leg;
import io.baytap.fare.domain.Pairing;
import io.baytap.fare.domain.RiderHistory;
import io.baytap.fare.domain.RiderTap;
import io.baytap.fare.domain.Tap;
import io.baytap.fare.domain.Terms;
import io.baytap.fare.domain.Totals;
import io.baytap.fare.messaging.state.AdjustmentState;
import io.baytap.fare.messaging.state.AloneState;
import io.baytap.fare.messaging.state.FareState;
import io.baytap.fare.messaging.state.RiderState;
import io.baytap.fare.messaging.state.TapState;
import io.baytap.schemas.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** A rider's history as bytes of a store, and back: Avro's single-object encoding. */
final class RiderStateCodec {

    /** Reads what earlier versions of the service stored, too. */
    private static final BinaryMessageDecoder<RiderState> DECODER = decoder("/state/RiderState-1.avsc");

    private RiderStateCodec() {}

    /** What is stored under a rider. */
    record Stored(RiderHistory history, @Nullable Instant wakeAt) {
        static final Stored NOTHING = new Stored(RiderHistory.none(), null);
    }

    static byte[] encode(Stored stored) {
        RiderState state = RiderState.newBuilder()
                .setTaps(stored.history().taps().stream()
                        .map(RiderStateCodec::toState)
                        .toList())
                .setFares(stored.history().assessed().values().stream()
                        .map(RiderStateCodec::toState)
                        .toList())
                .setSpent(stored.history().spent().minorByKey())
                .setAccrued(stored.history().accrued().minorByKey())
                .setWakeAt(stored.wakeAt())
                .build();
        try {
            ByteBuffer bytes = state.toByteBuffer();
            byte[] value = new byte[bytes.remaining()];
            bytes.get(value);
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    /** Nothing stored is an empty history. */
    static Stored decode(byte @Nullable [] value) {
        if (value == null) {
            return Stored.NOTHING;
        }
        try {
            RiderState state = DECODER.decode(ByteBuffer.wrap(value));
            Map<String, Assessed> assessed = new TreeMap<>();
            state.getFares().forEach(fare -> assessed.put(fare.getJourneyId(), fromState(fare)));
            return new Stored(
                    new RiderHistory(
                            state.getTaps().stream()
                                    .map(RiderStateCodec::fromState)
                                    .toList(),
                            assessed,
                            new Totals(state.getSpent()),
                            new Totals(state.getAccrued())),
                    state.getWakeAt());
        } catch (IOException e) {
            throw new UncheckedIOException("a rider's state cannot be read", e);
        }
    }

    private static TapState toState(RiderTap rider) {
        Tap tap = rider.tap();
        Terms terms = rider.terms();
        return new TapState(
                tap.id(),
                tap.occurredAt(),
                tap.gateId(),
                tap.operatorId(),
                tap.routeId(),
                tap.stopId(),
                tap.deck(),
                tap.direction().name(),
                terms.city(),
                terms.territory(),
                terms.currency().getCurrencyCode(),
                terms.network(),
                terms.pairing().name(),
                terms.journeyMax().toSeconds(),
                terms.reTapWindow().toSeconds());
    }

    private static RiderTap fromState(TapState state) {
        return new RiderTap(
                new Tap(
                        state.getId(),
                        state.getOccurredAt(),
                        state.getGateId(),
                        state.getOperatorId(),
                        state.getRouteId(),
                        state.getStopId(),
                        state.getDeck(),
                        Direction.valueOf(state.getDirection())),
                new Terms(
                        state.getOperatorId(),
                        state.getCity(),
                        state.getTerritory(),
                        Currency.getInstance(state.getCurrency()),
                        state.getNetwork(),
                        Pairing.valueOf(state.getPairing()),
                        Duration.ofSeconds(state.getJourneySecondsMax()),
                        Duration.ofSeconds(state.getReTapSeconds())));
    }

    private static FareState toState(Assessed fare) {
        return new FareState(
                fare.journeyId(),
                fare.revision(),
                fare.net().minor(),
                fare.net().currency().getCurrencyCode(),
                fare.fareAt(),
                fare.tapIds(),
                fare.operatorId(),
                fare.city(),
                fare.territory(),
                fare.alone() == null ? null : toState(fare.alone()));
    }

    private static AloneState toState(JourneyFare alone) {
        Leg leg = alone.leg();
        return new AloneState(
                leg.routeId(),
                leg.fromStopId(),
                leg.toStopId(),
                leg.fareProductId(),
                leg.legGroupId(),
                leg.fare().minor(),
                leg.rule(),
                alone.tariffVersion(),
                alone.complete(),
                alone.adjustments().stream()
                        .map(adjustment -> new AdjustmentState(
                                adjustment.kind().name(), adjustment.amount().minor(), adjustment.rule()))
                        .toList());
    }

    private static Assessed fromState(FareState state) {
        AloneState alone = state.getAlone();
        return new Assessed(
                state.getJourneyId(),
                state.getRevision(),
                Money.of(state.getNetMinor(), state.getCurrency()),
                state.getFareAt(),
                state.getTapIds(),
                state.getOperatorId(),
                state.getCity(),
                state.getTerritory(),
                alone == null ? null : fromState(alone, Currency.getInstance(state.getCurrency())));
    }

    private static JourneyFare fromState(AloneState state, Currency currency) {
        var leg = new Leg(
                state.getRouteId(),
                state.getFromStopId(),
                state.getToStopId(),
                state.getFareProductId(),
                state.getLegGroupId(),
                new Money(state.getFareMinor(), currency),
                state.getRule());
        return new JourneyFare(
                leg,
                state.getAdjustments().stream()
                        .map(adjustment -> new Adjustment(
                                Adjustment.Kind.valueOf(adjustment.getKind()),
                                new Money(adjustment.getAmountMinor(), currency),
                                adjustment.getRule()))
                        .toList(),
                state.getComplete(),
                state.getTariffVersion());
    }

    private static BinaryMessageDecoder<RiderState> decoder(String... earlier) {
        var decoder = new BinaryMessageDecoder<RiderState>(
                SpecificData.getForClass(RiderState.class), RiderState.getClassSchema());
        for (String resource : earlier) {
            try (InputStream schema = Objects.requireNonNull(RiderStateCodec.class.getResourceAsStream(resource))) {
                decoder.addSchema(new Schema.Parser().parse(schema));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return decoder;
    }
}

package io.baytap.schemas;

import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.charges.v1.ChargeWrittenOff;
import io.baytap.schemas.deals.v1.DealStruck;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fx.v1.FxExposure;
import io.baytap.schemas.fx.v1.FxRate;
import io.baytap.schemas.fx.v1.RateProposal;
import io.baytap.schemas.gates.v1.GateSequences;
import io.baytap.schemas.network.v1.Gate;
import io.baytap.schemas.network.v1.Route;
import io.baytap.schemas.rates.v1.RateRefused;
import io.baytap.schemas.reconciliation.v1.BreakChanged;
import io.baytap.schemas.replay.v1.ReplayTick;
import io.baytap.schemas.riders.v1.RiderDenied;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapRejected;
import io.baytap.schemas.taps.v1.TapsPresented;
import io.baytap.schemas.wallets.v1.Contract;
import io.baytap.schemas.wallets.v1.Issuer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Every topic of the line: the one place that says what it is called, how it is keyed, split and kept, and who reads it. */
public final class Topics {

    /** Of every topic keyed by rider: one rider is handled in order by one consumer, all the way down the line. */
    public static final int LINE_PARTITIONS = 8;

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(31);

    private static final String TAP_INGEST = "tap-ingest";
    private static final String FARE_CALCULATION = "fare-calculation";
    private static final String FX_CONVERSION = "fx-conversion";
    private static final String WALLET_SETTLEMENT = "wallet-settlement";
    private static final String REPORTING = "cross-border-reporting";

    public static final Topic TAPS_PRESENTED =
            line("taps.presented.v1", "gateId", TapsPresented.class, WEEK, TAP_INGEST);
    public static final Topic TAPS_ACCEPTED =
            line("taps.accepted.v1", "riderId", TapAccepted.class, WEEK, FARE_CALCULATION, REPORTING);
    public static final Topic TAPS_REJECTED = line("taps.rejected.v1", "gateId", TapRejected.class, WEEK, REPORTING);
    public static final Topic FARES_ASSESSED =
            line("fares.assessed.v1", "riderId", FareAssessed.class, MONTH, FX_CONVERSION, REPORTING);
    public static final Topic FARES_CONVERTED =
            line("fares.converted.v1", "riderId", FareConverted.class, MONTH, WALLET_SETTLEMENT);
    public static final Topic SETTLEMENTS_POSTED =
            line("settlements.posted.v1", "riderId", SettlementPosted.class, MONTH, REPORTING);
    public static final Topic CHARGES_SETTLED =
            line("charges.settled.v1", "riderId", ChargeSettled.class, MONTH, REPORTING);
    public static final Topic CHARGES_DECLINED =
            line("charges.declined.v1", "riderId", ChargeDeclined.class, MONTH, REPORTING);
    public static final Topic CHARGES_REFUNDED =
            line("charges.refunded.v1", "riderId", ChargeRefunded.class, MONTH, REPORTING);
    public static final Topic CHARGES_WRITTEN_OFF =
            line("charges.written-off.v1", "riderId", ChargeWrittenOff.class, MONTH, REPORTING);
    public static final Topic SETTLEMENTS_BATCHES =
            line("settlements.batches.v1", "operatorId", SettlementBatchClosed.class, MONTH, REPORTING);
    public static final Topic RECONCILIATION_BREAKS =
            line("reconciliation.breaks.v1", "breakId", BreakChanged.class, MONTH, REPORTING);
    public static final Topic RATES_REFUSED =
            new Topic("rates.refused.v1", "rateId", RateRefused.class, 1, MONTH, List.of());
    public static final Topic DEALS_STRUCK =
            new Topic("deals.struck.v1", "dealId", DealStruck.class, 1, MONTH, List.of(WALLET_SETTLEMENT));

    public static final Topic RIDERS_DENIED =
            reference("riders.denied.v1", "riderId", LINE_PARTITIONS, RiderDenied.class, TAP_INGEST);
    public static final Topic NETWORK_GATES = reference("network.gates.v1", "gateId", 1, Gate.class, TAP_INGEST);
    public static final Topic GATES_SEQUENCES =
            reference("gates.sequences.v1", "gateId", 1, GateSequences.class, TAP_INGEST);
    public static final Topic NETWORK_ROUTES = reference("network.routes.v1", "routeId", 1, Route.class, TAP_INGEST);
    public static final Topic WALLETS_ISSUERS =
            reference("wallets.issuers.v1", "issuerId", 1, Issuer.class, TAP_INGEST);
    public static final Topic WALLETS_CONTRACTS =
            reference("wallets.contracts.v1", "riderId", LINE_PARTITIONS, Contract.class, WALLET_SETTLEMENT);
    public static final Topic FX_RATES =
            reference("fx.rates.v1", "rateId", 1, FxRate.class, FX_CONVERSION, FARE_CALCULATION, REPORTING);
    public static final Topic FX_PROPOSALS = reference("fx.proposals.v1", "proposalId", 1, RateProposal.class);
    public static final Topic FX_EXPOSURES = reference("fx.exposures.v1", "exposureId", 1, FxExposure.class);
    public static final Topic REPLAY_TICKS =
            reference("replay.ticks.v1", "clockId", 1, ReplayTick.class, FARE_CALCULATION, WALLET_SETTLEMENT);

    private static final List<Topic> EVENTS = List.of(
            TAPS_PRESENTED,
            TAPS_ACCEPTED,
            TAPS_REJECTED,
            FARES_ASSESSED,
            FARES_CONVERTED,
            SETTLEMENTS_POSTED,
            CHARGES_SETTLED,
            CHARGES_DECLINED,
            CHARGES_REFUNDED,
            CHARGES_WRITTEN_OFF,
            SETTLEMENTS_BATCHES,
            RECONCILIATION_BREAKS,
            RATES_REFUSED,
            DEALS_STRUCK,
            RIDERS_DENIED,
            NETWORK_GATES,
            GATES_SEQUENCES,
            NETWORK_ROUTES,
            WALLETS_ISSUERS,
            WALLETS_CONTRACTS,
            FX_RATES,
            FX_PROPOSALS,
            FX_EXPOSURES,
            REPLAY_TICKS);

    private Topics() {}

    /** The topics that carry events, in the order of the line; then the reference topics. */
    public static List<Topic> events() {
        return EVENTS;
    }

    /** One per topic and consumer: records that the consumer could not read, as they came, the reason in their headers. */
    public static List<Topic> deadLetters() {
        return EVENTS.stream()
                .flatMap(topic -> topic.consumers().stream()
                        .map(consumer ->
                                new Topic(topic.deadLetters(consumer), topic.key(), null, 1, MONTH, List.of())))
                .toList();
    }

    /** Everything a broker must have before a service starts. */
    public static List<Topic> all() {
        return Stream.concat(EVENTS.stream(), deadLetters().stream()).toList();
    }

    private static Topic line(
            String name, String key, Class<? extends SpecificRecord> value, Duration retention, String... consumers) {
        return new Topic(name, key, value, LINE_PARTITIONS, retention, List.of(consumers));
    }

    private static Topic reference(
            String name, String key, int partitions, Class<? extends SpecificRecord> value, String... consumers) {
        return new Topic(name, key, value, partitions, null, List.of(consumers));
    }
}

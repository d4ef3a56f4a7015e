package io.baytap.reporting.rest;

import io.baytap.reporting.domain.BatchLine;
import io.baytap.reporting.domain.ChargeLine;
import io.baytap.reporting.domain.ChargeOutcome;
import io.baytap.reporting.domain.ChargeTotals;
import io.baytap.reporting.domain.Corridor;
import io.baytap.reporting.domain.DayReport;
import io.baytap.reporting.domain.FareTotals;
import io.baytap.reporting.domain.OperatorWallet;
import io.baytap.reporting.domain.TapVerdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A business day as JSON. Every {@code …Minor} is in whole minor units of the currency in its name or beside it. */
public record DayView(
        LocalDate day,
        Taps taps,
        long journeys,
        long fares,
        long corrections,
        long hkdMinor,
        long cnyMinor,
        List<Operator> operators,
        List<CorridorTotal> corridors,
        List<Charged> charged,
        List<Charge> charges,
        List<Batch> batches) {

    private static final int HOURS = 24;

    static DayView of(DayReport report) {
        FareTotals total = report.total();
        return new DayView(
                report.day(),
                Taps.of(report),
                total.journeys(),
                total.fares(),
                total.corrections(),
                total.in(FareTotals.HKD).minor(),
                total.in(FareTotals.CNY).minor(),
                report.byOperatorAndWallet().entrySet().stream()
                        .map(entry -> Operator.of(entry.getKey(), entry.getValue()))
                        .toList(),
                report.byCorridor().entrySet().stream()
                        .map(entry -> CorridorTotal.of(entry.getKey(), entry.getValue()))
                        .toList(),
                Stream.of(FareTotals.HKD, FareTotals.CNY)
                        .map(currency -> Charged.of(report.charges(currency)))
                        .toList(),
                report.charges().stream().map(Charge::of).toList(),
                report.batches().stream().map(Batch::of).toList());
    }

    /** Accepted, late and rejected do not overlap. */
    public record Taps(
            long accepted,
            long late,
            long rejected,
            SortedMap<String, Long> rejectedByReason,
            List<TapsOfHour> byHour,
            List<TapsOfOperator> byOperator) {

        static Taps of(DayReport report) {
            return new Taps(
                    report.taps(TapVerdict.ACCEPTED),
                    report.taps(TapVerdict.LATE),
                    report.taps(TapVerdict.REJECTED),
                    report.rejections(),
                    IntStream.range(0, HOURS)
                            .mapToObj(hour -> TapsOfHour.of(report, hour))
                            .toList(),
                    report.tappedOperators().stream()
                            .map(operatorId -> TapsOfOperator.of(report, operatorId))
                            .toList());
        }
    }

    /** By the hour in Hong Kong, 0 to 23. */
    public record TapsOfHour(int hour, long accepted, long late, long rejected) {
        static TapsOfHour of(DayReport report, int hour) {
            return new TapsOfHour(
                    hour,
                    report.taps(TapVerdict.ACCEPTED, hour),
                    report.taps(TapVerdict.LATE, hour),
                    report.taps(TapVerdict.REJECTED, hour));
        }
    }

    /** By the gate's operator. */
    public record TapsOfOperator(String operatorId, long accepted, long late, long rejected) {
        static TapsOfOperator of(DayReport report, String operatorId) {
            return new TapsOfOperator(
                    operatorId,
                    report.taps(TapVerdict.ACCEPTED, operatorId),
                    report.taps(TapVerdict.LATE, operatorId),
                    report.taps(TapVerdict.REJECTED, operatorId));
        }
    }

    /** Fares of one operator paid from one kind of wallet. */
    public record Operator(
            String operatorId,
            String walletScheme,
            long journeys,
            long fares,
            long corrections,
            long hkdMinor,
            long cnyMinor) {

        static Operator of(OperatorWallet who, FareTotals totals) {
            return new Operator(
                    who.operatorId(),
                    who.wallet().name(),
                    totals.journeys(),
                    totals.fares(),
                    totals.corrections(),
                    totals.in(FareTotals.HKD).minor(),
                    totals.in(FareTotals.CNY).minor());
        }
    }

    /** Fares from the wallet's home to the place of travel. */
    public record CorridorTotal(
            String corridor, long journeys, long fares, long corrections, long hkdMinor, long cnyMinor) {

        static CorridorTotal of(Corridor corridor, FareTotals totals) {
            return new CorridorTotal(
                    corridor.code(),
                    totals.journeys(),
                    totals.fares(),
                    totals.corrections(),
                    totals.in(FareTotals.HKD).minor(),
                    totals.in(FareTotals.CNY).minor());
        }
    }

    /** What was debited in a currency; {@code chargedMinor} is settled less refunded. */
    public record Charged(
            String currency,
            long chargedMinor,
            long settled,
            long settledMinor,
            long declined,
            long declinedMinor,
            long refunded,
            long refundedMinor) {

        static Charged of(ChargeTotals totals) {
            return new Charged(
                    totals.currency().getCurrencyCode(),
                    totals.charged().minor(),
                    totals.count(ChargeOutcome.SETTLED),
                    totals.amount(ChargeOutcome.SETTLED).minor(),
                    totals.count(ChargeOutcome.DECLINED),
                    totals.amount(ChargeOutcome.DECLINED).minor(),
                    totals.count(ChargeOutcome.REFUNDED),
                    totals.amount(ChargeOutcome.REFUNDED).minor());
        }
    }

    /** Answers of one provider for one operator's fares. */
    public record Charge(
            String operatorId, String walletScheme, String outcome, long count, long amountMinor, String currency) {

        static Charge of(ChargeLine line) {
            return new Charge(
                    line.operatorId(),
                    line.wallet().name(),
                    line.outcome().name(),
                    line.charges(),
                    line.amount().minor(),
                    line.amount().currency().getCurrencyCode());
        }
    }

    /** A closed settlement batch. */
    public record Batch(
            String batchId, String operatorId, long fareCount, long amountMinor, String currency, Instant closedAt) {

        static Batch of(BatchLine line) {
            return new Batch(
                    line.batchId(),
                    line.operatorId(),
                    line.fares(),
                    line.amount().minor(),
                    line.amount().currency().getCurrencyCode(),
                    line.closedAt());
        }
    }
}

package io.baytap.sandbox.statements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plants one error of each name into a day of one institution, as far as the day has lines for them. */
final class ErrorPlanter {

    /** Names that need a payment each, in the order in which they get one. */
    private static final List<PlantedError.Name> OF_PAYMENTS = List.of(
            PlantedError.Name.LINE_MISSING,
            PlantedError.Name.LINE_DOUBLED,
            PlantedError.Name.AMOUNT_DIFFERS,
            PlantedError.Name.RATE_DIFFERS,
            PlantedError.Name.LINE_LATE);

    private static final String REFUND_NUMBER = "5030";

    private final Lot lot;
    private final Institution institution;
    private final LocalDate day;

    ErrorPlanter(long seed, Institution institution, LocalDate day) {
        this.lot = new Lot(seed);
        this.institution = institution;
        this.day = day;
    }

    /**
     * What is told of the day, then.
     *
     * @param today lines of the day's statement
     * @param tomorrow lines that the next day's statement has besides its own
     */
    record Told(List<StatementLine> today, List<StatementLine> tomorrow, List<PlantedError> errors) {

        static Told right(List<StatementLine> lines) {
            return new Told(lines, List.of(), List.of());
        }
    }

    /** @param lines what happened on the day */
    Told plant(List<StatementLine> lines) {
        var today = new ArrayList<>(lines);
        var tomorrow = new ArrayList<StatementLine>();
        var errors = new ArrayList<PlantedError>();
        List<StatementLine> payments = lines.stream()
                .filter(line -> !line.isRefund())
                .sorted(lot.order(line -> line.movement().number()))
                .limit(OF_PAYMENTS.size())
                .toList();
        for (int i = 0; i < payments.size(); i++) {
            errors.add(plant(OF_PAYMENTS.get(i), payments.get(i), today, tomorrow));
        }
        Set<String> touched = errors.stream().map(PlantedError::reference).collect(Collectors.toSet());
        lines.stream()
                .filter(StatementLine::isRefund)
                .filter(line -> !touched.contains(line.movement().payment().outTradeNo()))
                .min(lot.order(line -> line.movement().number()))
                .ifPresent(line -> errors.add(refundTwice(line, today)));
        today.sort(StatementLine.BY_TIME);
        return new Told(today, tomorrow, errors);
    }

    /** Of the day's payouts, the one that is short. */
    Optional<PlantedError> shortPayout(List<Settlement> batches) {
        return batches.stream()
                .filter(batch -> batch.tradeDay().equals(day) && batch.net() > 1)
                .min(lot.order(Settlement::batchId))
                .map(batch -> {
                    long lacking = lot.between(1, Math.min(500, batch.net() - 1), "lacking:" + batch.batchId());
                    return PlantedError.shortPayout(batch, batch.net() - lacking);
                });
    }

    private PlantedError plant(
            PlantedError.Name name, StatementLine right, List<StatementLine> today, List<StatementLine> tomorrow) {
        String number = right.movement().number();
        today.remove(right);
        StatementLine told = right.withMinor(0);
        switch (name) {
            case LINE_DOUBLED -> {
                today.add(right);
                today.add(right);
                told = right.withMinor(2 * right.minor());
            }
            case AMOUNT_DIFFERS -> {
                told = right.withMinor(right.minor() + lot.between(10, 990, "amount:" + number));
                today.add(told);
            }
            case RATE_DIFFERS -> {
                told = right.withRate(StatementLine.PAR + 1_000_000 * lot.between(1, 5, "rate:" + number));
                today.add(told);
            }
            case LINE_LATE -> tomorrow.add(right);
            case LINE_MISSING, REFUNDED_TWICE, PAYOUT_SHORT, DEAL_RATE_DIFFERS -> {
                // Missing: it is nowhere. The others are not errors of payments.
            }
        }
        return PlantedError.of(name, day, institution, right, told);
    }

    private PlantedError refundTwice(StatementLine right, List<StatementLine> today) {
        today.add(right.withRefundId(REFUND_NUMBER + lot.digits(25, "refund:" + right.refundId())));
        return PlantedError.of(
                PlantedError.Name.REFUNDED_TWICE, day, institution, right, right.withMinor(2 * right.minor()));
    }
}

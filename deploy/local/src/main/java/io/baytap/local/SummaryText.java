package io.baytap.local;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A summary for a person to read. */
final class SummaryText {

    private SummaryText() {}

    static String of(Summary summary) {
        StringBuilder text = new StringBuilder();
        text.append("%n%s, seed %d, %,d trips%n".formatted(summary.day(), summary.seed(), summary.trips()));
        taps(text, summary.taps());
        text.append("journeys  %,d · fares %,d (%,d corrections) · postings %,d%n"
                .formatted(summary.journeys(), summary.fares(), summary.corrections(), summary.postings()));
        Summary.Charges charges = summary.charges();
        text.append("charges   settled %,d · declined %,d · refunded %,d%n%n"
                .formatted(charges.settled(), charges.declined(), charges.refunded()));
        rules(text, summary);
        tables(text, summary);
        Summary.Riders riders = summary.riders();
        text.append("%nriders    %,d · should pay %s · charged %s · owe %s%n"
                .formatted(
                        riders.count(),
                        amounts(riders.expectedMinor()),
                        amounts(riders.chargedMinor()),
                        amounts(riders.owedMinor())));
        text.append("ledger    sums to %s%n".formatted(amounts(summary.ledgerSumMinor())));
        books(text, summary.books());
        statements(text, summary.statements());
        text.append("contract  %s%n".formatted(summary.contract()));
        text.append("privacy   %s%n".formatted(summary.privacy()));
        pauses(text, summary.pauses());
        pace(text, summary);
        if (summary.reconciled()) {
            text.append("%nreconciled to the cent%n".formatted());
        } else {
            text.append("%nDOES NOT RECONCILE%n".formatted());
            summary.differences()
                    .forEach(difference -> text.append("  ").append(difference).append('\n'));
        }
        return text.toString();
    }

    private static void taps(StringBuilder text, Summary.Taps taps) {
        text.append("taps      sent %,d · accepted %,d · late %,d · sent again %,d · rejected %,d%n"
                .formatted(taps.sent(), taps.accepted(), taps.late(), taps.duplicate(), taps.rejected()));
        text.append("          rejected %s%n".formatted(taps.rejectedByReason()));
        text.append("          refused with their request %s%n".formatted(taps.refusedByReason()));
    }

    private static void rules(StringBuilder text, Summary summary) {
        text.append("%-20s %8s %8s  %s%n".formatted("journeys with", "expected", "seen", "amount"));
        summary.rules()
                .forEach(rule -> text.append("%-20s %,8d %,8d  %s%n"
                        .formatted(
                                rule.rule().toLowerCase(Locale.ROOT).replace('_', ' '),
                                rule.expected(),
                                rule.seen(),
                                amounts(rule.seenMinor()))));
        text.append('\n');
    }

    private static void tables(StringBuilder text, Summary summary) {
        text.append("%-10s %-14s %9s %16s %16s%n".formatted("operator", "wallet", "journeys", "HKD", "CNY"));
        summary.operators()
                .forEach(row -> text.append("%-10s %-14s %,9d %16s %16s%n"
                        .formatted(
                                row.operatorId(),
                                row.walletScheme(),
                                row.journeys(),
                                major(row.hkdMinor()),
                                major(row.cnyMinor()))));
        text.append("%-25s %,9d %16s %16s%n"
                .formatted(
                        "all",
                        summary.operators().stream()
                                .mapToLong(Summary.OperatorWallet::journeys)
                                .sum(),
                        major(summary.hkdMinor()),
                        major(summary.cnyMinor())));
        summary.corridors()
                .forEach(row -> text.append("%-25s %,9d %16s %16s%n"
                        .formatted(row.corridor(), row.journeys(), major(row.hkdMinor()), major(row.cnyMinor()))));
    }

    private static void books(StringBuilder text, Summary.Books books) {
        text.append("closed    %s · payment files, valid by the XSD: %d · transfers executed %,d: %s%n"
                .formatted(books.days(), books.files(), books.transfers(), amounts(books.paidMinor())));
        text.append("bank      closed to %s · received from the wallet providers %s%n"
                .formatted(books.bankClosed(), amounts(books.receivedMinor())));
        text.append("verify    %s%n".formatted(books.ledger()));
        if (!books.plantedErrors().isEmpty()) {
            text.append("planted   %s%n".formatted(books.plantedErrors()));
        }
    }

    private static void statements(StringBuilder text, Summary.Statements statements) {
        text.append("breaks    to %s: %s · open %d · pending %d%n"
                .formatted(
                        statements.through(),
                        statements.breaks().isEmpty() ? "none" : statements.breaks(),
                        statements.open(),
                        statements.pending()));
        Summary.Exchange exchange = statements.exchange();
        text.append("exchange  deals settled by the bank %d · to be settled %s · not dealt yet %s%n"
                .formatted(exchange.settled(), amounts(exchange.unsettledMinor()), amounts(exchange.openMinor())));
        text.append("residue   %s (minor units, explained to the last digit)%n".formatted(exchange.residueMinor()));
        text.append("verify    %s%n".formatted(statements.ledger()));
    }

    private static void pauses(StringBuilder text, List<Summary.Pause> pauses) {
        pauses.forEach(pause -> text.append("killed    ").append(of(pause)).append('\n'));
    }

    /** One line. */
    static String of(Summary.Pause pause) {
        return "%s with %d partitions: stood still for %,d ms, later records held back for %,d ms"
                .formatted(pause.replica(), pause.partitions(), pause.standstillMillis(), pause.heldMillis());
    }

    private static void pace(StringBuilder text, Summary summary) {
        text.append("tap to settled charge: p50 %,d ms, p99 %,d ms, over %,d journeys%n"
                .formatted(
                        summary.tapToSettled().p50Millis(),
                        summary.tapToSettled().p99Millis(),
                        summary.tapToSettled().journeys()));
        text.append("pace      started in %.1f s · replayed in %.1f s: %,.0f trips/s · %.1f s in all%n"
                .formatted(
                        summary.pace().startSeconds(),
                        summary.pace().replaySeconds(),
                        summary.pace().tripsPerSecond(),
                        summary.pace().totalSeconds()));
        text.append("memory    %,d MiB at the peak: %s%n"
                .formatted(
                        summary.memory().totalMebibytes(),
                        summary.memory().mebibytesByProcess().entrySet().stream()
                                .map(process -> process.getKey() + " " + process.getValue())
                                .collect(Collectors.joining(", "))));
    }

    private static String amounts(Map<String, Long> minorByCurrency) {
        return minorByCurrency.isEmpty()
                ? "nothing"
                : minorByCurrency.entrySet().stream()
                        .map(amount -> amount.getKey() + " " + major(amount.getValue()))
                        .collect(Collectors.joining(", "));
    }

    /** HKD and CNY have two decimals. */
    private static String major(long minor) {
        return "%,.2f".formatted(BigDecimal.valueOf(minor, 2));
    }
}

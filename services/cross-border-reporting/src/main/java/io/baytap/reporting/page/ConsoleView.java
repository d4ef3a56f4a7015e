package io.baytap.reporting.page;

import io.baytap.reporting.domain.BatchLine;
import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.ChargeOutcome;
import io.baytap.reporting.domain.ChargeTotals;
import io.baytap.reporting.domain.Corridor;
import io.baytap.reporting.domain.DayReport;
import io.baytap.reporting.domain.FareTotals;
import io.baytap.reporting.domain.TapVerdict;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** A day as the page shows it. README.md lists the test ids. */
public record ConsoleView(
        LocalDate day,
        String title,
        List<LocalDate> days,
        List<Tile> tiles,
        List<Row> operators,
        Row allOperators,
        List<Row> corridors,
        List<Row> rejections,
        List<Row> batches) {

    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter CLOSED_AT =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK).withZone(BusinessDay.ZONE);

    static ConsoleView of(List<LocalDate> days, DayReport report) {
        FareTotals total = report.total();
        return new ConsoleView(
                report.day(),
                TITLE.format(report.day()),
                days,
                tiles(report, total),
                report.byOperatorAndWallet().entrySet().stream()
                        .map(entry -> fares(
                                List.of(
                                        entry.getKey().operatorId(),
                                        entry.getKey().wallet().title()),
                                "operator-" + entry.getKey().operatorId() + "-"
                                        + entry.getKey().wallet().name(),
                                entry.getValue()))
                        .toList(),
                fares(List.of("All operators", ""), "operators", total),
                report.byCorridor().entrySet().stream()
                        .map(entry -> fares(
                                List.of(title(entry.getKey())),
                                "corridor-" + entry.getKey().code(),
                                entry.getValue()))
                        .toList(),
                report.rejections().entrySet().stream()
                        .map(entry -> new Row(
                                List.of(entry.getKey()),
                                List.of(Figure.count("rejected-" + entry.getKey(), entry.getValue()))))
                        .toList(),
                report.batches().stream().map(ConsoleView::batch).toList());
    }

    private static List<Tile> tiles(DayReport report, FareTotals total) {
        return List.of(
                new Tile("Taps accepted", Figure.count("taps-accepted", report.taps(TapVerdict.ACCEPTED)), List.of()),
                new Tile("Taps late", Figure.count("taps-late", report.taps(TapVerdict.LATE)), List.of()),
                new Tile("Taps rejected", Figure.count("taps-rejected", report.taps(TapVerdict.REJECTED)), List.of()),
                new Tile(
                        "Journeys",
                        Figure.count("journeys", total.journeys()),
                        List.of(
                                new Tile.Note("fares posted", Figure.count("fares", total.fares())),
                                new Tile.Note("corrections", Figure.count("corrections", total.corrections())))),
                charged("Charged, HKD", "hkd", report.charges(FareTotals.HKD)),
                charged("Charged, CNY", "cny", report.charges(FareTotals.CNY)));
    }

    private static Tile charged(String title, String currency, ChargeTotals charges) {
        return new Tile(
                title,
                Figure.signedMoney("charged-" + currency, charges.charged()),
                List.of(
                        note("settled", currency, charges, ChargeOutcome.SETTLED),
                        note("refunded", currency, charges, ChargeOutcome.REFUNDED),
                        note("declined", currency, charges, ChargeOutcome.DECLINED)));
    }

    private static Tile.Note note(String title, String currency, ChargeTotals charges, ChargeOutcome outcome) {
        return new Tile.Note(title, Figure.money(title + "-" + currency, charges.amount(outcome)));
    }

    private static Row fares(List<String> heads, String testId, FareTotals totals) {
        return new Row(
                heads,
                List.of(
                        Figure.count(testId + "-count", totals.journeys()),
                        Figure.count(testId + "-fares", totals.fares()),
                        amount(testId, totals, FareTotals.HKD),
                        amount(testId, totals, FareTotals.CNY)));
    }

    private static Figure amount(String testId, FareTotals totals, Currency currency) {
        String code = currency.getCurrencyCode().toLowerCase(Locale.ROOT);
        return Figure.money(testId + "-" + code, totals.in(currency));
    }

    private static Row batch(BatchLine batch) {
        String currency = batch.amount().currency().getCurrencyCode();
        String testId = "batch-" + batch.operatorId() + "-" + currency;
        return new Row(
                List.of(batch.operatorId(), currency, CLOSED_AT.format(batch.closedAt())),
                List.of(
                        Figure.count(testId + "-fares", batch.fares()),
                        Figure.money(testId + "-amount", batch.amount())));
    }

    private static String title(Corridor corridor) {
        return corridor.wallet().code() + " \u2192 " + corridor.place().code();
    }
}

package io.baytap.reporting.page;

import io.baytap.reporting.domain.BatchLine;
import io.baytap.reporting.domain.ChargeOutcome;
import io.baytap.reporting.domain.ChargeTotals;
import io.baytap.reporting.domain.Corridor;
import io.baytap.reporting.domain.DayReport;
import io.baytap.reporting.domain.FareTotals;
import io.baytap.reporting.domain.TapVerdict;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** A day's money as the screen shows it. README.md lists the test ids. */
public record MoneyView(
        DayPicker picker,
        List<Tile> tiles,
        Table hours,
        Table operators,
        Table corridors,
        Table rejections,
        Table batches,
        ExchangeView exchange) {

    static MoneyView of(Shell shell, DayPicker picker, DayReport report, ExchangeView exchange) {
        ConsoleMessages text = shell.messages(ConsoleMessages.class);
        MoneyMessages money = shell.messages(MoneyMessages.class);
        return new MoneyView(
                picker,
                tiles(money, report),
                TapTables.byHour(text, report),
                operators(text, money, report),
                corridors(money, report),
                TapTables.rejections(text, report),
                batches(text, money, report),
                exchange);
    }

    private static List<Tile> tiles(MoneyMessages text, DayReport report) {
        FareTotals total = report.total();
        return List.of(
                taps(text.tapsAccepted(), "taps-accepted", report, TapVerdict.ACCEPTED),
                taps(text.tapsLate(), "taps-late", report, TapVerdict.LATE),
                taps(text.tapsRejected(), "taps-rejected", report, TapVerdict.REJECTED),
                new Tile(
                        text.journeys(),
                        Figure.count("journeys", total.journeys()),
                        List.of(
                                new Tile.Note(text.faresPosted(), Figure.count("fares", total.fares())),
                                new Tile.Note(text.corrections(), Figure.count("corrections", total.corrections())))),
                charged(text, report.charges(FareTotals.HKD)),
                charged(text, report.charges(FareTotals.CNY)));
    }

    private static Tile taps(String title, String testId, DayReport report, TapVerdict verdict) {
        return new Tile(title, Figure.count(testId, report.taps(verdict)), List.of());
    }

    private static Tile charged(MoneyMessages text, ChargeTotals charges) {
        String currency = code(charges.currency());
        return new Tile(
                text.charged(charges.currency().getCurrencyCode()),
                Figure.signedMoney("charged-" + currency, charges.charged()),
                List.of(
                        note(text.settled(), "settled-" + currency, charges, ChargeOutcome.SETTLED),
                        note(text.refunded(), "refunded-" + currency, charges, ChargeOutcome.REFUNDED),
                        note(text.declined(), "declined-" + currency, charges, ChargeOutcome.DECLINED)));
    }

    private static Tile.Note note(String title, String testId, ChargeTotals charges, ChargeOutcome outcome) {
        return new Tile.Note(title, Figure.money(testId, charges.amount(outcome)));
    }

    private static Table operators(ConsoleMessages text, MoneyMessages money, DayReport report) {
        return new Table(
                "operators",
                money.operatorsAndWallets(),
                List.of(text.operator(), money.wallet()),
                columns(money),
                report.byOperatorAndWallet().entrySet().stream()
                        .map(entry -> fares(
                                List.of(
                                        entry.getKey().operatorId(),
                                        text.wallet(entry.getKey().wallet())),
                                "operator-" + entry.getKey().operatorId() + "-"
                                        + entry.getKey().wallet().name(),
                                entry.getValue()))
                        .toList(),
                List.of(fares(List.of(money.allOperators()), "operators", report.total())));
    }

    private static Table corridors(MoneyMessages money, DayReport report) {
        return new Table(
                "corridors",
                money.corridors(),
                List.of(money.corridor()),
                columns(money),
                report.byCorridor().entrySet().stream()
                        .map(entry -> fares(
                                List.of(title(entry.getKey())),
                                "corridor-" + entry.getKey().code(),
                                entry.getValue()))
                        .toList(),
                List.of());
    }

    private static List<String> columns(MoneyMessages money) {
        return List.of(
                money.journeys(), money.fares(), FareTotals.HKD.getCurrencyCode(), FareTotals.CNY.getCurrencyCode());
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
        return Figure.money(testId + "-" + code(currency), totals.in(currency));
    }

    private static Table batches(ConsoleMessages text, MoneyMessages money, DayReport report) {
        return new Table(
                "batches",
                money.batches(),
                List.of(text.operator(), money.currency(), money.closed()),
                List.of(money.fares(), money.gross(), money.takenBack(), money.amount()),
                report.batches().stream().map(MoneyView::batch).toList(),
                List.of());
    }

    private static Row batch(BatchLine batch) {
        String currency = batch.amount().currency().getCurrencyCode();
        String testId = "batch-" + batch.operatorId() + "-" + currency;
        return new Row(
                List.of(batch.operatorId(), currency, Moments.minute(batch.closedAt())),
                List.of(
                        Figure.count(testId + "-fares", batch.fares()),
                        Figure.money(testId + "-gross", batch.gross()),
                        Figure.money(testId + "-taken-back", batch.takenBack()),
                        Figure.money(testId + "-amount", batch.amount())));
    }

    private static String title(Corridor corridor) {
        return corridor.wallet().code() + " \u2192 " + corridor.place().code();
    }

    private static String code(Currency currency) {
        return currency.getCurrencyCode().toLowerCase(Locale.ROOT);
    }
}

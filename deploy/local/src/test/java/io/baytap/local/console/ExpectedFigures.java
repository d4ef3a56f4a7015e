package io.baytap.local.console;

import io.baytap.local.Summary;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A summary in the names that figures have on the console. */
final class ExpectedFigures {

    private final Summary summary;

    ExpectedFigures(Summary summary) {
        this.summary = summary;
    }

    Map<String, Long> ofTheLine() {
        Map<String, Long> figures = taps();
        groups(figures, "taps-", summary.tapsByOperator());
        return figures;
    }

    /** Where nothing was charged in a currency, the screen says so: 0. */
    Map<String, Long> ofMoney() {
        Map<String, Long> figures = taps();
        long journeys = 0;
        for (Summary.OperatorWallet row : summary.operators()) {
            String name = "operator-" + row.operatorId() + "-" + row.walletScheme();
            put(figures, name, row.journeys(), row.fares(), row.hkdMinor(), row.cnyMinor());
            journeys += row.journeys();
        }
        put(figures, "operators", journeys, summary.fares(), summary.hkdMinor(), summary.cnyMinor());
        figures.put("journeys", journeys);
        figures.put("fares", summary.fares());
        figures.put("corrections", summary.corrections());
        for (Summary.CorridorTotal row : summary.corridors()) {
            put(figures, "corridor-" + row.corridor(), row.journeys(), row.fares(), row.hkdMinor(), row.cnyMinor());
        }
        for (Summary.BatchTotal batch : summary.batches()) {
            String name = "batch-" + batch.operatorId() + "-" + batch.currency();
            figures.merge(name + "-fares", batch.fares(), Math::addExact);
            figures.merge(name + "-amount", batch.amountMinor(), Math::addExact);
        }
        charges(figures);
        return figures;
    }

    /** By value date and currency. */
    Map<String, Long> exposures() {
        Map<String, Long> figures = new TreeMap<>();
        summary.statements().exchange().openMinor().forEach((currencyAndDate, minor) -> {
            String[] parts = currencyAndDate.split(" ", 2);
            figures.put("exposure-" + parts[1] + "-" + parts[0], minor);
        });
        return figures;
    }

    private Map<String, Long> taps() {
        Map<String, Long> figures = new TreeMap<>();
        figures.put("taps-accepted", summary.taps().accepted());
        figures.put("taps-late", summary.taps().late());
        figures.put("taps-rejected", summary.taps().rejected());
        summary.taps().rejectedByReason().forEach((reason, taps) -> figures.put("rejected-" + reason, taps));
        groups(figures, "hour-", summary.tapsByHour());
        return figures;
    }

    private void charges(Map<String, Long> figures) {
        Map<String, Map<String, Long>> outcomes = new HashMap<>();
        outcomes.put("charged", summary.riders().chargedMinor());
        outcomes.put("settled", summary.charges().settledMinor());
        outcomes.put("refunded", summary.charges().refundedMinor());
        outcomes.put("declined", summary.charges().declinedMinor());
        outcomes.forEach((outcome, amounts) -> List.of("HKD", "CNY")
                .forEach(currency -> figures.put(
                        outcome + "-" + currency.toLowerCase(Locale.ROOT), amounts.getOrDefault(currency, 0L))));
    }

    private static void groups(Map<String, Long> figures, String prefix, List<Summary.TapGroup> groups) {
        for (Summary.TapGroup group : groups) {
            figures.put(prefix + group.group() + "-accepted", group.accepted());
            figures.put(prefix + group.group() + "-late", group.late());
            figures.put(prefix + group.group() + "-rejected", group.rejected());
        }
    }

    private static void put(
            Map<String, Long> figures, String name, long journeys, long fares, long hkdMinor, long cnyMinor) {
        figures.put(name + "-count", journeys);
        figures.put(name + "-fares", fares);
        figures.put(name + "-hkd", hkdMinor);
        figures.put(name + "-cny", cnyMinor);
    }
}

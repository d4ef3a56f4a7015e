package io.baytap.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Follows what was exchanged from the deal to the bank, and what stands open to the rates and the residues that explain it. */
final class ExchangeCheck {

    private final Line line;
    private final LocalDate first;
    private final LocalDate last;
    private final Differences differences;

    /** @param last the last day that the bank closed */
    ExchangeCheck(Line line, LocalDate first, LocalDate last, Differences differences) {
        this.line = line;
        this.first = first;
        this.last = last;
        this.differences = differences;
    }

    /** Legs of deals whose value date the bank has not closed: pending, and no break. */
    static long pending(List<FxDesk.Deal> deals, LocalDate last) {
        return deals.stream()
                .filter(deal -> deal.valueDate().isAfter(last))
                .flatMap(deal -> deal.legs().stream())
                .filter(leg -> leg.minor() != 0)
                .count();
    }

    /** @param planted what the sandbox was made to tell wrong */
    Summary.Exchange check(List<FxDesk.Deal> deals, JsonNode planted) {
        var desk = new FxDesk(line);
        Map<String, Long> unsettled = legs(
                deals.stream().filter(deal -> deal.valueDate().isAfter(last)).toList());
        Map<String, Long> settlement = byCurrency(unsettled, 1);
        planted.path("planted").forEach(error -> {
            boolean due = deals.stream()
                    .anyMatch(deal -> deal.id().equals(error.path("reference").asText())
                            && !deal.valueDate().isAfter(last));
            if (due && error.path("name").asText().equals("DEAL_RATE_DIFFERS")) {
                // What the bank took or gave too much stays open with the bank.
                settlement.merge(
                        error.path("currency").asText(),
                        error.path("expected_minor").asLong()
                                - error.path("told_minor").asLong(),
                        Math::addExact);
            }
        });
        Map<String, Long> open = desk.open();
        // What is held is a credit of the position, what is owed a debit.
        Map<String, Long> position = byCurrency(open, -1);
        JsonNode statement = line.http()
                .getJson(
                        line.url(LineService.WALLET_SETTLEMENT)
                                .resolve("/v1/fx-position?from=" + first + "&to=" + last),
                        line.auditor());
        Map<String, Long> booked = new TreeMap<>();
        Map<String, Long> settled = new TreeMap<>();
        statement.path("balances").forEach(balance -> {
            String currency = balance.path("currency").asText();
            booked.put(currency, balance.path("positionMinor").asLong());
            settled.put(currency, balance.path("unsettledMinor").asLong());
            differences.equal(
                    "fx-position " + currency + " unexplained",
                    0L,
                    balance.path("unexplainedMinor").asLong());
        });
        differences.equal("fx-position, by what is open", position, booked);
        differences.equal("fx-settlement, by value dates to come", settlement, settled);
        return new Summary.Exchange(
                deals.size()
                        - deals.stream()
                                .filter(deal -> deal.valueDate().isAfter(last))
                                .count(),
                legs(deals),
                unsettled,
                open,
                residues(statement));
    }

    /** Added up by {@code currency value-date}. */
    private static Map<String, Long> legs(List<FxDesk.Deal> deals) {
        Map<String, Long> legs = new TreeMap<>();
        deals.forEach(deal -> deal.legs()
                .forEach(leg -> legs.merge(leg.currency() + " " + deal.valueDate(), leg.minor(), Math::addExact)));
        return legs;
    }

    /** By currency of the wallets: minor units, exact. Every conversion of a day must have its rates. */
    private Map<String, String> residues(JsonNode statement) {
        Map<String, BigDecimal> residues = new TreeMap<>();
        statement.path("days").forEach(day -> {
            String pair = day.path("fareCurrency").asText() + " to "
                    + day.path("walletCurrency").asText();
            differences.equal(
                    "conversions without rates, " + pair,
                    0L,
                    day.path("unrated").asLong());
            var mid = new BigDecimal(day.path("midMinor").asLong());
            var residue = new BigDecimal(day.path("residue").asText("0"));
            if (mid.subtract(new BigDecimal(day.path("atPublishedRates").asText("0")))
                            .compareTo(residue)
                    != 0) {
                differences.add("residue of " + day.path("day").asText() + ", " + pair + ": " + residue);
            }
            residues.merge(day.path("walletCurrency").asText(), residue, BigDecimal::add);
        });
        Map<String, String> texts = new TreeMap<>();
        residues.forEach((currency, residue) -> texts.put(currency, residue.toPlainString()));
        return texts;
    }

    private static Map<String, Long> byCurrency(Map<String, Long> amounts, int sign) {
        Map<String, Long> sums = new TreeMap<>();
        amounts.forEach((key, minor) -> sums.merge(key.substring(0, key.indexOf(' ')), sign * minor, Math::addExact));
        return sums;
    }
}

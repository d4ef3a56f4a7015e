package io.baytap.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.sandbox.identity.Person;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Has wallet-settlement reconcile the days whose books are closed, each on the morning after, and compares the breaks that
 * it finds with what the sandbox planted: every error under its name, and nothing else.
 */
final class StatementCheck {

    /** What wallet-settlement calls an error that the sandbox planted. */
    private static final Map<String, String> NAMES = Map.of(
            "LINE_MISSING", "MISSING_AT_PROVIDER",
            "LINE_DOUBLED", "DOUBLED",
            "AMOUNT_DIFFERS", "AMOUNT",
            "RATE_DIFFERS", "RATE",
            "LINE_LATE", "LATE",
            "REFUNDED_TWICE", "REFUNDED_TWICE",
            "PAYOUT_SHORT", "SHORT_PAYOUT",
            "DEAL_RATE_DIFFERS", "DEAL_AMOUNT");

    /** Statements are there from ten on. */
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Line line;
    private final SandboxDesk sandbox;
    private final Differences differences = new Differences();

    StatementCheck(Line line) {
        this.line = line;
        this.sandbox = new SandboxDesk(line);
    }

    /** What it came to, and what is wrong with it. */
    record Result(Summary.Statements statements, List<String> differences) {}

    /**
     * Reconciles.
     *
     * @param last the last day that the bank closed
     */
    Result reconcile(LocalDate first, LocalDate last) {
        sandbox.tell(morningAfter(last).toInstant());
        Map<String, String> found = new TreeMap<>();
        JsonNode run = null;
        for (LocalDate day : first.datesUntil(last.plusDays(1)).toList()) {
            run = reconcile(day).path("run");
            for (JsonNode problem : run.path("problems")) {
                differences.add("reconciliation of " + day + ": " + problem.asText());
            }
        }
        first.datesUntil(last.plusDays(1))
                .forEach(day -> found.putAll(named(line.http()
                        .getJson(wallet("/v1/reconciliation/" + day), line.auditor())
                        .path("breaks"))));
        Map<String, String> planted = new TreeMap<>();
        JsonNode errors = sandbox.plantedErrors();
        errors.path("planted")
                .forEach(error -> planted.put(
                        error.path("reference").asText(),
                        NAMES.getOrDefault(
                                error.path("name").asText(),
                                "no name for " + error.path("name").asText())));
        List<FxDesk.Deal> deals = new FxDesk(line).deals();
        // What is to be settled later cannot have been found wrong.
        deals.stream().filter(deal -> deal.valueDate().isAfter(last)).forEach(deal -> planted.remove(deal.id()));
        differences.equal("breaks that were found", planted, found);
        Map<String, String> open = named(line.http().getJson(wallet("/v1/breaks"), line.auditor()));
        // What came late explains itself.
        planted.values().removeIf("LATE"::equals);
        differences.equal("breaks that are open", planted, open);
        long pending = run == null ? 0 : run.path("pending").asLong();
        differences.equal("lines that are pending", ExchangeCheck.pending(deals, last), pending);
        Summary.Exchange exchange = new ExchangeCheck(line, first, last, differences).check(deals, errors);
        return new Result(
                new Summary.Statements(
                        last,
                        Totals.by(List.copyOf(found.values()), reason -> reason, _ -> 1L),
                        open.size(),
                        Totals.by(List.copyOf(planted.values()), reason -> reason, _ -> 1L),
                        pending,
                        exchange,
                        verify()),
                differences.all());
    }

    private JsonNode reconcile(LocalDate day) {
        String at = URLEncoder.encode(morningAfter(day).toString(), StandardCharsets.UTF_8);
        return line.http().postJson(wallet("/v1/reconciliation/" + day + "?at=" + at), line.token(Person.FIONA));
    }

    /** The ledger has the bank's entries now, too. */
    private String verify() {
        try {
            return line.verifyLedger();
        } catch (IllegalStateException unsound) {
            differences.add("the ledger is not sound after the bank's entries: " + unsound.getMessage());
            return "NOT SOUND";
        }
    }

    private URI wallet(String path) {
        return line.url(LineService.WALLET_SETTLEMENT).resolve(path);
    }

    private static Map<String, String> named(JsonNode breaks) {
        Map<String, String> named = new TreeMap<>();
        breaks.forEach(found -> named.put(
                found.path("number").asText(found.path("id").asText()),
                found.path("reason").asText()));
        return named;
    }

    private static OffsetDateTime morningAfter(LocalDate day) {
        return day.plusDays(1).atTime(MORNING).atOffset(ZoneOffset.ofHours(8));
    }
}

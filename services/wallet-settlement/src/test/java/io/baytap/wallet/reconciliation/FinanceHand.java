package io.baytap.wallet.reconciliation;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.reconciliation.v1.BreakChanged;
import io.baytap.schemas.reconciliation.v1.BreakTransition;
import io.baytap.wallet.Caller;
import io.baytap.wallet.Fares;
import io.baytap.wallet.Kit;
import io.baytap.wallet.SandboxClient;
import io.baytap.wallet.audit.Finding;
import io.baytap.wallet.audit.Verification;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What finance does about breaks, and what it sees of them. */
@Singleton
public class FinanceHand {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Kit kit;
    private final Caller caller;
    private final SandboxClient sandbox;
    private final DataSource database;

    FinanceHand(Kit kit, Caller caller, SandboxClient sandbox, DataSource database) {
        this.kit = kit;
        this.caller = caller;
        this.sandbox = sandbox;
        this.database = database;
    }

    /** Twelve riders pay 10.00 to 10.11; every third one is given 2.00 back. */
    void travel() {
        List<FareConverted> fares = new ArrayList<>();
        List<FareConverted> corrections = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String rider = Fares.newRider();
            kit.publish(Topics.WALLETS_CONTRACTS, Fares.contract(rider));
            fares.add(Fares.fare(rider, 0, 1100 + i, 1000 + i, 0));
            if (i % 3 == 0) {
                corrections.add(Fares.fare(rider, 1, -220, -200, 0));
            }
        }
        kit.publish(Topics.FARES_CONVERTED, fares.toArray(FareConverted[]::new));
        await().atMost(LONG).until(() -> count("ledger_trade"), booked -> booked == 12);
        kit.publish(Topics.FARES_CONVERTED, corrections.toArray(FareConverted[]::new));
        await().atMost(LONG).until(() -> count("ledger_trade"), booked -> booked == 12 + corrections.size());
    }

    static String body(String kind, String id, long minor, String currency, String more) {
        return """
                {"kind":"%s","breakId":"%s","amountMinor":%d,"currency":"%s","reason":"they say so"%s}""".formatted(kind, id, minor, currency, more);
    }

    Caller.Answer propose(String token, String body) {
        return caller.post("/v1/proposals", body, token);
    }

    Caller.Answer approve(String token, String id) {
        return caller.post("/v1/proposals/" + id + "/approval", "", token);
    }

    Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>();
        sandbox.get("/v1/breaks")
                .forEach(one ->
                        reasons.put(one.path("id").asText(), one.path("reason").asText()));
        return reasons;
    }

    String breakOf(String reason) {
        return reasons().entrySet().stream()
                .filter(entry -> entry.getValue().equals(reason))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError(reason + " is not among " + reasons()));
    }

    JsonNode open(String id) {
        for (JsonNode one : sandbox.get("/v1/breaks")) {
            if (one.path("id").asText().equals(id)) {
                return one;
            }
        }
        throw new AssertionError(id + " is not open");
    }

    BreakChanged resolved(String id) {
        return kit.await(
                        Topics.RECONCILIATION_BREAKS,
                        BreakChanged.class,
                        told -> told.getBreakId().equals(id) && told.getTransition() == BreakTransition.RESOLVED,
                        1)
                .getFirst();
    }

    List<String> lines(String journal) {
        return kit.query(
                "select account || ' ' || currency || ' ' || amount_minor from journal_line where journal_id = ? order by line",
                journal);
    }

    long balance(String account) {
        return kit
                .query("select coalesce(sum(amount_minor), 0) from account_balance where account = ?", account)
                .stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    long count(String table) {
        return Long.parseLong(kit.query("select count(*) from " + table).getFirst());
    }

    List<Finding> unsound() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            Verification.of(connection, Map.of(), findings::add);
        }
        return findings;
    }
}

package io.baytap.wallet.reconciliation;

import static io.baytap.wallet.IdentityProvider.token;
import static org.assertj.core.api.Assertions.assertThat;
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
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Payouts that the bank notifies first, and breaks that two people bring to an end. */
@QuarkusTest
@QuarkusTestResource(value = BooksResource.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BreakResolutionIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    /** A Thursday; its payouts come on Friday. */
    private static final LocalDate DAY = Fares.DAY;

    private static final LocalDate FRIDAY = DAY.plusDays(1);

    @Inject
    Kit kit;

    @Inject
    Caller caller;

    @Inject
    SandboxClient sandbox;

    @Inject
    SandboxDay world;

    @Inject
    DataSource database;

    private final String anna = token("anna", "finance");
    private final String ben = token("ben", "finance");
    private final String olga = token("olga", "operations");
    private final String theo = token("theo", "auditor");

    @Test
    @Order(1)
    void aPayoutIsBookedWhenItIsNotifiedAndNotAgainWhenItsStatementComes() throws SQLException {
        world.tell(DAY, "09:30");
        world.plant(DAY, 7);
        travel();
        world.tell(FRIDAY, "10:00");
        world.payOperators(DAY);
        world.closeBank(DAY);
        world.reconcile(DAY);
        assertThat(balance("bank:CNY")).isZero();

        world.payUnknown(FRIDAY, "M-unknown");
        world.intraday(FRIDAY);
        world.reconcile(DAY);
        long notified = balance("bank:CNY");
        assertThat(notified).isPositive();
        assertThat(kit.query("select count(*) from bank_notice")).isNotEqualTo(List.of("0"));
        assertThat(reasons()).doesNotContainValue("UNKNOWN_ENTRY");

        world.tell(FRIDAY.plusDays(1), "10:00");
        world.closeBank(FRIDAY);
        JsonNode day = world.reconcile(FRIDAY);

        assertThat(balance("bank:CNY")).isEqualTo(notified);
        assertThat(kit.query("select count(*) from journal where kind = 'ADJUSTMENT'"))
                .containsExactly("0");
        assertThat(day.path("run").path("pending").asLong()).as(day.toString()).isZero();
        assertThat(reasons().values()).contains("UNKNOWN_ENTRY", "SHORT_PAYOUT").doesNotContain("NOTIFIED_OTHERWISE");
        assertThat(unsound()).isEmpty();
    }

    @Test
    @Order(2)
    void aSuspenseEntryIsReleasedByTwoOfFinanceAndStaysResolved() throws SQLException {
        String id = breakOf("UNKNOWN_ENTRY");
        String body = body("RELEASE", id, -4_200, "HKD", ",\"account\":\"operator-settlement:MTR\"");
        assertThat(balance("suspense:HKD")).isEqualTo(4_200);
        assertThat(propose(olga, body).status()).as("operations").isEqualTo(403);
        assertThat(propose(theo, body).status()).as("auditor").isEqualTo(403);
        Caller.Answer proposed = propose(anna, body);
        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(201);
        String proposal = proposed.body().path("id").asText();
        assertThat(approve(anna, proposal).reason()).isEqualTo("SAME_PERSON");
        assertThat(approve(olga, proposal).status()).as("operations").isEqualTo(403);
        assertThat(balance("suspense:HKD")).as("nothing moved yet").isEqualTo(4_200);

        Caller.Answer approved = approve(ben, proposal);

        String journal = "release:" + id.substring("break:".length()) + "=" + proposal;
        assertThat(approved.body().path("postingId").asText())
                .as(approved.body().toString())
                .isEqualTo(journal);
        assertThat(lines(journal)).containsExactly("suspense:HKD HKD -4200", "operator-settlement:MTR HKD 4200");
        assertThat(balance("suspense:HKD")).isZero();
        BreakChanged told = resolved(id);
        assertThat(told.getResolvedBy()).isEqualTo(proposal);
        assertThat(told.getResolution()).isEqualTo("RELEASE");
        assertThat(told.getProposedBy()).isEqualTo("anna");
        assertThat(told.getApprovedBy()).isEqualTo("ben");
        assertThat(told.getResolutionReason()).isEqualTo("they say so");
        assertThat(told.getJournalId()).isEqualTo(journal);
        assertThat(caller.get("/v1/proposals/" + proposal, theo)
                        .body()
                        .path("breakId")
                        .asText())
                .isEqualTo(id);

        long changes = count("break_change");
        world.reconcile(FRIDAY);
        assertThat(count("break_change")).as("found again: resolved as it was").isEqualTo(changes);
        assertThat(propose(anna, body).reason()).isEqualTo("ALREADY_DECIDED");
        assertThat(propose(anna, body.replace("they say so", "again")).reason()).isEqualTo("BREAK_NOT_OPEN");
        assertThat(unsound()).isEmpty();
    }

    @Test
    @Order(3)
    void aBreakIsAcceptedWithAReferenceAndNoMoneyMoves() {
        String id = breakOf("RATE");
        long journals = count("journal");
        assertThat(propose(anna, body("EXPLAIN", id, 1, "CNY", ",\"reference\":\"letter 7\""))
                        .reason())
                .isEqualTo("OTHER_AMOUNT");
        assertThat(propose(anna, body("EXPLAIN", id, 0, "CNY", ""))
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("reference");
        String proposal = propose(anna, body("EXPLAIN", id, 0, "CNY", ",\"reference\":\"letter 7\""))
                .body()
                .path("id")
                .asText();

        assertThat(approve(ben, proposal).status()).isEqualTo(200);

        assertThat(count("journal")).isEqualTo(journals);
        assertThat(resolved(id).getResolutionReference()).isEqualTo("letter 7");
        world.reconcile(FRIDAY);
        assertThat(reasons()).doesNotContainKey(id);
    }

    @Test
    @Order(4)
    void whereTheProviderIsRightTheLedgerFollows() throws SQLException {
        String id = breakOf("SHORT_PAYOUT");
        JsonNode found = open(id);
        long amount = found.path("amountMinor").asLong();
        String currency = found.path("currency").asText();
        String clearing = "provider-clearing:" + found.path("walletScheme").asText();
        long before = balance(clearing);
        assertThat(propose(anna, body("BOOK", id, amount, currency, ",\"account\":\"fx-position\""))
                        .reason())
                .isEqualTo("ACCOUNT_REFUSED");
        assertThat(propose(anna, body("BOOK", id, amount, currency, ",\"account\":\"operator-settlement:NOBODY\""))
                        .reason())
                .isEqualTo("ACCOUNT_REFUSED");
        assertThat(propose(anna, body("BOOK", "break:none", 1, currency, ",\"account\":\"suspense:CNY\""))
                        .status())
                .isEqualTo(404);
        String proposal = propose(anna, body("BOOK", id, amount, currency, ",\"account\":\"provider-fees:WEIXIN_PAY\""))
                .body()
                .path("id")
                .asText();

        assertThat(approve(ben, proposal).status()).isEqualTo(200);

        assertThat(balance(clearing)).isEqualTo(before + amount);
        assertThat(resolved(id).getJournalId()).isEqualTo("adjustment:" + id + "=" + proposal);
        world.reconcile(FRIDAY);
        assertThat(reasons()).doesNotContainKey(id);
        assertThat(unsound()).isEmpty();
    }

    @Test
    @Order(5)
    void aStatementThatIsMissingIsABreakUntilItComes() {
        LocalDate monday = FRIDAY.plusDays(3);
        world.tell(monday.plusDays(1), "10:00");

        world.reconcile(monday);
        Map<String, String> open = reasons();
        assertThat(open)
                .containsEntry("break:statement:bank:HKD:808-100001-344:" + monday, "STATEMENT_MISSING")
                .containsEntry("break:statement:bank:CNY:808-100001-156:" + monday, "STATEMENT_MISSING");
        assertThat(open(("break:statement:bank:HKD:808-100001-344:" + monday))
                        .path("owner")
                        .asText())
                .isEqualTo("BANK");
        world.closeBank(monday);
        world.reconcile(monday);

        assertThat(reasons()).doesNotContainValue("STATEMENT_MISSING");
        assertThat(resolved("break:statement:bank:HKD:808-100001-344:" + monday).getResolvedBy())
                .isEqualTo("bank:HKD:808-100001-344:" + monday);
    }

    /** Twelve riders pay 10.00 to 10.11; every third one is given 2.00 back. */
    private void travel() {
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

    private static String body(String kind, String id, long minor, String currency, String more) {
        return """
                {"kind":"%s","breakId":"%s","amountMinor":%d,"currency":"%s","reason":"they say so"%s}""".formatted(kind, id, minor, currency, more);
    }

    private Caller.Answer propose(String token, String body) {
        return caller.post("/v1/proposals", body, token);
    }

    private Caller.Answer approve(String token, String id) {
        return caller.post("/v1/proposals/" + id + "/approval", "", token);
    }

    private Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>();
        sandbox.get("/v1/breaks")
                .forEach(one ->
                        reasons.put(one.path("id").asText(), one.path("reason").asText()));
        return reasons;
    }

    private String breakOf(String reason) {
        return reasons().entrySet().stream()
                .filter(entry -> entry.getValue().equals(reason))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError(reason + " is not among " + reasons()));
    }

    private JsonNode open(String id) {
        for (JsonNode one : sandbox.get("/v1/breaks")) {
            if (one.path("id").asText().equals(id)) {
                return one;
            }
        }
        throw new AssertionError(id + " is not open");
    }

    private BreakChanged resolved(String id) {
        return kit.await(
                        Topics.RECONCILIATION_BREAKS,
                        BreakChanged.class,
                        told -> told.getBreakId().equals(id) && told.getTransition() == BreakTransition.RESOLVED,
                        1)
                .getFirst();
    }

    private List<String> lines(String journal) {
        return kit.query(
                "select account || ' ' || currency || ' ' || amount_minor from journal_line where journal_id = ? order by line",
                journal);
    }

    private long balance(String account) {
        return kit
                .query("select coalesce(sum(amount_minor), 0) from account_balance where account = ?", account)
                .stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    private long count(String table) {
        return Long.parseLong(kit.query("select count(*) from " + table).getFirst());
    }

    private List<Finding> unsound() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            Verification.of(connection, Map.of(), findings::add);
        }
        return findings;
    }
}

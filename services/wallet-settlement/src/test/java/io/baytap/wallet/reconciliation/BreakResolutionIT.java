package io.baytap.wallet.reconciliation;

import static io.baytap.wallet.IdentityProvider.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.schemas.Topics;
import io.baytap.schemas.reconciliation.v1.BreakChanged;
import io.baytap.stack.Scrape;
import io.baytap.wallet.Caller;
import io.baytap.wallet.Fares;
import io.baytap.wallet.Kit;
import io.baytap.wallet.SandboxClient;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Payouts that the bank notifies first, and breaks that two people bring to an end. */
@QuarkusTest
@WithTestResource(value = BooksResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
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
    FinanceHand hand;

    private final String anna = token("anna", "finance");
    private final String ben = token("ben", "finance");
    private final String olga = token("olga", "operations");
    private final String theo = token("theo", "auditor");

    @Test
    @Order(1)
    void aPaymentIsBookedWhenItIsNotifiedAndNotAgainWhenItsStatementComes() throws SQLException {
        world.tell(DAY, "09:30");
        world.plant(DAY, 7);
        hand.travel();
        world.tell(FRIDAY, "10:00");
        world.payOperators(DAY);
        world.closeBank(DAY);
        world.reconcile(DAY);
        assertThat(hand.balance("bank:HKD")).isZero();

        world.payUnknown(FRIDAY, "M-unknown");
        world.intraday(FRIDAY);
        world.reconcile(DAY);
        // 12 × 11.00 + 0.66 − 4 × 2.20 are the operator's; 42.00 to nobody knows whom wait for the statement, and so
        // does the
        // provider's payout, whose batch is told with its own day.
        assertThat(hand.balance("bank:HKD")).isEqualTo(-(12 * 1100 + 66 - 4 * 220));
        assertThat(hand.balance("operator-settlement:MTR")).isZero();
        assertThat(hand.balance("bank:CNY")).isZero();
        assertThat(kit.query("select count(*) from bank_notice")).isNotEqualTo(List.of("0"));
        assertThat(hand.reasons()).doesNotContainValue("UNKNOWN_ENTRY");

        world.tell(FRIDAY.plusDays(1), "10:00");
        world.closeBank(FRIDAY);
        JsonNode day = world.reconcile(FRIDAY);

        assertThat(hand.balance("bank:HKD")).isEqualTo(-(12 * 1100 + 66 - 4 * 220) - 4_200);
        assertThat(hand.balance("bank:CNY")).isPositive();
        assertThat(kit.query("select count(*) from journal where kind = 'ADJUSTMENT'"))
                .containsExactly("0");
        assertThat(day.path("run").path("pending").asLong()).as(day.toString()).isZero();
        assertThat(hand.reasons().values())
                .contains("UNKNOWN_ENTRY", "SHORT_PAYOUT")
                .doesNotContain("NOTIFIED_OTHERWISE");
        assertThat(hand.unsound()).isEmpty();
    }

    /** Each gauge is there once it has something to say, and by now there are breaks. */
    @Test
    @Order(2)
    void everyMetricThatAlertsAndDashboardsMayNameIsScraped() {
        kit.records().produceBytes(Topics.FARES_CONVERTED.name(), "WEIXIN_PAY:metrics", new byte[] {1});
        assertThat(caller.post("/v1/notifications/weixin-pay", "{}", null).status())
                .as("not signed")
                .isEqualTo(401);

        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(Scrape.metrics(sandbox.text("/q/metrics"))).containsAll(Scrape.promised()));
        assertThat(sandbox.text("/q/metrics"))
                .as("what the objective counts by")
                .contains("wallet_delay_seconds_bucket{le=\"5.0\"} ");
    }

    @Test
    @Order(3)
    void aSuspenseEntryIsReleasedByTwoOfFinanceAndStaysResolved() throws SQLException {
        String id = hand.breakOf("UNKNOWN_ENTRY");
        String body = FinanceHand.body("RELEASE", id, -4_200, "HKD", ",\"account\":\"operator-settlement:MTR\"");
        assertThat(hand.balance("suspense:HKD")).isEqualTo(4_200);
        assertThat(hand.propose(olga, body).status()).as("operations").isEqualTo(403);
        assertThat(hand.propose(theo, body).status()).as("auditor").isEqualTo(403);
        Caller.Answer proposed = hand.propose(anna, body);
        assertThat(proposed.status()).as(proposed.body().toString()).isEqualTo(201);
        String proposal = proposed.body().path("id").asText();
        assertThat(hand.approve(anna, proposal).reason()).isEqualTo("SAME_PERSON");
        assertThat(hand.approve(olga, proposal).status()).as("operations").isEqualTo(403);
        assertThat(hand.balance("suspense:HKD")).as("nothing moved yet").isEqualTo(4_200);

        Caller.Answer approved = hand.approve(ben, proposal);

        String journal = "release:" + id.substring("break:".length()) + "=" + proposal;
        assertThat(approved.body().path("postingId").asText())
                .as(approved.body().toString())
                .isEqualTo(journal);
        assertThat(hand.lines(journal)).containsExactly("suspense:HKD HKD -4200", "operator-settlement:MTR HKD 4200");
        assertThat(hand.balance("suspense:HKD")).isZero();
        BreakChanged told = hand.resolved(id);
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

        long changes = hand.count("break_change");
        world.reconcile(FRIDAY);
        assertThat(hand.count("break_change"))
                .as("found again: resolved as it was")
                .isEqualTo(changes);
        assertThat(hand.propose(anna, body).reason()).isEqualTo("ALREADY_DECIDED");
        assertThat(hand.propose(anna, body.replace("they say so", "again")).reason())
                .isEqualTo("BREAK_NOT_OPEN");
        assertThat(hand.unsound()).isEmpty();
    }

    @Test
    @Order(4)
    void aBreakIsAcceptedWithAReferenceAndNoMoneyMoves() {
        String id = hand.breakOf("RATE");
        long journals = hand.count("journal");
        assertThat(hand.propose(anna, FinanceHand.body("EXPLAIN", id, 1, "CNY", ",\"reference\":\"letter 7\""))
                        .reason())
                .isEqualTo("OTHER_AMOUNT");
        assertThat(hand.propose(anna, FinanceHand.body("EXPLAIN", id, 0, "CNY", ""))
                        .body()
                        .path("field")
                        .asText())
                .isEqualTo("reference");
        String proposal = hand.propose(anna, FinanceHand.body("EXPLAIN", id, 0, "CNY", ",\"reference\":\"letter 7\""))
                .body()
                .path("id")
                .asText();

        assertThat(hand.approve(ben, proposal).status()).isEqualTo(200);

        assertThat(hand.count("journal")).isEqualTo(journals);
        assertThat(hand.resolved(id).getResolutionReference()).isEqualTo("letter 7");
        world.reconcile(FRIDAY);
        assertThat(hand.reasons()).doesNotContainKey(id);
    }

    @Test
    @Order(5)
    void whereTheProviderIsRightTheLedgerFollows() throws SQLException {
        String id = hand.breakOf("SHORT_PAYOUT");
        JsonNode found = hand.open(id);
        long amount = found.path("amountMinor").asLong();
        String currency = found.path("currency").asText();
        String clearing = "provider-clearing:" + found.path("walletScheme").asText();
        long before = hand.balance(clearing);
        assertThat(hand.propose(anna, FinanceHand.body("BOOK", id, amount, currency, ",\"account\":\"fx-position\""))
                        .reason())
                .isEqualTo("ACCOUNT_REFUSED");
        assertThat(hand.propose(
                                anna,
                                FinanceHand.body(
                                        "BOOK", id, amount, currency, ",\"account\":\"operator-settlement:NOBODY\""))
                        .reason())
                .isEqualTo("ACCOUNT_REFUSED");
        assertThat(hand.propose(
                                anna,
                                FinanceHand.body("BOOK", "break:none", 1, currency, ",\"account\":\"suspense:CNY\""))
                        .status())
                .isEqualTo(404);
        String proposal = hand.propose(
                        anna,
                        FinanceHand.body("BOOK", id, amount, currency, ",\"account\":\"provider-fees:WEIXIN_PAY\""))
                .body()
                .path("id")
                .asText();

        assertThat(hand.approve(ben, proposal).status()).isEqualTo(200);

        assertThat(hand.balance(clearing)).isEqualTo(before + amount);
        assertThat(hand.resolved(id).getJournalId()).isEqualTo("adjustment:" + id + "=" + proposal);
        world.reconcile(FRIDAY);
        assertThat(hand.reasons()).doesNotContainKey(id);
        assertThat(hand.unsound()).isEmpty();
    }

    @Test
    @Order(6)
    void aStatementThatIsMissingIsABreakUntilItComes() {
        LocalDate monday = FRIDAY.plusDays(3);
        world.tell(monday.plusDays(1), "10:00");

        world.reconcile(monday);
        Map<String, String> open = hand.reasons();
        assertThat(open)
                .containsEntry("break:statement:bank:HKD:808-100001-344:" + monday, "STATEMENT_MISSING")
                .containsEntry("break:statement:bank:CNY:808-100001-156:" + monday, "STATEMENT_MISSING");
        assertThat(hand.open(("break:statement:bank:HKD:808-100001-344:" + monday))
                        .path("owner")
                        .asText())
                .isEqualTo("BANK");
        world.closeBank(monday);
        world.reconcile(monday);

        assertThat(hand.reasons()).doesNotContainValue("STATEMENT_MISSING");
        assertThat(hand.resolved("break:statement:bank:HKD:808-100001-344:" + monday)
                        .getResolvedBy())
                .isEqualTo("bank:HKD:808-100001-344:" + monday);
    }
}

package io.baytap.wallet;

import static io.baytap.wallet.IdentityProvider.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.wallet.audit.Finding;
import io.baytap.wallet.audit.Look;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Corrections and refunds that one person proposes and another approves, down to the wallet and the topics. */
@QuarkusTest
@WithTestResource(WorldResource.class)
class ProposalIT {

    @Inject
    Kit kit;

    @Inject
    Caller caller;

    @Inject
    SandboxClient sandbox;

    @Inject
    DataSource database;

    private final String anna = token("anna", "finance");
    private final String ben = token("ben", "finance");
    private final String olga = token("olga", "operations");
    private final String theo = token("theo", "auditor");

    private final String rider = Fares.newRider() + "-p" + System.nanoTime();
    private final FareConverted fare = Fares.fare(rider, 0, 1000, 930, 5);
    private final String journey = fare.getJourneyId();
    private final String charge = "charge:" + fare.getEventId();

    @Test
    void aCorrectionIsBookedOnceApprovedAndGoesBackToTheWallet() throws SQLException {
        settle();
        String id = id(propose(olga, correction(-400, "the lift was out of order")));

        assertThat(decide(olga, id, "approval").status()).as("operations").isEqualTo(403);
        Caller.Answer approved = decide(ben, id, "approval");

        assertThat(approved.status()).as(approved.body().toString()).isEqualTo(200);
        assertThat(approved.body().path("state").asText()).isEqualTo("APPROVED");
        assertThat(approved.body().path("proposedBy").asText()).isEqualTo("olga");
        assertThat(approved.body().path("decidedBy").asText()).isEqualTo("ben");
        String posting = approved.body().path("postingId").asText();
        assertThat(posting).isEqualTo("posting:conversion:fare:" + id);
        assertThat(kit.query(
                        "select account || ' ' || currency || ' ' || amount_minor from journal_line where journal_id = ? order by line",
                        posting))
                .containsExactly(
                        "wallet-receivable:WEIXIN_PAY CNY -372",
                        "fx-position CNY 370",
                        "fx-spread CNY 2",
                        "fx-position HKD -400",
                        "operator-payable:MTR HKD 400");
        SettlementPosted told = awaitPosted(id);
        assertThat(told.getKind()).isEqualTo(FareKind.CORRECTION);
        assertThat(told.getFareMinor()).isEqualTo(-400);
        assertThat(told.getWalletMinor()).isEqualTo(-372);
        assertThat(told.getCity()).isEqualTo("hong-kong");
        assertThat(told.getJourneyId()).isEqualTo(journey);
        assertThat(awaitRefunded().getAmountMinor()).isEqualTo(372);
        assertThat(sandbox.book("C-" + rider).path("refunded_minor").asLong()).isEqualTo(372);
        assertThat(findingsAfter("select 1")).isEmpty();
    }

    @Test
    void aSecondApprovalChangesNothingHoweverManyCome() {
        settle();
        String id = id(propose(olga, correction(-100, "twice")));

        List<Integer> answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> decide(i % 2 == 0 ? anna : ben, id, "approval")))
                .toList()
                .stream()
                .map(answer -> answer.join().status())
                .toList();

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(5);
        assertThat(decide(anna, id, "rejection").reason()).isEqualTo("ALREADY_DECIDED");
        assertThat(propose(olga, correction(-100, "twice")).reason()).isEqualTo("ALREADY_DECIDED");
        assertThat(kit.query("select fare_minor from booked_fare where journey_id = ? order by 1", journey))
                .containsExactly("-100", "1000");
    }

    @Test
    void nobodyApprovesTheirOwnUnderAnyName() {
        settle();
        String id = id(propose(anna, correction(-100, "my own")));

        assertThat(decide(anna, id, "approval").reason()).isEqualTo("SAME_PERSON");
        assertThatThrownBy(() -> kit.run("""
                        insert into proposal_decision (proposal_id, verdict, decided_by, decided_subject, decided_at, conversion_id)
                        values ('%s', 'APPROVED', 'somebody', 'subject-of-anna', now(), 'conversion:x')""".formatted(id)))
                .hasMessageContaining("was proposed by the person who approves it");
        assertThat(decide(anna, id, "rejection").body().path("state").asText()).isEqualTo("REJECTED");
        assertThat(kit.query("select fare_minor from booked_fare where journey_id = ?", journey))
                .containsExactly("1000");
    }

    @Test
    void aRefundComesFromItsChargeAndNoMoreThanWasCharged() {
        settle();
        assertThat(propose(olga, refund(931)).body().path("detail").asText()).contains("9.31", "9.30");
        String first = id(propose(olga, refund(300)));
        String second = id(propose(olga, refund(700)));

        assertThat(decide(anna, first, "approval").status()).isEqualTo(200);
        Caller.Answer refused = decide(anna, second, "approval");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.reason()).isEqualTo("MORE_THAN_CHARGED");
        assertThat(refused.body().path("detail").asText()).contains("7.00", "6.30");
        assertThat(awaitRefunded().getAmountMinor()).isEqualTo(300);
        assertThat(kit.query(
                        "select fare_minor || ' ' || wallet_minor from booked_fare where journey_id = ? order by 1",
                        journey))
                .containsExactly("-323 -300", "1000 930");
        assertThat(caller.get("/v1/proposals/" + second, theo)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("PENDING");
    }

    @Test
    void aHelperReadsARidesChargesAndProposalsAndAnotherPersonApproves() {
        settle();
        String hana = token("hana", "helper");
        String corrected = id(propose(hana, correction(-200, "a gate was shut")));
        String refunded = id(propose(hana, refund(100)));

        assertThat(decide(hana, corrected, "approval").reason()).isEqualTo("ROLE_MISSING");
        assertThat(decide(anna, corrected, "approval").status()).isEqualTo(200);

        var charges = caller.get("/v1/charges?journeyId=" + journey, hana).body();
        assertThat(charges).singleElement().satisfies(each -> {
            assertThat(each.path("id").asText()).isEqualTo(charge);
            assertThat(each.path("status").asText()).isEqualTo("SETTLED");
            assertThat(each.path("refunds").path(0).path("amountMinor").asLong())
                    .isEqualTo(186);
            assertThat(each.has("riderId")).isFalse();
            assertThat(each.toString()).doesNotContain("C-" + rider);
        });
        var proposals = caller.get("/v1/proposals?journeyId=" + journey, hana).body();
        assertThat(proposals.findValuesAsText("id")).containsExactly(refunded, corrected);
        assertThat(proposals.findValuesAsText("state")).containsExactly("PENDING", "APPROVED");
        assertThat(caller.get("/v1/charges", hana).body().path("field").asText())
                .isEqualTo("journeyId");
    }

    @Test
    void whatIsMalformedOrUnknownIsNamed() {
        assertThat(field("{\"kind\":\"GIFT\"}")).isEqualTo("kind");
        assertThat(field("{\"kind\":\"REFUND\"}")).isEqualTo("chargeId");
        assertThat(field(refund(1).replace(":1,", ":1.5,"))).isEqualTo("amountMinor");
        assertThat(field(refund(-1))).isEqualTo("amountMinor");
        assertThat(field(correction(0, "x"))).isEqualTo("amountMinor");
        assertThat(field(correction(1_000_001, "x"))).isEqualTo("amountMinor");
        assertThat(field(correction(-1, ""))).isEqualTo("reason");
        assertThat(field(correction(-1, "x").replace("HKD", "XX"))).isEqualTo("currency");
        assertThat(propose(olga, correction(-1, "of no journey")).status()).isEqualTo(404);
        assertThat(decide(anna, "proposal:none", "approval").status()).isEqualTo(404);
    }

    @Test
    void theTrailSaysWhoDidWhatAndVerifyFindsWhoChangedIt() throws Exception {
        settle();
        String id = id(propose(olga, correction(-50, "for the trail")));
        decide(olga, id, "approval");
        decide(ben, id, "approval");
        decide(anna, id, "approval");

        var entries = caller.get("/v1/audit?target=" + id, theo).body().path("entries");

        assertThat(entries)
                .extracting(entry -> entry.path("person").asText() + " "
                        + entry.path("action").asText() + " "
                        + entry.path("refusal").asText("done"))
                .containsExactly(
                        "olga PROPOSE done",
                        "olga APPROVE ROLE_MISSING",
                        "ben APPROVE done",
                        "anna APPROVE ALREADY_DECIDED");
        assertThat(entries.path(2).path("before").asText()).isEqualTo("PENDING");
        assertThat(entries.path(2).path("after").asText())
                .contains("APPROVED: CORRECTION of " + journey, "for the trail", "conversion:fare:" + id);
        long number = entries.path(2).path("number").asLong();
        var page = caller.get("/v1/audit?max=1&after=" + (number - 1), theo).body();
        assertThat(page.path("next").asLong()).isEqualTo(number);
        assertThatThrownBy(() -> kit.run("delete from audit where number = " + number))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> kit.run("update audit set person = 'nobody'")).hasMessageContaining("append-only");

        assertThat(findingsAfter("update audit set person = 'nobody' where number = " + number))
                .containsExactly("CHANGED audit " + number);
        assertThat(findingsAfter("delete from audit where number = " + number))
                .containsExactly("MISSING audit before " + (number + 1));
        assertThat(findingsAfter("delete from audit where number = (select max(number) from audit)"))
                .singleElement()
                .asString()
                .startsWith("MISSING audit ");
        assertThat(findingsAfter("select 1")).isEmpty();
    }

    @Test
    void whoAskedForARecoveryIsKept() {
        settle();

        assertThat(caller.post("/v1/charges/" + charge + "/recovery", "", olga).status())
                .isEqualTo(409);

        assertThat(caller.get("/v1/audit?target=" + charge, theo).body().path("entries"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("subject").asText()).isEqualTo("subject-of-olga");
                    assertThat(entry.path("before").asText()).isEqualTo("SETTLED");
                    assertThat(entry.path("refusal").asText()).isEqualTo("NOTHING_GIVEN_UP");
                });
    }

    private void settle() {
        kit.publish(Topics.WALLETS_CONTRACTS, Fares.contract(rider));
        kit.publish(Topics.FARES_CONVERTED, fare);
        kit.await(
                Topics.CHARGES_SETTLED,
                ChargeSettled.class,
                each -> each.getRiderId().equals(rider),
                1);
        await().atMost(Kit.SOON)
                .until(() -> kit.query("select status from charge where id = ?", charge), List.of("SETTLED")::equals);
    }

    private String correction(long amountMinor, String reason) {
        return """
                {"kind":"CORRECTION","journeyId":"%s","amountMinor":%d,"currency":"HKD","reason":"%s"}""".formatted(journey, amountMinor, reason);
    }

    private String refund(long amountMinor) {
        return """
                {"kind":"REFUND","chargeId":"%s","amountMinor":%d,"currency":"CNY","reason":"goodwill"}""".formatted(charge, amountMinor);
    }

    private Caller.Answer propose(String token, String body) {
        return caller.post("/v1/proposals", body, token);
    }

    private Caller.Answer decide(String token, String id, String what) {
        return caller.post("/v1/proposals/" + id + "/" + what, "", token);
    }

    private String field(String body) {
        Caller.Answer answer = propose(olga, body);
        assertThat(answer.status()).isEqualTo(400);
        return answer.body().path("field").asText();
    }

    private static String id(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private SettlementPosted awaitPosted(String proposal) {
        return kit.await(
                        Topics.SETTLEMENTS_POSTED,
                        SettlementPosted.class,
                        each -> proposal.equals(each.getProposalId()),
                        1)
                .getFirst();
    }

    private ChargeRefunded awaitRefunded() {
        return kit.await(
                        Topics.CHARGES_REFUNDED,
                        ChargeRefunded.class,
                        each -> each.getRiderId().equals(rider),
                        1)
                .getFirst();
    }

    /** What verify says of the trail and of proposals after a statement that no trigger stopped; taken back. */
    private List<String> findingsAfter(String sql) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                statement.execute("set local session_replication_role = replica");
                statement.execute(sql);
                Look.at(connection, findings);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        return findings.stream()
                .map(found -> found.kind() + " " + found.row())
                .filter(found -> found.contains(rider) || found.contains(" audit ") || found.contains("proposal:"))
                .toList();
    }
}

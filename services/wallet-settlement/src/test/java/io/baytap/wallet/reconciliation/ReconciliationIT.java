package io.baytap.wallet.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.reconciliation.v1.BreakChanged;
import io.baytap.schemas.reconciliation.v1.BreakTransition;
import io.baytap.wallet.Fares;
import io.baytap.wallet.Kit;
import io.baytap.wallet.SandboxClient;
import io.baytap.wallet.audit.Finding;
import io.baytap.wallet.audit.Verification;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
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
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two days of one operator's riders, against the sandbox's statements, batches and bank; the second with planted errors. */
@QuarkusTest
@WithTestResource(value = BooksResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReconciliationIT {

    private static final int RIDERS = 12;
    private static final Duration LONG = Duration.ofSeconds(60);

    /** A Thursday; its payouts come on Friday, those of Friday on Monday. */
    private static final LocalDate DAY = Fares.DAY;

    @Inject
    Kit kit;

    @Inject
    SandboxClient sandbox;

    @Inject
    SandboxDay world;

    @Inject
    DataSource database;

    @Test
    @Order(1)
    void aDayThatAgreesHasNoBreaksAndItsPayoutsAreBooked() throws SQLException {
        world.tell(DAY, "09:30");
        travel(DAY);
        world.deal(DAY, DAY.plusDays(1));
        world.tell(DAY.plusDays(1), "10:00");
        world.payOperators(DAY);
        world.closeBank(DAY);

        JsonNode first = world.reconcile(DAY);
        assertThat(first.path("run").path("broken").asLong())
                .as(first.toString())
                .isZero();
        assertThat(first.path("run").path("problems")).as(first.toString()).isEmpty();
        assertThat(
                        kit.query(
                                "select cast(reltuples as bigint) - (select count(*) from trade_line) from pg_class where oid = 'trade_line'::regclass"))
                .as("lines that the planner does not know of")
                .singleElement()
                .asString()
                .isEqualTo("0");
        // The batch of the day is paid out on Friday: nothing is at the bank yet.
        assertThat(balance("provider-clearing:WEIXIN_PAY")).isEqualTo(net());
        assertThat(balance("fx-settlement")).as("both legs wait for Friday").isEqualTo(1060 - 986);

        world.tell(DAY.plusDays(2), "10:00");
        world.closeBank(DAY.plusDays(1));
        JsonNode second = world.reconcile(DAY.plusDays(1));

        assertThat(second.path("run").path("broken").asLong())
                .as(second.toString())
                .isZero();
        assertThat(second.path("run").path("pending").asLong()).isZero();
        assertThat(sandbox.get("/v1/breaks")).isEmpty();
        // 9.86 went for a deal that brought 10.60 HKD.
        assertThat(balance("bank:CNY")).isEqualTo(net() - 986);
        assertThat(balance("provider-clearing:WEIXIN_PAY")).isZero();
        // 12 × 11.00 + 0.66 − 4 × 2.20 were fares: the operator has its money.
        assertThat(balance("bank:HKD")).isEqualTo(1060 - (12 * 1100 + 66 - 4 * 220));
        assertThat(balance("fx-settlement")).isZero();
        assertThat(
                        kit.query(
                                "select distinct s.state from settled_line s where s.reference like 'deal:HKD/CNY:2026-04-10#%'"))
                .singleElement()
                .asString()
                .startsWith("MATCHED");
        assertThat(balance("operator-settlement:MTR")).isZero();
        assertThat(unsound()).isEmpty();
        JsonNode paid = sandbox.get("/v1/batches/MTR:HKD:" + DAY + "/bank-lines");
        assertThat(paid).singleElement().satisfies(entry -> {
            assertThat(entry.path("amountMinor").asLong()).isEqualTo(-(12 * 1100 + 66 - 4 * 220));
            assertThat(entry.path("currency").asText()).isEqualTo("HKD");
            assertThat(entry.path("bookedOn").asText())
                    .isEqualTo(DAY.plusDays(1).toString());
            assertThat(entry.path("onStatement").asBoolean()).isTrue();
            assertThat(entry.path("state").asText()).isEqualTo("MATCHED");
            assertThat(entry.path("reference").asText()).isNotEmpty().doesNotContain("808-100001-344");
        });
    }

    @Test
    @Order(2)
    void theSameDayAgainChangesNothing() {
        long journals = count("journal");
        long changes = count("break_change");

        world.reconcile(DAY);
        world.reconcile(DAY.plusDays(1));

        assertThat(count("journal")).isEqualTo(journals);
        assertThat(count("break_change")).isEqualTo(changes);
    }

    @Test
    @Order(3)
    void everyPlantedErrorIsFoundUnderItsName() throws SQLException {
        LocalDate day = DAY.plusDays(4);
        world.tell(day, "00:10");
        world.plant(day, 7);
        world.tell(day, "09:30");
        travel(day);
        world.deal(day, day.plusDays(1));
        world.tell(day.plusDays(1), "10:00");
        world.payOperators(day);
        world.closeBank(day);
        world.reconcile(day);
        Map<String, String> firstNight = SandboxDay.reasons(sandbox.get("/v1/breaks"));
        world.tell(day.plusDays(2), "10:00");
        world.closeBank(day.plusDays(1));
        world.reconcile(day.plusDays(1));

        Map<String, String> planted = world.planted();
        assertThat(planted.values())
                .contains(
                        "LATE",
                        "MISSING_AT_PROVIDER",
                        "DOUBLED",
                        "AMOUNT",
                        "RATE",
                        "REFUNDED_TWICE",
                        "SHORT_PAYOUT",
                        "DEAL_AMOUNT");
        Map<String, String> found =
                SandboxDay.reasons(sandbox.get("/v1/reconciliation/" + day).path("breaks"));
        found.putAll(SandboxDay.reasons(
                sandbox.get("/v1/reconciliation/" + day.plusDays(1)).path("breaks")));
        assertThat(found).isEqualTo(planted);
        planted.values().removeIf("LATE"::equals);
        assertThat(SandboxDay.reasons(sandbox.get("/v1/breaks"))).isEqualTo(planted);
        assertThat(firstNight).containsValue("MISSING_AT_PROVIDER").doesNotContainValue("LATE");
        assertThat(toldBreaks(planted.size() + 1)).isEqualTo(planted);
        assertThat(balance("fx-settlement"))
                .as("what the bank took too much stays open with it")
                .isBetween(1L, 5L);
        assertThat(unsound()).isEmpty();
    }

    /**
     * The cap is 1000.00 CNY. The provider still owes what Monday's payout was short of, less than 5.00. Of three fares of
     * 400.00 two go: 800.00 are below the cap, 1200.00 are not. When the bank shows a payout of 800.00, the third goes.
     */
    @Test
    @Order(4)
    void debitsThatTheCapHasNoRoomForWaitForAPayout() {
        LocalDate thursday = DAY.plusDays(7);
        world.tell(thursday, "09:30");
        long before = count("ledger_trade");
        for (int i = 0; i < 3; i++) {
            String rider = Fares.newRider();
            kit.publish(Topics.WALLETS_CONTRACTS, Fares.contract(rider));
            kit.publish(Topics.FARES_CONVERTED, onDay(Fares.fare(rider, 0, 44_000, 40_000, 0), thursday));
        }
        await().atMost(LONG).until(() -> weixin().path("waitingFor").asText(), "NET_DEBIT_CAP"::equals);
        // What is under way takes room, too, before it is booked.
        await().atMost(LONG).until(() -> count("ledger_trade"), count -> count == before + 2);
        assertThat(weixin().path("dueCharges").asLong()).isEqualTo(1);
        assertThat(weixin().path("positionMinor").asLong()).isBetween(80_000L, 80_500L);

        world.tell(thursday.plusDays(1), "10:00");
        world.closeBank(thursday);
        world.reconcile(thursday);
        assertThat(count("ledger_trade")).as("the payout comes on Friday").isEqualTo(before + 2);
        world.tell(thursday.plusDays(2), "10:00");
        world.closeBank(thursday.plusDays(1));
        world.reconcile(thursday.plusDays(1));

        await().atMost(LONG).until(() -> count("ledger_trade"), count -> count == before + 3);
        assertThat(weixin().path("waitingFor").isNull()).isTrue();
        assertThat(weixin().path("positionMinor").asLong()).isBetween(40_000L, 40_500L);
    }

    private JsonNode weixin() {
        for (JsonNode provider : sandbox.get("/v1/providers")) {
            if (provider.path("walletScheme").asText().equals("WEIXIN_PAY")) {
                return provider;
            }
        }
        throw new IllegalStateException("no such provider");
    }

    /** Riders pay 10.00 to 10.11; every third one is given 2.00 back. */
    private void travel(LocalDate day) {
        long before = count("ledger_trade");
        List<FareConverted> fares = new ArrayList<>();
        List<FareConverted> corrections = new ArrayList<>();
        for (int i = 0; i < RIDERS; i++) {
            String rider = Fares.newRider();
            kit.publish(Topics.WALLETS_CONTRACTS, Fares.contract(rider));
            fares.add(onDay(Fares.fare(rider, 0, 1100 + i, 1000 + i, 0), day));
            if (i % 3 == 0) {
                corrections.add(onDay(Fares.fare(rider, 1, -220, -200, 0), day));
            }
        }
        kit.publish(Topics.FARES_CONVERTED, fares.toArray(FareConverted[]::new));
        await().atMost(LONG).until(() -> count("ledger_trade"), booked -> booked == before + RIDERS);
        // What is not debited yet would be debited less, and not given back.
        kit.publish(Topics.FARES_CONVERTED, corrections.toArray(FareConverted[]::new));
        await().atMost(LONG)
                .until(() -> count("ledger_trade"), booked -> booked == before + RIDERS + corrections.size());
    }

    private static FareConverted onDay(FareConverted fare, LocalDate day) {
        fare.setBusinessDay(day);
        return fare;
    }

    /** 12 × 10.00 + (0 + 1 + … + 11) × 0.01 − 4 × 2.00. */
    private static long net() {
        return RIDERS * 1000L + IntStream.range(0, RIDERS).sum() - 4 * 200L;
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

    /** How breaks stand by what was told of them; those that were resolved are left out. */
    private Map<String, String> toldBreaks(int atLeast) {
        Map<String, String> open = new TreeMap<>();
        kit.await(Topics.RECONCILIATION_BREAKS, BreakChanged.class, _ -> true, atLeast)
                .forEach(told -> {
                    String number = String.valueOf(told.getTradeNumber());
                    if (told.getTransition() == BreakTransition.RESOLVED) {
                        open.remove(number);
                    } else {
                        open.put(number, told.getReason());
                    }
                });
        return open;
    }

    private List<Finding> unsound() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            Verification.of(connection, Map.of(), findings::add);
        }
        return findings;
    }
}

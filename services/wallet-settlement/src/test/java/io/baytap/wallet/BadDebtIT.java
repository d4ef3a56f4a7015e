package io.baytap.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.charges.v1.ChargeWrittenOff;
import io.baytap.schemas.charges.v1.WriteOffKind;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.wallets.v1.Contract;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.wallet.domain.BadDebts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Debts that nobody pays, given up as the scheme's contract says: OPERATOR for Weixin Pay, ISSUER for the digital RMB wallet. */
@QuarkusTest
@WithTestResource(WorldResource.class)
class BadDebtIT {

    private static final Duration OLD = Duration.ofDays(91);

    @Inject
    Kit kit;

    @Inject
    SandboxClient sandbox;

    @Inject
    BadDebts debts;

    private final String number = Fares.newRider().split(":", 2)[1];

    @Test
    void theOperatorIsPaidLessAndGetsItBackWhenTheRiderPaysAfterAll() {
        String rider = "WEIXIN_PAY:" + number;
        String charge = debt(rider, WalletScheme.WEIXIN_PAY);

        assertThat(debts.writeOff(Fares.MORNING.plus(Duration.ofDays(89))))
                .noneMatch(debt -> debt.chargeId().equals(charge));
        assertThat(debts.writeOff(Fares.MORNING.plus(OLD)))
                .filteredOn(debt -> debt.chargeId().equals(charge))
                .hasSize(1);
        assertThat(debts.writeOff(Fares.MORNING.plus(OLD)))
                .noneMatch(debt -> debt.chargeId().equals(charge));

        assertThat(postings("bad-debt:" + charge))
                .containsExactly(
                        "fx-position CNY 925",
                        "fx-position HKD -1000",
                        "fx-spread CNY 5",
                        "operator-payable:MTR HKD 1000",
                        "wallet-receivable:WEIXIN_PAY CNY -930");
        assertThat(kit.query("select fare_minor from operator_movement where settlement_day >= date '2026-07-01'"))
                .contains("-1000");
        assertThat(kit.query("select debts from denied_rider where rider_id = ?", rider))
                .as("still denied")
                .containsExactly("1");

        ChargeWrittenOff told = told(charge, 1).getFirst();
        assertThat(told.getEventId()).isEqualTo("bad-debt:" + charge);
        assertThat(told.getRiderId()).isEqualTo(rider);
        assertThat(told.getKind()).isEqualTo(WriteOffKind.WRITTEN_OFF);
        assertThat(told.getBearer()).isEqualTo("OPERATOR");
        assertThat(List.of(told.getAmountMinor(), told.getFareMinor(), told.getSpreadMinor(), told.getOperatorMinor()))
                .containsExactly(930L, 1000L, 5L, -1000L);
        assertThat(told.getBusinessDay()).isEqualTo(Fares.DAY);
        assertThat(told.getSettlementDay()).isAfter(Fares.DAY);

        sandbox.behave("C-" + rider, "NORMAL");
        kit.query("update charge set retry_at = now() - interval '5 minutes' where rider_id = ? returning id", rider);
        assertThat(sandbox.post("/v1/charges/" + charge + "/recovery")).isEqualTo(202);

        await().atMost(Kit.SOON)
                .until(() -> postings("bad-debt-recovered:" + charge).contains("operator-payable:MTR HKD -1000"));
        ChargeWrittenOff back = told(charge, 2).getLast();
        assertThat(back.getEventId()).isEqualTo("bad-debt-recovered:" + charge);
        assertThat(back.getKind()).isEqualTo(WriteOffKind.RECOVERED);
        assertThat(List.of(back.getAmountMinor(), back.getFareMinor(), back.getSpreadMinor(), back.getOperatorMinor()))
                .containsExactly(-930L, -1000L, -5L, 1000L);
        assertThat(kit.query("""
                        select p.account || ' ' || p.currency from journal_line p where p.journal_id like '%' || ? || '%'
                        group by p.account, p.currency having sum(p.amount_minor) <> 0 order by 1""", rider))
                .containsExactly(
                        "fx-position CNY",
                        "fx-position HKD",
                        "fx-spread CNY",
                        "operator-payable:MTR HKD",
                        "provider-clearing:WEIXIN_PAY CNY");
    }

    @Test
    void theIssuerOwesWhatItsRiderDoesNotPay() {
        String rider = "DIGITAL_RMB:" + number;
        String charge = debt(rider, WalletScheme.DIGITAL_RMB);

        debts.writeOff(Fares.MORNING.plus(OLD));

        assertThat(postings("bad-debt:" + charge))
                .containsExactly("issuer-claims:DIGITAL_RMB CNY 930", "wallet-receivable:DIGITAL_RMB CNY -930");
        assertThat(kit.query("select operator_minor from bad_debt where charge_id = ?", charge))
                .containsExactly("0");
    }

    private List<ChargeWrittenOff> told(String charge, int count) {
        return kit.await(
                Topics.CHARGES_WRITTEN_OFF,
                ChargeWrittenOff.class,
                each -> each.getChargeId().equals(charge),
                count);
    }

    /** A charge that was refused three times, the first time on the morning of the fare. */
    private String debt(String rider, WalletScheme scheme) {
        sandbox.behave("C-" + rider, "DECLINE");
        Contract contract = Fares.contract(rider);
        contract.setWalletScheme(scheme);
        FareConverted fare = Fares.fare(rider, 0, 1000, 930, 5);
        fare.setWalletScheme(scheme);
        kit.publish(Topics.WALLETS_CONTRACTS, contract);
        kit.publish(Topics.FARES_CONVERTED, fare);
        await().atMost(Kit.SOON)
                .until(
                        () -> kit.query("select status from charge where rider_id = ?", rider),
                        List.of("DECLINED")::equals);
        kit.query("""
                with debts as (update charge set status = 'DEBT', attempt = 3, declined_at = fare_at where rider_id = ? returning rider_id)
                insert into denied_rider select rider_id, count(*) from debts group by rider_id returning rider_id""", rider);
        return "charge:" + fare.getEventId();
    }

    private List<String> postings(String journal) {
        return kit.query(
                "select account || ' ' || currency || ' ' || amount_minor from journal_line where journal_id = ? order by 1",
                journal);
    }
}

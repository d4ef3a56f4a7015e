package io.baytap.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.wallet.domain.TradeNumber;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a fare to the provider's books and back to the line. */
@QuarkusTest
@WithTestResource(WorldResource.class)
class ChargeIT {

    @Inject
    Kit kit;

    @Inject
    SandboxClient sandbox;

    private final String rider = Fares.newRider();
    private final String contractId = "C-" + rider;

    @Test
    void aFareIsChargedOnceTheContractIsKnown() {
        var fare = Fares.fare(rider, 0, 1000, 930, 5);
        kit.publish(Topics.FARES_CONVERTED, fare);
        String charge = "charge:" + fare.getEventId();
        await().atMost(Kit.SOON).until(() -> statusOf(charge), "WAITING"::equals);

        kit.publish(Topics.WALLETS_CONTRACTS, Fares.contract(rider));

        ChargeSettled settled = awaitSettled(1).getFirst();
        assertThat(settled.getChargeId()).isEqualTo(charge);
        assertThat(settled.getAmountMinor()).isEqualTo(930);
        assertThat(settled.getOutTradeNo()).hasSize(32);
        assertThat(statusOf(charge)).isEqualTo("SETTLED");
        assertThat(sandbox.book(contractId).path("debited_minor").asLong()).isEqualTo(930);
        assertThat(sandbox.get("/v1/journals/charge-settled:" + charge).path("postings"))
                .hasSize(2);
    }

    @Test
    void aTimeOutIsAskedAfterAndSettledOnce() {
        sandbox.behave(contractId, "TIMEOUT");

        publishWithContract(Fares.fare(rider, 0, 1000, 930, 5));

        awaitSettled(1);
        assertThat(sandbox.book(contractId).path("debits").asInt()).isEqualTo(1);
    }

    @Test
    void aLatePaymentIsSettledWhenItIsDone() {
        sandbox.behave(contractId, "LATE");

        publishWithContract(Fares.fare(rider, 0, 1000, 930, 5));

        awaitSettled(1);
        assertThat(sandbox.book(contractId).path("debited_minor").asLong()).isEqualTo(930);
    }

    @Test
    void aCallbackThatComesTwiceIsTakenTwiceAndBookedOnce() {
        int before = sandbox.callbacksTaken();
        sandbox.behave(contractId, "TWICE");

        publishWithContract(Fares.fare(rider, 0, 1000, 930, 5));

        awaitSettled(1);
        await().atMost(Kit.SOON).until(() -> sandbox.callbacksTaken() >= before + 2);
        assertThat(kit.query("select id from journal where id like 'charge-settled:%' || ? || '%'", rider))
                .hasSize(1);
    }

    @Test
    void aNotificationWithoutTheProvidersSignatureIsRefused() {
        assertThat(sandbox.notifyUnsigned("weixin-pay")).isEqualTo(401);
        assertThat(sandbox.notifyUnsigned("no-such-scheme")).isEqualTo(404);
    }

    @Test
    void aCorrectionOfASettledFareIsGivenBack() {
        publishWithContract(Fares.fare(rider, 0, 1000, 930, 5));
        awaitSettled(1);

        kit.publish(Topics.FARES_CONVERTED, Fares.fare(rider, 1, -400, -372, -2));

        ChargeRefunded refunded = kit.await(
                        Topics.CHARGES_REFUNDED,
                        ChargeRefunded.class,
                        event -> event.getRiderId().equals(rider),
                        1)
                .getFirst();
        assertThat(refunded.getAmountMinor()).isEqualTo(372);
        assertThat(sandbox.book(contractId).path("refunded_minor").asLong()).isEqualTo(372);
    }

    @Test
    void aCorrectionBeforeTheDebitLowersItAndIsCountedOnce() {
        kit.publish(Topics.FARES_CONVERTED, Fares.fare(rider, 0, 1000, 930, 5), Fares.fare(rider, 1, -400, -372, -2));
        await().atMost(Kit.SOON)
                .until(
                        () -> kit.query("select status from refund where charge_id like '%' || ? || '%'", rider),
                        List.of("WAITING")::equals);

        kit.publish(Topics.WALLETS_CONTRACTS, Fares.contract(rider));

        assertThat(awaitSettled(1)).extracting(ChargeSettled::getAmountMinor).containsExactly(558L);
        assertThat(kit.query("select status from refund where charge_id like '%' || ? || '%'", rider))
                .containsExactly("NETTED");
        assertThat(sandbox.book(contractId).path("debited_minor").asLong()).isEqualTo(558);
        assertThat(sandbox.book(contractId).path("refunds").asInt()).isZero();
    }

    @Test
    void aCorrectionThatComesBeforeTheFareItCorrectsFindsItsCharge() {
        kit.publish(Topics.FARES_CONVERTED, Fares.fare(rider, 1, -400, -372, -2));
        await().atMost(Kit.SOON)
                .until(
                        () -> kit.query(
                                "select placed_minor from correction where conversion_id like '%' || ? || '%'", rider),
                        List.of("0")::equals);

        publishWithContract(Fares.fare(rider, 0, 1000, 930, 5));

        assertThat(awaitSettled(1)).extracting(ChargeSettled::getAmountMinor).containsExactly(558L);
    }

    @Test
    void aChargeThatACrashLeftSubmittedGoesOutUnderTheNumberItHad() {
        var fare = Fares.fare(rider, 0, 1000, 930, 5);
        kit.publish(Topics.FARES_CONVERTED, fare);
        String charge = "charge:" + fare.getEventId();
        await().atMost(Kit.SOON).until(() -> statusOf(charge), "WAITING"::equals);
        String number = TradeNumber.of(charge, 1);
        kit.query("""
                update charge set status = 'SUBMITTED', attempt = 1, attempted_minor = amount_minor, out_trade_no = ?
                where id = ? returning id""", number, charge);

        kit.publish(Topics.WALLETS_CONTRACTS, Fares.contract(rider));

        assertThat(awaitSettled(1)).extracting(ChargeSettled::getOutTradeNo).containsExactly(number);
        assertThat(sandbox.book(contractId).path("debits").asInt()).isEqualTo(1);
    }

    /** As after the database was set back: the number is asked for anew, and the provider has debited under it. */
    @Test
    void aNumberThatWasDebitedInFullBeforeItsCorrectionCameIsSettledInFullAndGivenBack() {
        String number = numberDebited(Fares.fare(rider, 0, 1000, 930, 5));
        String other = waitingWithCorrection();
        kit.query("update refund set status = 'NETTED' where charge_id = ? returning id", other);

        askedFor(other, number, 558, 372);

        await().atMost(Kit.SOON).until(() -> refundsOf(other), List.of("REFUNDED")::equals);
        assertThat(sandbox.get("/v1/charges/" + other).path("status").asText()).isEqualTo("SETTLED");
        assertThat(kit.query("select attempted_minor || ' ' || netted_minor from charge where id = ?", other))
                .containsExactly("930 0");
        assertThat(sandbox.book(contractId).path("debits").asInt()).isEqualTo(1);
        assertThat(sandbox.book(contractId).path("refunded_minor").asLong()).isEqualTo(372);
    }

    @Test
    void aNumberThatWasDebitedWithoutWhatNowWaitsIsSettledAsItWas() {
        String number = numberDebited(Fares.fare(rider, 0, 600, 558, 3));
        String other = waitingWithCorrection();

        askedFor(other, number, 930, 0);

        await().atMost(Kit.SOON).until(() -> statusOf(other), "SETTLED"::equals);
        assertThat(kit.query("select attempted_minor || ' ' || netted_minor from charge where id = ?", other))
                .containsExactly("558 372");
        assertThat(refundsOf(other)).containsExactly("NETTED");
        assertThat(sandbox.book(contractId).path("refunds").asInt()).isZero();
    }

    /** A number under which the provider has debited, and that no charge has any more. */
    private String numberDebited(io.baytap.schemas.fares.v1.FareConverted fare) {
        publishWithContract(fare);
        String number = awaitSettled(1).getFirst().getOutTradeNo();
        kit.query("update charge set out_trade_no = null where out_trade_no = ? returning id", number);
        return number;
    }

    /** A charge of another rider without a contract, of 930, with a correction of 372 that waits. */
    private String waitingWithCorrection() {
        String another = rider + "b";
        var fare = Fares.fare(another, 0, 1000, 930, 5);
        kit.publish(Topics.FARES_CONVERTED, fare, Fares.fare(another, 1, -400, -372, -2));
        String charge = "charge:" + fare.getEventId();
        await().atMost(Kit.SOON).until(() -> refundsOf(charge), List.of("WAITING")::equals);
        return charge;
    }

    private void askedFor(String charge, String number, int attemptedMinor, int nettedMinor) {
        kit.query("""
                update charge set status = 'UNKNOWN', attempt = 1, attempted_minor = ?, netted_minor = ?, out_trade_no = ?
                where id = ? returning id""", attemptedMinor, nettedMinor, number, charge);
        kit.publish(Topics.WALLETS_CONTRACTS, Fares.contract(rider + "b"));
    }

    private List<String> refundsOf(String charge) {
        return kit.query("select status from refund where charge_id = ?", charge);
    }

    private void publishWithContract(io.baytap.schemas.fares.v1.FareConverted fare) {
        kit.publish(Topics.WALLETS_CONTRACTS, Fares.contract(rider));
        kit.publish(Topics.FARES_CONVERTED, fare);
    }

    private List<ChargeSettled> awaitSettled(int count) {
        return kit.await(
                Topics.CHARGES_SETTLED,
                ChargeSettled.class,
                event -> event.getRiderId().equals(rider),
                count);
    }

    private String statusOf(String chargeId) {
        return sandbox.get("/v1/charges/" + chargeId).path("status").asText();
    }
}

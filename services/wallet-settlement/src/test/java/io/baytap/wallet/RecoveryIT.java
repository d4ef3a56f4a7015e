package io.baytap.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.schemas.Topics;
import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.replay.v1.ReplayTick;
import io.baytap.schemas.riders.v1.RiderDenied;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What providers refuse: debts, how they go away, and refunds that somebody has to see to. */
@QuarkusTest
@WithTestResource(WorldResource.class)
class RecoveryIT {

    @Inject
    Kit kit;

    @Inject
    SandboxClient sandbox;

    private final String rider = Fares.newRider();
    private final String contractId = "C-" + rider;

    @Test
    void aDeclinedChargeIsTriedAtTPlus1AndTPlus3AndThenTheRiderIsDenied() {
        Instant t = Fares.MORNING;
        tick(t);
        sandbox.behave(contractId, "DECLINE");

        publishWithContract(Fares.fare(rider, 0, 1000, 930, 5));
        Instant first = awaitDeclined(1).getFirst().getOccurredAt();
        tick(first.plus(Duration.ofDays(1)));
        awaitDeclined(2);
        tick(first.plus(Duration.ofDays(3)));

        assertThat(awaitDeclined(3)).extracting(ChargeDeclined::getAttempt).containsExactly(1, 2, 3);
        RiderDenied denied = kit.await(
                        Topics.RIDERS_DENIED,
                        RiderDenied.class,
                        event -> event.getRiderId().equals(rider),
                        1)
                .getFirst();
        assertThat(denied.getDenied()).isTrue();
        assertThat(kit.query("select status from charge where rider_id = ?", rider))
                .containsExactly("DEBT");
        assertThat(sandbox.book(contractId).path("debited_minor").asLong()).isZero();

        sandbox.behave(contractId, "NORMAL");
        letTimePass();
        assertThat(sandbox.post(recoveryOf(0))).isEqualTo(202);

        assertThat(awaitSettled(1).getFirst().getAmountMinor()).isEqualTo(930);
        assertThat(awaitDenials(2).getLast().getDenied()).isFalse();
        assertThat(sandbox.post(recoveryOf(0))).as("nothing is owed any more").isEqualTo(409);
        assertThat(sandbox.post("/v1/charges/charge:none/recovery")).isEqualTo(404);
    }

    @Test
    void aRiderWithTwoDebtsIsLetInWhenTheLastOneIsGoneAndACorrectedDebtNeedsNoPaying() {
        sandbox.behave(contractId, "DECLINE");
        kit.publish(Topics.WALLETS_CONTRACTS, Fares.contract(rider));
        kit.publish(Topics.FARES_CONVERTED, Fares.fare(rider, 0, 1000, 930, 5), Fares.fare(rider, 1, 100, 93, 0));
        await().atMost(Kit.SOON)
                .until(
                        () -> kit.query("select id from charge where rider_id = ?", rider)
                                .size(),
                        size -> size == 2);
        awaitBothDeclined();
        kit.query("""
                with debts as (update charge set status = 'DEBT', attempt = 3 where rider_id = ? returning rider_id)
                insert into denied_rider select rider_id, count(*) from debts group by rider_id returning rider_id""", rider);

        kit.publish(Topics.FARES_CONVERTED, Fares.fare(rider, 2, -100, -93, 0));
        await().atMost(Kit.SOON)
                .until(
                        () -> kit.query("select debts from denied_rider where rider_id = ?", rider),
                        List.of("1")::equals);
        assertThat(kit.query("select status from charge where rider_id = ? order by sequence", rider))
                .containsExactly("DEBT", "CANCELLED");
        sandbox.behave(contractId, "NORMAL");
        letTimePass();
        sandbox.post(recoveryOf(0));

        RiderDenied restored = awaitDenials(1).getFirst();
        assertThat(restored.getDenied()).isFalse();
        assertThat(restored.getEventId()).isEqualTo("restoration:" + chargeId(0));
        assertThat(sandbox.book(contractId).path("debited_minor").asLong()).isEqualTo(930);
    }

    @Test
    void aRefundThatIsRefusedSaysWhyAndIsGivenBackOnceItCanBe() {
        var fare = Fares.fare(rider, 0, 1000, 930, 5);
        publishWithContract(fare);
        awaitSettled(1);
        String charge = "charge:" + fare.getEventId();
        kit.query("update charge set attempted_minor = 931 where id = ? returning id", charge);

        kit.publish(Topics.FARES_CONVERTED, Fares.fare(rider, 1, -400, -372, -2));
        await().atMost(Kit.SOON).until(() -> refundOf(charge).path("reason").asText(), "PARAM_ERROR"::equals);
        assertThat(refundOf(charge).path("status").asText()).isEqualTo("SUBMITTED");
        kit.query("update charge set attempted_minor = 930 where id = ? returning id", charge);

        await().atMost(Kit.SOON).until(() -> refundOf(charge).path("status").asText(), "REFUNDED"::equals);
        assertThat(refundOf(charge).path("reason").isNull()).isTrue();
        assertThat(sandbox.book(contractId).path("refunded_minor").asLong()).isEqualTo(372);
    }

    @Test
    void aRefundThatWasRefusedTooOftenWaitsForAPersonAndMayBeTriedAgain() {
        publishWithContract(Fares.fare(rider, 0, 1000, 930, 5));
        awaitSettled(1);
        kit.query("update charge set attempted_minor = 931 where id = ? returning id", chargeId(0));
        kit.publish(Topics.FARES_CONVERTED, Fares.fare(rider, 1, -400, -372, -2));
        await().atMost(Kit.SOON)
                .until(() -> refundOf(chargeId(0)).path("reason").asText(), "PARAM_ERROR"::equals);

        kit.query("""
                update refund set refusals = 11, retry_at = now() where charge_id = ? returning id""", chargeId(0));
        await().atMost(Kit.SOON)
                .until(() -> refundOf(chargeId(0)).path("status").asText(), "REFUSED"::equals);
        kit.query("update charge set attempted_minor = 930 where id = ? returning id", chargeId(0));
        assertThat(sandbox.post(recoveryOf(0))).isEqualTo(202);

        await().atMost(Kit.SOON)
                .until(() -> refundOf(chargeId(0)).path("status").asText(), "REFUNDED"::equals);
        assertThat(sandbox.book(contractId).path("refunds").asInt()).isEqualTo(1);
    }

    /** The provider would refuse copies of the last attempt by now. */
    private void letTimePass() {
        kit.query("update charge set retry_at = now() - interval '5 minutes' where rider_id = ? returning id", rider);
    }

    private String chargeId(int revision) {
        return "charge:" + Fares.fare(rider, revision, 1, 1, 0).getEventId();
    }

    private String recoveryOf(int revision) {
        return "/v1/charges/" + chargeId(revision) + "/recovery";
    }

    private void awaitBothDeclined() {
        await().atMost(Kit.SOON)
                .until(
                        () -> kit.query("select id from charge where rider_id = ? and status = 'DECLINED'", rider)
                                .size(),
                        size -> size == 2);
    }

    private List<RiderDenied> awaitDenials(int count) {
        return kit.await(
                Topics.RIDERS_DENIED,
                RiderDenied.class,
                event -> event.getRiderId().equals(rider),
                count);
    }

    private void publishWithContract(io.baytap.schemas.fares.v1.FareConverted fare) {
        kit.publish(Topics.WALLETS_CONTRACTS, Fares.contract(rider));
        kit.publish(Topics.FARES_CONVERTED, fare);
    }

    private void tick(Instant time) {
        kit.publish(
                Topics.REPLAY_TICKS,
                ReplayTick.newBuilder()
                        .setEventId("tick:line:" + time)
                        .setOccurredAt(time)
                        .setClockId("line")
                        .build());
    }

    private List<ChargeSettled> awaitSettled(int count) {
        return kit.await(
                Topics.CHARGES_SETTLED,
                ChargeSettled.class,
                event -> event.getRiderId().equals(rider),
                count);
    }

    private List<ChargeDeclined> awaitDeclined(int count) {
        return kit.await(
                Topics.CHARGES_DECLINED,
                ChargeDeclined.class,
                event -> event.getRiderId().equals(rider),
                count);
    }

    private JsonNode refundOf(String chargeId) {
        return sandbox.get("/v1/charges/" + chargeId).path("refunds").path(0);
    }
}

package io.baytap.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.Batches;
import io.baytap.wallet.domain.Closing;
import io.baytap.wallet.domain.ExclusiveLock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WorldResource.class)
class BatchIT {

    @Inject
    Kit kit;

    @Inject
    SandboxClient sandbox;

    @Inject
    Batches batches;

    @Inject
    ExclusiveLock lock;

    @Test
    void aDayClosesOnceHoweverManyCloseItAndALateFareIsPaidWithTheNext() {
        String rider = Fares.newRider();
        publish(rider, Fares.fare(rider, 0, 1000, 930, 5), Fares.fare(rider, 1, -400, -372, -2));
        LocalDate day = settlementDay(rider);
        Instant at = Instant.parse("2026-05-01T00:00:00Z");
        var together = new CyclicBarrier(2);

        List<Batch> closed = IntStream.range(0, 2)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> {
                    join(together);
                    return batches.close(new Closing(day, Map.of()), at);
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .flatMap(List::stream)
                .filter(batch -> batch.operatorId().equals("KMB"))
                .toList();
        publish(rider, Fares.fare(rider, 2, 100, 93, 0));

        assertThat(closed).singleElement().satisfies(batch -> {
            assertThat(batch.fareCount()).isEqualTo(2);
            assertThat(batch.position().gross().minor()).isEqualTo(1000);
            assertThat(batch.position().takenBack().minor()).isEqualTo(-400);
            assertThat(batch.amount().minor()).isEqualTo(600);
            assertThat(batch.valueDate()).isAfter(day);
        });
        SettlementBatchClosed told = kit.await(
                        Topics.SETTLEMENTS_BATCHES,
                        SettlementBatchClosed.class,
                        event -> event.getOperatorId().equals("KMB"),
                        1)
                .getFirst();
        assertThat(told.getEventId()).isEqualTo("batch:KMB:HKD:" + day);
        assertThat(told.getAmountMinor()).isEqualTo(600);
        assertThat(told.getGrossMinor()).isEqualTo(1000);
        assertThat(told.getTakenBackMinor()).isEqualTo(-400);
        assertThat(told.getValueDate()).isEqualTo(closed.getFirst().valueDate());
        assertThat(sandbox.text("/v1/days/" + day + "/batches.csv"))
                .contains("\r\nKMB:HKD:" + day + ",KMB," + day + "," + told.getValueDate() + ",HKD,2,1000,-400,600,");
        assertThat(sandbox.get("/v1/days/" + day + "/pain.001.xml").path("code").asText())
                .isEqualTo("ACCOUNTS_NOT_CONFIGURED");
        assertThat(batches.latest(100)).contains(closed.getFirst());
        assertThat(settlementDay(rider)).isEqualTo(day.plusDays(1));
    }

    @Test
    void anOperatorWithACutOffOfItsOwnClosesWhenItsTimeHasCome() {
        String rider = Fares.newRider();
        publishFor("LWB", rider, Fares.fare(rider, 0, 700, 651, 3));
        LocalDate day = settlementDay(rider);
        Instant at = Instant.parse("2026-05-02T00:00:00Z");

        List<Batch> early = batches.close(new Closing(day, Map.of("LWB", day.minusDays(1))), at);
        publishFor("LWB", rider, Fares.fare(rider, 1, -200, -186, -1));
        LocalDate correctedOn = settlementDay(rider);
        List<Batch> late = batches.close(new Closing(day, Map.of("LWB", day)), at);
        List<Batch> again = batches.close(new Closing(day, Map.of("LWB", day)), at);

        assertThat(early).noneMatch(batch -> batch.operatorId().equals("LWB"));
        assertThat(correctedOn).as("its day is still open").isEqualTo(day);
        assertThat(late).singleElement().satisfies(batch -> {
            assertThat(batch.operatorId()).isEqualTo("LWB");
            assertThat(batch.amount().minor()).isEqualTo(500);
        });
        assertThat(again).isEmpty();
    }

    @Test
    void aLockIsHeldByOneAtATime() {
        boolean[] second = {true};

        boolean first = lock.tryRun("test", () -> second[0] = lock.tryRun("test", () -> {}));

        assertThat(first).isTrue();
        assertThat(second[0]).isFalse();
        assertThat(lock.tryRun("test", () -> {})).isTrue();
    }

    private void publish(String rider, FareConverted... fares) {
        publishFor("KMB", rider, fares);
    }

    private void publishFor(String operator, String rider, FareConverted... fares) {
        List<String> ids =
                Stream.of(fares).map(fare -> "posting:" + fare.getEventId()).toList();
        Stream.of(fares).forEach(fare -> fare.setOperatorId(operator));
        kit.publish(Topics.FARES_CONVERTED, fares);
        kit.await(
                Topics.SETTLEMENTS_POSTED,
                SettlementPosted.class,
                event -> event.getRiderId().equals(rider) && ids.contains(event.getEventId()),
                ids.size());
    }

    private LocalDate settlementDay(String rider) {
        return LocalDate.parse(kit.query("select max(settlement_day) from booked_fare where rider_id = ?", rider)
                .getFirst());
    }

    private static void join(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}

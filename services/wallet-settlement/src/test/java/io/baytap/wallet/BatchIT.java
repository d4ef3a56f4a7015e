package io.baytap.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.Batches;
import io.baytap.wallet.domain.Closing;
import io.baytap.wallet.domain.ExclusiveLock;
import io.baytap.wallet.domain.Leadership;
import io.baytap.wallet.domain.Term;
import io.baytap.wallet.domain.TermOver;
import io.baytap.wallet.domain.Terms;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Inject
    Leadership leadership;

    @Inject
    Terms terms;

    @Test
    void aDayClosesOnceHoweverManyCloseItAndALateFareIsPaidWithTheNext() {
        String rider = Fares.newRider();
        publish(rider, Fares.fare(rider, 0, 1000, 930, 5), Fares.fare(rider, 1, -400, -372, -2));
        LocalDate day = settlementDay(rider);
        Instant at = Instant.parse("2026-05-01T00:00:00Z");
        Term term = term();
        var together = new CyclicBarrier(2);

        List<Batch> closed = IntStream.range(0, 2)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> {
                    join(together);
                    return batches.close(new Closing(day, Map.of()), at, term);
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

        List<Batch> early = batches.close(new Closing(day, Map.of("LWB", day.minusDays(1))), at, term());
        publishFor("LWB", rider, Fares.fare(rider, 1, -200, -186, -1));
        LocalDate correctedOn = settlementDay(rider);
        List<Batch> late = batches.close(new Closing(day, Map.of("LWB", day)), at, term());
        List<Batch> again = batches.close(new Closing(day, Map.of("LWB", day)), at, term());

        assertThat(early).noneMatch(batch -> batch.operatorId().equals("LWB"));
        assertThat(correctedOn).as("its day is still open").isEqualTo(day);
        assertThat(late).singleElement().satisfies(batch -> {
            assertThat(batch.operatorId()).isEqualTo("LWB");
            assertThat(batch.amount().minor()).isEqualTo(500);
        });
        assertThat(again).isEmpty();
    }

    @Test
    void aLeaderWhoWasPausedAndReplacedClosesNothing() {
        String rider = Fares.newRider();
        publishFor("CTB", rider, Fares.fare(rider, 0, 500, 465, 2));
        LocalDate day = settlementDay(rider);
        var closing = new Closing(day, Map.of());
        Instant at = Instant.parse("2026-05-03T00:00:00Z");
        Term paused = term();
        String closedBefore = closedThrough();

        Term next = replace(paused);

        assertThatThrownBy(() -> batches.close(closing, at, paused)).isInstanceOf(TermOver.class);
        assertThat(closedThrough()).isEqualTo(closedBefore);
        assertThat(leadership.lead(term -> batches.close(closing, at, term)))
                .as("nor does it believe any longer that it leads")
                .isFalse();
        assertThat(batches.close(closing, at, next))
                .filteredOn(batch -> batch.operatorId().equals("CTB"))
                .hasSize(1);
        terms.release(next);
    }

    @Test
    void aLeaseRunsOutUnlessItIsRenewedOrGivenBack() {
        Term mine = term();

        assertThat(terms.claim("another replica", Duration.ofMinutes(1))).isEmpty();
        assertThat(terms.renew(mine, Duration.ofMinutes(1))).isTrue();
        assertThat(terms.claim("another replica", Duration.ofMinutes(1))).isEmpty();
        Term next = replace(mine);

        assertThat(next.number()).isGreaterThan(mine.number());
        assertThat(terms.renew(mine, Duration.ofMinutes(1))).isFalse();
        terms.release(next);
    }

    @Test
    void aLockIsHeldByOneAtATime() {
        boolean[] second = {true};

        boolean first = lock.tryRun("test", () -> second[0] = lock.tryRun("test", () -> {}));

        assertThat(first).isTrue();
        assertThat(second[0]).isFalse();
        assertThat(lock.tryRun("test", () -> {})).isTrue();
    }

    private Term term() {
        return await().atMost(Kit.SOON)
                .until(leadership::term, Optional::isPresent)
                .orElseThrow();
    }

    /** Another replica leads for a minute, or until its lease is given back. */
    private Term replace(Term leader) {
        return await().atMost(Kit.SOON)
                .until(
                        () -> {
                            terms.release(leader);
                            return terms.claim("another replica", Duration.ofMinutes(1));
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    private String closedThrough() {
        return kit.query("select coalesce(max(closed_through)::text, 'never') from cut_off")
                .getFirst();
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

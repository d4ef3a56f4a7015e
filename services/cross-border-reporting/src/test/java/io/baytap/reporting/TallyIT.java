package io.baytap.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.reporting.domain.ChargeOutcome;
import io.baytap.reporting.domain.Corridor;
import io.baytap.reporting.domain.EventKey;
import io.baytap.reporting.domain.LineEvent;
import io.baytap.reporting.domain.Observation;
import io.baytap.reporting.domain.PostingKind;
import io.baytap.reporting.domain.Tally;
import io.baytap.reporting.domain.WalletScheme;
import io.baytap.schemas.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class TallyIT {

    private static final int EVENTS = 900;
    private static final int BATCHES = 24;
    private static final List<String> OPERATORS = List.of("MTR", "KMB", "CTB", "NLB", "HKT", "STAR");

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    Tally tally;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Pool pool;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void batchesThatOverlapAndRunSideBySideCountEachEventOnceAndNeverDeadlock(long seed) {
        LocalDate day = LocalDate.of(2026, 6, 1).plusDays(seed);
        var random = new Random(seed);
        List<LineEvent> events = IntStream.range(0, EVENTS)
                .mapToObj(n -> event(day, n, OPERATORS.get(random.nextInt(OPERATORS.size()))))
                .toList();
        List<Uni<Long>> counts = new ArrayList<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            List<LineEvent> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, random);
            counts.add(tally.count(shuffled.subList(0, EVENTS / 2)));
        }
        counts.add(tally.count(events));

        List<Long> fresh = Uni.join().all(counts).andFailFast().await().atMost(Duration.ofMinutes(2));

        assertThat(fresh.stream().mapToLong(Long::longValue).sum()).isEqualTo(EVENTS);
        JsonPath report = RestAssured.get("/v1/days/" + day).jsonPath();
        assertThat(report.getInt("taps.accepted")).isEqualTo(EVENTS / 3);
        assertThat(report.getInt("journeys")).isEqualTo(EVENTS / 3);
        assertThat(report.getInt("hkdMinor")).isEqualTo(EVENTS / 3 * 1_050);
        assertThat(report.getInt("charged.settled.sum()")).isEqualTo(EVENTS / 3);
    }

    @Test
    void aPublishedRateIsARowOfItsOwnAndMakesNoDayOfTheLine() {
        LocalDate day = LocalDate.of(2001, 1, 2);
        var at = new TravelDay(day).at(16, 0);
        var rate = new Observation.RatePublished(
                "ECB:EUR/HKD:2001-01-02", "ECB", "EUR", "HKD", new BigDecimal("7.4055"), day, at);
        var event = new LineEvent(EventKey.of("rate:1", at), at, "t", Set.of("rate:1"), new byte[0], List.of(rate));

        tally.count(List.of(event))
                .chain(() -> tally.count(List.of(event)))
                .await()
                .atMost(Duration.ofMinutes(1));

        Row kept = pool.query("""
                        select count(*), to_regclass('line_event_20010102')::text from rate
                        where rate_id = 'ECB:EUR/HKD:2001-01-02'""").executeAndAwait().iterator().next();
        assertThat(kept.getLong(0)).isOne();
        assertThat(kept.getString(1)).isNull();
    }

    private static LineEvent event(LocalDate day, int n, String operatorId) {
        var at = new TravelDay(day).at(n % 24, 0);
        var key = EventKey.of("event:" + n, at);
        return new LineEvent(
                key, at, "t", Set.of("event:" + n), new byte[0], List.of(observation(key, day, n, operatorId)));
    }

    private static Observation observation(EventKey key, LocalDate day, int n, String operatorId) {
        var at = new TravelDay(day).at(n % 24, 0);
        return switch (n % 3) {
            case 0 -> Observation.acceptedTap(at, operatorId, false);
            case 1 ->
                new Observation.ChargeAnswered(
                        day,
                        day,
                        operatorId,
                        WalletScheme.WEIXIN_PAY,
                        ChargeOutcome.SETTLED,
                        Money.of(970, "CNY"),
                        Money.of(6, "CNY"));
            default ->
                new Observation.FarePosted(
                        key,
                        at,
                        "posting:" + n,
                        "journey:" + n,
                        day,
                        day,
                        Corridor.parse("CN-HK"),
                        "hong-kong",
                        operatorId,
                        WalletScheme.WEIXIN_PAY,
                        PostingKind.FARE,
                        Money.of(1_050, "HKD"),
                        Money.of(970, "CNY"),
                        Money.of(5, "CNY"),
                        null,
                        null);
        };
    }
}

package io.baytap.fare;

import static io.baytap.schemas.taps.v1.TapDirection.ENTRY;
import static io.baytap.schemas.taps.v1.TapDirection.EXIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.fare.tariff.FeedFiles;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.replay.v1.ReplayTick;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapDirection;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.stack.Child;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Records;
import io.baytap.stack.Scrape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service on a real broker and a real registry. Each test has riders of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FareCalculationIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Instant MORNING = Instant.parse("2026-04-09T00:10:00Z");

    private final EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY));
    private final Path tariffs = stack.warden().directory("tariffs");
    private final FareProcess service = new FareProcess(stack, tariffs);
    private final Records records = startRecords();

    private Records startRecords() {
        stack.setUpTopics();
        return new Records(stack.bootstrapServers(), stack.registryUrl());
    }

    @BeforeAll
    void start() throws IOException {
        FeedFiles.mtr().writeTo(tariffs);
        FeedFiles.tram().writeTo(tariffs);
        service.start();
    }

    @AfterAll
    void stop() {
        records.close();
        stack.close();
    }

    @Test
    void anOverdueJourneyIsHeldAtTheMaximumAndCorrectedAfterAKill() {
        TapAccepted entry = tap("held", 1, MORNING, ENTRY, "MTR:1");
        records.produce(Topics.TAPS_ACCEPTED, List.of(entry));
        tick(MORNING.plus(150, ChronoUnit.MINUTES));
        FareAssessed held = fares("held", 1).getFirst();

        service.kill();
        records.produce(
                Topics.TAPS_ACCEPTED,
                List.of(entry, tap("held", 2, MORNING.plus(20, ChronoUnit.MINUTES), EXIT, "MTR:2")));
        service.start();

        assertThat(held.getNetMinor()).isEqualTo(6080);
        List<FareAssessed> fares = fares("held", 2);
        assertThat(fares).extracting(FareAssessed::getAmountMinor).containsExactly(6080L, 490L - 6080);
        assertThat(fares.get(1).getCorrects()).isEqualTo(held.getEventId());
    }

    @Test
    void aKillInMidStreamLosesAndDoublesNothing() {
        int riders = 3_000;
        List<TapAccepted> entries = new ArrayList<>();
        List<TapAccepted> exits = new ArrayList<>();
        for (int i = 0; i < riders; i++) {
            entries.add(tap("kill" + i, 1, MORNING, ENTRY, "MTR:1"));
            exits.add(tap("kill" + i, 2, MORNING.plus(20, ChronoUnit.MINUTES), EXIT, i % 2 == 0 ? "MTR:2" : "MTR:3"));
        }
        records.produce(Topics.TAPS_ACCEPTED, entries);
        records.produce(Topics.TAPS_ACCEPTED, exits.subList(0, riders / 2));
        fares("kill", 1);

        service.kill();
        records.produce(Topics.TAPS_ACCEPTED, exits.subList(riders / 3, riders)); // some of them again
        service.start();

        List<FareAssessed> fares = fares("kill", riders);
        assertThat(fares)
                .extracting(FareAssessed::getEventId)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, riders)
                        .mapToObj(i -> "fare:journey:tap:gate-kill" + i + "-ENTRY:1:0")
                        .toList());
        assertThat(fares.stream().mapToLong(FareAssessed::getAmountMinor).sum()).isEqualTo(riders / 2 * (490L + 1060));
        await().atMost(LIMIT).until(() -> service.metric("fare_taps_total{outcome=\"DUPLICATE\"}") > 0);
        assertThat(fares("kill", riders)).hasSize(riders);
    }

    @Test
    void anUnreadableTapAndOneWithoutAFareAreParkedAndTheLineGoesOn() {
        byte[] poison = "no tap".getBytes(StandardCharsets.UTF_8);

        records.produceBytes(Topics.TAPS_ACCEPTED.name(), "WEIXIN_PAY:poison", poison);
        records.produce(
                Topics.TAPS_ACCEPTED,
                List.of(
                        tap("poison", 1, MORNING, ENTRY, "MTR:no-station"),
                        tap("poison", 2, MORNING, ENTRY, "MTR:1"),
                        tap("poison", 3, MORNING.plusSeconds(1200), EXIT, "MTR:2")));

        assertThat(fares("poison", 1)).hasSize(1);
        var parked = records.consumeBytes(Topics.TAPS_ACCEPTED.deadLetters("fare-calculation"), 2, LIMIT);
        assertThat(parked).extracting(record -> record.key()).containsOnly("WEIXIN_PAY:poison");
        assertThat(parked)
                .extracting(record ->
                        new String(record.headers().lastHeader("baytap.reason").value(), StandardCharsets.UTF_8))
                .containsExactly("NOT_FRAMED", "UNKNOWN_STOP");
        assertThat(parked.getFirst().value()).isEqualTo(poison);
    }

    @Test
    void everyMetricThatAlertsAndDashboardsMayNameIsScraped() {
        // Among the ticks: another test looks at every tap that is parked.
        records.produceBytes(Topics.REPLAY_TICKS.name(), "line", new byte[] {1});
        records.produce(
                Topics.TAPS_ACCEPTED,
                List.of(
                        tap("metrics", 1, MORNING, ENTRY, "MTR:1"),
                        tap("metrics", 2, MORNING.plusSeconds(1200), EXIT, "MTR:2")));
        fares("metrics", 1);
        service.post("/v1/quotes", "{}");

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(
                                Scrape.metrics(service.get("/q/metrics").body()))
                        .containsAll(Scrape.promised()));
        assertThat(service.get("/q/metrics").body())
                .as("what the objective counts by")
                .contains("fare_delay_seconds_bucket{le=\"5.0\"} ");
    }

    @Test
    void aFaultyFeedIsRefusedWhileTheServiceRunsAndTheOldOneStays() throws IOException {
        FeedFiles.tram().with("fare_products.txt", "dear,1000,HKD").writeTo(tariffs);

        await().atMost(LIMIT)
                .until(() ->
                        service.get("/v1/tariffs").body().contains("\"reason\":\"absurd fare 1000: more than 300\""));
        assertThat(service.get("/v1/tariffs").body())
                .contains("\"file\":\"fare_products.txt\"", "\"row\":3", "\"inForce\":\"HKT@test+policy-");
        assertThat(service.isReady()).isTrue();
        assertThat(service.post("/v1/quotes", """
            {"rides": [{"operator": "HKT", "route": "HKT:1:1", "to": "HKT:1:1#2", "departs": "2026-04-09T00:00:00Z"}]}
            """).body())
                .contains("\"amountMinor\":330", "\"rule\":\"fare_leg_rules.txt:2\"", "\"route\":\"HKT:1:1\"");

        FeedFiles.tram().writeTo(tariffs);
        await().atMost(LIMIT).until(() -> service.get("/v1/tariffs").body().contains("\"refusals\":[]"));
    }

    @Test
    void routesAndStopsCanBeChosenByName() {
        String at = "at=2026-04-09T00:00:00Z";

        assertThat(service.get("/v1/tariffs/MTR/routes?" + at).body())
                .contains("\"currency\":\"HKD\"", "{\"routeId\":\"MTR:airport-express\",\"name\":\"r\",\"decks\":[]}");
        assertThat(service.get("/v1/tariffs/MTR/stops?route=MTR:airport-express&" + at)
                        .body())
                .isEqualTo(
                        "{\"routeId\":\"MTR:airport-express\",\"stops\":[{\"stopId\":\"MTR:AEL44\",\"name\":\"stop\"},"
                                + "{\"stopId\":\"MTR:AEL47\",\"name\":\"stop\"}]}");
    }

    @Test
    void whatHasNoRoutesOrStopsIsNamed() {
        var operator = service.get("/v1/tariffs/OCTOPUS/routes");
        var route = service.get("/v1/tariffs/MTR/stops?route=MTR:none");
        var none = service.get("/v1/tariffs/MTR/stops");
        var time = service.get("/v1/tariffs/MTR/routes?at=today");

        assertThat(List.of(operator.statusCode(), route.statusCode(), none.statusCode(), time.statusCode()))
                .containsExactly(404, 404, 400, 400);
        assertThat(operator.body()).contains("\"field\":\"operator\"");
        assertThat(route.body()).contains("\"field\":\"route\"");
        assertThat(none.body()).contains("\"field\":\"route\"");
        assertThat(time.body()).contains("\"field\":\"at\"");
    }

    @Test
    void aQuestionWithoutAnAnswerNamesTheField() {
        String ride = "{\"operator\": \"MTR\", \"route\": \"MTR:heavy-rail\", \"from\": \"MTR:1\", \"to\": \"MTR:%s\","
                + " \"departs\": \"%s\"}";

        var sold = service.post("/v1/quotes", "{\"rides\": [" + ride.formatted(3, MORNING) + "]}");
        var unknown = service.post("/v1/quotes", "{\"rides\": [" + ride.formatted(77, MORNING) + "]}");
        var malformed = service.post("/v1/quotes", "{\"rides\": [" + ride.formatted(3, "tomorrow") + "]}");
        var empty = service.post("/v1/quotes", "{\"rides\": []}");
        var nobody = service.get("/v1/journeys/journey:tap:g:1");

        assertThat(sold.body())
                .contains("\"totals\":[{\"amountMinor\":1060,\"currency\":\"HKD\"}]", "\"fareProductId\":\"10.60\"");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("\"field\":\"rides[0].to\"");
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(malformed.body()).contains("\"field\":\"rides[0].departs\"");
        assertThat(empty.body()).contains("\"field\":\"rides\"");
        assertThat(nobody.body()).contains("\"field\":\"Baytap-Rider\"");
    }

    @Test
    void everyReplicaExplainsEveryJourney() {
        int riders = 20;
        List<TapAccepted> taps = new ArrayList<>();
        for (int i = 0; i < riders; i++) {
            taps.add(tap("asked" + i, 1, MORNING, ENTRY, "MTR:1"));
            taps.add(tap("asked" + i, 2, MORNING.plus(20, ChronoUnit.MINUTES), EXIT, "MTR:2"));
        }
        records.produce(Topics.TAPS_ACCEPTED, taps);
        fares("asked", riders);

        var other = new FareProcess(stack, tariffs);
        Child second = other.launch(Map.of(
                "FARE_STATE_DIRECTORY",
                stack.warden().directory("second").resolve("state").toString(),
                "FARE_STREAMS__GROUP_INSTANCE_ID_",
                "second"));
        second.awaitReady(other::isReady, LIMIT);

        for (FareProcess replica : List.of(service, other)) {
            for (int i = 0; i < riders; i++) {
                String rider = "WEIXIN_PAY:asked" + i;
                String journey = "journey:tap:gate-asked" + i + "-ENTRY:1";
                var explained = await().atMost(LIMIT)
                        .until(() -> replica.journey(rider, journey), answer -> answer.statusCode() == 200);
                assertThat(explained.body())
                        .contains("\"net\":{\"amountMinor\":490,\"currency\":\"HKD\"}", "fare_leg_rules.txt:3");
            }
        }
        assertThat(second.stop(Duration.ofSeconds(10))).isTrue();
        await().atMost(LIMIT).until(service::isReady);
    }

    @Test
    void anOutageOfTheBrokerIsOutlived() throws IOException, InterruptedException {
        signal("STOP");
        assertThat(service.get("/v1/tariffs").statusCode()).isEqualTo(200);
        signal("CONT");

        records.produce(
                Topics.TAPS_ACCEPTED,
                List.of(
                        tap("outage", 1, MORNING, ENTRY, "MTR:1"),
                        tap("outage", 2, MORNING.plusSeconds(1200), EXIT, "MTR:2")));

        assertThat(fares("outage", 1)).extracting(FareAssessed::getNetMinor).containsExactly(490L);
        await().atMost(LIMIT).until(service::isReady);
    }

    @Test
    void aStopIsGracefulAndAStartIsQuick() {
        assertThat(service.stop()).isTrue();
        assertThat(service.start()).isLessThan(LIMIT);
    }

    @Test
    void withoutARegistryOrATariffItWaitsAndSaysSo(@TempDir Path empty) {
        var waiting = new FareProcess(stack, empty);
        String elsewhere = empty.resolve("state").toString();
        Child first = waiting.launch(Map.of("FARE_STATE_DIRECTORY", elsewhere));
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> waiting.get("/q/health/ready").body().contains("WAITING_FOR_TARIFFS"));
        assertThat(waiting.isReady()).isFalse();
        assertThat(first.stop(Duration.ofSeconds(10))).isTrue();

        var alone = new FareProcess(stack, tariffs);
        Child second = alone.launch(Map.of(
                "FARE_STATE_DIRECTORY", elsewhere, "APICURIO_REGISTRY_URL", "http://127.0.0.1:1/apis/registry/v3"));
        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> alone.get("/q/health/ready").body().contains("WAITING_FOR_TOPICS_AND_SCHEMAS"));
        assertThat(second.stop(Duration.ofSeconds(10))).isTrue();
    }

    private List<FareAssessed> fares(String rider, int count) {
        List<FareAssessed> all = records.consume(
                Topics.FARES_ASSESSED,
                FareAssessed.class,
                fares -> of(rider, fares).size() >= count,
                LIMIT);
        return of(rider, all);
    }

    private static List<FareAssessed> of(String rider, List<FareAssessed> fares) {
        return fares.stream()
                .filter(fare -> fare.getRiderId().startsWith("WEIXIN_PAY:" + rider))
                .toList();
    }

    private static TapAccepted tap(String rider, long sequence, Instant at, TapDirection direction, String stop) {
        String gate = "gate-" + rider + "-" + direction;
        return TapAccepted.newBuilder()
                .setEventId("tap:" + gate + ":" + sequence)
                .setOccurredAt(at)
                .setRiderId("WEIXIN_PAY:" + rider)
                .setWalletScheme(WalletScheme.WEIXIN_PAY)
                .setGateId(gate)
                .setSequence(sequence)
                .setOperatorId("MTR")
                .setRouteId("MTR:heavy-rail")
                .setStopId(stop)
                .setDirection(direction)
                .setReceivedAt(at.plusSeconds(1))
                .setLate(false)
                .build();
    }

    private void tick(Instant at) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        records.produce(Topics.REPLAY_TICKS, List.of(new ReplayTick("tick:line:" + micros, at, "line")));
    }

    private void signal(String signal) throws IOException, InterruptedException {
        String broker = Long.toString(stack.process(Part.KAFKA).pid());
        assertThat(new ProcessBuilder("kill", "-" + signal, broker).start().waitFor())
                .isZero();
    }
}

package io.baytap.reporting;

import static io.restassured.RestAssured.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.stack.Scrape;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ReportingStack.class)
class LineConsumerIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Inject
    @SuppressWarnings("NullAway.Init") // injected
    KafkaClientService kafka;

    private Line line;

    @BeforeEach
    void open() {
        line = new Line(ReportingStack.stack());
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void everyTopicOfTheLineIsCounted() {
        TravelDay day = new TravelDay(LocalDate.of(2026, 4, 1));

        line.send(
                Topics.TAPS_ACCEPTED,
                List.of(
                        day.tap("g1", 1, "MTR", day.at(8, 59), false),
                        day.tap("g1", 2, "MTR", day.at(9, 0), false),
                        day.tap("g1", 3, "KMB", day.at(9, 1), true)));
        line.send(Topics.TAPS_REJECTED, day.rejected("g1", 4, "KMB", day.at(23, 59), "CODE_EXPIRED"));
        line.send(
                Topics.SETTLEMENTS_POSTED,
                List.of(
                        day.fare("j1", 0, FareKind.FARE, 1_050, 970),
                        day.fare("j2", 0, FareKind.MAXIMUM, 6_080, 5_610),
                        day.fare("j2", 1, FareKind.CORRECTION, -5_000, -4_610),
                        day.shenzhenFare("j3", 500, 545)));
        line.send(Topics.CHARGES_SETTLED, day.settled("c1", "MTR", WalletScheme.WEIXIN_PAY, 970, "CNY"));
        line.send(Topics.CHARGES_DECLINED, day.declined("c2", "MTR", 5_610));
        line.send(Topics.CHARGES_REFUNDED, day.refunded("r1", "MTR", 70));
        line.send(Topics.SETTLEMENTS_BATCHES, day.batch("MTR", "HKD", 3, 2_130));

        await().atMost(LIMIT).untilAsserted(() -> {
            JsonPath report = Reported.report(day);
            assertThat(report.getLong("taps.accepted")).isEqualTo(2);
            assertThat(report.getLong("taps.late")).isEqualTo(1);
            assertThat(report.getMap("taps.rejectedByReason")).isEqualTo(Map.of("CODE_EXPIRED", 1));
            assertThat(report.getLong("taps.byHour[8].accepted")).isEqualTo(1);
            assertThat(report.getLong("taps.byHour[9].late")).isEqualTo(1);
            assertThat(report.getLong("taps.byHour[23].rejected")).isEqualTo(1);
            assertThat(report.getLong("journeys")).isEqualTo(3);
            assertThat(report.getLong("fares")).isEqualTo(4);
            assertThat(report.getLong("corrections")).isEqualTo(1);
            assertThat(report.getLong("hkdMinor")).isEqualTo(1_050 + 6_080 - 5_000 + 545);
            assertThat(report.getLong("cnyMinor")).isEqualTo(970 + 5_610 - 4_610 + 500);
            assertThat(report.getList("corridors.corridor")).containsExactly("CN-HK", "HK-CN");
            assertThat(report.getLong("charged.find { it.currency == 'CNY' }.chargedMinor"))
                    .isEqualTo(900);
            assertThat(report.getLong("charged.find { it.currency == 'CNY' }.declinedMinor"))
                    .isEqualTo(5_610);
            assertThat(report.getString("batches[0].batchId")).isEqualTo("MTR:HKD:2026-04-01");
            assertThat(report.getLong("batches[0].amountMinor")).isEqualTo(2_130);
        });
    }

    @Test
    void anEventThatStandsTwiceOnItsTopicCountsOnce() {
        TravelDay day = new TravelDay(LocalDate.of(2026, 4, 2));
        SettlementPosted fare = day.fare("j1", 0, FareKind.FARE, 1_050, 970);

        line.send(Topics.SETTLEMENTS_POSTED, List.of(fare, fare));
        Reported.awaitJourneys(day, 1);
        line.send(Topics.SETTLEMENTS_POSTED, List.of(fare, day.fare("j2", 0, FareKind.FARE, 1, 1)));
        Reported.awaitJourneys(day, 2);

        assertThat(Reported.report(day).getLong("hkdMinor")).isEqualTo(1_051);
        assertThat(Reported.report(day).getLong("fares")).isEqualTo(2);
    }

    @Test
    void aRedeliveredPollCountsOnce() {
        TravelDay day = new TravelDay(LocalDate.of(2026, 4, 3));
        line.send(Topics.SETTLEMENTS_POSTED, day.fares(0, 500));
        line.send(Topics.CHARGES_SETTLED, day.settled("c1", "MTR", WalletScheme.WEIXIN_PAY, 970, "CNY"));
        line.send(Topics.TAPS_ACCEPTED, day.tap("g", 1, "MTR", day.at(10, 0), false));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(sizes(day)).containsExactly(500, 1, 1));
        double repeated = repeated();

        for (String channel : kafka.getConsumerChannels()) {
            kafka.getConsumer(channel)
                    .runOnPollingThread(consumer -> {
                        consumer.seekToBeginning(consumer.assignment());
                    })
                    .await()
                    .atMost(LIMIT);
        }

        await().atMost(LIMIT).until(() -> repeated() >= repeated + 502);
        assertThat(sizes(day)).containsExactly(500, 1, 1);
    }

    @Test
    void whatCannotBeReadIsParkedAsItCameAndTheLineGoesOn() {
        TravelDay day = new TravelDay(LocalDate.of(2026, 4, 4));
        byte[] good = line.encode(Topics.SETTLEMENTS_POSTED, day.fare("j1", 0, FareKind.FARE, 1, 1));
        byte[] noSchema = good.clone();
        noSchema[1] = 0x7f;
        byte[] other = line.encode(Topics.CHARGES_DECLINED, day.declined("c", "MTR", 1));
        Map<String, byte[]> poison = Map.of(
                "poison-text",
                "no Avro at all".getBytes(UTF_8),
                "poison-schema",
                noSchema,
                "poison-event",
                other,
                "poison-cut",
                Arrays.copyOf(good, good.length / 2));

        poison.forEach((key, value) -> line.sendRaw(Topics.SETTLEMENTS_POSTED, key.getBytes(UTF_8), value));
        line.sendRaw(Topics.SETTLEMENTS_POSTED, "poison-null".getBytes(UTF_8), null);
        line.send(Topics.SETTLEMENTS_POSTED, day.fare("j1", 0, FareKind.FARE, 1, 1));

        Reported.awaitJourneys(day, 1);
        await().atMost(LIMIT).until(() -> parked().keySet().containsAll(poison.keySet()));
        Map<String, ConsumerRecord<byte[], byte[]>> parked = parked();
        poison.forEach((key, value) -> assertThat(parked)
                .hasEntrySatisfying(key, letter -> assertThat(letter.value()).isEqualTo(value)));
        assertThat(parked)
                .hasEntrySatisfying(
                        "poison-null", letter -> assertThat(letter.value()).isNull());
        assertThat(reasons(parked))
                .isEqualTo(Map.of(
                        "poison-text", "NOT_FRAMED",
                        "poison-schema", "UNKNOWN_SCHEMA",
                        "poison-event", "OTHER_EVENT",
                        "poison-cut", "NOT_AVRO",
                        "poison-null", "NO_VALUE"));
        assertThat(parked).hasEntrySatisfying("poison-text", letter -> {
            assertThat(letter.headers())
                    .extracting(Header::key)
                    .containsExactly(
                            "baytap.reason", "baytap.detail", "baytap.topic", "baytap.partition", "baytap.offset");
            assertThat(header(letter, "baytap.topic")).isEqualTo("settlements.posted.v1");
        });
    }

    @Test
    void everyMetricThatAlertsAndDashboardsMayNameIsScraped() {
        get("/v1/days").then().statusCode(200);

        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(Scrape.metrics(get("/q/metrics").asString())).containsAll(Scrape.promised()));
    }

    private static List<Integer> sizes(TravelDay day) {
        JsonPath report = Reported.report(day);
        return List.of(
                report.getInt("journeys"),
                report.getInt("charged.find { it.currency == 'CNY' }.settled"),
                report.getInt("taps.accepted"));
    }

    private static double repeated() {
        return get("/q/metrics")
                .then()
                .extract()
                .asString()
                .lines()
                .filter(sample -> sample.startsWith("reporting_records_total") && sample.contains("repeated"))
                .mapToDouble(sample -> Double.parseDouble(sample.substring(sample.lastIndexOf(' '))))
                .sum();
    }

    private Map<String, ConsumerRecord<byte[], byte[]>> parked() {
        return line.deadLetters(Topics.SETTLEMENTS_POSTED).stream()
                .collect(Collectors.toMap(letter -> new String(letter.key(), UTF_8), letter -> letter, (a, b) -> a));
    }

    private static Map<String, String> reasons(Map<String, ConsumerRecord<byte[], byte[]>> parked) {
        return parked.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, letter -> header(letter.getValue(), "baytap.reason")));
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return StreamSupport.stream(letter.headers().headers(name).spliterator(), false)
                .map(header -> new String(header.value(), UTF_8))
                .collect(Collectors.joining(","));
    }
}

package io.baytap.fx;

import static io.baytap.fx.messaging.TestFares.correction;
import static io.baytap.fx.messaging.TestFares.hongKongRiderAtHome;
import static io.baytap.fx.messaging.TestFares.mainlandRiderInHongKong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.stack.Child;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Records;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The packaged service on a real broker and a real registry. Each test has days of rates and journeys of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FxConversionIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String HEADER = "Date,USD,CNY,HKD,\n";

    private final EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY));
    private final FxProcess service = new FxProcess(stack);
    private final Records records = startRecords();

    private Records startRecords() {
        stack.setUpTopics();
        return new Records(stack.bootstrapServers(), stack.registryUrl());
    }

    @BeforeAll
    void start() {
        service.start();
    }

    @AfterAll
    void stop() {
        records.close();
        stack.close();
    }

    @Test
    void aFareWaitsForTheRateOfItsDayAndIsConvertedWhenItIsUploaded() {
        Instant evening = Instant.parse("2026-04-09T15:00:00Z");
        FareAssessed held = mainlandRiderInHongKong("journey:waits", evening, 6080);
        double before = service.metric("fx_fares_waiting");
        records.produce(Topics.FARES_ASSESSED, List.of(held, correction(held, 1250)));
        await().atMost(LIMIT).until(() -> service.metric("fx_fares_waiting") == before + 2);

        var answer = service.bring("text/csv", HEADER + "2026-04-09,1.1685,7.9863,9.1551,\n");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "\"state\":\"APPROVED\"", "\"proposedBy\":\"olga\"", "\"decidedBy\":\"ben\"", "\"refused\":[]");
        List<FareConverted> converted = converted("journey:waits", 2);
        assertThat(converted)
                .extracting(FareConverted::getEventId)
                .containsExactly("conversion:fare:journey:waits:0", "conversion:fare:journey:waits:1");
        assertThat(converted).extracting(FareConverted::getWalletMinor).containsExactly(5331L, 1095L - 5331);
        await().atMost(LIMIT).until(() -> service.metric("fx_fares_waiting") == before);
        assertThat(service.get("/v1/rates?at=2026-04-09T15:00:00Z&base=HKD&quote=CNY")
                        .body())
                .contains("\"rate\":\"0.8723334535\"", "\"date\":\"2026-04-09\"");
    }

    @Test
    void aRefusedTableNamesTheRowAndChangesNothing() {
        var answer = service.put(
                "/v1/rates/ecb",
                "text/csv",
                HEADER + "2025-02-04,1.0335,7.5313,8.0529,\n2025-02-03,1.0274,0,8.0059,\n");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"reason\":\"NON_POSITIVE_RATE\"", "\"row\":3", "\"field\":\"CNY\"");
        assertThat(service.get("/v1/rates?at=2025-02-04T20:00:00Z&base=HKD&quote=CNY")
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.put("/v1/rates/ecb", "application/json", "{}").statusCode())
                .isEqualTo(415);
        assertThat(service.get("/v1/rates?base=HKD").body()).contains("\"field\":\"quote\"");
        assertThat(service.get("/v1/rates?base=HKD&quote=CNY&at=yesterday").body())
                .contains("\"field\":\"at\"");
    }

    @Test
    void anUnreadableFareIsParkedAndTheLineGoesOn() {
        Instant at = Instant.parse("2026-04-01T00:00:00Z");
        byte[] poison = "no fare".getBytes(StandardCharsets.UTF_8);

        records.produceBytes(Topics.FARES_ASSESSED.name(), "WECHAT_PAY_HK:b1", poison);
        records.produce(Topics.FARES_ASSESSED, List.of(hongKongRiderAtHome("journey:poison", at, 330)));

        assertThat(converted("journey:poison", 1)).hasSize(1);
        var parked = records.consumeBytes(Topics.FARES_ASSESSED.deadLetters("fx-conversion"), 1, LIMIT);
        assertThat(parked).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("WECHAT_PAY_HK:b1");
            assertThat(record.value()).isEqualTo(poison);
            assertThat(new String(record.headers().lastHeader("baytap.reason").value(), StandardCharsets.UTF_8))
                    .isEqualTo("NOT_FRAMED");
        });
    }

    @Test
    void anUnreadableRateIsParkedOnceHoweverOftenTheServiceStarts() {
        records.produceBytes(Topics.FX_RATES.name(), "ECB:EUR/CNY:2020-01-01", new byte[] {1, 2, 3});
        String deadLetters = Topics.FX_RATES.deadLetters("fx-conversion");
        assertThat(records.consumeBytes(deadLetters, 1, LIMIT)).hasSize(1);

        service.kill();
        service.start();
        records.produceBytes(Topics.FX_RATES.name(), "ECB:EUR/CNY:2020-01-02", new byte[] {4, 5, 6});

        assertThat(records.consumeBytes(deadLetters, 2, LIMIT))
                .extracting(record -> record.value()[0])
                .containsExactly((byte) 1, (byte) 4);
    }

    @Test
    void aKillInMidStreamLosesAndDoublesNothing() {
        service.bring("text/csv", HEADER + "2026-03-10,1.1641,8.0246,9.1054,\n");
        Instant at = Instant.parse("2026-03-10T20:00:00Z");
        int count = 6_000;
        List<FareAssessed> fares = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fares.add(
                    i % 2 == 0
                            ? mainlandRiderInHongKong("journey:kill" + i, at, 100 + i)
                            : hongKongRiderAtHome("journey:kill" + i, at, 100 + i));
        }
        records.produce(Topics.FARES_ASSESSED, fares.subList(0, count / 2));
        converted("journey:kill", 1);

        service.kill();
        records.produce(Topics.FARES_ASSESSED, fares.subList(count / 2, count));
        service.start();

        assertThat(converted("journey:kill", count))
                .extracting(FareConverted::getJourneyId)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, count)
                        .mapToObj(i -> "journey:kill" + i)
                        .toList());
    }

    @Test
    void aFareThatIsDeliveredAgainAfterARestartIsTheSameConversion() {
        service.bring("text/csv", HEADER + "2026-03-17,1.1531,7.9412,9.0355,\n");
        FareAssessed fare = mainlandRiderInHongKong("journey:again", Instant.parse("2026-03-18T20:00:00Z"), 1250);
        records.produce(Topics.FARES_ASSESSED, List.of(fare));
        converted("journey:again", 1);

        assertThat(service.stop()).isTrue();
        service.start();
        // A rate that would have been in force had it been known: too late for a journey that has one.
        service.bring("text/csv", HEADER + "2026-03-18,1.15,7.9214,9.0135,\n");
        records.produce(Topics.FARES_ASSESSED, List.of(fare, correction(fare, 0)));

        List<FareConverted> converted = converted("journey:again", 3);
        assertThat(converted.get(1)).isEqualTo(converted.get(0));
        assertThat(converted.get(2).getWalletMinor())
                .isEqualTo(-converted.get(0).getWalletMinor());
        assertThat(converted.get(2).getRateIds()).containsExactly("ECB:EUR/HKD:2026-03-17", "ECB:EUR/CNY:2026-03-17");
    }

    @Test
    void anOutageOfTheBrokerIsAnsweredAndOutlived() throws IOException, InterruptedException {
        String table = HEADER + "2026-02-10,1.1895,8.2203,9.2999,\n";
        Instant at = Instant.parse("2026-02-10T20:00:00Z");

        signal("STOP");
        var answer = service.put("/v1/rates/ecb", "text/csv", table);
        signal("CONT");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        await().atMost(LIMIT).until(() -> service.bring("text/csv", table).statusCode() == 200);
        records.produce(Topics.FARES_ASSESSED, List.of(mainlandRiderInHongKong("journey:outage", at, 1250)));
        assertThat(converted("journey:outage", 1))
                .singleElement()
                .satisfies(converted -> assertThat(converted.getRateIds())
                        .containsExactly("ECB:EUR/HKD:2026-02-10", "ECB:EUR/CNY:2026-02-10"));
    }

    private void signal(String signal) throws IOException, InterruptedException {
        String broker = Long.toString(stack.process(Part.KAFKA).pid());
        assertThat(new ProcessBuilder("kill", "-" + signal, broker).start().waitFor())
                .isZero();
    }

    @Test
    void withoutARegistryItWaitsAndSaysSo() {
        FxProcess elsewhere = new FxProcess(stack);
        Child waiting = elsewhere.launch(Map.of("APICURIO_REGISTRY_URL", "http://127.0.0.1:1/apis/registry/v3"));

        await().atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> elsewhere.get("/q/health/live").statusCode() == 200);
        var readiness = elsewhere.get("/q/health/ready");
        waiting.kill();

        assertThat(readiness.statusCode()).isEqualTo(503);
        assertThat(readiness.body()).contains("WAITING_FOR_TOPICS_AND_SCHEMAS");
    }

    @Test
    void aBadSettingStopsTheStartAndIsNamed() {
        Child refused = new FxProcess(stack).launch(Map.of("FX_SPREAD_BASIS_POINTS", "20000"));

        await().atMost(LIMIT).until(() -> !refused.isAlive());

        assertThat(refused.tail()).contains("fx.spread-basis-points is 20000");
    }

    @Test
    void theInterfaceIsDescribed() {
        assertThat(service.get("/q/openapi").body()).contains("/v1/rates/ecb", "/v1/exposures", "/v1/deals");
        assertThat(service.get("/q/health/ready").body()).contains("RUNNING");
    }

    /** The conversions of journeys that begin so, once there are that many. */
    private List<FareConverted> converted(String journey, int count) {
        return records
                .consume(
                        Topics.FARES_CONVERTED,
                        FareConverted.class,
                        all -> all.stream()
                                        .filter(each -> each.getJourneyId().startsWith(journey))
                                        .count()
                                >= count,
                        LIMIT)
                .stream()
                .filter(each -> each.getJourneyId().startsWith(journey))
                .toList();
    }
}

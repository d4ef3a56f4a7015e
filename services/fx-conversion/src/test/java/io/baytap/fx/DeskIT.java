package io.baytap.fx;

import static io.baytap.fx.messaging.TestFares.hongKongRiderAtHome;
import static io.baytap.fx.messaging.TestFares.mainlandRiderInHongKong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.baytap.schemas.Topics;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Records;
import io.baytap.stack.Scrape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exposures and deals as they are asked for, on the packaged service and a replica that does not have the desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Instant MORNING = Instant.parse("2026-04-09T02:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-04-09T10:00:00Z");

    private final EmbeddedStack stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY));
    private final FxProcess service = new FxProcess(stack);
    private final FxProcess replica = new FxProcess(stack, "fx-replica");
    private final Records records = startRecords();

    private Records startRecords() {
        stack.setUpTopics();
        return new Records(stack.bootstrapServers(), stack.registryUrl());
    }

    @BeforeAll
    void start() {
        Map<String, String> settings = Map.of(
                "JDK_JAVA_OPTIONS", "-Dfx.exposure-limit.HKD=10", "FX_SOURCES_ECB_URL", "http://127.0.0.1:1/rates");
        service.start(settings);
        replica.start(settings);
        assertThat(service.bring("text/csv", "Date,USD,CNY,HKD,\n2026-04-08,1.1706,7.9948,9.1685,\n")
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    void stop() {
        records.close();
        stack.close();
    }

    /** The desk and the pulling of rates are at one replica each. */
    @Test
    @Order(2)
    void everyMetricThatAlertsAndDashboardsMayNameIsScraped() {
        records.produceBytes(Topics.FARES_ASSESSED.name(), "WECHAT_PAY_HK:metrics", new byte[] {1});

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(Stream.of(service, replica)
                                .flatMap(each ->
                                        Scrape.metrics(each.get("/q/metrics").body()).stream()))
                        .containsAll(Scrape.promised()));
    }

    /** 12.50 HKD at 0.8719856029 are 10.90 CNY (1089.98 fen); the limit is 10 HKD. */
    @Test
    @Order(1)
    void whatIsOpenIsToldWithItsLimitAndThenAsADeal() {
        records.produce(Topics.FARES_ASSESSED, List.of(mainlandRiderInHongKong("journey:1", MORNING, 1250)));

        for (FxProcess each : List.of(service, replica)) {
            await().atMost(LIMIT).until(() -> each.get("/v1/exposures").body().contains("2026-04-10"));
            assertThat(each.get("/v1/exposures").body())
                    .contains(
                            "\"currency\":\"CNY\",\"openMinor\":1090,\"limitMinor\":null,\"alarm\":false",
                            "\"currency\":\"HKD\",\"openMinor\":-1250,\"limitMinor\":1000,\"alarm\":true");
        }
        records.produce(Topics.FARES_ASSESSED, List.of(hongKongRiderAtHome("journey:2", EVENING, 330)));

        for (FxProcess each : List.of(service, replica)) {
            await().atMost(LIMIT).until(() -> each.get("/v1/deals").body().contains("deal:HKD/CNY:2026-04-10"));
            assertThat(each.get("/v1/deals?from=2026-04-10&to=2026-04-10").body())
                    .contains("\"baseMinor\":1250", "\"quoteMinor\":-1090", "\"rate\":\"0.8719856029\"");
            assertThat(each.get("/v1/deals?from=2026-04-11").body()).isEqualTo("[]");
            await().atMost(LIMIT).until(() -> each.get("/v1/exposures").body().equals("[]"));
        }
    }

    /** At 0.8719856029, published at 22:00 in Hong Kong on the day before, 10.60 HKD are 9.24 CNY and 0.05 of spread. */
    @Test
    void whatAFareWouldComeToInAWalletIsToldWithItsRate() {
        String question =
                "/v1/board/conversions?amountMinor=1060&currency=HKD&wallet=WEIXIN_PAY&at=2026-04-09T02:00:00Z";

        for (FxProcess each : List.of(service, replica)) {
            await().atMost(LIMIT).until(() -> each.get(question).statusCode() == 200);
            assertThat(each.get(question).body())
                    .contains(
                            "\"walletMinor\":929,\"walletCurrency\":\"CNY\",\"midMinor\":924,\"spreadMinor\":5",
                            "\"rate\":\"0.8719856029\"",
                            "\"spreadBasisPoints\":50,\"policy\":\"AT_TAP\"",
                            "\"inForceFrom\":\"2026-04-08T14:00:00Z\",\"source\":\"ECB\"");
            assertThat(each.get(question.replace("2026-04-09", "2026-04-08")).statusCode())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "amountMinor=10.60&currency=HKD&wallet=WEIXIN_PAY, amountMinor",
        "amountMinor=-1&currency=HKD&wallet=WEIXIN_PAY, amountMinor",
        "amountMinor=1000000001&currency=HKD&wallet=WEIXIN_PAY, amountMinor",
        "currency=HKD&wallet=WEIXIN_PAY, amountMinor",
        "amountMinor=1060&currency=JPY&wallet=WEIXIN_PAY, currency",
        "amountMinor=1060&currency=HKD&wallet=OCTOPUS, wallet",
        "amountMinor=1060&currency=HKD&wallet=WEIXIN_PAY&at=today, at",
        "amountMinor=1060&currency=HKD&wallet=WEIXIN_PAY&at=-999999999-01-01T00:00:00Z, at",
    })
    void aQuestionForAConversionThatCannotBeAnsweredNamesTheParameter(String question, String field) {
        var answer = service.get("/v1/board/conversions?" + question);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }
}

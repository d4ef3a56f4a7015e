package io.baytap.fx.messaging;

import static io.baytap.fx.domain.PublishedRates.APRIL_9;
import static io.baytap.fx.domain.PublishedRates.april9;
import static io.baytap.fx.domain.PublishedRates.publication;
import static io.baytap.fx.messaging.TestFares.mainlandRiderInHongKong;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.fx.domain.PublishedRates;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.fx.v1.FxRate;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.schemas.wire.EventWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoisonTest {

    private static final Instant EVENING = publication(APRIL_9).plusSeconds(60);
    private static final String RIDER = "WEIXIN_PAY:a7c91";

    private final TopologyKit kit = new TopologyKit();

    @BeforeEach
    void rates() {
        kit.rates(april9());
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOT_FRAMED",
                "UNKNOWN_SCHEMA",
                "OTHER_EVENT",
                "NOT_AVRO",
                "KEY_MISMATCH",
                "UNKNOWN_WALLET_SCHEME",
                "UNKNOWN_FARE_KIND",
                "INVALID_CURRENCY",
                "TIME_AHEAD",
                "AMOUNT_OVERFLOW"
            })
    void aFareThatMakesNoSenseIsParkedAloneWithItsReason(String reason) {
        byte[] poison = poison(reason);
        String key = reason.equals("KEY_MISMATCH") ? "WEIXIN_PAY:other" : RIDER;
        kit.fare(mainlandRiderInHongKong("journey:before", EVENING, 100));

        kit.rawFare(key, poison);
        kit.fare(mainlandRiderInHongKong("journey:after", EVENING, 100));

        assertThat(kit.converted())
                .extracting(FareConverted::getJourneyId)
                .containsExactly("journey:before", "journey:after");
        assertThat(kit.parked(Topics.FARES_ASSESSED)).singleElement().satisfies(parked -> {
            assertThat(parked.value()).isEqualTo(poison);
            assertThat(parked.key()).asString(StandardCharsets.UTF_8).isEqualTo(key);
            assertThat(TopologyKit.header(parked, "baytap.reason")).isEqualTo(reason);
            assertThat(TopologyKit.header(parked, "baytap.topic")).isEqualTo("fares.assessed.v1");
            assertThat(TopologyKit.header(parked, "baytap.partition")).isEqualTo("0");
            assertThat(TopologyKit.header(parked, "baytap.offset")).isEqualTo("1");
        });
        assertThat(kit.meters.get("fx.parked").tag("reason", reason).counter().count())
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsDamagedInARecordTheLineGoesOn(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 25; i++) {
            byte[] damaged = kit.bytes(fare());
            for (int flips = 0; flips < 1 + random.nextInt(4); flips++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            kit.rawFare(RIDER, damaged);
        }
        kit.converted();

        kit.fare(mainlandRiderInHongKong("journey:after", EVENING, 100));

        assertThat(kit.converted()).extracting(FareConverted::getJourneyId).containsExactly("journey:after");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @Test
    void aRecordOfTheRatesTopicThatIsNoRateIsParkedOnce() {
        byte[] poison = "not a rate".getBytes(StandardCharsets.UTF_8);

        kit.rawRate("ECB:EUR/CNY:2026-04-10", poison);
        kit.rounds(3);

        assertThat(kit.parked(Topics.FX_RATES)).singleElement().satisfies(parked -> {
            assertThat(parked.value()).isEqualTo(poison);
            assertThat(TopologyKit.header(parked, "baytap.reason")).isEqualTo("NOT_FRAMED");
            assertThat(TopologyKit.header(parked, "baytap.topic")).isEqualTo("fx.rates.v1");
            assertThat(TopologyKit.header(parked, "baytap.offset")).isEqualTo("3");
        });
    }

    @Test
    void aRateThatIsNoPositiveDecimalIsParkedAndNotUsed() {
        for (String value : List.of("0", "-7.9863", "7,9863", "1e9", "")) {
            kit.rawRate(
                    "ECB:EUR/CNY:2026-04-09",
                    new EventWriter<>(Topics.FX_RATES, FxRate.class, kit.registry).write(rate(value)));
        }
        kit.rounds(1);

        assertThat(kit.parked(Topics.FX_RATES))
                .hasSize(5)
                .allSatisfy(parked ->
                        assertThat(TopologyKit.header(parked, "baytap.reason")).isEqualTo("INVALID_RATE"));
        kit.fare(mainlandRiderInHongKong("journey:1", EVENING, 1250));
        assertThat(kit.converted()).extracting(FareConverted::getRate).containsExactly("0.8723334535");
    }

    private byte[] poison(String reason) {
        return switch (reason) {
            case "NOT_FRAMED" -> "{\"json\": true}".getBytes(StandardCharsets.UTF_8);
            case "UNKNOWN_SCHEMA" -> new byte[] {0, 0, 0, 7, 7, 1, 2, 3};
            case "OTHER_EVENT" -> new EventWriter<>(Topics.FX_RATES, FxRate.class, kit.registry).write(rate("1"));
            case "KEY_MISMATCH" -> kit.bytes(fare());
            case "UNKNOWN_WALLET_SCHEME" ->
                kit.bytes(FareAssessed.newBuilder(fare())
                        .setWalletScheme(WalletScheme.UNKNOWN)
                        .build());
            case "UNKNOWN_FARE_KIND" ->
                kit.bytes(FareAssessed.newBuilder(fare())
                        .setKind(FareKind.UNKNOWN)
                        .build());
            case "INVALID_CURRENCY" ->
                kit.bytes(FareAssessed.newBuilder(fare()).setCurrency("HK$").build());
            case "TIME_AHEAD" ->
                kit.bytes(FareAssessed.newBuilder(fare())
                        .setOccurredAt(TopologyKit.NOW.plusSeconds(86_401))
                        .build());
            case "AMOUNT_OVERFLOW" ->
                kit.bytes(FareAssessed.newBuilder(fare())
                        .setAmountMinor(Long.MIN_VALUE)
                        .setNetMinor(Long.MAX_VALUE)
                        .build());
            case "NOT_AVRO" -> Arrays.copyOf(kit.bytes(fare()), 20);
            default -> throw new IllegalArgumentException(reason);
        };
    }

    private static FareAssessed fare() {
        return mainlandRiderInHongKong("journey:poison", EVENING, 100);
    }

    private static FxRate rate(String value) {
        return FxRate.newBuilder(RateMapper.toEvent(PublishedRates.rate(APRIL_9, PublishedRates.CNY, "7.9863")))
                .setRate(value)
                .build();
    }
}

package io.baytap.bench.settlement;

import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.fx.v1.FxRate;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.LongStream;

/** Fares of one day in Hong Kong as fare-calculation publishes them; every second rider has a mainland wallet. */
final class AssessedFares {

    private static final Instant MORNING = Instant.parse("2026-04-09T00:00:00Z");
    private static final LocalDate RATES_OF = LocalDate.of(2026, 4, 8);
    private static final int AT_ONCE = 10_000;
    private static final int FARES_PER_RIDER = 4;

    private AssessedFares() {}

    /** Puts them on their topic, and the euro's rates of the day before (ECB) on theirs; returns when the broker has all. */
    static void fill(EmbeddedStack stack, long fares) {
        try (var records = new Records(stack.bootstrapServers(), stack.registryUrl())) {
            records.produce(Topics.FX_RATES, List.of(rate("CNY", "7.9948"), rate("HKD", "9.1685")));
            LongStream.range(0, fares)
                    .boxed()
                    .gather(Gatherers.windowFixed(AT_ONCE))
                    .forEach(window -> records.produce(
                            Topics.FARES_ASSESSED,
                            window.stream().map(AssessedFares::fare).toList()));
        }
    }

    private static FxRate rate(String quote, String value) {
        String id = "ECB:EUR/" + quote + ":" + RATES_OF;
        return FxRate.newBuilder()
                .setEventId("rate:" + id)
                .setOccurredAt(Instant.parse("2026-04-08T14:00:00Z"))
                .setRateId(id)
                .setSource("ECB")
                .setBase("EUR")
                .setQuote(quote)
                .setRate(value)
                .setDate(RATES_OF)
                .build();
    }

    private static FareAssessed fare(long number) {
        WalletScheme scheme = number % 2 == 0 ? WalletScheme.WEIXIN_PAY : WalletScheme.WECHAT_PAY_HK;
        String journey = "journey:tap:gate-" + number % 997 + ":" + number;
        long minor = 500 + number % 200 * 10;
        return FareAssessed.newBuilder()
                .setEventId("fare:" + journey + ":0")
                .setOccurredAt(MORNING)
                .setRiderId(scheme + ":bench." + number / 2 / FARES_PER_RIDER)
                .setWalletScheme(scheme)
                .setJourneyId(journey)
                .setRevision(0)
                .setKind(FareKind.FARE)
                .setCorrects(null)
                .setOperatorId("MTR")
                .setCity("hong-kong")
                .setTerritory("HK")
                .setBusinessDay(DayOfFares.DAY)
                .setAmountMinor(minor)
                .setNetMinor(minor)
                .setCurrency("HKD")
                .setComplete(true)
                .setLegs(List.of())
                .setTapIds(List.of("tap:gate-" + number % 997 + ":" + number))
                .setTariffVersion("MTR@2026-04")
                .build();
    }
}

package io.baytap.fx.domain;

import static io.baytap.fx.domain.PublishedRates.APRIL_9;
import static io.baytap.fx.domain.PublishedRates.CNY;
import static io.baytap.fx.domain.PublishedRates.HKD;
import static io.baytap.fx.domain.PublishedRates.april8;
import static io.baytap.fx.domain.PublishedRates.april9;
import static io.baytap.fx.domain.PublishedRates.book;
import static io.baytap.fx.domain.PublishedRates.publication;
import static io.baytap.fx.domain.WalletScheme.WECHAT_PAY_HK;
import static io.baytap.fx.domain.WalletScheme.WEIXIN_PAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.BankCalendar;
import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DealTest {

    private static final Pair HKD_CNY = Pair.of("HKD/CNY");
    private static final LocalDate APRIL_10 = APRIL_9.plusDays(1);
    private static final TradingDay WEEKDAYS =
            new TradingDay(LocalTime.of(18, 0), new BankCalendar("weekdays", Set.of()));

    /**
     * 1,000.00 HKD of fares were collected at 0.8719856029 (April 8): 871.99 CNY are held. To buy 1,000.00 HKD at
     * 0.8723334535 (April 9) costs 872.33 CNY: 0.34 CNY are lost.
     */
    @Test
    void aLaterDearerDollarIsALoss() {
        var owed = new Exposure(HKD_CNY, APRIL_10, new Money(-100_000, HKD), new Money(87_199, CNY), 80);

        Deal deal = Deal.close(owed, rate(april9()));

        assertThat(deal.base()).isEqualTo(new Money(100_000, HKD));
        assertThat(deal.quote()).isEqualTo(new Money(-87_233, CNY));
        assertThat(deal.realised()).isEqualTo(new Money(-34, CNY));
        assertThat(deal.id()).isEqualTo("deal:HKD/CNY:2026-04-10");
    }

    /** Riders of both directions offset each other: only what is left is dealt. */
    @Test
    void bothDirectionsAreNettedBeforeTheDeal() {
        // 12.50 HKD from a mainland wallet: 10.90 CNY at mid. 15.00 CNY from a Hong Kong wallet: 17.20 HKD at mid.
        Exposure inHongKong = exposure(WEIXIN_PAY, "HKD", 1250);
        Exposure inShenzhen = exposure(WECHAT_PAY_HK, "CNY", 1500);

        Exposure net = inHongKong.plus(inShenzhen);

        assertThat(net.base()).isEqualTo(new Money(1720 - 1250, HKD));
        assertThat(net.quote()).isEqualTo(new Money(1090 - 1500, CNY));
        // 4.70 HKD are sold for 409.997 fen, 410: exactly what is owed.
        Deal deal = Deal.close(net, rate(april9()));
        assertThat(deal.base()).isEqualTo(new Money(-470, HKD));
        assertThat(deal.quote()).isEqualTo(new Money(410, CNY));
        assertThat(deal.realised()).isEqualTo(new Money(0, CNY));
    }

    /** Easter: Hong Kong is closed from Friday 3 to Tuesday 7 April 2026, the mainland on Monday 6 (Qingming). */
    @ParameterizedTest(name = "{0} is paid on {1}")
    @CsvSource({
        "2026-04-09T09:59:59Z, 2026-04-10", // Thursday before 18:00
        "2026-04-09T10:00:00Z, 2026-04-13", // at 18:00 it is Friday's: Monday
        "2026-04-11T04:00:00Z, 2026-04-14", // Saturday is Monday's
        "2026-04-02T04:00:00Z, 2026-04-08", // Thursday before Easter
        "2026-04-02T11:00:00Z, 2026-04-09", // in the evening: the first day after it, and the next
        "2026-09-30T04:00:00Z, 2026-10-08", // the mainland's golden week
    })
    void dealtAndPaidOnDaysOnWhichBothAreOpen(Instant occurredAt, LocalDate valueDate) {
        Set<LocalDate> closed = Set.of(
                day("2026-04-03"),
                day("2026-04-06"),
                day("2026-04-07"),
                day("2026-10-01"),
                day("2026-10-02"),
                day("2026-10-05"),
                day("2026-10-06"),
                day("2026-10-07"));
        var tradingDay = new TradingDay(LocalTime.of(18, 0), new BankCalendar("both", closed));

        assertThat(tradingDay.valueDate(occurredAt)).isEqualTo(valueDate);
        assertThat(tradingDay.cutOffOf(valueDate)).isAfter(occurredAt);
    }

    /** April 10 is dealt on Thursday at 18:00, 10:00 UTC; then comes Monday's, dealt on Friday. */
    @ParameterizedTest(name = "at {0} what is paid on {1} is kept under {2}")
    @CsvSource({
        "2026-04-09T09:59:59Z, 2026-04-10, 2026-04-10",
        "2026-04-09T10:00:00Z, 2026-04-10, 2026-04-13",
        "2026-04-09T10:00:00Z, 2026-04-13, 2026-04-13",
        "2026-04-10T10:00:00Z, 2026-04-10, 2026-04-14",
        "1970-01-01T00:00:00Z, 2026-04-10, 2026-04-10",
    })
    void whatComesAfterTheCutOffIsDealtWithTheNext(Instant latest, LocalDate valueDate, LocalDate keptUnder) {
        assertThat(new ExposureDesk(WEEKDAYS).openDate(valueDate, latest)).isEqualTo(keptUnder);
    }

    @Test
    void aDealIsDueFromItsCutOffOn() {
        var desk = new ExposureDesk(WEEKDAYS);
        var open = List.of(Exposure.none(HKD_CNY, day("2026-04-13")), Exposure.none(HKD_CNY, APRIL_10));
        Instant cutOff = Instant.parse("2026-04-09T10:00:00Z");

        assertThat(desk.due(open, cutOff.minusMillis(1))).isEmpty();
        assertThat(desk.due(open, cutOff)).extracting(Exposure::valueDate).containsExactly(APRIL_10);
        assertThat(desk.close(open.get(1), book(List.of()))).isEmpty();
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({"100, -87, ''", "-100, 87, ''", "101, -88, HKD", "-101, 88, HKD", "0, 1000, ''"})
    void aLimitIsExceededInEitherDirectionAndNotWhenItIsReached(long hkd, long cny, String currency) {
        var limits = new ExposureLimits(Map.of(HKD, new Money(100, HKD)));
        var exposure = new Exposure(HKD_CNY, APRIL_10, new Money(hkd, HKD), new Money(cny, CNY), 1);

        assertThat(limits.exceededBy(exposure)
                        .map(limit -> limit.currency().getCurrencyCode())
                        .orElse(""))
                .isEqualTo(currency);
    }

    /**
     * Of a day of fares in both directions at changing rates: what wallets paid is what operators are owed, exchanged by
     * the deal, and the spread, and the profit or loss. Nothing is left in either currency.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void afterTheDealNothingIsOpenAndEveryCentHasAName(long seed) {
        var random = new SplittableRandom(seed);
        List<Conversion> conversions = new ArrayList<>();
        List<Fare> fares = new ArrayList<>();
        Exposure open = Exposure.none(HKD_CNY, APRIL_10);
        for (int i = random.nextInt(1, 60); i > 0; i--) {
            boolean inHongKong = random.nextBoolean();
            Fare fare = fare(
                    inHongKong ? WEIXIN_PAY : WECHAT_PAY_HK,
                    inHongKong ? "HKD" : "CNY",
                    random.nextLong(-3_000, 6_000));
            BigDecimal perHkd = BigDecimal.valueOf(random.nextLong(8_600_000_000L, 8_800_000_000L), 10);
            BigDecimal rate = inHongKong ? perHkd : BigDecimal.ONE.divide(perHkd, 10, java.math.RoundingMode.HALF_EVEN);
            Conversion conversion = ConversionRules.convert(
                    fare, new Terms(rate, List.of(), random.nextInt(0, 100), new RatePolicy.AtTap()));
            conversions.add(conversion);
            fares.add(fare);
            open = open.plus(Exposure.of(fare, conversion, APRIL_10));
        }

        Deal deal = Deal.close(open, rate(april8()));

        assertThat(BigDecimal.valueOf(deal.realised().minor()))
                .isEqualByComparingTo(explained(fares, conversions, deal));
        // HKD: collected without the spread, owed, and bought: nothing is left. CNY the same, and the result.
        assertThat(collected(conversions, "HKD")
                        - owed(fares, "HKD")
                        + deal.base().minor())
                .isZero();
        assertThat(collected(conversions, "CNY")
                        - owed(fares, "CNY")
                        + deal.quote().minor())
                .isEqualTo(deal.realised().minor());
        assertThat(deal.exposure().conversions()).isEqualTo(conversions.size());
    }

    /** What rates moved by from each fare to the deal, and the residues; those in HKD at the deal's rate. */
    private static BigDecimal explained(List<Fare> fares, List<Conversion> conversions, Deal deal) {
        BigDecimal at = deal.rate().value();
        BigDecimal sum = BigDecimal.valueOf(deal.quote().minor())
                .add(at.multiply(BigDecimal.valueOf(deal.base().minor())));
        for (int i = 0; i < fares.size(); i++) {
            BigDecimal fare = BigDecimal.valueOf(fares.get(i).amount().minor());
            BigDecimal rate = conversions.get(i).terms().rate();
            BigDecimal residue =
                    BigDecimal.valueOf(conversions.get(i).mid().minor()).subtract(rate.multiply(fare));
            sum = sum.add(
                    fares.get(i).amount().currency().equals(HKD)
                            ? fare.multiply(rate.subtract(at)).add(residue)
                            : fare.multiply(rate.multiply(at).subtract(BigDecimal.ONE))
                                    .add(residue.multiply(at)));
        }
        return sum;
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 2_000);
    }

    private static long collected(List<Conversion> conversions, String currency) {
        return conversions.stream()
                .filter(each -> each.wallet().currency().getCurrencyCode().equals(currency))
                .mapToLong(each -> each.wallet().minor() - each.spread().minor())
                .sum();
    }

    private static long owed(List<Fare> fares, String currency) {
        return fares.stream()
                .filter(each -> each.amount().currency().getCurrencyCode().equals(currency))
                .mapToLong(each -> each.amount().minor())
                .sum();
    }

    private static Exposure exposure(WalletScheme scheme, String currency, long minor) {
        Fare fare = fare(scheme, currency, minor);
        Terms terms = ConversionRules.terms(
                        fare,
                        fare.occurredAt(),
                        book(List.of(april9())),
                        new Spreads(50, Map.of()),
                        new RatePolicies(Map.of()))
                .orElseThrow();
        return Exposure.of(fare, ConversionRules.convert(fare, terms), APRIL_10);
    }

    private static Fare fare(WalletScheme scheme, String currency, long minor) {
        Money amount = Money.of(minor, currency);
        return new Fare("fare:1", "journey:1", 0, publication(APRIL_9), scheme, amount, amount);
    }

    private static CrossRate rate(List<Rate> day) {
        return book(List.of(day)).find(HKD, CNY, day.getFirst().inForceFrom()).orElseThrow();
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}

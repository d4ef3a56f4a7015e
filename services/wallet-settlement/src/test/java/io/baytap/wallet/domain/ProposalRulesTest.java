package io.baytap.wallet.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.ProposalRules.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people's corrections and refunds book, by hand and by chance. */
class ProposalRulesTest {

    private static final Instant NOW = Instant.parse("2026-04-10T02:00:00Z");
    private static final String FARE_ID = "fare:proposal:ab";

    /** MTR, 10.00 HKD, paid with 9.30 CNY, of which 0.05 are spread. */
    private static final BookedJourney TEN_DOLLARS = journey(hkd(1000), cny(930), cny(5));

    @Test
    void aCorrectionGoesBackAtTheRateThatItCameAt() {
        // 10.00 − 4.00 = 6.00 HKD. Wallet 930 × 600 ÷ 1000 = 558, so −372. Spread 5 × 600 ÷ 1000 = 3, so −2.
        Conversion booked = booked(correct(TEN_DOLLARS, hkd(-400)));

        assertThat(booked.fare()).isEqualTo(hkd(-400));
        assertThat(booked.wallet()).isEqualTo(cny(-372));
        assertThat(booked.spread()).isEqualTo(cny(-2));
        assertThat(booked.id()).isEqualTo("conversion:fare:proposal:ab");
        assertThat(booked.proposalId()).hasValue("proposal:ab");
        assertThat(booked.businessDay()).isEqualTo(TEN_DOLLARS.businessDay());
        assertThat(booked.refusal()).isEmpty();
    }

    @Test
    void aJourneyMayCostMore() {
        // 12.50 HKD. Wallet 930 × 1250 ÷ 1000 = 1162.5, to even 1162, so +232. Spread 6.25, so 6, +1.
        Conversion booked = booked(correct(TEN_DOLLARS, hkd(250)));

        assertThat(booked.wallet()).isEqualTo(cny(232));
        assertThat(booked.spread()).isEqualTo(cny(1));
    }

    @Test
    void aRefundTakesFromTheOperatorInProportion() {
        // 9.30 − 3.00 = 6.30 CNY. Fare 1000 × 630 ÷ 930 = 677.4, so 677, −323. Spread 5 × 630 ÷ 930 = 3.4, so 3, −2.
        Conversion booked = booked(refund(TEN_DOLLARS, ChargeStatus.SETTLED, cny(930), cny(300)));

        assertThat(booked.wallet()).isEqualTo(cny(-300));
        assertThat(booked.fare()).isEqualTo(hkd(-323));
        assertThat(booked.spread()).isEqualTo(cny(-2));
    }

    @Test
    void oneCurrencyStaysOne() {
        BookedJourney journey = journey(hkd(330), hkd(330), hkd(0));

        assertThat(booked(correct(journey, hkd(-330))).wallet()).isEqualTo(hkd(-330));
        assertThat(booked(refund(journey, ChargeStatus.SETTLED, hkd(330), hkd(100)))
                        .fare())
                .isEqualTo(hkd(-100));
    }

    /** 10.60 HKD, estimated at 1.36 USD: the card's provider is asked for HKD, and so is half of it given back. */
    @Test
    void whereTheProviderConvertsTheFaresCurrencyIsGivenBack() {
        var journey = new BookedJourney(
                "journey:1",
                "FOREIGN_CARD:r",
                WalletScheme.FOREIGN_CARD,
                TEN_DOLLARS.place(),
                TEN_DOLLARS.businessDay(),
                NOW,
                hkd(1060),
                Money.of(136, "USD"),
                Money.of(0, "USD"),
                200);

        Conversion half = booked(refund(journey, ChargeStatus.SETTLED, hkd(1060), hkd(530)));

        assertThat(half.fare()).isEqualTo(hkd(-530));
        assertThat(half.wallet()).isEqualTo(Money.of(-68, "USD"));
        assertThat(half.asked()).isEqualTo(hkd(-530));
        assertThat(half.refusal()).isEqualTo(java.util.Optional.empty());
        assertThat(objection(refund(journey, ChargeStatus.SETTLED, hkd(1060), Money.of(68, "USD")))
                        .code())
                .isEqualTo("OTHER_CURRENCY");
    }

    @Test
    void whatIsRefusedNamesTheAmounts() {
        assertThat(objection(correct(TEN_DOLLARS, hkd(-1001))))
                .isEqualTo(new Objection.MoreThanCharged(TEN_DOLLARS.id(), hkd(1001), hkd(1000)));
        assertThat(objection(refund(TEN_DOLLARS, ChargeStatus.SETTLED, cny(500), cny(501))))
                .isEqualTo(new Objection.MoreThanCharged("charge:1", cny(501), cny(500)));
        assertThat(objection(refund(TEN_DOLLARS, ChargeStatus.SETTLED, cny(2000), cny(931))))
                .as("other corrections of the journey wait for a charge")
                .isEqualTo(new Objection.MoreThanCharged("charge:1", cny(931), cny(930)));
        assertThat(objection(correct(TEN_DOLLARS, cny(-1))).code()).isEqualTo("OTHER_CURRENCY");
        assertThat(objection(refund(TEN_DOLLARS, ChargeStatus.SETTLED, cny(930), hkd(1)))
                        .code())
                .isEqualTo("OTHER_CURRENCY");
        assertThat(objection(refund(TEN_DOLLARS, ChargeStatus.DEBT, cny(930), cny(1))))
                .isEqualTo(new Objection.NotDebited("charge:1", ChargeStatus.DEBT));
        assertThat(objection(correct(journey(hkd(0), cny(0), cny(0)), hkd(100))).code())
                .isEqualTo("NO_RATE");
        assertThat(new Objection.MoreThanCharged("charge:1", cny(501), cny(500)).detail())
                .contains(cny(501).toString(), cny(500).toString());
    }

    @Test
    void theSameDemandIsTheSameProposal() {
        var demand = new Demand.Correction("journey:1", hkd(-400), "gate closed");

        assertThat(demand.id()).isEqualTo(new Demand.Correction("journey:1", hkd(-400), "gate closed").id());
        assertThat(demand.id())
                .isNotEqualTo(new Demand.Correction("journey:1", hkd(-400), "gate shut").id())
                .isNotEqualTo(new Demand.Refund("journey:1", hkd(-400), "gate closed").id());
    }

    static LongStream seeds() {
        return LongStream.range(0, 5_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void howeverItIsTakenBackInPartsNothingIsLeftAndNeverLessThanNothing(long seed) {
        var random = new SplittableRandom(seed);
        long fare = random.nextLong(1, 20_000);
        long wallet = Math.max(1, fare * random.nextLong(70, 130) / 100);
        BookedJourney journey = journey(hkd(fare), cny(wallet), cny(wallet * random.nextLong(0, 6) / 100));

        while (!journey.fare().isZero() || !journey.wallet().isZero()) {
            boolean last = random.nextInt(4) == 0;
            boolean byFare = journey.wallet().isZero() || (!journey.fare().isZero() && random.nextBoolean());
            Money net = byFare ? journey.fare() : journey.wallet();
            long part = last ? net.minor() : random.nextLong(1, net.minor() + 1);
            Money amount = new Money(part, net.currency());
            Conversion booked = booked(
                    byFare
                            ? correct(journey, amount.negated())
                            : refund(journey, ChargeStatus.SETTLED, journey.wallet(), amount));
            assertThat(LedgerRules.fare(booked).postings())
                    .as("a journal that balances")
                    .isNotNull();
            journey = journey(
                    journey.fare().plus(booked.fare()),
                    journey.wallet().plus(booked.wallet()),
                    journey.spread().plus(booked.spread()));
            assertThat(journey.fare().isNegative() || journey.wallet().isNegative())
                    .isFalse();
            assertThat(journey.spread()).isBetween(cny(0), journey.wallet());
        }

        assertThat(journey.spread()).isEqualTo(cny(0));
    }

    private static Result correct(BookedJourney journey, Money delta) {
        return ProposalRules.correct(new Demand.Correction(journey.id(), delta, "x"), journey, FARE_ID, NOW);
    }

    private static Result refund(BookedJourney journey, ChargeStatus status, Money left, Money amount) {
        return ProposalRules.refund(new Demand.Refund("charge:1", amount, "x"), status, left, journey, FARE_ID, NOW);
    }

    private static Conversion booked(Result result) {
        assertThat(result).isInstanceOf(Result.Booked.class);
        return ((Result.Booked) result).conversion();
    }

    private static Objection objection(Result result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused) result).objection();
    }

    private static BookedJourney journey(Money fare, Money wallet, Money spread) {
        return new BookedJourney(
                "journey:1",
                "WEIXIN_PAY:r",
                WalletScheme.WEIXIN_PAY,
                new Conversion.Place("MTR", "hong-kong", "HK"),
                LocalDate.parse("2026-04-09"),
                NOW,
                fare,
                wallet,
                spread,
                null);
    }

    private static Money hkd(long minor) {
        return Money.of(minor, "HKD");
    }

    private static Money cny(long minor) {
        return Money.of(minor, "CNY");
    }
}

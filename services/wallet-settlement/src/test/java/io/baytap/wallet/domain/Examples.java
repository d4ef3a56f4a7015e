package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Things that several tests of the domain need. */
final class Examples {

    static final Instant T = Instant.parse("2026-04-09T01:30:00Z");

    private Examples() {}

    static Money hkd(long minor) {
        return Money.of(minor, "HKD");
    }

    static Money cny(long minor) {
        return Money.of(minor, "CNY");
    }

    /** A fare of MTR for a mainland wallet. */
    static Conversion abroad(int revision, Money fare, Money wallet, Money spread) {
        return conversion(WalletScheme.WEIXIN_PAY, revision, fare, wallet, spread);
    }

    /** A fare of MTR for a Hong Kong wallet. */
    static Conversion atHome(int revision, Money fare) {
        return conversion(WalletScheme.WECHAT_PAY_HK, revision, fare, fare, hkd(0));
    }

    static Conversion conversion(WalletScheme scheme, int revision, Money fare, Money wallet, Money spread) {
        return conversion(scheme, revision, fare, wallet, spread, null);
    }

    /** A first fare of MTR at known rates. */
    static Conversion conversion(WalletScheme scheme, Money fare, Money wallet, Money spread, ConversionRates rates) {
        Conversion same = conversion(scheme, 0, fare, wallet, spread);
        return new Conversion(
                same.id(),
                same.occurredAt(),
                same.riderId(),
                same.scheme(),
                same.fareId(),
                same.journeyId(),
                same.kind(),
                same.place(),
                same.businessDay(),
                same.fare(),
                same.wallet(),
                same.spread(),
                null,
                rates);
    }

    static Conversion conversion(
            WalletScheme scheme, int revision, Money fare, Money wallet, Money spread, @Nullable Integer tolerance) {
        String journey = "journey:tap:g:1";
        String fareId = "fare:" + journey + ":" + revision;
        return new Conversion(
                "conversion:" + fareId,
                T,
                scheme + ":a7c91",
                scheme,
                fareId,
                journey,
                revision == 0 ? "FARE" : "CORRECTION",
                new Conversion.Place("MTR", "hong-kong", "HK"),
                LocalDate.parse("2026-04-09"),
                fare,
                wallet,
                spread,
                tolerance);
    }

    /** A day of MTR, paid the day after. */
    static Batch batch(LocalDate day, long fareCount, Money gross, Money takenBack) {
        return new Batch("MTR", day, fareCount, new Position(gross, takenBack), day.plusDays(1), T);
    }

    /** A charge of 9.30 CNY whose first attempt is on its way. */
    static Charge submitted() {
        return ChargeRules.submit(ChargeRules.open(abroad(0, hkd(1000), cny(930), cny(5)), true), cny(0));
    }
}

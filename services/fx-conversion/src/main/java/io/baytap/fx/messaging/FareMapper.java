package io.baytap.fx.messaging;

import io.baytap.fx.domain.Conversion;
import io.baytap.fx.domain.Fare;
import io.baytap.fx.domain.RatePolicy.AtDebit;
import io.baytap.fx.domain.RatePolicy.AtTap;
import io.baytap.fx.domain.RatePolicy.ByProvider;
import io.baytap.fx.domain.RatePolicy.Locked;
import io.baytap.fx.domain.WalletScheme;
import io.baytap.schemas.Money;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.fares.v1.RatePolicy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Between the fare events and the domain. */
final class FareMapper {

    /** Clocks differ; a fare that is further ahead than this has a broken time and no rate can be in force for it. */
    private static final Duration AHEAD_MAX = Duration.ofDays(1);

    private FareMapper() {}

    /** A fare of which everything that decides its conversion makes sense, and the event it came with. */
    record AssessedFare(FareAssessed event, Fare fare) {}

    static Intake<AssessedFare> toFare(FareAssessed event, Instant now) {
        WalletScheme scheme = switch (event.getWalletScheme()) {
            case WEIXIN_PAY -> WalletScheme.WEIXIN_PAY;
            case WECHAT_PAY_HK -> WalletScheme.WECHAT_PAY_HK;
            case DIGITAL_RMB -> WalletScheme.DIGITAL_RMB;
            case FOREIGN_CARD -> WalletScheme.FOREIGN_CARD;
            case UNKNOWN -> null;
        };
        if (scheme == null) {
            return Intake.Refused.of(ParkReason.UNKNOWN_WALLET_SCHEME, event.getEventId());
        }
        if (event.getKind() == FareKind.UNKNOWN) {
            return Intake.Refused.of(ParkReason.UNKNOWN_FARE_KIND, event.getEventId());
        }
        if (event.getOccurredAt().isAfter(now.plus(AHEAD_MAX))) {
            return Intake.Refused.of(ParkReason.TIME_AHEAD, event.getEventId() + " at " + event.getOccurredAt());
        }
        Currency currency = findCurrency(event.getCurrency());
        if (currency == null) {
            return Intake.Refused.of(ParkReason.INVALID_CURRENCY, event.getEventId());
        }
        return new Intake.Usable<>(new AssessedFare(
                event,
                new Fare(
                        event.getEventId(),
                        event.getJourneyId(),
                        event.getRevision(),
                        event.getOccurredAt(),
                        scheme,
                        new Money(event.getAmountMinor(), currency),
                        new Money(event.getNetMinor(), currency))));
    }

    static FareConverted toEvent(FareAssessed fare, Conversion conversion) {
        return FareConverted.newBuilder()
                .setEventId("conversion:" + fare.getEventId())
                .setOccurredAt(fare.getOccurredAt())
                .setRiderId(fare.getRiderId())
                .setWalletScheme(fare.getWalletScheme())
                .setFareId(fare.getEventId())
                .setCorrectsFareId(fare.getCorrects())
                .setJourneyId(fare.getJourneyId())
                .setKind(fare.getKind())
                .setOperatorId(fare.getOperatorId())
                .setCity(fare.getCity())
                .setTerritory(fare.getTerritory())
                .setBusinessDay(fare.getBusinessDay())
                .setFareMinor(fare.getAmountMinor())
                .setFareCurrency(fare.getCurrency())
                .setWalletMinor(conversion.wallet().minor())
                .setWalletCurrency(conversion.wallet().currency().getCurrencyCode())
                .setSpreadMinor(conversion.spread().minor())
                .setRate(conversion.terms().rate().toPlainString())
                .setRateIds(conversion.terms().rateIds())
                .setSpreadBasisPoints(conversion.terms().spreadBasisPoints())
                .setTapIds(fare.getTapIds())
                .setMidMinor(conversion.mid().minor())
                .setAppliedRate(plain(conversion.terms().appliedRate()))
                .setResidue(plain(conversion.residue()))
                .setRatePolicy(policy(conversion.terms().policy()))
                .setToleranceBasisPoints(tolerance(conversion.terms().policy()))
                .build();
    }

    /** Without exponent and trailing zeros. */
    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static RatePolicy policy(io.baytap.fx.domain.RatePolicy policy) {
        return switch (policy) {
            case AtTap _ -> RatePolicy.AT_TAP;
            case AtDebit _ -> RatePolicy.AT_DEBIT;
            case Locked _ -> RatePolicy.LOCKED;
            case ByProvider _ -> RatePolicy.BY_PROVIDER;
        };
    }

    private static int tolerance(io.baytap.fx.domain.RatePolicy policy) {
        return policy instanceof ByProvider(int basisPoints) ? basisPoints : 0;
    }

    static byte[] keyOf(FareAssessed event) {
        return event.getRiderId().getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Currency findCurrency(String code) {
        try {
            Currency currency = Currency.getInstance(code);
            return currency.getDefaultFractionDigits() < 0 ? null : currency;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

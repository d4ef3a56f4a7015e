package io.baytap.wallet.messaging;

import io.baytap.schemas.Money;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fares.v1.RatePolicy;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.Conversion.Place;
import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.messaging.Intake.UnusableException;
import java.util.Currency;
import java.util.Optional;

/** From the line's events to the domain's words. */
final class FareMapper {

    private FareMapper() {}

    static Conversion toConversion(FareConverted event) throws UnusableException {
        Currency fareCurrency = currency(event.getFareCurrency(), "fareCurrency");
        Currency walletCurrency = currency(event.getWalletCurrency(), "walletCurrency");
        Money fare = new Money(event.getFareMinor(), fareCurrency);
        Money wallet = new Money(event.getWalletMinor(), walletCurrency);
        boolean byProvider = event.getRatePolicy() == RatePolicy.BY_PROVIDER;
        var conversion = new Conversion(
                event.getEventId(),
                event.getOccurredAt(),
                event.getRiderId(),
                scheme(event.getWalletScheme()),
                event.getFareId(),
                event.getJourneyId(),
                event.getKind().name(),
                new Place(event.getOperatorId(), event.getCity(), event.getTerritory()),
                event.getBusinessDay(),
                fare,
                wallet,
                new Money(event.getSpreadMinor(), walletCurrency),
                byProvider ? event.getToleranceBasisPoints() : null,
                byProvider || fareCurrency.equals(walletCurrency) ? null : RatesMapper.rates(event, fare, wallet));
        Optional<String> refusal = conversion.refusal();
        if (refusal.isPresent()) {
            throw new UnusableException(refusal.get(), "a fare that cannot be booked");
        }
        return conversion;
    }

    static WalletScheme scheme(io.baytap.schemas.wallets.v1.WalletScheme scheme) throws UnusableException {
        return switch (scheme) {
            case WEIXIN_PAY -> WalletScheme.WEIXIN_PAY;
            case WECHAT_PAY_HK -> WalletScheme.WECHAT_PAY_HK;
            case DIGITAL_RMB -> WalletScheme.DIGITAL_RMB;
            case FOREIGN_CARD -> WalletScheme.FOREIGN_CARD;
            case UNKNOWN -> throw new UnusableException("UNKNOWN_SCHEME", "walletScheme");
        };
    }

    static Currency currency(String code, String field) throws UnusableException {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException _) {
            throw new UnusableException("UNKNOWN_CURRENCY", field);
        }
    }
}

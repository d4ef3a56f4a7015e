package io.baytap.wallet.messaging;

import io.baytap.schemas.Money;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.Conversion.Place;
import io.baytap.wallet.domain.WalletScheme;
import java.util.Currency;

/** From the line's events to the domain's words. */
final class FareMapper {

    private FareMapper() {}

    static Conversion toConversion(FareConverted event) throws UnreadableRecord {
        Currency fareCurrency = currency(event.getFareCurrency());
        Currency walletCurrency = currency(event.getWalletCurrency());
        return new Conversion(
                event.getEventId(),
                event.getOccurredAt(),
                event.getRiderId(),
                scheme(event.getWalletScheme()),
                event.getFareId(),
                event.getJourneyId(),
                event.getKind().name(),
                new Place(event.getOperatorId(), event.getCity(), event.getTerritory()),
                event.getBusinessDay(),
                new Money(event.getFareMinor(), fareCurrency),
                new Money(event.getWalletMinor(), walletCurrency),
                new Money(event.getSpreadMinor(), walletCurrency));
    }

    static WalletScheme scheme(io.baytap.schemas.wallets.v1.WalletScheme scheme) throws UnreadableRecord {
        return switch (scheme) {
            case WEIXIN_PAY -> WalletScheme.WEIXIN_PAY;
            case WECHAT_PAY_HK -> WalletScheme.WECHAT_PAY_HK;
            case UNKNOWN -> throw new UnreadableRecord("UNKNOWN_SCHEME");
        };
    }

    private static Currency currency(String code) throws UnreadableRecord {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException _) {
            throw new UnreadableRecord("UNKNOWN_CURRENCY");
        }
    }
}

package io.baytap.local.events;

import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.wallets.v1.WalletScheme;
import java.time.LocalDate;

/** A fare as it was booked. */
public record Posting(
        String conversionId,
        String journeyId,
        FareKind kind,
        String operatorId,
        String territory,
        WalletScheme walletScheme,
        LocalDate day,
        long fareMinor,
        String fareCurrency,
        long walletMinor,
        String walletCurrency) {

    static Posting of(SettlementPosted posted) {
        return new Posting(
                posted.getConversionId(),
                posted.getJourneyId(),
                posted.getKind(),
                posted.getOperatorId(),
                posted.getTerritory(),
                posted.getWalletScheme(),
                posted.getBusinessDay(),
                posted.getFareMinor(),
                posted.getFareCurrency(),
                posted.getWalletMinor(),
                posted.getWalletCurrency());
    }

    /** From the wallet's home to the place of travel: {@code CN-HK}. */
    public String corridor() {
        String home = switch (walletScheme) {
            case WEIXIN_PAY, DIGITAL_RMB -> "CN";
            case WECHAT_PAY_HK -> "HK";
            // Nobody says where a card is from.
            case FOREIGN_CARD, UNKNOWN -> "ZZ";
        };
        return home + "-" + territory;
    }

    /** What of it is in that currency: the fare, or else the debit, or nothing. Minor units. */
    public long in(String currency) {
        if (fareCurrency.equals(currency)) {
            return fareMinor;
        }
        return walletCurrency.equals(currency) ? walletMinor : 0;
    }
}

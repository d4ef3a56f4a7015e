package io.baytap.reporting.page;

import io.baytap.reporting.neighbours.FxConversion.Conversion;
import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** What a wallet would be debited, in words. */
final class DebitAdvice {

    private DebitAdvice() {}

    static Tile tile(AdviceMessages text, Conversion conversion, Currency fare) {
        Currency wallet = conversion.walletCurrency();
        return new Tile(
                text.debit(),
                Figure.signedMoney("debit", conversion.wallet()),
                fare.equals(wallet)
                        ? List.of()
                        : List.of(
                                new Tile.Note(
                                        text.mid(),
                                        Figure.money("debit-mid", new Money(conversion.midMinor(), wallet))),
                                new Tile.Note(
                                        text.spread(percent(conversion.spreadBasisPoints())),
                                        Figure.money("debit-spread", new Money(conversion.spreadMinor(), wallet)))));
    }

    static List<String> notes(AdviceMessages text, Conversion conversion, Currency fare) {
        List<String> notes = new ArrayList<>();
        if (fare.equals(conversion.walletCurrency())) {
            notes.add(text.sameCurrency());
            return notes;
        }
        notes.add(rate(text, conversion, fare));
        notes.add(promise(text, conversion.policy()));
        return notes;
    }

    private static String rate(AdviceMessages text, Conversion conversion, Currency fare) {
        String base = fare.getCurrencyCode();
        String rate = conversion.rate().toPlainString();
        String quote = conversion.walletCurrency().getCurrencyCode();
        String source = conversion.source() == null ? "\u2013" : conversion.source();
        return conversion.inForceFrom() == null
                ? text.parity(base, rate, quote, source)
                : text.rate(base, rate, quote, source, Moments.minute(conversion.inForceFrom()));
    }

    /** Which rate the debit will be made at: {@link Conversion} holds that the policy is one of these. */
    private static String promise(AdviceMessages text, String policy) {
        String figure = policy.replaceFirst("^[A-Z_]+:?", "");
        return switch (policy.replaceFirst(":.*", "")) {
            case "AT_DEBIT" -> text.atDebit();
            case "LOCKED" -> text.locked(figure);
            case "BY_PROVIDER" -> text.byProvider(percent(Integer.parseInt(figure)));
            default -> text.atTap();
        };
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).toPlainString() + " %";
    }
}

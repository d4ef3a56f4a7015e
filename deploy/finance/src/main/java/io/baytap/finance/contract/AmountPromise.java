package io.baytap.finance.contract;

import io.baytap.finance.contract.Broken.Kind;
import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.deals.v1.DealStruck;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** Whole minor units with a currency, signed as the dictionary says; what one event says in parts adds up. */
final class AmountPromise implements Promise {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public void see(Seen seen, Consumer<Broken> broken) {
        var fault = new Fault(seen, broken);
        seen.event().getSchema().getFields().forEach(field -> currency(seen, field, fault));
        switch (seen.event()) {
            case FareConverted converted -> converted(converted, fault);
            case SettlementPosted posted -> posted(posted, fault);
            case ChargeSettled settled -> settled(settled, fault);
            case ChargeDeclined declined -> fault.unless(declined.getAmountMinor() > 0, "amountMinor is not positive");
            case ChargeRefunded refunded -> fault.unless(refunded.getAmountMinor() > 0, "amountMinor is not positive");
            case SettlementBatchClosed batch -> batch(batch, fault);
            case DealStruck deal ->
                fault.unless(
                        deal.getRealisedMinor() == deal.getExposedQuoteMinor() + deal.getQuoteMinor()
                                && deal.getBaseMinor() == -deal.getExposedBaseMinor(),
                        "the deal does not close the exposure");
            default -> {}
        }
    }

    private record Fault(Seen seen, Consumer<Broken> broken) {
        void unless(boolean holds, String detail) {
            if (!holds) {
                broken.accept(new Broken(Kind.AMOUNTS, seen.place(), seen.text("eventId") + ": " + detail));
            }
        }
    }

    /** A field that the dictionary lets be empty, or null, names none. */
    private static void currency(Seen seen, Schema.Field field, Fault fault) {
        String doc = field.doc();
        if (doc == null || !doc.startsWith("ISO 4217 code")) {
            return;
        }
        String code = seen.text(field.name());
        boolean none = code.equals("null") || (code.isEmpty() && doc.contains("empty"));
        fault.unless(none || CURRENCIES.contains(code), field.name() + " is no currency: \"" + code + "\"");
    }

    private static void settled(ChargeSettled settled, Fault fault) {
        fault.unless(settled.getAmountMinor() > 0, "amountMinor is not positive");
        fault.unless(
                !settled.getPayerCurrency().isEmpty()
                        || (settled.getPayerMinor() == 0 && settled.getEstimatedMinor() == 0),
                "payerMinor or estimatedMinor without payerCurrency");
    }

    private static void converted(FareConverted converted, Fault fault) {
        fault.unless(
                !converted.getFareCurrency().equals(converted.getWalletCurrency())
                        || converted.getWalletMinor() - converted.getSpreadMinor() == converted.getFareMinor(),
                "one currency, two amounts");
        if (!converted.getAppliedRate().isEmpty()) {
            BigDecimal exact = BigDecimal.valueOf(converted.getFareMinor())
                    .multiply(new BigDecimal(converted.getAppliedRate()))
                    .add(new BigDecimal(converted.getResidue()));
            fault.unless(
                    exact.compareTo(BigDecimal.valueOf(converted.getWalletMinor())) == 0,
                    "fareMinor × appliedRate + residue is " + exact.toPlainString() + ", walletMinor "
                            + converted.getWalletMinor());
        }
    }

    private static void posted(SettlementPosted posted, Fault fault) {
        fault.unless(
                !posted.getFareCurrency().equals(posted.getWalletCurrency())
                        || posted.getWalletMinor() - posted.getSpreadMinor() == posted.getFareMinor(),
                "one currency, two amounts");
        fault.unless(
                posted.getKind() == FareKind.CORRECTION || posted.getFareMinor() >= 0, "negative and no correction");
    }

    private static void batch(SettlementBatchClosed batch, Fault fault) {
        boolean positions = batch.getGrossMinor() != 0 || batch.getTakenBackMinor() != 0;
        fault.unless(batch.getGrossMinor() >= 0, "grossMinor is negative");
        fault.unless(batch.getTakenBackMinor() <= 0, "takenBackMinor is positive");
        fault.unless(
                !positions || batch.getGrossMinor() + batch.getTakenBackMinor() == batch.getAmountMinor(),
                "grossMinor and takenBackMinor do not sum to amountMinor");
    }
}

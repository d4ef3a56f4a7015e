package io.baytap.wallet.statements;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.schemas.Money;
import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.domain.reconciliation.Settlement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;

/** A batch as the provider tells it; amounts are in minor units there, too. */
final class BatchReader {

    private final WalletScheme scheme;
    private final String merchant;

    BatchReader(WalletScheme scheme, String merchant) {
        this.scheme = scheme;
        this.merchant = merchant;
    }

    Settlement read(JsonNode batch) throws FaultyStatementException {
        String id = batch.path("batch_id").asText();
        if (id.isEmpty()) {
            throw new FaultyStatementException("a batch without batch_id");
        }
        JsonNode amount = batch.path("amount");
        Currency currency = currency(id, amount);
        var settlement = new Settlement(
                scheme,
                merchant,
                id,
                day(id, batch, "trade_start_date"),
                day(id, batch, "trade_end_date"),
                day(id, batch, "settlement_date"),
                money(id, amount, "pay", currency),
                money(id, amount, "refund", currency),
                money(id, amount, "fee", currency));
        Money net = money(id, amount, "net", currency);
        if (!settlement.payout().equals(net)) {
            throw new FaultyStatementException("batch %s: net is %d, pay - refund - fee is %d"
                    .formatted(id, net.minor(), settlement.payout().minor()));
        }
        if (settlement.tradeEnd().isBefore(settlement.tradeStart())) {
            throw new FaultyStatementException("batch " + id + ": trade_end_date is before trade_start_date");
        }
        return settlement;
    }

    private static Currency currency(String id, JsonNode amount) throws FaultyStatementException {
        String code = amount.path("currency").asText();
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException _) {
            throw new FaultyStatementException("batch " + id + ": currency '" + code + "' is none");
        }
    }

    private static Money money(String id, JsonNode amount, String field, Currency currency)
            throws FaultyStatementException {
        JsonNode minor = amount.path(field);
        if (!minor.isIntegralNumber() || !minor.canConvertToLong()) {
            throw new FaultyStatementException("batch " + id + ": " + field + " '" + minor + "' is not a whole number");
        }
        return new Money(minor.asLong(), currency);
    }

    private static LocalDate day(String id, JsonNode batch, String field) throws FaultyStatementException {
        String text = batch.path(field).asText();
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException _) {
            throw new FaultyStatementException("batch " + id + ": " + field + " '" + text + "' is not a day");
        }
    }
}

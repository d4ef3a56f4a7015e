package io.baytap.wallet.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Notifications.Doubt;
import io.baytap.wallet.domain.Notifications.Notification;
import io.baytap.wallet.domain.Payer;
import io.baytap.wallet.domain.ProviderAnswer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a debit as the provider shows it, in answers and in notifications. */
final class Trades {

    private Trades() {}

    static ProviderAnswer read(JsonNode trade) {
        String state = trade.path("trade_state").asText();
        return switch (state) {
            // REFUND: paid, and some or all of it given back since.
            case "SUCCESS", "REFUND" -> debited(trade);
            // PAY_FAIL: what the ride service says.
            case "PAYERROR", "CLOSED", "PAY_FAIL" -> new ProviderAnswer.Declined(state);
            case "USERPAYING", "NOTPAY", "ACCEPTED" -> new ProviderAnswer.Undecided(state);
            default -> new ProviderAnswer.Undecided("NOT_A_TRADE");
        };
    }

    /** A refund as the provider shows it. The answer to asking for one has no status: it is taken on, and no more. */
    static ProviderAnswer refund(JsonNode refund) {
        if (!refund.path("id").isTextual()) {
            return new ProviderAnswer.Undecided("NOT_A_REFUND");
        }
        String id = refund.path("id").asText();
        String status = refund.path("status").asText();
        return switch (status) {
            case "SUCCESS" -> new ProviderAnswer.GivenBack(id, succeeded(refund));
            case "", "PROCESSING" -> new ProviderAnswer.Accepted(id);
            // Both mean that nothing was given back.
            case "REFUNDCLOSE", "ABNORMAL" -> new ProviderAnswer.Declined(status);
            default -> new ProviderAnswer.Undecided("NOT_A_REFUND");
        };
    }

    static Notification notification(ObjectMapper json, Decryption key, String body) {
        try {
            JsonNode notification = json.readTree(body);
            String type = notification.path("event_type").asText();
            if (!type.startsWith("TRANSACTION.")) {
                return new Notification.OfOther(type);
            }
            JsonNode resource = notification.path("resource");
            Optional<String> plain = key.decrypt(
                    resource.path("associated_data").asText(),
                    resource.path("nonce").asText(),
                    resource.path("ciphertext").asText());
            if (plain.isEmpty()) {
                return new Notification.Refused(Doubt.NOT_DECRYPTED);
            }
            JsonNode trade = json.readTree(plain.get());
            return new Notification.OfAttempt(trade.path("out_trade_no").asText(), read(trade));
        } catch (JsonProcessingException _) {
            return new Notification.Refused(Doubt.NOT_JSON);
        }
    }

    private static ProviderAnswer debited(JsonNode trade) {
        JsonNode total = trade.path("amount").path("total");
        JsonNode transactionId = trade.path("transaction_id");
        if (!total.isIntegralNumber() || !transactionId.isTextual()) {
            return new ProviderAnswer.Undecided("NOT_A_TRADE");
        }
        try {
            String currency = trade.path("amount").path("currency").asText();
            return new ProviderAnswer.Debited(
                    transactionId.asText(),
                    Money.of(total.asLong(), currency),
                    payer(trade.path("amount")),
                    succeeded(trade));
        } catch (IllegalArgumentException _) {
            return new ProviderAnswer.Undecided("UNKNOWN_CURRENCY");
        }
    }

    /** Null where no time is told, or none that could be read. */
    private static @Nullable Instant succeeded(JsonNode trade) {
        try {
            return OffsetDateTime.parse(trade.path("success_time").asText()).toInstant();
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /** Null where nothing is said that could be checked. */
    private static @Nullable Payer payer(JsonNode amount) {
        return amount.path("payer_total").isIntegralNumber()
                        && amount.path("payer_currency").isTextual()
                ? new Payer(
                        amount.path("payer_total").asLong(),
                        amount.path("payer_currency").asText(),
                        amount.path("exchange_rate").path("rate").asLong())
                : null;
    }
}

package io.baytap.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the provider sandbox has done, in minor units of what was asked for.
 *
 * @param netByContract debited less refunded, by {@code contract currency}
 * @param netByScheme the same, by {@code scheme currency}
 * @param paidByContract what payers paid where the provider converts, before refunds: by contract, minor units of the payer's currency
 */
record ProviderBooks(
        Map<String, Long> netByContract,
        Map<String, Long> netByScheme,
        Map<String, Long> paidByContract,
        long debits,
        long refunds) {

    static ProviderBooks read(Line line) {
        JsonNode answer = line.http().getJson(line.provider().resolve("/sandbox/v1/books"));
        Map<String, Long> byContract = new TreeMap<>();
        Map<String, Long> byScheme = new TreeMap<>();
        Map<String, Long> paid = new TreeMap<>();
        long debits = 0;
        long refunds = 0;
        for (JsonNode book : answer.path("contracts")) {
            long net = book.path("debited_minor").asLong()
                    - book.path("refunded_minor").asLong();
            String contract = book.path("contract_id").asText();
            String currency = book.path("currency").asText();
            byContract.merge(contract + " " + currency, net, Math::addExact);
            byScheme.merge(book.path("scheme").asText() + " " + currency, net, Math::addExact);
            if (!currency.equals(book.path("payer_currency").asText())) {
                paid.merge(contract, book.path("payer_debited_minor").asLong(), Math::addExact);
            }
            debits += book.path("debits").asLong();
            refunds += book.path("refunds").asLong();
        }
        return new ProviderBooks(byContract, byScheme, paid, debits, refunds);
    }
}

package io.baytap.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the provider sandbox has done, in minor units of the wallet's currency.
 *
 * @param netByContract debited less refunded
 * @param netByScheme the same, by wallet scheme
 */
record ProviderBooks(Map<String, Long> netByContract, Map<String, Long> netByScheme, long debits, long refunds) {

    static ProviderBooks read(Line line) {
        JsonNode answer = line.http().getJson(line.provider().resolve("/sandbox/v1/books"));
        Map<String, Long> byContract = new TreeMap<>();
        Map<String, Long> byScheme = new TreeMap<>();
        long debits = 0;
        long refunds = 0;
        for (JsonNode contract : answer.path("contracts")) {
            long net = contract.path("debited_minor").asLong()
                    - contract.path("refunded_minor").asLong();
            byContract.put(contract.path("contract_id").asText(), net);
            byScheme.merge(contract.path("scheme").asText(), net, Math::addExact);
            debits += contract.path("debits").asLong();
            refunds += contract.path("refunds").asLong();
        }
        return new ProviderBooks(byContract, byScheme, debits, refunds);
    }
}

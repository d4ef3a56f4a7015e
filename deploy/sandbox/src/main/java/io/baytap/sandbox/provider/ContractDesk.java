package io.baytap.sandbox.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;

/** {@code /v3/global/papay/contracts}: who may be debited. */
final class ContractDesk {

    private final Clock clock;

    ContractDesk(Clock clock) {
        this.clock = clock;
    }

    Answer query(SchemeLedger ledger, String contractId) {
        return ledger.contract(contractId, clock.instant())
                .map(contract -> Answer.ok(view(contract)))
                .orElseGet(() -> Answer.refused(404, "RESOURCE_NOT_EXISTS", "no contract " + contractId));
    }

    private static ObjectNode view(Contract contract) {
        Scheme scheme = contract.scheme();
        return JsonNodeFactory.instance
                .objectNode()
                .put("mchid", scheme.spMchid())
                .put("sp_mchid", scheme.spMchid())
                .put("sp_appid", scheme.spAppid())
                .put("contract_id", contract.contractId())
                .put("plan_id", 1)
                .put("out_contract_code", contract.account())
                .put("state", "SIGNED")
                .put("signed_time", Times.rfc3339(contract.signedAt()))
                .put("openid", "o" + Numbers.digits("openid:" + contract.contractId(), 27));
    }
}

package io.baytap.sandbox.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.sandbox.day.ExpectedRider;
import io.baytap.sandbox.day.Plan;
import io.baytap.sandbox.day.PlannedGate;
import io.baytap.sandbox.day.Simulator;
import io.baytap.sandbox.gates.Pseudonyms;
import io.baytap.sandbox.provider.ContractBook;
import io.baytap.sandbox.provider.ProviderConfig;
import io.baytap.sandbox.provider.ProviderSandbox;
import io.baytap.sandbox.provider.Scheme;
import io.baytap.schemas.Topics;
import io.baytap.schemas.network.v1.Gate;
import io.baytap.schemas.network.v1.GateStatus;
import io.baytap.schemas.network.v1.Route;
import io.baytap.schemas.wallets.v1.Contract;
import io.baytap.schemas.wallets.v1.Issuer;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Records;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real Kafka and a real registry. */
class RegistrationIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void theReferenceTopicsHoldTheDaysGatesRoutesIssuersAndContracts(@TempDir Path keys) throws Exception {
        Plan plan = Simulator.prepare(LocalDate.of(2026, 4, 9), 1, 100, Path.of("../tariffs/published"));
        try (var stack = EmbeddedStack.start(Set.of(Part.KAFKA, Part.REGISTRY));
                var provider = ProviderSandbox.start(ProviderConfig.at(keys));
                var records = new Records(stack.bootstrapServers(), stack.registryUrl())) {
            stack.setUpTopics();

            plan.register(stack.bootstrapServers(), stack.registryUrl(), provider.url());

            List<ExpectedRider> riders = plan.expected().riders();
            assertThat(records.consume(
                            Topics.NETWORK_GATES, Gate.class, plan.gates().size(), LIMIT))
                    .extracting(Gate::getGateId)
                    .containsExactlyElementsOf(
                            plan.gates().stream().map(PlannedGate::gateId).toList());
            assertThat(records.consume(
                            Topics.NETWORK_GATES, Gate.class, plan.gates().size(), LIMIT))
                    .filteredOn(gate -> gate.getStatus() == GateStatus.SUSPENDED)
                    .hasSize(1);
            assertThat(records.consume(Topics.NETWORK_ROUTES, Route.class, 2336, LIMIT))
                    .hasSize(2336);
            assertThat(records.consume(Topics.WALLETS_ISSUERS, Issuer.class, 4, LIMIT))
                    .extracting(Issuer::getIssuerId)
                    .containsExactlyInAnyOrder(
                            "weixin-pay-codes", "wechat-pay-hk-codes", "digital-rmb-codes", "foreign-card-codes");
            assertThat(records.consume(Topics.WALLETS_CONTRACTS, Contract.class, riders.size(), LIMIT))
                    .extracting(contract -> contract.getRiderId() + " " + contract.getContractId())
                    .allMatch(contract -> contract.matches("[A-Z_]+:[0-9a-f]{32} \\d+"))
                    .containsExactlyInAnyOrderElementsOf(riders.stream()
                            .map(rider ->
                                    Pseudonyms.development().riderId(Scheme.valueOf(rider.scheme()), rider.account())
                                            + " " + rider.contractId())
                            .toList());
            // Where the provider converts, a contract has books once it is debited: per currency of its fares.
            assertThat(provider.books())
                    .extracting(ContractBook::contractId)
                    .containsExactlyInAnyOrderElementsOf(riders.stream()
                            .filter(rider -> !Scheme.valueOf(rider.scheme()).converts())
                            .map(ExpectedRider::contractId)
                            .toList());
        }
    }
}

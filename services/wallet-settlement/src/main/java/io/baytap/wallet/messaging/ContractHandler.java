package io.baytap.wallet.messaging;

import io.baytap.schemas.Topics;
import io.baytap.wallet.domain.Contract;
import io.baytap.wallet.domain.Contracts;
import io.baytap.wallet.messaging.Intake.UnusableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Keeps the riders' contracts. */
final class ContractHandler implements RecordHandler {

    private final Intake<io.baytap.schemas.wallets.v1.Contract, Contract> intake;
    private final Contracts contracts;

    ContractHandler(KafkaClients clients, Contracts contracts, MeterRegistry metrics) {
        this.intake = new Intake<>(
                Topics.WALLETS_CONTRACTS,
                io.baytap.schemas.wallets.v1.Contract.class,
                clients.schemas(),
                ContractHandler::contract,
                metrics);
        this.contracts = contracts;
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> handle(List<ConsumerRecord<byte[], byte[]>> records) {
        Intake.Taken<Contract> taken = intake.take(records);
        contracts.keep(List.copyOf(taken.facts().values()));
        return taken.parked();
    }

    private static Contract contract(io.baytap.schemas.wallets.v1.Contract event) throws UnusableException {
        return new Contract(
                event.getRiderId(),
                FareMapper.scheme(event.getWalletScheme()),
                event.getContractId(),
                event.getOccurredAt());
    }
}

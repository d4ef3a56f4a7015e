package io.baytap.wallet.messaging;

import io.baytap.schemas.Topics;
import io.baytap.wallet.domain.Contract;
import io.baytap.wallet.domain.Contracts;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Keeps the riders' contracts. */
final class ContractHandler implements RecordHandler {

    private final Decoder<io.baytap.schemas.wallets.v1.Contract> decoder;
    private final DeadLetters deadLetters;
    private final Contracts contracts;

    ContractHandler(KafkaClients clients, Contracts contracts, MeterRegistry metrics) {
        this.decoder = new Decoder<>(io.baytap.schemas.wallets.v1.Contract.class, clients.registry());
        this.deadLetters = new DeadLetters(Topics.WALLETS_CONTRACTS, metrics);
        this.contracts = contracts;
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> handle(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Contract> readable = new ArrayList<>(records.size());
        List<ProducerRecord<byte[], byte[]>> parked = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                readable.add(contract(decoder.decode(record)));
            } catch (UnreadableRecord e) {
                parked.add(deadLetters.park(record, e));
            }
        }
        contracts.keep(readable);
        return parked;
    }

    private static Contract contract(io.baytap.schemas.wallets.v1.Contract event) throws UnreadableRecord {
        return new Contract(
                event.getRiderId(),
                FareMapper.scheme(event.getWalletScheme()),
                event.getContractId(),
                event.getOccurredAt());
    }

    @Override
    public void close() {
        decoder.close();
    }
}

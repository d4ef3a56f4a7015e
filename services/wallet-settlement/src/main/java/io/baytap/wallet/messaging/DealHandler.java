package io.baytap.wallet.messaging;

import io.baytap.schemas.Money;
import io.baytap.schemas.Topics;
import io.baytap.schemas.deals.v1.DealStruck;
import io.baytap.wallet.domain.FxDeal;
import io.baytap.wallet.domain.FxDeal.Pair;
import io.baytap.wallet.domain.FxDeals;
import io.baytap.wallet.messaging.Intake.UnusableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Books currency deals and what they realise. */
final class DealHandler implements RecordHandler {

    private final Intake<DealStruck, FxDeal> intake;
    private final FxDeals deals;

    DealHandler(KafkaClients clients, FxDeals deals, MeterRegistry metrics) {
        this.intake =
                new Intake<>(Topics.DEALS_STRUCK, DealStruck.class, clients.schemas(), DealHandler::toDeal, metrics);
        this.deals = deals;
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> handle(List<ConsumerRecord<byte[], byte[]>> records) {
        Intake.Taken<FxDeal> taken = intake.take(records);
        Set<FxDeal> different = deals.book(List.copyOf(taken.facts().values()));
        List<ProducerRecord<byte[], byte[]>> outputs = new ArrayList<>(taken.parked());
        taken.facts().forEach((record, deal) -> {
            if (different.contains(deal)) {
                outputs.add(intake.park(record, "OTHER_CONTENT_BOOKED", "its id stands for another deal"));
            }
        });
        return outputs;
    }

    private static FxDeal toDeal(DealStruck event) throws UnusableException {
        Currency base = FareMapper.currency(event.getBase(), "base");
        Currency quote = FareMapper.currency(event.getQuote(), "quote");
        var deal = new FxDeal(
                event.getEventId(),
                event.getOccurredAt(),
                event.getValueDate(),
                rate(event),
                new Pair(new Money(event.getExposedBaseMinor(), base), new Money(event.getExposedQuoteMinor(), quote)),
                new Pair(new Money(event.getBaseMinor(), base), new Money(event.getQuoteMinor(), quote)),
                new Money(event.getRealisedMinor(), quote));
        Optional<String> refusal = deal.refusal();
        if (refusal.isPresent()) {
            throw new UnusableException(refusal.get(), "a deal that cannot be booked");
        }
        return deal;
    }

    private static BigDecimal rate(DealStruck event) throws UnusableException {
        try {
            return new BigDecimal(event.getRate());
        } catch (NumberFormatException _) {
            throw new UnusableException("RATE_UNREADABLE", "rate");
        }
    }
}

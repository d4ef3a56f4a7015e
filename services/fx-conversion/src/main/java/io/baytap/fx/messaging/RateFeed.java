package io.baytap.fx.messaging;

import io.baytap.fx.domain.Rate;
import io.baytap.fx.domain.RateBook;
import io.baytap.schemas.fx.v1.FxRate;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fills the book of rates from the rates topic: read from its beginning by every replica before any fare is, and
 * followed from then on. A record that is no rate cannot be parked from here (this thread is outside of every
 * transaction): it is kept for {@link RateParking}, which can.
 */
public final class RateFeed {

    private static final Logger LOG = Logger.getLogger(RateFeed.class);

    /** Records that are no rates, held in memory: a topic with more of them has another problem. */
    static final int UNREADABLE_MAX = 1_000;

    private final RateBook book;
    private final SchemaLookup registry;
    private final Backoff backoff;
    private final ConcurrentSkipListMap<Position, UnreadableRate> unreadable = new ConcurrentSkipListMap<>();

    /** @param backoff how to wait while the registry is away */
    public RateFeed(RateBook book, SchemaLookup registry, Backoff backoff) {
        this.book = book;
        this.registry = registry;
        this.backoff = backoff;
    }

    /** Where a record stands in its topic. */
    record Position(int partition, long offset) implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            return partition == other.partition
                    ? Long.compare(offset, other.offset)
                    : Integer.compare(partition, other.partition);
        }
    }

    /** A record of the rates topic as it came, and why it is no rate. */
    record UnreadableRate(Position position, Record<byte[], byte[]> record, String reason, String detail) {}

    Collection<UnreadableRate> unreadable() {
        return unreadable.values();
    }

    /** One per thread that reads the topic. */
    Processor<byte[], byte[], Void, Void> processor() {
        return new Processor<>() {
            private final EventReader<FxRate> reader = new EventReader<>(FxRate.class, registry);
            private @Nullable ProcessorContext<Void, Void> context;

            @Override
            public void init(ProcessorContext<Void, Void> processorContext) {
                this.context = processorContext;
            }

            @Override
            public void process(Record<byte[], byte[]> rate) {
                RecordMetadata metadata =
                        context == null ? null : context.recordMetadata().orElse(null);
                take(reader, rate, metadata);
            }
        };
    }

    @SuppressWarnings("NullAway") // Kafka Streams hands out records without a key or a value, and does not say so.
    private void take(EventReader<FxRate> reader, Record<byte[], byte[]> rate, @Nullable RecordMetadata metadata) {
        byte[] key = rate.key();
        if (rate.value() == null && key != null) {
            book.withdraw(new String(key, StandardCharsets.UTF_8));
            return;
        }
        switch (read(reader, key, rate.value())) {
            case Intake.Usable<Rate>(Rate read) -> book.put(read);
            case Intake.Refused<Rate>(String reason, String detail) -> {
                var position =
                        metadata == null ? new Position(0, -1) : new Position(metadata.partition(), metadata.offset());
                LOG.warnf(
                        "the record at partition %d offset %d of the rates topic is no rate: %s (%s)",
                        position.partition(), position.offset(), reason, detail);
                if (unreadable.size() < UNREADABLE_MAX) {
                    unreadable.put(position, new UnreadableRate(position, rate, reason, detail));
                }
            }
        }
    }

    /** Waits out an outage of the registry: a rate that cannot be read now must not be missing from the book. */
    private Intake<Rate> read(EventReader<FxRate> reader, byte @Nullable [] key, byte @Nullable [] value) {
        for (int attempt = 0; ; attempt++) {
            try {
                return switch (reader.read(value)) {
                    case Reading.Event<FxRate>(FxRate event) -> RateMapper.toRate(key, event);
                    case Reading.Unreadable<FxRate> unreadable -> Intake.Refused.of(unreadable);
                };
            } catch (RegistryAwayException e) {
                LOG.warnf("the rates topic cannot be read on: %s", e.getMessage());
                if (!backoff.pause(attempt)) {
                    throw e;
                }
            }
        }
    }
}

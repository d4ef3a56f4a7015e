package io.baytap.fx.messaging;

import io.baytap.fx.domain.DeskBook;
import io.baytap.fx.domain.DeskBook.Open;
import io.baytap.schemas.deals.v1.DealStruck;
import io.baytap.schemas.fx.v1.ExposureState;
import io.baytap.schemas.fx.v1.FxExposure;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fills the book of what the desk has told, from the desk's own topics: so every replica can answer, and not only the one
 * that deals. A record that cannot be read is passed over; nobody but the desk writes there.
 */
public final class DeskFeed {

    private static final Logger LOG = Logger.getLogger(DeskFeed.class);

    private final DeskBook book;
    private final SchemaLookup registry;
    private final Backoff backoff;

    /** @param backoff how to wait while the registry is away */
    public DeskFeed(DeskBook book, SchemaLookup registry, Backoff backoff) {
        this.book = book;
        this.registry = registry;
        this.backoff = backoff;
    }

    /** Of exposures; one per thread that reads the topic. */
    Processor<byte[], byte[], Void, Void> exposures() {
        return reading(FxExposure.class, this::take, book::close);
    }

    /** Of deals. */
    Processor<byte[], byte[], Void, Void> deals() {
        return reading(DealStruck.class, event -> book.put(ExposureMapper.toStruck(event)), _ -> {});
    }

    private void take(FxExposure event) {
        if (event.getState() == ExposureState.DEALT) {
            book.close(event.getExposureId());
        } else {
            book.put(new Open(ExposureMapper.toExposure(event), event.getOccurredAt()));
        }
    }

    @SuppressWarnings("NullAway") // Kafka Streams hands out records without a key or a value, and does not say so.
    private <E extends SpecificRecord> Processor<byte[], byte[], Void, Void> reading(
            Class<E> type, Consumer<E> take, Consumer<String> withdraw) {
        var reader = new EventReader<>(type, registry);
        return (Record<byte[], byte[]> record) -> {
            if (record.value() == null) {
                if (record.key() != null) {
                    withdraw.accept(new String(record.key(), StandardCharsets.UTF_8));
                }
                return;
            }
            E event = read(reader, record.value());
            if (event != null) {
                try {
                    take.accept(event);
                } catch (IllegalArgumentException e) {
                    LOG.warnf("a %s is passed over: %s", type.getSimpleName(), e.getMessage());
                }
            }
        };
    }

    private <E extends SpecificRecord> @Nullable E read(EventReader<E> reader, byte[] value) {
        for (int attempt = 0; ; attempt++) {
            try {
                return switch (reader.read(value)) {
                    case Reading.Event<E>(E event) -> event;
                    case Reading.Unreadable<E>(Reading.Cause cause, String detail) -> {
                        LOG.warnf("a record of the desk's topics is passed over: %s %s", cause, detail);
                        yield null;
                    }
                };
            } catch (RegistryAwayException e) {
                LOG.warnf("the desk's topics cannot be read on: %s", e.getMessage());
                if (!backoff.pause(attempt)) {
                    throw e;
                }
            }
        }
    }
}

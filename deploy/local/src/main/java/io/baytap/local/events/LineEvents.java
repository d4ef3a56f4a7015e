package io.baytap.local.events;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.charges.v1.ChargeDeclined;
import io.baytap.schemas.charges.v1.ChargeRefunded;
import io.baytap.schemas.charges.v1.ChargeSettled;
import io.baytap.schemas.fares.v1.FareAssessed;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.settlements.v1.SettlementBatchClosed;
import io.baytap.schemas.settlements.v1.SettlementPosted;
import io.baytap.schemas.taps.v1.TapAccepted;
import io.baytap.schemas.taps.v1.TapRejected;
import io.baytap.schemas.wire.EventReader;
import io.baytap.schemas.wire.Reading;
import io.baytap.schemas.wire.SchemaLookup;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Everything the line has said so far. */
public final class LineEvents {

    public final Seen<Tap> taps = new Seen<>(Tap::content);
    public final Seen<Rejection> rejections = new Seen<>();
    public final Seen<Fare> fares = new Seen<>();
    public final Seen<Conversion> conversions = new Seen<>();
    public final Seen<Posting> postings = new Seen<>();
    public final Seen<Outcome> settled = new Seen<>();
    public final Seen<Outcome> declined = new Seen<>();
    public final Seen<Outcome> refunded = new Seen<>();
    public final Seen<Batch> batches = new Seen<>();

    /** Records by dead-letter topic. */
    public final Map<String, Long> deadLetters = new TreeMap<>();

    /** When the broker got the tap, by tap id, and the settled charge, by charge id; in milliseconds since the epoch. */
    public final Map<String, Long> tapAppendedAt = new HashMap<>();

    public final Map<String, Long> settledAppendedAt = new HashMap<>();

    private final Map<String, BiConsumer<byte[], Long>> readers = new HashMap<>();

    /** Before anything is read. */
    public static LineEvents empty(SchemaLookup schemas) {
        return new LineEvents(schemas);
    }

    private LineEvents(SchemaLookup schemas) {
        on(Topics.TAPS_ACCEPTED, TapAccepted.class, schemas, (tap, at) -> {
            taps.add(tap.getEventId(), Tap.of(tap));
            tapAppendedAt.putIfAbsent(tap.getEventId(), at);
        });
        on(
                Topics.TAPS_REJECTED,
                TapRejected.class,
                schemas,
                (tap, _) -> rejections.add(tap.getEventId(), Rejection.of(tap)));
        on(
                Topics.FARES_ASSESSED,
                FareAssessed.class,
                schemas,
                (fare, _) -> fares.add(fare.getEventId(), Fare.of(fare)));
        on(
                Topics.FARES_CONVERTED,
                FareConverted.class,
                schemas,
                (fare, _) -> conversions.add(fare.getEventId(), Conversion.of(fare)));
        on(
                Topics.SETTLEMENTS_POSTED,
                SettlementPosted.class,
                schemas,
                (posted, _) -> postings.add(posted.getEventId(), Posting.of(posted)));
        on(Topics.CHARGES_SETTLED, ChargeSettled.class, schemas, (charge, at) -> {
            settled.add(charge.getEventId(), Outcome.of(charge));
            settledAppendedAt.putIfAbsent(charge.getChargeId(), at);
        });
        on(
                Topics.CHARGES_DECLINED,
                ChargeDeclined.class,
                schemas,
                (charge, _) -> declined.add(charge.getEventId(), Outcome.of(charge)));
        on(
                Topics.CHARGES_REFUNDED,
                ChargeRefunded.class,
                schemas,
                (charge, _) -> refunded.add(charge.getEventId(), Outcome.of(charge)));
        on(
                Topics.SETTLEMENTS_BATCHES,
                SettlementBatchClosed.class,
                schemas,
                (batch, _) -> batches.add(batch.getEventId(), Batch.of(batch)));
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        BiConsumer<byte[], Long> reader = readers.get(record.topic());
        if (reader == null) {
            deadLetters.merge(record.topic(), 1L, Long::sum);
        } else {
            reader.accept(record.value(), record.timestamp());
        }
    }

    /** Each journey's fare as its last revision states it. */
    public Map<String, Fare> lastFares() {
        Map<String, Fare> last = new HashMap<>();
        fares.all()
                .forEach(fare -> last.merge(
                        fare.journeyId(), fare, (one, other) -> one.revision() > other.revision() ? one : other));
        return last;
    }

    /** Journeys that have a fare. */
    public long journeys() {
        return fares.all().stream().map(Fare::journeyId).distinct().count();
    }

    private <T extends SpecificRecord> void on(
            Topic topic, Class<T> type, SchemaLookup schemas, BiConsumer<T, Long> take) {
        var reader = new EventReader<>(type, schemas);
        readers.put(topic.name(), (bytes, timestamp) -> {
            switch (reader.read(bytes)) {
                case Reading.Event<T> read -> take.accept(read.event(), timestamp);
                case Reading.Unreadable<T> unreadable ->
                    throw new IllegalStateException(topic.name() + " holds a record that is no event: " + unreadable);
            }
        });
    }
}

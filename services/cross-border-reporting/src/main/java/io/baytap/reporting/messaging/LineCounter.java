package io.baytap.reporting.messaging;

import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.Tally;
import io.baytap.reporting.messaging.LineReader.Parked;
import io.baytap.reporting.messaging.LineReader.Read;
import io.baytap.schemas.Topics;
import io.baytap.schemas.wire.RegistryAwayException;
import io.baytap.schemas.wire.SchemaLookup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Reads a poll and counts it. A large one goes in two lanes side by side, each with half of the partitions and a transaction of
 * its own: if one fails it is tried again, and what the other counted is known by then.
 */
@ApplicationScoped
class LineCounter {

    /** Records from which a second transaction costs less time than it saves. */
    private static final int SHARED_FROM = 1_000;

    private final LineReader even;
    private final LineReader odd;
    private final Tally tally;
    private final Patience patience;
    private final ExecutorService second = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("line-odd").daemon().factory());

    LineCounter(SchemaLookup schemas, Tally tally, Patience patience) {
        this.even = new LineReader(schemas, Topics.events());
        this.odd = new LineReader(schemas, Topics.events());
        this.tally = tally;
        this.patience = patience;
    }

    /** Returns when all is in the database, however long that takes. */
    Counted count(ConsumerRecords<byte[], byte[]> records) {
        if (records.count() < SHARED_FROM) {
            return count(even, records);
        }
        var other = CompletableFuture.supplyAsync(() -> count(odd, lane(records, 1)), second);
        try {
            return count(even, lane(records, 0)).plus(other.join());
        } finally {
            other.exceptionally(_ -> Counted.NOTHING).join();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> lane(ConsumerRecords<byte[], byte[]> records, int lane) {
        return StreamSupport.stream(records.spliterator(), false)
                .filter(record -> record.partition() % 2 == lane)
                .toList();
    }

    private Counted count(LineReader reader, Iterable<ConsumerRecord<byte[], byte[]>> records) {
        Read read = patience.outlast("schema registry", RegistryAwayException.class, () -> reader.read(records));
        long fresh = patience.outlast(
                "database",
                ReportsAway.class,
                () -> tally.count(read.events()).await().indefinitely());
        return new Counted(fresh, read.events().size() - fresh, read.parked());
    }

    @PreDestroy
    void stop() {
        second.shutdown();
    }

    /**
     * What became of a poll.
     *
     * @param repeated events that had been counted before
     */
    record Counted(long fresh, long repeated, List<Parked> parked) {

        private static final Counted NOTHING = new Counted(0, 0, List.of());

        private Counted plus(Counted other) {
            return new Counted(
                    fresh + other.fresh,
                    repeated + other.repeated,
                    Stream.of(parked, other.parked).flatMap(Collection::stream).toList());
        }
    }
}

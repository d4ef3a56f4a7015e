package io.baytap.reporting.messaging;

import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.Tally;
import io.baytap.reporting.messaging.LineReader.Parked;
import io.baytap.reporting.messaging.LineReader.Read;
import io.baytap.schemas.wire.RegistryAwayException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Reads a poll and counts it. */
@ApplicationScoped
class LineCounter {

    private final Tally tally;
    private final Patience patience;

    LineCounter(Tally tally, Patience patience) {
        this.tally = tally;
        this.patience = patience;
    }

    /** Returns when all is in the database, however long that takes. */
    Counted count(LineReader reader, ConsumerRecords<byte[], byte[]> records) {
        Read read = patience.outlast("schema registry", RegistryAwayException.class, () -> reader.read(records));
        long fresh = patience.outlast(
                "database",
                ReportsAway.class,
                () -> tally.count(read.events()).await().indefinitely());
        return new Counted(fresh, read.events().size() - fresh, read.parked());
    }

    /**
     * What became of a poll.
     *
     * @param repeated events that had been counted before
     */
    record Counted(long fresh, long repeated, List<Parked> parked) {}
}

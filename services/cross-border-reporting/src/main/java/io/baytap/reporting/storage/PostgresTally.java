package io.baytap.reporting.storage;

import io.baytap.reporting.domain.EventKey;
import io.baytap.reporting.domain.Observation;
import io.baytap.reporting.domain.Observation.BatchClosed;
import io.baytap.reporting.domain.Observation.ChargeAnswered;
import io.baytap.reporting.domain.Observation.FarePosted;
import io.baytap.reporting.domain.Observation.TapJudged;
import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.Tally;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One transaction a batch and one statement a table, whatever the batch holds. */
@ApplicationScoped
public class PostgresTally implements Tally {

    /** A statement that takes longer is stuck, not slow; its count is tried again. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final Pool pool;

    PostgresTally(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Long> count(List<Observation> observations) {
        // A statement cannot see its own rows: what stands twice in one batch is told apart here.
        Map<EventKey, Observation> distinct = new LinkedHashMap<>();
        observations.forEach(observation -> distinct.putIfAbsent(observation.key(), observation));
        return pool.withTransaction(connection -> count(connection, distinct.values()))
                .ifNoItem()
                .after(ANSWER_MAX)
                .fail()
                .onFailure()
                .transform(ReportsAway::new);
    }

    /** Always in this order, and in key order within a table, so that two batches never wait for each other in a ring. */
    private static Uni<Long> count(SqlConnection connection, Collection<Observation> observations) {
        return CountStatement.fares(only(FarePosted.class, observations))
                .execute(connection)
                .flatMap(counted -> CountStatement.charges(only(ChargeAnswered.class, observations))
                        .execute(connection)
                        .map(more -> counted + more))
                .flatMap(counted -> CountStatement.batches(only(BatchClosed.class, observations))
                        .execute(connection)
                        .map(more -> counted + more))
                .flatMap(counted -> CountStatement.taps(only(TapJudged.class, observations))
                        .execute(connection)
                        .map(more -> counted + more));
    }

    private static <T extends Observation> List<T> only(Class<T> kind, Collection<Observation> observations) {
        return observations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}

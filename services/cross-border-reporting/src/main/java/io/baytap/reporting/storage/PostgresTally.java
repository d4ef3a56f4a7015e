package io.baytap.reporting.storage;

import static java.util.stream.Collectors.toSet;

import io.baytap.reporting.domain.EventKey;
import io.baytap.reporting.domain.Observation;
import io.baytap.reporting.domain.Observation.BatchClosed;
import io.baytap.reporting.domain.Observation.BreakTold;
import io.baytap.reporting.domain.Observation.ChargeAnswered;
import io.baytap.reporting.domain.Observation.DebtWrittenOff;
import io.baytap.reporting.domain.Observation.FarePosted;
import io.baytap.reporting.domain.Observation.JourneyAssessed;
import io.baytap.reporting.domain.Observation.RatePublished;
import io.baytap.reporting.domain.Observation.SubsidyChanged;
import io.baytap.reporting.domain.Observation.TapJudged;
import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.Tally;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One transaction a batch and one statement a table, whatever the batch holds. */
@ApplicationScoped
public class PostgresTally implements Tally {

    /** A statement that takes longer is stuck, not slow; its count is tried again. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final Pool pool;

    private final DayPartitions partitions;

    PostgresTally(Pool pool) {
        this.pool = pool;
        this.partitions = new DayPartitions(pool);
    }

    @Override
    public Uni<Long> count(List<Observation> observations) {
        // A statement cannot see its own rows: what stands twice in one batch is told apart here.
        Map<EventKey, Observation> distinct = new LinkedHashMap<>();
        observations.forEach(observation -> distinct.putIfAbsent(observation.key(), observation));
        Set<LocalDate> days = only(FarePosted.class, distinct.values()).stream()
                .map(FarePosted::day)
                .collect(toSet());
        return partitions
                .prepare(days)
                .chain(() -> pool.withTransaction(connection -> count(connection, distinct.values())))
                .ifNoItem()
                .after(ANSWER_MAX)
                .fail()
                .onFailure()
                .transform(ReportsAway::new);
    }

    /** Always in this order, and in key order within a table, so that two batches never wait for each other in a ring. */
    private static Uni<Long> count(SqlConnection connection, Collection<Observation> observations) {
        List<CountStatement<?>> statements = List.of(
                FareStatement.of(only(FarePosted.class, observations)),
                LineStatements.charges(only(ChargeAnswered.class, observations)),
                RowStatements.batches(only(BatchClosed.class, observations)),
                LineStatements.taps(only(TapJudged.class, observations)),
                LineStatements.writeOffs(only(DebtWrittenOff.class, observations)),
                LineStatements.subsidies(only(SubsidyChanged.class, observations)),
                JourneyStatement.of(only(JourneyAssessed.class, observations)),
                RowStatements.rates(only(RatePublished.class, observations)),
                RowStatements.breaks(only(BreakTold.class, observations)));
        Uni<Long> counted = Uni.createFrom().item(0L);
        for (CountStatement<?> statement : statements) {
            counted = counted.flatMap(sum -> statement.execute(connection).map(more -> sum + more));
        }
        return counted;
    }

    private static <T extends Observation> List<T> only(Class<T> kind, Collection<Observation> observations) {
        return observations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}

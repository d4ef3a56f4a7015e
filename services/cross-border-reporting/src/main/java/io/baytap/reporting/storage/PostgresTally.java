package io.baytap.reporting.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.baytap.reporting.domain.EventKey;
import io.baytap.reporting.domain.LineEvent;
import io.baytap.reporting.domain.Observation;
import io.baytap.reporting.domain.Observation.BatchClosed;
import io.baytap.reporting.domain.Observation.BreakTold;
import io.baytap.reporting.domain.Observation.ChargeAnswered;
import io.baytap.reporting.domain.Observation.DebtWrittenOff;
import io.baytap.reporting.domain.Observation.FareMoved;
import io.baytap.reporting.domain.Observation.FarePosted;
import io.baytap.reporting.domain.Observation.JourneyAssessed;
import io.baytap.reporting.domain.Observation.RatePublished;
import io.baytap.reporting.domain.Observation.SubsidyChanged;
import io.baytap.reporting.domain.Observation.TapJudged;
import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.Tally;
import io.baytap.reporting.domain.opendata.PublicationRules;
import io.baytap.reporting.domain.trace.TraceDays;
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
import java.util.function.Function;
import java.util.stream.Stream;

/** One transaction a batch and one statement a table, whatever the batch holds. */
@ApplicationScoped
public class PostgresTally implements Tally {

    /** A statement that takes longer is stuck, not slow; its count is tried again. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final Pool pool;
    private final DayPartitions fares;
    private final DayPartitions events;
    private final DayPartitions journeys;

    PostgresTally(Pool pool, TraceDays traced) {
        this.pool = pool;
        this.fares = new DayPartitions(pool, "fare_record", DayPartitions.ALL);
        this.events = new DayPartitions(pool, "line_event", traced.days());
        // As long as their events, and as long as a publication can need them.
        this.journeys =
                new DayPartitions(pool, "assessed_journey", Math.max(traced.days(), PublicationRules.DAYS_NEEDED_MAX));
    }

    @Override
    public Uni<Long> count(List<LineEvent> given) {
        if (given.isEmpty()) {
            return Uni.createFrom().item(0L);
        }
        // A statement cannot see its own rows: what stands twice in one batch is told apart here.
        Map<EventKey, LineEvent> distinct = new LinkedHashMap<>();
        given.forEach(event -> distinct.putIfAbsent(event.key(), event));
        return events.prepare(filed(distinct).map(event -> event.key().day()).collect(toSet()))
                .chain(() -> fares.prepare(days(FarePosted.class, FarePosted::day, distinct.values())))
                .chain(() -> journeys.prepare(
                        days(JourneyAssessed.class, row -> row.journey().day(), distinct.values())))
                .chain(() -> pool.withTransaction(connection -> count(connection, distinct)))
                .ifNoItem()
                .after(ANSWER_MAX)
                .fail()
                .onFailure()
                .transform(ReportsAway::new);
    }

    private static Stream<LineEvent> filed(Map<EventKey, LineEvent> events) {
        return events.values().stream().filter(LineEvent::filed);
    }

    private static <T extends Observation> Set<LocalDate> days(
            Class<T> kind, Function<T, LocalDate> day, Collection<LineEvent> events) {
        return events.stream()
                .flatMap(event -> event.observations().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(day)
                .collect(toSet());
    }

    private static Uni<Long> count(SqlConnection connection, Map<EventKey, LineEvent> events) {
        return LineEventTable.file(connection, filed(events).toList()).flatMap(fresh -> {
            List<LineEvent> counted = events.values().stream()
                    .filter(event -> fresh.contains(event.key()) || !event.filed())
                    .toList();
            List<Observation> observations = counted.stream()
                    .flatMap(event -> event.observations().stream())
                    .toList();
            return count(connection, observations).replaceWith((long) counted.size());
        });
    }

    /** Always in this order, and in key order within a table, so that two batches never wait for each other in a ring. */
    private static Uni<Void> count(SqlConnection connection, List<Observation> observations) {
        Map<Class<?>, List<Observation>> kinds = observations.stream().collect(groupingBy(Object::getClass));
        List<TapJudged> taps = only(TapJudged.class, kinds);
        List<CountStatement<?>> statements = List.of(
                JourneyStatement.of(only(JourneyAssessed.class, kinds)),
                RowStatements.batches(only(BatchClosed.class, kinds)),
                RowStatements.rates(only(RatePublished.class, kinds)),
                RowStatements.breaks(only(BreakTold.class, kinds)),
                // Last what all add to: lanes and replicas wait for each other no longer than for these and the commit.
                FareStatement.of(only(FarePosted.class, kinds)),
                LineStatements.charges(only(ChargeAnswered.class, kinds)),
                LineStatements.taps(taps),
                LineStatements.writeOffs(only(DebtWrittenOff.class, kinds)),
                LineStatements.subsidies(only(SubsidyChanged.class, kinds)),
                LiveStatements.gates(taps));
        Uni<Void> counted = LiveStatements.fares(connection, only(FareMoved.class, kinds));
        for (CountStatement<?> statement : statements) {
            counted = counted.chain(() -> statement.execute(connection));
        }
        return counted;
    }

    @SuppressWarnings("unchecked") // by what they are grouped
    private static <T extends Observation> List<T> only(Class<T> kind, Map<Class<?>, List<Observation>> kinds) {
        return (List<T>) kinds.getOrDefault(kind, List.of());
    }
}

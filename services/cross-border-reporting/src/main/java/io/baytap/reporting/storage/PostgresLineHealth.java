package io.baytap.reporting.storage;

import io.baytap.reporting.domain.ReportsAway;
import io.baytap.reporting.domain.live.LineHealth;
import io.baytap.reporting.domain.live.SilenceRule;
import io.baytap.reporting.domain.live.SilentGates;
import io.baytap.reporting.domain.live.UnsettledFare;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds in PostgreSQL what has stopped. */
@ApplicationScoped
public class PostgresLineHealth implements LineHealth {

    private static final int GATES_MAX = 50;

    /** By the primary key: a row for each gate and day that is looked back to. */
    private static final String SILENT = """
            with newest as (
              select max(last_tap) as at from gate_day where day = $1
            ), heard as (
              select distinct on (gate_id) gate_id, operator_id, last_tap from gate_day
              where day between $2 and $1 order by gate_id, last_tap desc)
            select gate_id, operator_id, last_tap, newest.at, count(*) over () from heard, newest
            where last_tap < newest.at - $3::bigint * interval '1 second' and ($4::text is null or operator_id = $4)
            order by last_tap, gate_id limit $5""";

    /** Through all that are on their way. */
    private static final String OLDEST = """
            select journey_id, operator_id, occurred_at, unposted from fare_in_flight
            where occurred_at is not null and (unposted > 0 or owed_minor > 0) and ($1::text is null or operator_id = $1)
            order by occurred_at limit 1""";

    private final Pool pool;
    private final SilenceRule rule;

    PostgresLineHealth(Pool pool, SilenceRule rule) {
        this.pool = pool;
        this.rule = rule;
    }

    @Override
    public Uni<SilentGates> silentGates(LocalDate day, Optional<String> operatorId) {
        Tuple values = Tuple.of(
                day,
                day.minusDays(rule.heardDays() - 1L),
                rule.after().toSeconds(),
                operatorId.orElse(null),
                GATES_MAX);
        return pool.preparedQuery(SILENT)
                .execute(values)
                .map(rows -> {
                    long count = 0;
                    List<SilentGates.Gate> longest = new ArrayList<>();
                    for (Row row : rows) {
                        Instant last = row.getOffsetDateTime(2).toInstant();
                        Instant newest = row.getOffsetDateTime(3).toInstant();
                        longest.add(new SilentGates.Gate(
                                row.getString(0), row.getString(1), last, Duration.between(last, newest)));
                        count = row.getLong(4);
                    }
                    return new SilentGates(count, longest);
                })
                .onFailure()
                .transform(ReportsAway::new);
    }

    @Override
    public Uni<Optional<UnsettledFare>> oldestUnsettled(Optional<String> operatorId) {
        return pool.preparedQuery(OLDEST)
                .execute(Tuple.of(operatorId.orElse(null)))
                .map(rows -> {
                    Optional<UnsettledFare> oldest = Optional.empty();
                    for (Row row : rows) {
                        oldest = Optional.of(fare(row));
                    }
                    return oldest;
                })
                .onFailure()
                .transform(ReportsAway::new);
    }

    private static UnsettledFare fare(Row row) {
        return new UnsettledFare(
                row.getString(0),
                row.getString(1),
                row.getOffsetDateTime(2).toInstant(),
                row.getLong(3) > 0 ? UnsettledFare.Stage.POSTING : UnsettledFare.Stage.ANSWER);
    }
}

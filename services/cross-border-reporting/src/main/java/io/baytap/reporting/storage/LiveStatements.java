package io.baytap.reporting.storage;

import static io.baytap.reporting.storage.CountStatement.column;
import static io.baytap.reporting.storage.CountStatement.days;
import static io.baytap.reporting.storage.CountStatement.numbers;
import static io.baytap.reporting.storage.CountStatement.texts;

import io.baytap.reporting.domain.Observation.FareMoved;
import io.baytap.reporting.domain.Observation.TapJudged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What says how the line is doing now. */
final class LiveStatements {

    /** One row a gate and day, however many taps it sent. */
    private static final String GATES = """
            insert into gate_day as t (day, gate_id, operator_id, last_tap)
            select distinct on (day, gate_id) day, gate_id, operator_id, last_tap
            from unnest($1::date[], $2::text[], $3::text[], $4::timestamptz[]) as g(day, gate_id, operator_id, last_tap)
            order by day, gate_id, last_tap desc, operator_id desc
            on conflict (day, gate_id) do update set operator_id = excluded.operator_id, last_tap = excluded.last_tap
            where (t.last_tap, t.operator_id) < (excluded.last_tap, excluded.operator_id)""";

    /** Answers those that are done by it. */
    private static final String FARES = """
            with moved as (
              insert into fare_in_flight as t (day, journey_id, occurred_at, operator_id, unposted, owed_minor)
              select day, journey_id, min(occurred_at), min(operator_id), sum(unposted), sum(owed_minor)
              from unnest($1::date[], $2::text[], $3::timestamptz[], $4::text[], $5::bigint[], $6::bigint[])
                as g(day, journey_id, occurred_at, operator_id, unposted, owed_minor)
              group by 1, 2 order by 1, 2
              on conflict (day, journey_id) do update set
                occurred_at = least(t.occurred_at, excluded.occurred_at),
                unposted = t.unposted + excluded.unposted,
                owed_minor = t.owed_minor + excluded.owed_minor
              returning day, journey_id, unposted, owed_minor)
            select day, journey_id from moved where unposted = 0 and owed_minor = 0""";

    /** Rows that this transaction holds already: it waits for nobody. */
    private static final String DONE = """
            delete from fare_in_flight t using unnest($1::date[], $2::text[]) as g(day, journey_id)
            where t.day = g.day and t.journey_id = g.journey_id""";

    private LiveStatements() {}

    static CountStatement<TapJudged> gates(List<TapJudged> rows) {
        Tuple columns = Tuple.tuple()
                .addValue(days(rows, TapJudged::day))
                .addValue(texts(rows, TapJudged::gateId))
                .addValue(texts(rows, TapJudged::operatorId))
                .addValue(column(rows, tap -> tap.at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new));
        return new CountStatement<>(GATES, rows, columns);
    }

    static Uni<Void> fares(SqlConnection connection, List<FareMoved> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addValue(days(rows, FareMoved::day))
                .addValue(texts(rows, FareMoved::journeyId))
                .addValue(column(
                        rows,
                        fare -> fare.occurredAt() == null
                                ? null
                                : fare.occurredAt().atOffset(ZoneOffset.UTC),
                        OffsetDateTime[]::new))
                .addValue(texts(rows, FareMoved::operatorId))
                .addValue(numbers(rows, FareMoved::unposted))
                .addValue(numbers(rows, FareMoved::owedMinor));
        return connection.preparedQuery(FARES).execute(columns).flatMap(done -> done(connection, done));
    }

    private static Uni<Void> done(SqlConnection connection, RowSet<Row> done) {
        List<LocalDate> days = new ArrayList<>();
        List<String> journeys = new ArrayList<>();
        for (Row row : done) {
            days.add(row.getLocalDate(0));
            journeys.add(row.getString(1));
        }
        return days.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(DONE)
                        .execute(Tuple.of(days.toArray(LocalDate[]::new), journeys.toArray(String[]::new)))
                        .replaceWithVoid();
    }
}

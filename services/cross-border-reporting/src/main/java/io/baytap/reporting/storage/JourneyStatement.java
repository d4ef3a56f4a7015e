package io.baytap.reporting.storage;

import static io.baytap.reporting.storage.CountStatement.column;
import static io.baytap.reporting.storage.CountStatement.days;
import static io.baytap.reporting.storage.CountStatement.numbers;

import io.baytap.reporting.domain.Observation.JourneyAssessed;
import io.baytap.reporting.domain.Trip;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How each journey stands: its latest revision, in whatever order they come. One that another overtook is not counted. */
final class JourneyStatement {

    private static final String SQL = """
            with given as (
              select distinct on (filed_day, journey) *
              from unnest($1::date[], $2::uuid[], $3::bigint[], $4::date[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[])
                as g(filed_day, journey, revision, day, hour, operator_id, city, origin, destination)
              order by filed_day, journey, revision desc)
            insert into assessed_journey as t (filed_day, journey, revision, day, hour, operator_id, city, origin, destination)
            select * from given order by filed_day, journey
            on conflict (filed_day, journey) do update set
              revision = excluded.revision,
              day = excluded.day,
              hour = excluded.hour,
              operator_id = excluded.operator_id,
              city = excluded.city,
              origin = excluded.origin,
              destination = excluded.destination
            where t.revision < excluded.revision""";

    private JourneyStatement() {}

    static CountStatement<JourneyAssessed> of(List<JourneyAssessed> rows) {
        Tuple columns = Tuple.tuple()
                .addValue(days(rows, row -> row.journey().day()))
                .addValue(column(rows, row -> row.journey().hash(), UUID[]::new))
                .addValue(numbers(rows, JourneyAssessed::revision))
                .addValue(days(rows, trip(Trip::day)))
                .addValue(column(rows, trip(trip -> (long) trip.hour()), Long[]::new))
                .addValue(column(rows, trip(Trip::operatorId), String[]::new))
                .addValue(column(rows, trip(Trip::city), String[]::new))
                .addValue(column(rows, trip(Trip::origin), String[]::new))
                .addValue(column(rows, trip(Trip::destination), String[]::new));
        return new CountStatement<>(SQL, rows, columns);
    }

    private static <C> Function<JourneyAssessed, @Nullable C> trip(Function<Trip, C> of) {
        return row -> row.trip() == null ? null : of.apply(row.trip());
    }
}

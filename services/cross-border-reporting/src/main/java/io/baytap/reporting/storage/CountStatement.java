package io.baytap.reporting.storage;

import io.baytap.reporting.domain.Observation;
import io.baytap.reporting.domain.Observation.BatchClosed;
import io.baytap.reporting.domain.Observation.ChargeAnswered;
import io.baytap.reporting.domain.Observation.FarePosted;
import io.baytap.reporting.domain.Observation.TapJudged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/**
 * Adds a table's share of a batch in one statement: files the events as seen, and sums only those that were not. The
 * columns travel as arrays; each statement answers how many events were new.
 */
record CountStatement<T extends Observation>(String sql, List<T> rows, Tuple columns) {

    private static final String FARES = """
            with given as (
              select * from unnest($1::date[], $2::uuid[], $3::date[], $4::text[], $5::text[], $6::text[], $7::text[],
                  $8::text[], $9::text[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[])
                as g(seen_day, event, day, corridor, city, operator_id, wallet_scheme,
                  fare_currency, wallet_currency, journeys, corrections, fare_minor, wallet_minor, spread_minor)),
            fresh as (
              insert into seen (day, event) select seen_day, event from given order by 1, 2
              on conflict do nothing returning day, event),
            added as (
              insert into fares_by_day as t
              select g.day, g.corridor, g.city, g.operator_id, g.wallet_scheme, g.fare_currency, g.wallet_currency,
                sum(g.journeys), count(*), sum(g.corrections), sum(g.fare_minor), sum(g.wallet_minor), sum(g.spread_minor)
              from given g join fresh f on f.day = g.seen_day and f.event = g.event
              group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
              on conflict (day, corridor, city, operator_id, wallet_scheme, fare_currency, wallet_currency) do update set
                journeys = t.journeys + excluded.journeys,
                fares = t.fares + excluded.fares,
                corrections = t.corrections + excluded.corrections,
                fare_minor = t.fare_minor + excluded.fare_minor,
                wallet_minor = t.wallet_minor + excluded.wallet_minor,
                spread_minor = t.spread_minor + excluded.spread_minor)
            select count(*) from fresh
            """;

    private static final String CHARGES = """
            with given as (
              select * from unnest($1::date[], $2::uuid[], $3::date[], $4::text[], $5::text[], $6::text[], $7::text[],
                  $8::bigint[])
                as g(seen_day, event, day, operator_id, wallet_scheme, currency, outcome, amount_minor)),
            fresh as (
              insert into seen (day, event) select seen_day, event from given order by 1, 2
              on conflict do nothing returning day, event),
            added as (
              insert into charges_by_day as t
              select g.day, g.operator_id, g.wallet_scheme, g.currency, g.outcome, count(*), sum(g.amount_minor)
              from given g join fresh f on f.day = g.seen_day and f.event = g.event
              group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
              on conflict (day, operator_id, wallet_scheme, currency, outcome) do update set
                charges = t.charges + excluded.charges,
                amount_minor = t.amount_minor + excluded.amount_minor)
            select count(*) from fresh
            """;

    private static final String TAPS = """
            with given as (
              select * from unnest($1::date[], $2::uuid[], $3::date[], $4::bigint[], $5::text[], $6::text[], $7::text[])
                as g(seen_day, event, day, hour, operator_id, verdict, reason)),
            fresh as (
              insert into seen (day, event) select seen_day, event from given order by 1, 2
              on conflict do nothing returning day, event),
            added as (
              insert into taps_by_hour as t
              select g.day, g.hour, g.operator_id, g.verdict, g.reason, count(*)
              from given g join fresh f on f.day = g.seen_day and f.event = g.event
              group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
              on conflict (day, hour, operator_id, verdict, reason) do update set taps = t.taps + excluded.taps)
            select count(*) from fresh
            """;

    /** A batch is a row of its own: its key alone tells whether it came before. */
    private static final String BATCHES = """
            with added as (
              insert into batches (day, operator_id, currency, batch_id, fares, amount_minor, closed_at)
              select * from unnest($1::date[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[],
                $7::timestamptz[]) order by 1, 2, 3
              on conflict do nothing returning 1)
            select count(*) from added
            """;

    static CountStatement<FarePosted> fares(List<FarePosted> rows) {
        Tuple columns = keys(rows)
                .addValue(days(rows, FarePosted::day))
                .addValue(texts(rows, fare -> fare.corridor().code()))
                .addValue(texts(rows, FarePosted::city))
                .addValue(texts(rows, FarePosted::operatorId))
                .addValue(texts(rows, fare -> fare.wallet().name()))
                .addValue(texts(rows, fare -> fare.fare().currency().getCurrencyCode()))
                .addValue(texts(rows, fare -> fare.debit().currency().getCurrencyCode()))
                .addValue(numbers(rows, fare -> fare.kind().opensJourney() ? 1 : 0))
                .addValue(numbers(rows, fare -> fare.kind().opensJourney() ? 0 : 1))
                .addValue(numbers(rows, fare -> fare.fare().minor()))
                .addValue(numbers(rows, fare -> fare.debit().minor()))
                .addValue(numbers(rows, fare -> fare.spread().minor()));
        return new CountStatement<>(FARES, rows, columns);
    }

    static CountStatement<ChargeAnswered> charges(List<ChargeAnswered> rows) {
        Tuple columns = keys(rows)
                .addValue(days(rows, ChargeAnswered::day))
                .addValue(texts(rows, ChargeAnswered::operatorId))
                .addValue(texts(rows, charge -> charge.wallet().name()))
                .addValue(texts(rows, charge -> charge.amount().currency().getCurrencyCode()))
                .addValue(texts(rows, charge -> charge.outcome().name()))
                .addValue(numbers(rows, charge -> charge.amount().minor()));
        return new CountStatement<>(CHARGES, rows, columns);
    }

    static CountStatement<TapJudged> taps(List<TapJudged> rows) {
        Tuple columns = keys(rows)
                .addValue(days(rows, TapJudged::day))
                .addValue(numbers(rows, TapJudged::hour))
                .addValue(texts(rows, TapJudged::operatorId))
                .addValue(texts(rows, tap -> tap.verdict().name()))
                .addValue(texts(rows, TapJudged::reason));
        return new CountStatement<>(TAPS, rows, columns);
    }

    static CountStatement<BatchClosed> batches(List<BatchClosed> rows) {
        Tuple columns = Tuple.tuple()
                .addValue(days(rows, closed -> closed.batch().day()))
                .addValue(texts(rows, closed -> closed.batch().operatorId()))
                .addValue(
                        texts(rows, closed -> closed.batch().amount().currency().getCurrencyCode()))
                .addValue(texts(rows, closed -> closed.batch().batchId()))
                .addValue(numbers(rows, closed -> closed.batch().fares()))
                .addValue(numbers(rows, closed -> closed.batch().amount().minor()))
                .addValue(column(
                        rows, closed -> closed.batch().closedAt().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new));
        return new CountStatement<>(BATCHES, rows, columns);
    }

    Uni<Long> execute(SqlConnection connection) {
        return rows.isEmpty()
                ? Uni.createFrom().item(0L)
                : connection
                        .preparedQuery(sql)
                        .execute(columns)
                        .map(answer -> answer.iterator().next().getLong(0));
    }

    private static Tuple keys(List<? extends Observation> rows) {
        return Tuple.tuple()
                .addValue(days(rows, row -> row.key().day()))
                .addValue(column(rows, row -> row.key().hash(), UUID[]::new));
    }

    private static <T> Object days(List<T> rows, Function<T, LocalDate> cell) {
        return column(rows, cell, LocalDate[]::new);
    }

    private static <T> Object texts(List<T> rows, Function<T, String> cell) {
        return column(rows, cell, String[]::new);
    }

    private static <T> Object numbers(List<T> rows, ToLongFunction<T> cell) {
        return column(rows, cell::applyAsLong, Long[]::new);
    }

    private static <T, C> Object column(List<T> rows, Function<T, C> cell, IntFunction<C[]> array) {
        return rows.stream().map(cell).toArray(array);
    }
}

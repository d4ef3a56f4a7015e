package io.baytap.reporting.storage;

import static io.baytap.reporting.storage.CountStatement.column;
import static io.baytap.reporting.storage.CountStatement.days;
import static io.baytap.reporting.storage.CountStatement.numbers;
import static io.baytap.reporting.storage.CountStatement.texts;

import io.baytap.reporting.domain.BatchLine;
import io.baytap.reporting.domain.BreakLine;
import io.baytap.reporting.domain.Observation.BatchClosed;
import io.baytap.reporting.domain.Observation.BreakTold;
import io.baytap.reporting.domain.Observation.RatePublished;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** What is a row of its own: its key alone tells whether it came before. */
final class RowStatements {

    private static final String BATCHES = """
            insert into batches (day, operator_id, currency, batch_id, fares, amount_minor, gross_minor, taken_back_minor, value_date, closed_at)
            select * from unnest($1::date[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[],
              $9::date[], $10::timestamptz[]) order by 1, 2, 3
            on conflict do nothing""";

    private static final String RATES = """
            insert into rate (rate_id, source, base, quote, rate, rate_date, published_at)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::numeric[], $6::date[], $7::timestamptz[]) order by 1
            on conflict do nothing""";

    private static final String BREAKS = """
            insert into break_change (break_id, revision, transition, reason, owner, amount_minor, currency, since, age_days,
              wallet_scheme, our_reference, their_reference, trade_number, resolved_by, told_at)
            select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::date[], $9::bigint[],
              $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::timestamptz[]) order by 1, 2
            on conflict do nothing""";

    private RowStatements() {}

    static CountStatement<BatchClosed> batches(List<BatchClosed> rows) {
        List<BatchLine> lines = rows.stream().map(BatchClosed::batch).toList();
        Tuple columns = Tuple.tuple()
                .addValue(days(lines, BatchLine::day))
                .addValue(texts(lines, BatchLine::operatorId))
                .addValue(texts(lines, batch -> batch.amount().currency().getCurrencyCode()))
                .addValue(texts(lines, BatchLine::batchId))
                .addValue(numbers(lines, BatchLine::fares))
                .addValue(numbers(lines, batch -> batch.amount().minor()))
                .addValue(numbers(lines, batch -> batch.gross().minor()))
                .addValue(numbers(
                        lines, batch -> batch.amount().minus(batch.gross()).minor()))
                .addValue(days(lines, BatchLine::valueDate))
                .addValue(times(lines, BatchLine::closedAt));
        return new CountStatement<>(BATCHES, rows, columns);
    }

    static CountStatement<RatePublished> rates(List<RatePublished> rows) {
        Tuple columns = Tuple.tuple()
                .addValue(texts(rows, RatePublished::rateId))
                .addValue(texts(rows, RatePublished::source))
                .addValue(texts(rows, RatePublished::base))
                .addValue(texts(rows, RatePublished::quote))
                .addValue(column(rows, RatePublished::rate, BigDecimal[]::new))
                .addValue(days(rows, RatePublished::date))
                .addValue(times(rows, RatePublished::publishedAt));
        return new CountStatement<>(RATES, rows, columns);
    }

    static CountStatement<BreakTold> breaks(List<BreakTold> rows) {
        List<BreakLine> lines = rows.stream().map(BreakTold::line).toList();
        Tuple columns = Tuple.tuple()
                .addValue(texts(lines, BreakLine::breakId))
                .addValue(numbers(lines, BreakLine::revision))
                .addValue(texts(lines, BreakLine::transition))
                .addValue(texts(lines, BreakLine::reason))
                .addValue(texts(lines, BreakLine::owner))
                .addValue(numbers(lines, line -> line.amount().minor()))
                .addValue(texts(lines, line -> line.amount().currency().getCurrencyCode()))
                .addValue(days(lines, BreakLine::since))
                .addValue(numbers(lines, BreakLine::ageDays))
                .addValue(column(lines, BreakLine::walletScheme, String[]::new))
                .addValue(column(lines, BreakLine::ourReference, String[]::new))
                .addValue(column(lines, BreakLine::theirReference, String[]::new))
                .addValue(column(lines, BreakLine::tradeNumber, String[]::new))
                .addValue(column(lines, BreakLine::resolvedBy, String[]::new))
                .addValue(times(lines, BreakLine::toldAt));
        return new CountStatement<>(BREAKS, rows, columns);
    }

    private static <T> Object times(List<T> rows, Function<T, Instant> cell) {
        return column(rows, row -> cell.apply(row).atOffset(ZoneOffset.UTC), OffsetDateTime[]::new);
    }
}

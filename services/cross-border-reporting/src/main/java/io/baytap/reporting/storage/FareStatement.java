package io.baytap.reporting.storage;

import static io.baytap.reporting.storage.CountStatement.column;
import static io.baytap.reporting.storage.CountStatement.days;
import static io.baytap.reporting.storage.CountStatement.numbers;
import static io.baytap.reporting.storage.CountStatement.texts;

import io.baytap.reporting.domain.Observation.FarePosted;
import io.baytap.reporting.domain.Rates;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A fare is a row of its own, and its cell takes it; once, even if its event was dropped since. */
final class FareStatement {

    private static final String SQL = """
            with given as (
              select * from unnest($1::date[], $2::timestamptz[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::date[], $8::text[],
                  $9::text[], $10::text[], $11::text[], $12::text[], $13::bigint[], $14::text[], $15::bigint[], $16::text[], $17::bigint[],
                  $18::numeric[], $19::numeric[], $20::text[], $21::numeric[], $22::text[])
                as g(day, occurred_at, posting, posting_id, journey_id, kind, settlement_day, wallet_home,
                  place, city, operator_id, wallet_scheme, fare_minor, fare_currency, wallet_minor, wallet_currency, spread_minor,
                  rate, applied_rate, rate_ids, residue, proposal_id)),
            fresh as (
              insert into fare_record (day, occurred_at, posting, posting_id, journey_id, kind, settlement_day, wallet_home,
                place, city, operator_id, wallet_scheme, fare_minor, fare_currency, wallet_minor, wallet_currency, spread_minor,
                rate, applied_rate, rate_ids, residue, proposal_id)
              select * from given order by day, occurred_at, posting
              on conflict do nothing
              returning day, settlement_day, kind, proposal_id, rate, wallet_home, place, city, operator_id, wallet_scheme, fare_currency,
                wallet_currency, fare_minor, wallet_minor, spread_minor, residue)
            insert into fare_cell as t (day, settlement_day, kind, by_proposal, converted, wallet_home, place, city, operator_id, wallet_scheme,
              fare_currency, wallet_currency, fares, journeys, fare_minor, wallet_minor, spread_minor, residue)
            select day, settlement_day, kind, proposal_id is not null, rate is not null, wallet_home, place, city, operator_id, wallet_scheme,
              fare_currency, wallet_currency, count(*), count(*) filter (where kind <> 'CORRECTION'),
              sum(fare_minor), sum(wallet_minor), sum(spread_minor), sum(residue)
            from fresh group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
            on conflict (day, settlement_day, kind, by_proposal, converted, wallet_home, place, city, operator_id, wallet_scheme, fare_currency, wallet_currency)
            do update set
              fares = t.fares + excluded.fares,
              journeys = t.journeys + excluded.journeys,
              fare_minor = t.fare_minor + excluded.fare_minor,
              wallet_minor = t.wallet_minor + excluded.wallet_minor,
              spread_minor = t.spread_minor + excluded.spread_minor,
              residue = t.residue + excluded.residue""";

    private FareStatement() {}

    static CountStatement<FarePosted> of(List<FarePosted> rows) {
        Tuple columns = Tuple.tuple()
                .addValue(days(rows, FarePosted::day))
                .addValue(column(rows, fare -> fare.occurredAt().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .addValue(column(rows, fare -> fare.key().hash(), UUID[]::new))
                .addValue(texts(rows, FarePosted::postingId))
                .addValue(texts(rows, FarePosted::journeyId))
                .addValue(texts(rows, fare -> fare.kind().name()))
                .addValue(days(rows, FarePosted::settlementDay))
                .addValue(texts(rows, fare -> fare.corridor().wallet().code()))
                .addValue(texts(rows, fare -> fare.corridor().place().code()))
                .addValue(texts(rows, FarePosted::city))
                .addValue(texts(rows, FarePosted::operatorId))
                .addValue(texts(rows, fare -> fare.wallet().name()))
                .addValue(numbers(rows, fare -> fare.fare().minor()))
                .addValue(texts(rows, fare -> fare.fare().currency().getCurrencyCode()))
                .addValue(numbers(rows, fare -> fare.debit().minor()))
                .addValue(texts(rows, fare -> fare.debit().currency().getCurrencyCode()))
                .addValue(numbers(rows, fare -> fare.spread().minor()))
                .addValue(column(rows, rate(Rates::mid), BigDecimal[]::new))
                .addValue(column(rows, rate(Rates::applied), BigDecimal[]::new))
                .addValue(column(rows, rate(rates -> String.join(" ", rates.ids())), String[]::new))
                .addValue(column(rows, FareStatement::residue, BigDecimal[]::new))
                .addValue(column(rows, FarePosted::proposalId, String[]::new));
        return new CountStatement<>(SQL, rows, columns);
    }

    private static BigDecimal residue(FarePosted fare) {
        return fare.rates() == null ? BigDecimal.ZERO : fare.rates().residue();
    }

    private static <V> Function<FarePosted, @Nullable V> rate(Function<Rates, V> of) {
        return fare -> fare.rates() == null ? null : of.apply(fare.rates());
    }
}

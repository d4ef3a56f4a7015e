package io.baytap.reporting.storage;

import static io.baytap.reporting.storage.CountStatement.FRESH;
import static io.baytap.reporting.storage.CountStatement.days;
import static io.baytap.reporting.storage.CountStatement.keys;
import static io.baytap.reporting.storage.CountStatement.numbers;
import static io.baytap.reporting.storage.CountStatement.texts;

import io.baytap.reporting.domain.Observation.ChargeAnswered;
import io.baytap.reporting.domain.Observation.DebtWrittenOff;
import io.baytap.reporting.domain.Observation.SubsidyChanged;
import io.baytap.reporting.domain.Observation.TapJudged;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** What is kept as sums alone. */
final class LineStatements {

    private static final String CHARGES = """
            with given as (
              select * from unnest($1::date[], $2::uuid[], $3::date[], $4::date[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bigint[], $10::bigint[])
                as g(seen_day, event, day, answered_on, operator_id, wallet_scheme, currency, outcome, amount_minor, fee_minor)),
            """ + FRESH + """
            added as (
              insert into charge_cell as t (day, answered_on, operator_id, wallet_scheme, currency, outcome, charges, amount_minor, fee_minor)
              select g.day, g.answered_on, g.operator_id, g.wallet_scheme, g.currency, g.outcome, count(*), sum(g.amount_minor), sum(g.fee_minor)
              from given g join fresh f on f.day = g.seen_day and f.event = g.event
              group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
              on conflict (day, answered_on, operator_id, wallet_scheme, currency, outcome) do update set
                charges = t.charges + excluded.charges,
                amount_minor = t.amount_minor + excluded.amount_minor,
                fee_minor = t.fee_minor + excluded.fee_minor)
            select count(*) from fresh
            """;

    private static final String TAPS = """
            with given as (
              select * from unnest($1::date[], $2::uuid[], $3::date[], $4::bigint[], $5::text[], $6::text[], $7::text[])
                as g(seen_day, event, day, hour, operator_id, verdict, reason)),
            """ + FRESH + """
            added as (
              insert into taps_by_hour as t
              select g.day, g.hour, g.operator_id, g.verdict, g.reason, count(*)
              from given g join fresh f on f.day = g.seen_day and f.event = g.event
              group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
              on conflict (day, hour, operator_id, verdict, reason) do update set taps = t.taps + excluded.taps)
            select count(*) from fresh
            """;

    private static final String WRITE_OFFS = """
            with given as (
              select * from unnest($1::date[], $2::uuid[], $3::date[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::bigint[], $11::bigint[])
                as g(seen_day, event, settlement_day, operator_id, wallet_scheme, kind, bearer, currency, fare_currency, amount_minor, operator_minor)),
            """ + FRESH + """
            added as (
              insert into write_off_cell as t
              select g.settlement_day, g.operator_id, g.wallet_scheme, g.kind, g.bearer, g.currency, g.fare_currency,
                count(*), sum(g.amount_minor), sum(g.operator_minor)
              from given g join fresh f on f.day = g.seen_day and f.event = g.event
              group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
              on conflict (settlement_day, operator_id, wallet_scheme, kind, bearer, currency, fare_currency) do update set
                charges = t.charges + excluded.charges,
                amount_minor = t.amount_minor + excluded.amount_minor,
                operator_minor = t.operator_minor + excluded.operator_minor)
            select count(*) from fresh
            """;

    private static final String SUBSIDIES = """
            with given as (
              select * from unnest($1::date[], $2::uuid[], $3::date[], $4::text[], $5::text[], $6::text[], $7::bigint[])
                as g(seen_day, event, month, rule, wallet_scheme, currency, amount_minor)),
            """ + FRESH + """
            added as (
              insert into subsidy_cell as t
              select g.month, g.rule, g.wallet_scheme, g.currency, count(*), sum(g.amount_minor)
              from given g join fresh f on f.day = g.seen_day and f.event = g.event
              group by 1, 2, 3, 4 order by 1, 2, 3, 4
              on conflict (month, rule, wallet_scheme, currency) do update set
                changes = t.changes + excluded.changes,
                amount_minor = t.amount_minor + excluded.amount_minor)
            select count(*) from fresh
            """;

    private LineStatements() {}

    static CountStatement<ChargeAnswered> charges(List<ChargeAnswered> rows) {
        Tuple columns = keys(rows)
                .addValue(days(rows, ChargeAnswered::day))
                .addValue(days(rows, ChargeAnswered::answeredOn))
                .addValue(texts(rows, ChargeAnswered::operatorId))
                .addValue(texts(rows, charge -> charge.wallet().name()))
                .addValue(texts(rows, charge -> charge.amount().currency().getCurrencyCode()))
                .addValue(texts(rows, charge -> charge.outcome().name()))
                .addValue(numbers(rows, charge -> charge.amount().minor()))
                .addValue(numbers(rows, charge -> charge.fee().minor()));
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

    static CountStatement<DebtWrittenOff> writeOffs(List<DebtWrittenOff> rows) {
        Tuple columns = keys(rows)
                .addValue(days(rows, DebtWrittenOff::settlementDay))
                .addValue(texts(rows, DebtWrittenOff::operatorId))
                .addValue(texts(rows, debt -> debt.wallet().name()))
                .addValue(texts(rows, DebtWrittenOff::kind))
                .addValue(texts(rows, DebtWrittenOff::bearer))
                .addValue(texts(rows, debt -> debt.amount().currency().getCurrencyCode()))
                .addValue(texts(rows, debt -> debt.operatorShare().currency().getCurrencyCode()))
                .addValue(numbers(rows, debt -> debt.amount().minor()))
                .addValue(numbers(rows, debt -> debt.operatorShare().minor()));
        return new CountStatement<>(WRITE_OFFS, rows, columns);
    }

    static CountStatement<SubsidyChanged> subsidies(List<SubsidyChanged> rows) {
        Tuple columns = keys(rows)
                .addValue(days(rows, SubsidyChanged::month))
                .addValue(texts(rows, SubsidyChanged::rule))
                .addValue(texts(rows, subsidy -> subsidy.wallet().name()))
                .addValue(texts(rows, subsidy -> subsidy.amount().currency().getCurrencyCode()))
                .addValue(numbers(rows, subsidy -> subsidy.amount().minor()));
        return new CountStatement<>(SUBSIDIES, rows, columns);
    }
}

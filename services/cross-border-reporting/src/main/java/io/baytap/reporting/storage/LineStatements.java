package io.baytap.reporting.storage;

import static io.baytap.reporting.storage.CountStatement.days;
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
            insert into charge_cell as t (day, answered_on, operator_id, wallet_scheme, currency, outcome, charges, amount_minor, fee_minor)
            select day, answered_on, operator_id, wallet_scheme, currency, outcome, count(*), sum(amount_minor), sum(fee_minor)
            from unnest($1::date[], $2::date[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[])
              as g(day, answered_on, operator_id, wallet_scheme, currency, outcome, amount_minor, fee_minor)
            group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
            on conflict (day, answered_on, operator_id, wallet_scheme, currency, outcome) do update set
              charges = t.charges + excluded.charges,
              amount_minor = t.amount_minor + excluded.amount_minor,
              fee_minor = t.fee_minor + excluded.fee_minor""";

    private static final String TAPS = """
            insert into taps_by_hour as t
            select day, hour, operator_id, verdict, reason, count(*)
            from unnest($1::date[], $2::bigint[], $3::text[], $4::text[], $5::text[]) as g(day, hour, operator_id, verdict, reason)
            group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
            on conflict (day, hour, operator_id, verdict, reason) do update set taps = t.taps + excluded.taps""";

    private static final String WRITE_OFFS = """
            insert into write_off_cell as t
            select settlement_day, operator_id, wallet_scheme, kind, bearer, currency, fare_currency, count(*), sum(amount_minor), sum(operator_minor)
            from unnest($1::date[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::bigint[])
              as g(settlement_day, operator_id, wallet_scheme, kind, bearer, currency, fare_currency, amount_minor, operator_minor)
            group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
            on conflict (settlement_day, operator_id, wallet_scheme, kind, bearer, currency, fare_currency) do update set
              charges = t.charges + excluded.charges,
              amount_minor = t.amount_minor + excluded.amount_minor,
              operator_minor = t.operator_minor + excluded.operator_minor""";

    private static final String SUBSIDIES = """
            insert into subsidy_cell as t
            select month, rule, wallet_scheme, currency, count(*), sum(amount_minor)
            from unnest($1::date[], $2::text[], $3::text[], $4::text[], $5::bigint[]) as g(month, rule, wallet_scheme, currency, amount_minor)
            group by 1, 2, 3, 4 order by 1, 2, 3, 4
            on conflict (month, rule, wallet_scheme, currency) do update set
              changes = t.changes + excluded.changes,
              amount_minor = t.amount_minor + excluded.amount_minor""";

    private LineStatements() {}

    static CountStatement<ChargeAnswered> charges(List<ChargeAnswered> rows) {
        Tuple columns = Tuple.tuple()
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
        Tuple columns = Tuple.tuple()
                .addValue(days(rows, TapJudged::day))
                .addValue(numbers(rows, TapJudged::hour))
                .addValue(texts(rows, TapJudged::operatorId))
                .addValue(texts(rows, tap -> tap.verdict().name()))
                .addValue(texts(rows, TapJudged::reason));
        return new CountStatement<>(TAPS, rows, columns);
    }

    static CountStatement<DebtWrittenOff> writeOffs(List<DebtWrittenOff> rows) {
        Tuple columns = Tuple.tuple()
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
        Tuple columns = Tuple.tuple()
                .addValue(days(rows, SubsidyChanged::month))
                .addValue(texts(rows, SubsidyChanged::rule))
                .addValue(texts(rows, subsidy -> subsidy.wallet().name()))
                .addValue(texts(rows, subsidy -> subsidy.amount().currency().getCurrencyCode()))
                .addValue(numbers(rows, subsidy -> subsidy.amount().minor()));
        return new CountStatement<>(SUBSIDIES, rows, columns);
    }
}

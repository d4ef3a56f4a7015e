package io.baytap.wallet.audit;

import io.baytap.wallet.audit.Finding.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Compares the ledger with what other tables say it holds: each of these queries returns nothing in a sound ledger. */
final class TableCheck {

    /** @param sql returns what to name and what to say of it */
    private record Check(Kind kind, String sql) {}

    private static final List<Check> CHECKS = List.of(
            new Check(Kind.BALANCE, """
                    select account || ' ' || currency, 'balance ' || coalesce(b.total, 0) || ', postings sum to ' || coalesce(p.total, 0)
                    from (select account, currency, sum(amount_minor) total from posting group by 1, 2) p
                    full join (select account, currency, sum(amount_minor) total from account_balance group by 1, 2) b
                      using (account, currency)
                    where coalesce(p.total, 0) <> coalesce(b.total, 0)"""),
            new Check(Kind.ADDED, """
                    select 'book ' || p.book || ' seal ' || p.seal || ' place ' || p.place || ' line ' || p.line,
                      'a posting without a journal'
                    from posting p where not exists
                      (select 1 from journal j where (j.book, j.seal, j.place) = (p.book, p.seal, p.place))"""),
            new Check(Kind.ADDED, """
                    select 'journals outside of the chain', count(*) || ', from before it ' || min(b.journal_count)
                    from before_chain b left join journal j on j.book < 0
                    having count(j.id) <> min(b.journal_count)"""),
            new Check(Kind.MISSING, """
                    select 'posting:' || f.conversion_id, 'the fare is booked, its journal is not there'
                    from booked_fare f where not exists (select 1 from journal j where j.id = 'posting:' || f.conversion_id)"""),
            new Check(Kind.DISAGREES, """
                    select 'booked_fare ' || f.conversion_id, 'owes ' || f.fare_minor || ' ' || f.fare_currency || ' to '
                      || f.operator_id || ', the journal says otherwise'
                    from booked_fare f left join journal_line p on p.journal_id = 'posting:' || f.conversion_id
                      and p.account = 'operator-payable:' || f.operator_id and p.currency = f.fare_currency
                    where coalesce(p.amount_minor, 0) <> -f.fare_minor"""),
            new Check(Kind.DISAGREES, """
                    select 'booked_fare ' || f.conversion_id, 'takes ' || f.asked || ' ' || f.currency || ', the journal says otherwise'
                    from (select conversion_id, wallet_scheme,
                        case when tolerance is null then wallet_minor else fare_minor end as asked,
                        case when tolerance is null then wallet_currency else fare_currency end as currency from booked_fare) f
                    left join journal_line p on p.journal_id = 'posting:' || f.conversion_id
                      and p.account = 'wallet-receivable:' || f.wallet_scheme and p.currency = f.currency
                    where coalesce(p.amount_minor, 0) <> f.asked"""),
            new Check(Kind.DISAGREES, """
                    select 'charge ' || c.id, 'settled with ' || c.attempted_minor || ' ' || c.currency
                      || ', the ledger says ' || coalesce(p.amount_minor, 0)
                    from charge c left join journal_line p on p.journal_id = 'charge-settled:' || c.id
                      and p.account = 'provider-clearing:' || c.wallet_scheme and p.currency = c.currency
                    where c.status = 'SETTLED' and p.amount_minor is distinct from c.attempted_minor"""),
            new Check(Kind.DISAGREES, """
                    select 'charge ' || c.id, 'has a fee of ' || c.fee_basis_points || ' basis points, the ledger says '
                      || coalesce(p.amount_minor, 0)
                    from charge c left join journal_line p on p.journal_id = 'charge-fee:' || c.id
                      and p.account = 'provider-fees:' || c.wallet_scheme and p.currency = c.currency
                    where c.status = 'SETTLED' and coalesce(p.amount_minor, 0)
                      <> round(cast(c.attempted_minor as numeric) * c.fee_basis_points / 10000)"""),
            new Check(Kind.DISAGREES, """
                    select 'bad_debt ' || d.id, 'is ' || d.owed_minor || ' ' || d.owed_currency || ', the ledger says '
                      || -coalesce(p.amount_minor, 0)
                    from bad_debt d left join journal_line p on p.journal_id = d.id
                      and p.account = 'wallet-receivable:' || d.wallet_scheme and p.currency = d.owed_currency
                    where p.amount_minor is distinct from -d.owed_minor"""),
            new Check(Kind.DISAGREES, """
                    select 'refund ' || r.id, 'gave back ' || r.amount_minor || ', the ledger says ' || -coalesce(p.amount_minor, 0)
                    from refund r left join journal_line p on p.journal_id = 'charge-refunded:' || r.out_refund_no
                      and p.account = 'provider-clearing:' || r.wallet_scheme
                    where r.status = 'REFUNDED' and p.amount_minor is distinct from -r.amount_minor"""),
            new Check(Kind.DISAGREES, """
                    select 'batch ' || b.operator_id || ':' || b.currency || ':' || b.business_day, 'closed with '
                      || b.fare_count || ' fares of ' || b.amount_minor || ', the fares say ' || coalesce(f.count, 0)
                      || ' of ' || coalesce(f.sum, 0)
                    from batch b left join (select operator_id, fare_currency, settlement_day, count(*) as count,
                        sum(fare_minor) as sum from operator_movement group by 1, 2, 3) f
                      on (f.operator_id, f.fare_currency, f.settlement_day) = (b.operator_id, b.currency, b.business_day)
                    where (b.fare_count, b.amount_minor) is distinct from (f.count, f.sum)"""));

    private TableCheck() {}

    static void run(Connection connection, Consumer<Finding> findings) throws SQLException {
        for (Check check : CHECKS) {
            try (Rows<Finding> rows = Rows.of(
                    connection, check.sql, row -> new Finding(check.kind, row.getString(1), row.getString(2)))) {
                for (Finding found = rows.take(); found != null; found = rows.take()) {
                    findings.accept(found);
                }
            }
        }
    }
}

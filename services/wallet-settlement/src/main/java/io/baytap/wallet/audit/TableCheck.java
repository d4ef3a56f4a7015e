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
                    select p.journal_id || ' line ' || p.line, 'a posting without a journal'
                    from posting p where not exists (select 1 from journal j where j.id = p.journal_id)"""),
            new Check(Kind.ADDED, """
                    select 'journals outside of the chain', count(*) || ', from before it ' || min(b.journal_count)
                    from before_chain b left join journal j on j.book is null
                    having count(j.id) <> min(b.journal_count)"""),
            new Check(Kind.MISSING, """
                    select 'posting:' || f.conversion_id, 'the fare is booked, its journal is not there'
                    from booked_fare f where not exists (select 1 from journal j where j.id = 'posting:' || f.conversion_id)"""),
            new Check(Kind.DISAGREES, """
                    select 'booked_fare ' || f.conversion_id, 'owes ' || f.fare_minor || ' ' || f.fare_currency || ' to '
                      || f.operator_id || ', the journal says otherwise'
                    from booked_fare f left join posting p on p.journal_id = 'posting:' || f.conversion_id
                      and p.account = 'operator-payable:' || f.operator_id and p.currency = f.fare_currency
                    where coalesce(p.amount_minor, 0) <> -f.fare_minor"""),
            new Check(Kind.DISAGREES, """
                    select 'booked_fare ' || f.conversion_id, 'takes ' || f.wallet_minor || ' ' || f.wallet_currency
                      || ', the journal says otherwise'
                    from booked_fare f left join posting p on p.journal_id = 'posting:' || f.conversion_id
                      and p.account = 'wallet-receivable:' || f.wallet_scheme and p.currency = f.wallet_currency
                    where coalesce(p.amount_minor, 0) <> f.wallet_minor"""),
            new Check(Kind.DISAGREES, """
                    select 'charge ' || c.id, 'settled with ' || c.attempted_minor || ' ' || c.currency
                      || ', the ledger says ' || coalesce(p.amount_minor, 0)
                    from charge c left join posting p on p.journal_id = 'charge-settled:' || c.id
                      and p.account = 'provider-clearing:' || c.wallet_scheme and p.currency = c.currency
                    where c.status = 'SETTLED' and p.amount_minor is distinct from c.attempted_minor"""),
            new Check(Kind.DISAGREES, """
                    select 'refund ' || r.id, 'gave back ' || r.amount_minor || ', the ledger says ' || -coalesce(p.amount_minor, 0)
                    from refund r left join posting p on p.journal_id = 'charge-refunded:' || r.out_refund_no
                      and p.account = 'provider-clearing:' || r.wallet_scheme
                    where r.status = 'REFUNDED' and p.amount_minor is distinct from -r.amount_minor"""),
            new Check(Kind.DISAGREES, """
                    select 'batch ' || b.operator_id || ':' || b.currency || ':' || b.business_day, 'closed with '
                      || b.fare_count || ' fares of ' || b.amount_minor || ', the fares say ' || coalesce(f.count, 0)
                      || ' of ' || coalesce(f.sum, 0)
                    from batch b left join (select operator_id, fare_currency, settlement_day, count(*) as count,
                        sum(fare_minor) as sum from booked_fare group by 1, 2, 3) f
                      on (f.operator_id, f.fare_currency, f.settlement_day) = (b.operator_id, b.currency, b.business_day)
                    where (b.fare_count, b.amount_minor) is distinct from (f.count, f.sum)"""),
            new Check(Kind.DISAGREES, """
                    select 'bank_line ' || l.reference, 'the bank shows ' || l.amount_minor || ' ' || l.currency
                      || ', the ledger says ' || coalesce(p.amount_minor, 0)
                    from bank_line l join journal j on j.id in ('payout:' || l.reference, 'payment:' || l.reference, 'suspense:' || l.reference)
                    left join posting p on p.journal_id = j.id and p.account = 'bank:' || l.currency and p.currency = l.currency
                    where p.amount_minor is distinct from l.amount_minor"""));

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

package io.baytap.wallet.audit;

import io.baytap.wallet.audit.Finding.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Compares the ledger with what other tables say it holds: each of these queries returns nothing in a sound ledger. */
final class TableCheck {

    /** @param sql returns what to name and what to say of it */
    private record Check(Kind kind, String sql) {}

    /** Entries whose hash, link or number is not as it was written, and an end that is not the one written last. */
    private static final List<Check> AUDIT =
            List.of(new Check(Kind.CHANGED, """
                    select 'audit ' || number, 'its hash is not the hash of what it says'
                    from audit a where hash is distinct from audit_hash(a) order by number"""), new Check(Kind.MISSING, """
                    select 'audit before ' || number, 'it follows ' || before || ', which has another hash or is not the entry before it'
                    from (select number, previous, lag(number, 1, 0::bigint) over w as before,
                        lag(hash, 1, decode(repeat('00', 32), 'hex')) over w as link from audit window w as (order by number)) e
                    where number <> before + 1 or previous is distinct from link"""), new Check(Kind.MISSING, """
                    select 'audit ' || h.number, 'is the last that was written, the last there is ' || coalesce(l.number, 0)
                    from audit_head h left join (select number, hash from audit order by number desc limit 1) l on true
                    where h.number <> coalesce(l.number, 0) or h.hash is distinct from coalesce(l.hash, decode(repeat('00', 32), 'hex'))"""));

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
                    select 'booked_fare ' || f.conversion_id, 'has a residue of ' || coalesce(f.residue::text, 'nothing') || ', amounts and rate say '
                      || coalesce((f.wallet_minor - f.fare_minor * f.applied_rate)::text, 'nothing')
                    from booked_fare f where f.residue is distinct from f.wallet_minor - f.fare_minor * f.applied_rate
                      or (f.mid_rate is null) <> (f.applied_rate is null)"""),
            new Check(Kind.DISAGREES, """
                    select 'fx_deal ' || d.id, 'exchanges ' || l.minor || ' ' || l.currency || ', the ledger says ' || coalesce(p.amount_minor, 0)
                    from fx_deal d cross join lateral (values (d.base, d.base_minor), (d.quote, d.quote_minor)) as l(currency, minor)
                    left join journal_line p on p.journal_id = d.id and p.account = 'fx-settlement' and p.currency = l.currency
                    where coalesce(p.amount_minor, 0) <> l.minor"""),
            new Check(Kind.MISSING, """
                    select 'fx_deal ' || j.id, 'the deal is booked, and is not there'
                    from journal j where j.kind = 'DEAL' and not exists (select 1 from fx_deal d where d.id = j.id)"""),
            new Check(Kind.DISAGREES, """
                    select 'fx-position ' || currency, 'balance ' || coalesce(b.total, 0) || ', conversions and deals come to ' || coalesce(m.total, 0)
                    from (select currency, sum(minor) as total from (
                        select fare_currency as currency, fare_minor as minor from fx_movement
                        union all select wallet_currency, -mid_minor from fx_movement
                        union all select base, exposed_base_minor from fx_deal
                        union all select quote, exposed_quote_minor from fx_deal) moved group by 1) m
                    full join (select currency, sum(amount_minor) as total from account_balance where account = 'fx-position' group by 1) b
                      using (currency)
                    where coalesce(m.total, 0) <> coalesce(b.total, 0)"""),
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
                    where (b.fare_count, b.amount_minor) is distinct from (f.count, f.sum)"""),
            new Check(Kind.DISAGREES, """
                    select p.id, 'was approved with ' || p.amount_minor || ' ' || p.currency || ', booked is ' ||
                      coalesce(f.fare_minor || ' ' || f.fare_currency || ', ' || f.wallet_minor || ' ' || f.wallet_currency, 'nothing')
                    from proposal p join proposal_decision d on d.proposal_id = p.id and d.verdict = 'APPROVED'
                    left join booked_fare f on f.conversion_id = d.conversion_id
                    where (p.kind = 'CORRECTION' and (p.amount_minor, p.currency) is distinct from (f.fare_minor, f.fare_currency))
                      or (p.kind = 'REFUND' and (-p.amount_minor, p.currency) is distinct from
                        (case when f.tolerance is null then f.wallet_minor else f.fare_minor end,
                          case when f.tolerance is null then f.wallet_currency else f.fare_currency end))"""),
            new Check(Kind.ADDED, """
                    select f.conversion_id, 'booked as decided by people, and nobody approved it'
                    from booked_fare f where f.conversion_id like 'conversion:fare:proposal:%'
                      and not exists (select 1 from proposal_decision d where d.conversion_id = f.conversion_id)"""),
            new Check(Kind.DISAGREES, """
                    select p.id, 'was approved to move ' || p.amount_minor || ' ' || p.currency || ' to ' || p.account || ', booked is ' ||
                      coalesce(-l.amount_minor || ' ' || l.currency, 'nothing')
                    from proposal p join proposal_decision d on d.proposal_id = p.id and d.verdict = 'APPROVED'
                    left join journal_line l on l.journal_id = d.journal_id and l.account = p.account
                    where p.kind in ('RELEASE', 'BOOK') and (-p.amount_minor, p.currency) is distinct from (l.amount_minor, l.currency)"""),
            new Check(Kind.ADDED, """
                    select j.id, 'booked as decided by people, and nobody approved it'
                    from journal j where j.kind in ('RELEASE', 'ADJUSTMENT') and j.id like '%=proposal:%'
                      and not exists (select 1 from proposal_decision d where d.journal_id = j.id)"""),
            new Check(Kind.DISAGREES, """
                    select 'bank_line ' || l.reference, 'the bank shows ' || l.amount_minor || ' ' || l.currency
                      || ', the ledger says ' || coalesce(p.amount_minor, 0) + coalesce(a.minor, 0)
                    from bank_line l join journal j on j.id in ('payout:' || l.reference, 'payment:' || l.reference, 'exchange:' || l.reference, 'suspense:' || l.reference)
                    left join journal_line p on p.journal_id = j.id and p.account = 'bank:' || l.currency and p.currency = l.currency
                    left join (select substr(split_part(p.journal_id, '@', 1), 12) as reference, sum(p.amount_minor) as minor
                      from journal j join journal_line p on p.journal_id = j.id and p.account = 'bank:' || p.currency
                      where j.kind = 'ADJUSTMENT' group by 1) a on a.reference = l.reference
                    where coalesce(p.amount_minor, 0) + coalesce(a.minor, 0) <> l.amount_minor"""));

    private TableCheck() {}

    static void run(Connection connection, Consumer<Finding> findings) throws SQLException {
        for (Check check : Stream.concat(CHECKS.stream(), AUDIT.stream()).toList()) {
            try (Rows<Finding> rows = Rows.of(
                    connection, check.sql, row -> new Finding(check.kind, row.getString(1), row.getString(2)))) {
                for (Finding found = rows.take(); found != null; found = rows.take()) {
                    findings.accept(found);
                }
            }
        }
    }
}

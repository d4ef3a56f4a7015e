package io.baytap.wallet.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.ChargeStatus;
import io.baytap.wallet.domain.ProviderAnswer;
import io.baytap.wallet.domain.ProviderTask;
import io.baytap.wallet.domain.Refund;
import io.baytap.wallet.domain.RefundRules;
import io.baytap.wallet.domain.RefundState;
import io.baytap.wallet.domain.RefundStatus;
import io.baytap.wallet.domain.WalletScheme;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads and writes refunds, many at a time. A refund's moves are guarded by the row lock of its charge. */
final class RefundTable {

    private static final String CLAIM = """
            select %s, r.id, r.amount_minor, r.status
            from refund r join charge c on c.id = r.charge_id
            where r.wallet_scheme = :scheme and r.status in ('DUE', 'SUBMITTED', 'ACCEPTED') and r.retry_at <= now()
            order by r.retry_at limit :max for update of r skip locked""".formatted(ChargeTable.FIELDS);

    private static final String TOUCH = """
            update refund set status = case when status = 'DUE' then 'SUBMITTED' else status end, asked = asked + 1,
              retry_at = now() + make_interval(secs => least(:wait_max, :wait * power(2, least(asked, 16))))
            where id = any(cast(:id as text[])) and status in ('DUE', 'SUBMITTED', 'ACCEPTED')""";

    /** The provider took it on: the wait begins anew. */
    private static final String ACCEPTED = """
            update refund r set status = 'ACCEPTED', refund_id = n.refund,
              asked = case when r.status = 'ACCEPTED' then r.asked else 0 end,
              retry_at = now() + make_interval(secs =>
                least(:wait_max, :wait * power(2, case when r.status = 'ACCEPTED' then least(r.asked, 16) else 0 end)))
            from unnest(cast(:id as text[]), cast(:refund as text[])) as n(id, refund)
            where r.id = n.id and r.status in ('SUBMITTED', 'ACCEPTED')""";

    /** The provider that accepted it does not know it: asked for again, under the same number. */
    private static final String ASK_ANEW = """
            update refund set status = 'SUBMITTED', retry_at = now()
            where id = any(cast(:id as text[])) and status = 'ACCEPTED'""";

    /** The wait doubles with every refusal for the same reason; after too many it is left to a person. */
    private static final String REFUSED = """
            update refund r set reason = n.reason, refusals = n.refusals,
              status = case when n.refusals >= n.tries_max then 'REFUSED' else 'SUBMITTED' end,
              retry_at = now() + make_interval(secs => least(:wait_max, :wait * power(2, least(n.refusals - 1, 16))))
            from (select u.id, u.reason, u.tries_max, case when o.reason = u.reason then o.refusals + 1 else 1 end as refusals
                  from unnest(cast(:id as text[]), cast(:reason as text[]), cast(:tries as int[])) as u(id, reason, tries_max)
                  join refund o on o.id = u.id) n
            where r.id = n.id and r.status in ('SUBMITTED', 'ACCEPTED')""";

    private static final String RECOVER = """
            update refund set status = 'DUE', refusals = 0, retry_at = now() where charge_id = :charge and status = 'REFUSED'""";

    private static final String OF_CHARGE =
            "select id, status, amount_minor, reason from refund where charge_id = :charge order by id";

    private static final String REFUNDED = """
            update refund r set status = 'REFUNDED', refund_id = n.refund, reason = null, given_back_at = n.at
            from unnest(cast(:id as text[]), cast(:refund as text[]), cast(cast(:at as text[]) as timestamptz[])) as n(id, refund, at)
            where r.id = n.id and r.status in ('SUBMITTED', 'ACCEPTED') returning r.id""";

    private static final String NETTED = """
            update refund set status = 'NETTED' where charge_id = any(cast(:charge as text[])) and status = 'WAITING'
            returning charge_id, amount_minor""";

    private static final String WAITING = """
            select cast(coalesce(sum(amount_minor), 0) as bigint) from refund where charge_id = :charge and status = 'WAITING'""";

    private static final String DUE = """
            update refund set status = 'DUE', retry_at = now() where charge_id = any(cast(:charge as text[]))
              and (status = 'WAITING' or status = 'NETTED' and charge_id = any(cast(:whole as text[])))""";

    private RefundTable() {}

    static List<ProviderTask> claim(Transaction transaction, WalletScheme scheme, int max, Waits lease) {
        List<Object[]> rows = transaction.rows(CLAIM, Map.of("scheme", scheme.name(), "max", max));
        touch(transaction, rows.stream().map(RefundTable::refund).toList(), lease);
        return rows.stream()
                .<ProviderTask>map(row -> RefundStatus.ACCEPTED.name().equals(ChargeTable.more(row, 2))
                        ? new ProviderTask.QueryRefund(refund(row))
                        : new ProviderTask.GiveBack(refund(row)))
                .toList();
    }

    /** Leaves refunds that are under way alone for a while. */
    static void touch(Transaction transaction, List<Refund> refunds, Waits waits) {
        if (!refunds.isEmpty()) {
            run(transaction, TOUCH, Columns.of(refunds).text("id", Refund::id), waits);
        }
    }

    /** Leaves refunds that the provider accepted alone for a while. */
    static void accepted(Transaction transaction, Map<String, String> providerNumbers, Waits waits) {
        if (!providerNumbers.isEmpty()) {
            run(transaction, ACCEPTED, ids(providerNumbers.keySet()).text("refund", providerNumbers::get), waits);
        }
    }

    static void askAnew(Transaction transaction, List<String> ids) {
        if (!ids.isEmpty()) {
            transaction.run(ASK_ANEW, ids(ids).arrays());
        }
    }

    /** Leaves refunds that the provider refused alone, ever longer, and in the end for good. */
    static void refused(Transaction transaction, Map<String, String> reasons, Waits waits) {
        if (!reasons.isEmpty()) {
            var columns = ids(reasons.keySet())
                    .text("reason", reasons::get)
                    .count("tries", id -> RefundRules.triesMax(String.valueOf(reasons.get(id))));
            run(transaction, REFUSED, columns, waits);
        }
    }

    /** Makes refused refunds of a charge due again. Returns how many. */
    static int recover(Transaction transaction, String chargeId) {
        return transaction.run(RECOVER, Map.of("charge", chargeId));
    }

    private static Columns<String> ids(Collection<String> ids) {
        return Columns.of(List.copyOf(ids)).text("id", id -> id);
    }

    private static void run(Transaction transaction, String sql, Columns<?> columns, Waits waits) {
        Map<String, Object> parameters = columns.arrays();
        parameters.putAll(waits.parameters());
        transaction.run(sql, parameters);
    }

    static List<RefundState> of(Transaction transaction, String chargeId) {
        return transaction.rows(OF_CHARGE, Map.of("charge", chargeId)).stream()
                .map(row -> new RefundState(
                        (String) row[0], RefundStatus.valueOf((String) row[1]), ((Number) row[2]).longValue(), (String)
                                row[3]))
                .toList();
    }

    /** Marks refunds as given back. Returns those that were not yet. */
    static Set<Object> givenBack(Transaction transaction, Map<Refund, ProviderAnswer.GivenBack> answers) {
        var columns = Columns.of(List.copyOf(answers.entrySet()))
                .text("id", answer -> answer.getKey().id())
                .text("refund", answer -> answer.getValue().refundId())
                .time("at", answer -> answer.getValue().at());
        return transaction.rows(REFUNDED, columns.arrays()).stream()
                .map(row -> row[0])
                .collect(Collectors.toSet());
    }

    /** What waits to be given back of a charge, in minor units of its currency. */
    static long waiting(Transaction transaction, Charge charge) {
        return ((Number)
                        transaction.rows(WAITING, Map.of("charge", charge.id())).getFirst()[0])
                .longValue();
    }

    /** Takes waiting refunds off what is about to be debited. Returns how much, per charge. */
    static Map<Object, Long> net(Transaction transaction, List<Charge> charges) {
        if (charges.isEmpty()) {
            return Map.of();
        }
        return transaction
                .rows(NETTED, Columns.of(charges).text("charge", Charge::id).arrays())
                .stream()
                .collect(groupingBy(row -> row[0], summingLong(row -> ((Number) row[1]).longValue())));
    }

    /** After answers were booked: what was paid can be given back, and so can what was taken off and paid all the same. */
    static void follow(Transaction transaction, List<Charge> charges) {
        List<Charge> settled = charges.stream()
                .filter(charge -> charge.status() == ChargeStatus.SETTLED)
                .toList();
        if (!settled.isEmpty()) {
            List<Charge> whole = settled.stream()
                    .filter(charge -> charge.state().netted().isZero())
                    .toList();
            Map<String, Object> columns =
                    Columns.of(settled).text("charge", Charge::id).arrays();
            columns.putAll(Columns.of(whole).text("whole", Charge::id).arrays());
            transaction.run(DUE, columns);
        }
    }

    private static Refund refund(Object[] row) {
        Charge charge = ChargeTable.charge(row);
        String outTradeNo = charge.state().outTradeNo();
        if (outTradeNo == null) {
            throw new IllegalStateException(charge.id() + " has a refund due and no attempt");
        }
        long amount = ((Number) ChargeTable.more(row, 1)).longValue();
        return new Refund(
                (String) ChargeTable.more(row, 0),
                charge.facts(),
                outTradeNo,
                charge.state().attempted(),
                new Money(amount, charge.amount().currency()));
    }
}

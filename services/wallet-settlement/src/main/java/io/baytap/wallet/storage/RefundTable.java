package io.baytap.wallet.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.ChargeStatus;
import io.baytap.wallet.domain.ProviderTask.GiveBack;
import io.baytap.wallet.domain.Refund;
import io.baytap.wallet.domain.RefundState;
import io.baytap.wallet.domain.RefundStatus;
import io.baytap.wallet.domain.WalletScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads and writes refunds, many at a time. A refund's moves are guarded by the row lock of its charge. */
final class RefundTable {

    private static final String CLAIM = """
            select %s, r.id, r.amount_minor
            from refund r join charge c on c.id = r.charge_id
            where r.wallet_scheme = :scheme and r.status in ('DUE', 'SUBMITTED') and r.retry_at <= now()
            order by r.retry_at limit :max for update of r skip locked""".formatted(ChargeTable.FIELDS);

    private static final String SUBMITTED = """
            update refund set status = 'SUBMITTED', asked = asked + 1,
              retry_at = now() + make_interval(secs => least(:wait_max, :wait * power(2, least(asked, 16))))
            where id = any(cast(:id as text[])) and status <> 'REFUNDED'""";

    /** The wait doubles with every question, from the first refusal for that reason on. */
    private static final String REFUSED = """
            update refund r set reason = n.reason, asked = case when r.reason = n.reason then r.asked + 1 else 1 end,
              retry_at = now() + make_interval(secs =>
                least(:wait_max, :wait * power(2, case when r.reason = n.reason then least(r.asked, 16) else 0 end)))
            from unnest(cast(:id as text[]), cast(:reason as text[])) as n(id, reason)
            where r.id = n.id and r.status = 'SUBMITTED'""";

    private static final String OF_CHARGE =
            "select id, status, amount_minor, reason from refund where charge_id = :charge order by id";

    private static final String REFUNDED = """
            update refund r set status = 'REFUNDED', refund_id = n.refund, reason = null
            from unnest(cast(:id as text[]), cast(:refund as text[])) as n(id, refund)
            where r.id = n.id and r.status = 'SUBMITTED' returning r.id""";

    private static final String NETTED = """
            update refund set status = 'NETTED' where charge_id = any(cast(:charge as text[])) and status = 'WAITING'
            returning charge_id, amount_minor""";

    private static final String DUE = """
            update refund set status = 'DUE', retry_at = now() where charge_id = any(cast(:charge as text[])) and status = 'WAITING'""";

    private RefundTable() {}

    static List<GiveBack> claim(Transaction transaction, WalletScheme scheme, int max, Waits lease) {
        List<Object[]> rows = transaction.rows(CLAIM, Map.of("scheme", scheme.name(), "max", max));
        List<Refund> refunds = rows.stream().map(RefundTable::refund).toList();
        touch(transaction, refunds, lease);
        return refunds.stream().map(GiveBack::new).toList();
    }

    /** Leaves refunds that are under way alone for a while. */
    static void touch(Transaction transaction, List<Refund> refunds, Waits waits) {
        if (!refunds.isEmpty()) {
            Map<String, Object> columns =
                    Columns.of(refunds).text("id", Refund::id).arrays();
            columns.putAll(waits.parameters());
            transaction.run(SUBMITTED, columns);
        }
    }

    /** Leaves refunds that the provider refused alone, ever longer. */
    static void refused(Transaction transaction, Map<String, String> reasons, Waits waits) {
        if (!reasons.isEmpty()) {
            Map<String, Object> columns = Columns.of(List.copyOf(reasons.keySet()))
                    .text("id", id -> id)
                    .text("reason", reasons::get)
                    .arrays();
            columns.putAll(waits.parameters());
            transaction.run(REFUSED, columns);
        }
    }

    static List<RefundState> of(Transaction transaction, String chargeId) {
        return transaction.rows(OF_CHARGE, Map.of("charge", chargeId)).stream()
                .map(row -> new RefundState(
                        (String) row[0], RefundStatus.valueOf((String) row[1]), ((Number) row[2]).longValue(), (String)
                                row[3]))
                .toList();
    }

    /** Marks refunds as given back. Returns those that were not yet. */
    static Set<Object> givenBack(Transaction transaction, Map<String, String> providerNumbers) {
        List<String> ids = new ArrayList<>(providerNumbers.keySet());
        return transaction
                .rows(
                        REFUNDED,
                        Columns.of(ids)
                                .text("id", id -> id)
                                .text("refund", providerNumbers::get)
                                .arrays())
                .stream()
                .map(row -> row[0])
                .collect(Collectors.toSet());
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

    /** After answers were booked: what was paid can be given back, what never will be needs no giving back. */
    static void follow(Transaction transaction, List<Charge> charges) {
        List<Charge> settled = with(ChargeStatus.SETTLED, charges);
        if (!settled.isEmpty()) {
            transaction.run(DUE, Columns.of(settled).text("charge", Charge::id).arrays());
        }
        net(transaction, with(ChargeStatus.DEBT, charges));
    }

    private static List<Charge> with(ChargeStatus status, List<Charge> charges) {
        return charges.stream().filter(charge -> charge.status() == status).toList();
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

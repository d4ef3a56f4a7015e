package io.baytap.wallet.storage;

import static java.util.stream.Collectors.toSet;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.ChargeFacts;
import io.baytap.wallet.domain.ChargeRules;
import io.baytap.wallet.domain.ChargeStatus;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.ConversionCheck;
import io.baytap.wallet.domain.Estimate;
import io.baytap.wallet.domain.Payer;
import io.baytap.wallet.domain.SchemeTerms;
import io.baytap.wallet.domain.WalletScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes charges, many at a time. */
final class ChargeTable {

    /** What {@link #charge} reads, of a charge called {@code c}. */
    static final String FIELDS = """
            c.id, c.rider_id, c.wallet_scheme, c.journey_id, c.operator_id, c.business_day, c.fare_at, c.currency,
            c.amount_minor, c.status, c.attempt, c.netted_minor, c.attempted_minor, c.out_trade_no,
            c.transaction_id, c.reason, c.declined_at, c.due_at, c.fee_basis_points, c.estimate_minor,
            c.estimate_currency, c.tolerance, c.payer_minor, c.payer_currency, c.payer_rate, c.conversion_check, c.paid_at, c.traceparent""";

    private static final int FIELD_COUNT = 28;

    private static final String SIGNED_RIDERS =
            "select rider_id from contract where rider_id = any(cast(:rider as text[]))";

    private static final String INSERT = """
            insert into charge (id, rider_id, wallet_scheme, journey_id, operator_id, business_day, fare_at, currency,
              amount_minor, status, fee_basis_points, estimate_minor, estimate_currency, tolerance, traceparent)
            select * from unnest(cast(:id as text[]), cast(:rider as text[]), cast(:scheme as text[]), cast(:journey as text[]), cast(:operator as text[]), cast(:day as date[]), cast(cast(:at as text[]) as timestamptz[]), cast(:currency as text[]), cast(:amount as bigint[]), cast(:status as text[]), cast(:fee as int[]), cast(:estimate as bigint[]), cast(:estimate_currency as text[]), cast(:tolerance as int[]), cast(:traceparent as text[]))""";

    /** The wait before the next question doubles with every question, up to a limit. */
    private static final String UPDATE = """
            update charge c set status = n.status, attempt = n.attempt, netted_minor = n.netted,
              attempted_minor = n.attempted, out_trade_no = n.number, transaction_id = n.transaction, reason = n.reason,
              declined_at = n.declined_at, due_at = n.due_at,
              payer_minor = n.payer, payer_currency = n.payer_currency, payer_rate = n.payer_rate, conversion_check = n.checked, paid_at = n.paid_at,
              asked = case when c.attempt = n.attempt then c.asked + 1 else 0 end,
              retry_at = now() + make_interval(secs => least(:wait_max, :wait * power(2, least(c.asked, 16))))
            from unnest(cast(:id as text[]), cast(:status as text[]), cast(:attempt as int[]), cast(:netted as bigint[]), cast(:attempted as bigint[]), cast(:number as text[]), cast(:transaction as text[]), cast(:reason as text[]), cast(cast(:declined_at as text[]) as timestamptz[]), cast(cast(:due_at as text[]) as timestamptz[]), cast(:payer as bigint[]), cast(:payer_currency as text[]), cast(:payer_rate as bigint[]), cast(:checked as text[]), cast(cast(:paid_at as text[]) as timestamptz[]))
              as n(id, status, attempt, netted, attempted, number, transaction, reason, declined_at, due_at, payer, payer_currency, payer_rate, checked, paid_at)
            where c.id = n.id""";

    private ChargeTable() {}

    /** Opens a charge for each fare that the wallet owes. */
    static void open(Transaction transaction, List<Conversion> fares, SchemeTerms terms) {
        List<Conversion> owed =
                fares.stream().filter(fare -> fare.asked().minor() > 0).toList();
        if (owed.isEmpty()) {
            return;
        }
        Set<Object> signed =
                transaction
                        .rows(
                                SIGNED_RIDERS,
                                Columns.of(owed)
                                        .text("rider", Conversion::riderId)
                                        .arrays())
                        .stream()
                        .map(row -> row[0])
                        .collect(toSet());
        List<Charge> charges = owed.stream()
                .map(fare -> ChargeRules.open(fare, signed.contains(fare.riderId()), terms.of(fare.scheme())))
                .toList();
        transaction.run(
                INSERT,
                Columns.of(charges)
                        .text("id", Charge::id)
                        .text("rider", charge -> charge.facts().riderId())
                        .text("scheme", charge -> charge.facts().scheme().name())
                        .text("journey", charge -> charge.facts().journeyId())
                        .text("operator", charge -> charge.facts().operatorId())
                        .day("day", charge -> charge.facts().businessDay())
                        .time("at", charge -> charge.facts().fareAt())
                        .text("currency", charge -> charge.facts().currency())
                        .number("amount", charge -> charge.amount().minor())
                        .text("status", charge -> charge.status().name())
                        .count("fee", charge -> charge.facts().feeBasisPoints())
                        .number("estimate", charge -> ofEstimate(charge, Estimate::payerMinor))
                        .text("estimate_currency", charge -> ofEstimate(charge, Estimate::payerCurrency))
                        .count("tolerance", charge -> ofEstimate(charge, Estimate::toleranceBasisPoints))
                        .text("traceparent", charge -> charge.facts().traceparent())
                        .arrays());
    }

    /** Writes the states of charges whose rows the transaction has locked. */
    static void update(Transaction transaction, List<Charge> charges, Waits waits) {
        if (charges.isEmpty()) {
            return;
        }
        Map<String, Object> columns = Columns.of(charges)
                .text("id", Charge::id)
                .text("status", charge -> charge.status().name())
                .count("attempt", charge -> charge.state().attempt())
                .number("netted", charge -> charge.state().netted().minor())
                .number("attempted", charge -> charge.state().attempted().minor())
                .text("number", charge -> charge.state().outTradeNo())
                .text("transaction", charge -> charge.state().transactionId())
                .text("reason", charge -> charge.state().reason())
                .time("declined_at", charge -> charge.state().declinedAt())
                .time("due_at", charge -> charge.state().dueAt())
                .number("payer", charge -> ofPayer(charge, Payer::minor))
                .text("payer_currency", charge -> ofPayer(charge, Payer::currency))
                .number("payer_rate", charge -> ofPayer(charge, Payer::rate))
                .text("checked", charge -> charge.state().check().name())
                .time("paid_at", charge -> charge.state().paidAt())
                .arrays();
        columns.putAll(waits.parameters());
        transaction.run(UPDATE, columns);
    }

    static Charge charge(Object[] row) {
        String currency = (String) row[7];
        var facts = new ChargeFacts(
                (String) row[0],
                (String) row[1],
                WalletScheme.valueOf((String) row[2]),
                (String) row[3],
                (String) row[4],
                (LocalDate) row[5],
                Columns.instant(row[6]),
                currency,
                ((Number) row[18]).intValue(),
                estimate(row),
                (String) row[27]);
        var state = new Charge.State(
                ChargeStatus.valueOf((String) row[9]),
                ((Number) row[10]).intValue(),
                money(row[11], currency),
                money(row[12], currency),
                (String) row[13],
                (String) row[14],
                (String) row[15],
                nullableInstant(row[16]),
                nullableInstant(row[17]),
                nullableInstant(row[26]),
                payer(row),
                ConversionCheck.valueOf((String) row[25]));
        return new Charge(facts, money(row[8], currency), state);
    }

    private static @Nullable Estimate estimate(Object[] row) {
        return row[19] == null
                ? null
                : new Estimate(((Number) row[19]).longValue(), (String) row[20], ((Number) row[21]).intValue());
    }

    private static @Nullable Payer payer(Object[] row) {
        return row[22] == null
                ? null
                : new Payer(((Number) row[22]).longValue(), (String) row[23], ((Number) row[24]).longValue());
    }

    private static <V> @Nullable V ofEstimate(Charge charge, Function<Estimate, V> part) {
        Estimate estimate = charge.facts().estimate();
        return estimate == null ? null : part.apply(estimate);
    }

    private static <V> @Nullable V ofPayer(Charge charge, Function<Payer, V> part) {
        Payer payer = charge.state().payer();
        return payer == null ? null : part.apply(payer);
    }

    /** The columns after the charge's own. */
    static Object more(Object[] row, int index) {
        return row[FIELD_COUNT + index];
    }

    private static Money money(Object minor, String currency) {
        return Money.of(((Number) minor).longValue(), currency);
    }

    private static @Nullable Instant nullableInstant(@Nullable Object time) {
        return time == null ? null : Columns.instant(time);
    }
}

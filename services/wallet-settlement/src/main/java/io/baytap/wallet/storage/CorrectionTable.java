package io.baytap.wallet.storage;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import io.baytap.wallet.domain.ChargeStatus;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.RefundRules;
import io.baytap.wallet.domain.RefundRules.Part;
import io.baytap.wallet.domain.RefundRules.Refundable;
import io.baytap.wallet.domain.TradeNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes corrections in the rider's favour from the charges of the journey. */
final class CorrectionTable {

    private static final String INSERT = """
            insert into correction (conversion_id, journey_id, amount_minor, charge_id)
            select * from unnest(cast(:id as text[]), cast(:journey as text[]), cast(:amount as bigint[]), cast(:charge as text[]))""";

    /** Of this batch, and of earlier ones that had come before the charge they correct. */
    private static final String OPEN = """
            select conversion_id, journey_id, amount_minor - placed_minor, parts, charge_id from correction
            where journey_id = any(cast(:journey as text[])) and placed_minor < amount_minor order by conversion_id for update""";

    private static final String CHARGES = """
            select id, journey_id, status, amount_minor - corrected_minor, wallet_scheme, sequence from charge
            where journey_id = any(cast(:journey as text[])) order by id for update""";

    private static final String TAKE = """
            update charge c set corrected_minor = c.corrected_minor + n.amount
            from (select id, cast(sum(amount) as bigint) as amount
                  from unnest(cast(:charge as text[]), cast(:amount as bigint[])) as p(id, amount) group by id) n
            where c.id = n.id""";

    private static final String PLACED = """
            update correction c set placed_minor = c.placed_minor + n.amount, parts = c.parts + n.parts
            from (select id, cast(sum(amount) as bigint) as amount, cast(count(*) as int) as parts
                  from unnest(cast(:correction as text[]), cast(:amount as bigint[])) as p(id, amount) group by id) n
            where c.conversion_id = n.id""";

    private static final String REFUND = """
            insert into refund (id, charge_id, wallet_scheme, amount_minor, status, out_refund_no)
            select * from unnest(cast(:id as text[]), cast(:charge as text[]), cast(:scheme as text[]), cast(:amount as bigint[]), cast(:status as text[]), cast(:number as text[]))""";

    private record Correction(
            String id,
            String journeyId,
            long leftMinor,
            int parts,
            @Nullable String onlyCharge) {

        boolean mayBeTakenFrom(Object charge) {
            return onlyCharge == null || onlyCharge.equals(charge);
        }
    }

    private record Taken(String correctionId, int number, Part part, String scheme) {
        String refundId() {
            return "refund:" + correctionId + ":" + number;
        }
    }

    private CorrectionTable() {}

    /**
     * Keeps the corrections among the fares and places what can be placed.
     *
     * @param onlyCharge the charge that they are taken from; null: any of the journey
     */
    static void place(Transaction transaction, List<Conversion> fares, @Nullable String onlyCharge) {
        List<Conversion> corrections =
                fares.stream().filter(fare -> fare.asked().isNegative()).toList();
        if (!corrections.isEmpty()) {
            transaction.run(
                    INSERT,
                    Columns.of(corrections)
                            .text("id", Conversion::id)
                            .text("journey", Conversion::journeyId)
                            .number("amount", fare -> fare.asked().negated().minor())
                            .text("charge", _ -> onlyCharge)
                            .arrays());
        }
        Map<String, Object> journeys =
                Columns.of(fares).text("journey", Conversion::journeyId).arrays();
        List<Correction> open = transaction.rows(OPEN, journeys).stream()
                .map(row -> new Correction(
                        (String) row[0],
                        (String) row[1],
                        ((Number) row[2]).longValue(),
                        ((Number) row[3]).intValue(),
                        (String) row[4]))
                .toList();
        if (!open.isEmpty()) {
            write(transaction, take(transaction, open));
        }
    }

    private static List<Taken> take(Transaction transaction, List<Correction> open) {
        // Locked in order of id, as everywhere; taken from the newest first.
        List<Object[]> rows = transaction.rows(
                CHARGES, Columns.of(open).text("journey", Correction::journeyId).arrays());
        Map<Object, List<Object[]>> byJourney = rows.stream().collect(groupingBy(row -> row[1]));
        List<Taken> taken = new ArrayList<>();
        for (Correction correction : open) {
            List<Object[]> charges = byJourney.getOrDefault(correction.journeyId(), List.of()).stream()
                    .filter(row -> correction.mayBeTakenFrom(row[0]))
                    .toList();
            int number = correction.parts();
            for (Part part : RefundRules.split(correction.leftMinor(), refundable(charges))) {
                Object[] charge = charges.stream()
                        .filter(row -> row[0].equals(part.chargeId()))
                        .findFirst()
                        .orElseThrow();
                charge[3] = ((Number) charge[3]).longValue() - part.amountMinor();
                number++;
                taken.add(new Taken(correction.id(), number, part, (String) charge[4]));
            }
        }
        return taken;
    }

    private static List<Refundable> refundable(List<Object[]> charges) {
        return charges.stream()
                .sorted(comparingLong((Object[] row) -> ((Number) row[5]).longValue())
                        .reversed())
                .map(row -> new Refundable(
                        (String) row[0], ChargeStatus.valueOf((String) row[2]), ((Number) row[3]).longValue()))
                .toList();
    }

    private static void write(Transaction transaction, List<Taken> taken) {
        if (taken.isEmpty()) {
            return;
        }
        Map<String, Object> columns = Columns.of(taken)
                .text("id", Taken::refundId)
                .text("correction", Taken::correctionId)
                .text("charge", part -> part.part().chargeId())
                .text("scheme", Taken::scheme)
                .number("amount", part -> part.part().amountMinor())
                .text("status", part -> part.part().status().name())
                .text("number", part -> TradeNumber.of(part.refundId()))
                .arrays();
        transaction.run(TAKE, Columns.pick(columns, "charge", "amount"));
        transaction.run(PLACED, Columns.pick(columns, "correction", "amount"));
        transaction.run(REFUND, Columns.pick(columns, "id", "charge", "scheme", "amount", "status", "number"));
    }
}

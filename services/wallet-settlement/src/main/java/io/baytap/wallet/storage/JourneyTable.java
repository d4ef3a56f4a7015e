package io.baytap.wallet.storage;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.BookedJourney;
import io.baytap.wallet.domain.ChargeStatus;
import io.baytap.wallet.domain.Conversion.Place;
import io.baytap.wallet.domain.ConversionRates;
import io.baytap.wallet.domain.WalletScheme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is booked of a journey, added up. */
final class JourneyTable {

    /** The row locks of the charges decide whose turn it is; a statement of its own, so that the next one sees all. */
    private static final String LOCK = "select 1 from charge where journey_id = :journey order by id for update";

    /**
     * A fare's id ends in its journey and revision, so the primary key finds it: an index on journeys would cost every
     * posting something, and people ask seldom. Corrections by hand are found by their proposals.
     */
    private static final String BOOKED = """
            select min(rider_id), min(wallet_scheme), min(operator_id), min(city), min(territory), min(business_day), max(occurred_at),
              min(fare_currency), cast(sum(fare_minor) as bigint), min(wallet_currency), cast(sum(wallet_minor) as bigint), cast(sum(spread_minor) as bigint), max(tolerance), max(mid_rate), max(applied_rate)
            from booked_fare where journey_id = :journey and conversion_id in (
              select 'conversion:fare:' || cast(:journey as text) || ':' || n from generate_series(0, cast(:revisions as int)) as n
              union all select d.conversion_id from proposal p join proposal_decision d on d.proposal_id = p.id
                where p.target = :journey or p.target in (select id from charge where journey_id = :journey))
            having count(*) > 0""";

    /** More corrections than a journey's taps could cause. */
    private static final int REVISIONS_MAX = 1_000;

    private static final String CHARGE =
            "select journey_id, status, amount_minor - corrected_minor, currency from charge where id = :charge";

    /** What is left of a charge after its corrections. */
    record Left(String journeyId, ChargeStatus status, Money left) {}

    private JourneyTable() {}

    /** Until the transaction ends nothing is taken from the journey's charges by others. */
    static Optional<BookedJourney> take(Transaction transaction, String journeyId) {
        transaction.rows(LOCK, Map.of("journey", journeyId));
        List<Object[]> rows = transaction.rows(BOOKED, Map.of("journey", journeyId, "revisions", REVISIONS_MAX));
        return rows.stream().map(row -> journey(journeyId, row)).findFirst();
    }

    static Optional<Left> left(Transaction transaction, String chargeId) {
        return transaction.rows(CHARGE, Map.of("charge", chargeId)).stream()
                .map(row -> new Left(
                        (String) row[0], ChargeStatus.valueOf((String) row[1]), money(row[2], (String) row[3])))
                .findFirst();
    }

    private static BookedJourney journey(String id, Object[] row) {
        Place place = row[3] == null ? null : new Place((String) row[2], (String) row[3], (String) row[4]);
        return new BookedJourney(
                id,
                (String) row[0],
                WalletScheme.valueOf((String) row[1]),
                place,
                (LocalDate) row[5],
                Columns.instant(row[6]),
                money(row[8], (String) row[7]),
                money(row[10], (String) row[9]),
                money(row[11], (String) row[9]),
                (Integer) row[12],
                row[13] == null ? null : new ConversionRates((BigDecimal) row[13], (BigDecimal) row[14], List.of()));
    }

    private static Money money(Object minor, String currency) {
        return Money.of(((Number) minor).longValue(), currency);
    }
}

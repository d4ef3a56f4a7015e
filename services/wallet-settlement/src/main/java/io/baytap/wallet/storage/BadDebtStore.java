package io.baytap.wallet.storage;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.BadDebt;
import io.baytap.wallet.domain.BadDebts;
import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.SchemeTerms;
import io.baytap.wallet.domain.WalletScheme;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bad debts in PostgreSQL. */
@ApplicationScoped
class BadDebtStore implements BadDebts {

    private static final int WRITE_OFF_MAX = 1000;

    /** The age of a debt counts from its first refusal. */
    private static final String OLD = """
            select f.conversion_id, f.rider_id, f.journey_id, f.operator_id, f.business_day, f.fare_minor, f.fare_currency,
              f.wallet_minor, f.wallet_currency, f.spread_minor, f.tolerance, c.amount_minor - c.corrected_minor, c.declined_at
            from charge c join booked_fare f on f.conversion_id = substr(c.id, 8)
            where c.status = 'DEBT' and c.wallet_scheme = :scheme and c.declined_at <= :before
              and c.corrected_minor < c.amount_minor and not exists (select 1 from bad_debt b where b.charge_id = c.id)
            order by c.id limit :max for update of c skip locked""";

    private final Database database;
    private final OutboxTable outbox;
    private final SchemeTerms terms;

    BadDebtStore(Database database, OutboxTable outbox, SchemeTerms terms) {
        this.database = database;
        this.outbox = outbox;
        this.terms = terms;
    }

    @Override
    public List<BadDebt> writeOff(Instant now) {
        List<BadDebt> written = new ArrayList<>();
        for (WalletScheme scheme : WalletScheme.values()) {
            written.addAll(database.transaction(transaction -> writeOff(transaction, scheme, now)));
        }
        return written;
    }

    private List<BadDebt> writeOff(Transaction transaction, WalletScheme scheme, Instant now) {
        SchemeTerms.Terms contract = terms.of(scheme);
        Instant before = now.minus(contract.writeOffAfter());
        List<BadDebt> debts = transaction
                .rows(
                        OLD,
                        Map.of(
                                "scheme", scheme.name(),
                                "before", before.atOffset(ZoneOffset.UTC),
                                "max", WRITE_OFF_MAX))
                .stream()
                .map(row -> debt(row, scheme, contract))
                .toList();
        if (!debts.isEmpty()) {
            List<Journal> journals = BadDebtTable.writeOff(transaction, debts, now);
            JournalTable.add(transaction, journals);
            outbox.add(transaction, BadDebtNews.of(transaction, journals, now));
        }
        return debts;
    }

    private static BadDebt debt(Object[] row, WalletScheme scheme, SchemeTerms.Terms contract) {
        String walletCurrency = (String) row[8];
        Number tolerance = (Number) row[10];
        var conversion = new Conversion(
                (String) row[0],
                Instant.EPOCH,
                (String) row[1],
                scheme,
                ((String) row[0]).substring("conversion:".length()),
                (String) row[2],
                "FARE",
                new Conversion.Place((String) row[3], "", ""),
                (LocalDate) row[4],
                Money.of(((Number) row[5]).longValue(), (String) row[6]),
                Money.of(((Number) row[7]).longValue(), walletCurrency),
                Money.of(((Number) row[9]).longValue(), walletCurrency),
                tolerance == null ? null : tolerance.intValue());
        long left = ((Number) row[11]).longValue();
        return BadDebt.of(conversion, new Money(left, conversion.asked().currency()), contract.badDebtBearer());
    }
}

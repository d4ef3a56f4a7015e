package io.baytap.wallet.storage;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.FxDeal;
import io.baytap.wallet.domain.FxDeals;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.LedgerRules;
import io.baytap.wallet.domain.reconciliation.Expected;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Currency deals: a row each, never changed, with the journal that books it. */
@ApplicationScoped
class DealStore implements FxDeals {

    private static final String INSERT = """
            insert into fx_deal (id, struck_at, value_date, base, quote, rate, base_minor, quote_minor, exposed_base_minor, exposed_quote_minor, realised_minor)
            select n.id, n.at, n.value_date, n.base, n.quote, cast(n.rate as numeric), n.base_minor, n.quote_minor, n.exposed_base, n.exposed_quote, n.realised
            from unnest(cast(:id as text[]), cast(cast(:at as text[]) as timestamptz[]), cast(:value_date as date[]), cast(:base as text[]), cast(:quote as text[]), cast(:rate as text[]), cast(:base_minor as bigint[]), cast(:quote_minor as bigint[]), cast(:exposed_base as bigint[]), cast(:exposed_quote as bigint[]), cast(:realised as bigint[]))
              as n(id, at, value_date, base, quote, rate, base_minor, quote_minor, exposed_base, exposed_quote, realised)
            on conflict (id) do nothing""";

    /** A deal that was to be paid before there were bank statements of a currency is not expected on them. */
    private static final String LEGS = """
            select d.id, l.currency, l.minor, d.value_date
            from fx_deal d cross join lateral (values (d.base, d.base_minor), (d.quote, d.quote_minor)) as l(currency, minor)
            where l.minor <> 0 and d.value_date >= :since and d.value_date >=
              (select min(s.day) from statement s where s.source like 'bank:' || l.currency || ':%')
            order by 1, 2""";

    private final Database database;

    DealStore(Database database) {
        this.database = database;
    }

    @Override
    public Set<FxDeal> book(List<FxDeal> deals) {
        return deals.isEmpty() ? Set.of() : database.transaction(transaction -> book(transaction, deals));
    }

    private static Set<FxDeal> book(Transaction transaction, List<FxDeal> deals) {
        Map<String, FxDeal> byId =
                deals.stream().collect(toMap(FxDeal::id, identity(), (first, _) -> first, LinkedHashMap::new));
        Map<String, Journal> booked = JournalTable.find(transaction, byId.keySet());
        List<FxDeal> fresh = byId.values().stream()
                .filter(deal -> !booked.containsKey(deal.id()))
                .toList();
        if (!fresh.isEmpty()) {
            JournalTable.add(transaction, fresh.stream().map(LedgerRules::deal).toList());
            transaction.run(INSERT, columns(fresh));
        }
        return deals.stream()
                .filter(deal -> {
                    Journal journal = booked.get(deal.id());
                    return journal == null
                            ? !deal.equals(byId.get(deal.id()))
                            : !LedgerRules.deal(deal).equals(journal);
                })
                .collect(toSet());
    }

    /** What the bank should show of deals: each leg in the account of its currency. */
    static List<Expected> legs(Transaction transaction, Map<String, Object> since) {
        List<Expected> legs = new ArrayList<>();
        for (Object[] row : transaction.rows(LEGS, since)) {
            Money amount = Money.of(((Number) row[2]).longValue(), (String) row[1]);
            legs.add(new Expected.DealLeg((String) row[0], amount, (LocalDate) row[3]));
        }
        return legs;
    }

    private static Map<String, Object> columns(List<FxDeal> deals) {
        return Columns.of(deals)
                .text("id", FxDeal::id)
                .time("at", FxDeal::at)
                .day("value_date", FxDeal::valueDate)
                .text("base", deal -> code(deal.exchanged().base()))
                .text("quote", deal -> code(deal.exchanged().quote()))
                .text("rate", deal -> deal.rate().toPlainString())
                .number("base_minor", deal -> deal.exchanged().base().minor())
                .number("quote_minor", deal -> deal.exchanged().quote().minor())
                .number("exposed_base", deal -> deal.exposed().base().minor())
                .number("exposed_quote", deal -> deal.exposed().quote().minor())
                .number("realised", deal -> deal.realised().minor())
                .arrays();
    }

    private static String code(Money amount) {
        return amount.currency().getCurrencyCode();
    }
}

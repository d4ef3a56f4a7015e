package io.baytap.wallet.storage;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.FxDeal;
import io.baytap.wallet.domain.FxStatement;
import io.baytap.wallet.domain.FxStatement.Balance;
import io.baytap.wallet.domain.FxStatement.Day;
import io.baytap.wallet.domain.FxStatement.Dealt;
import io.baytap.wallet.domain.FxStatements;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements of {@code fx-position}, added up in the database: its decimals are exact. */
@ApplicationScoped
class FxStatementTable implements FxStatements {

    private static final String DAYS = """
            select day, fare_currency, wallet_currency, count(*), cast(sum(fare_minor) as bigint), cast(sum(mid_minor) as bigint),
              cast(sum(spread_minor) as bigint), coalesce(sum(fare_minor * mid_rate), 0), count(*) filter (where mid_rate is null)
            from fx_movement where day between :first and :last group by 1, 2, 3 order by 1, 2, 3""";

    private static final String DEALS = """
            select id, value_date, base, quote, rate, base_minor, quote_minor, realised_minor, exposed_base_minor, exposed_quote_minor, struck_at
            from fx_deal where cast(struck_at at time zone 'Asia/Hong_Kong' as date) between :first and :last order by value_date, id""";

    private static final String BALANCES = """
            with moved as (
              select fare_currency as currency, fare_minor as minor from fx_movement
              union all select wallet_currency, -mid_minor from fx_movement
              union all select base, exposed_base_minor from fx_deal
              union all select quote, exposed_quote_minor from fx_deal),
            balance as (
              select account, currency, sum(amount_minor) as minor from account_balance
              where account in ('fx-position', 'fx-settlement', 'fx-result') group by 1, 2)
            select c.currency,
              cast(coalesce((select minor from balance b where (b.account, b.currency) = ('fx-position', c.currency)), 0) as bigint),
              cast(coalesce((select sum(minor) from moved m where m.currency = c.currency), 0) as bigint),
              cast(coalesce((select minor from balance b where (b.account, b.currency) = ('fx-settlement', c.currency)), 0) as bigint),
              cast(coalesce((select -minor from balance b where (b.account, b.currency) = ('fx-result', c.currency)), 0) as bigint)
            from (select currency from moved union select currency from balance) c order by 1""";

    private final Database database;

    FxStatementTable(Database database) {
        this.database = database;
    }

    @Override
    public FxStatement of(LocalDate first, LocalDate last) {
        Map<String, Object> days = Map.of("first", first, "last", last);
        return database.transaction(transaction -> new FxStatement(
                transaction.rows(DAYS, days).stream().map(FxStatementTable::day).toList(),
                transaction.rows(DEALS, days).stream()
                        .map(FxStatementTable::deal)
                        .toList(),
                balances(transaction.rows(BALANCES, Map.of()))));
    }

    private static Day day(Object[] row) {
        String wallet = (String) row[2];
        return new Day(
                (LocalDate) row[0],
                number(row[3]),
                Money.of(number(row[4]), (String) row[1]),
                Money.of(number(row[5]), wallet),
                Money.of(number(row[6]), wallet),
                (BigDecimal) row[7],
                number(row[8]));
    }

    private static Dealt deal(Object[] row) {
        String quote = (String) row[3];
        var exchanged = new FxDeal.Pair(Money.of(number(row[5]), (String) row[2]), Money.of(number(row[6]), quote));
        Money realised = Money.of(number(row[7]), quote);
        BigDecimal rate = (BigDecimal) row[4];
        return new Dealt(
                (String) row[0],
                (LocalDate) row[1],
                rate,
                exchanged,
                realised,
                residue(row, rate, exchanged, realised));
    }

    private static @Nullable BigDecimal residue(
            Object[] row, @Nullable BigDecimal rate, FxDeal.Pair exchanged, Money realised) {
        if (rate == null) {
            return null;
        }
        var exposed =
                new FxDeal.Pair(Money.of(number(row[8]), (String) row[2]), Money.of(number(row[9]), (String) row[3]));
        return new FxDeal(
                        (String) row[0],
                        Columns.instant(row[10]),
                        (LocalDate) row[1],
                        rate,
                        exposed,
                        exchanged,
                        realised)
                .residue();
    }

    private static Map<String, Balance> balances(List<Object[]> rows) {
        Map<String, Balance> balances = new LinkedHashMap<>();
        for (Object[] row : rows) {
            String currency = (String) row[0];
            balances.put(
                    currency,
                    new Balance(
                            Money.of(number(row[1]), currency),
                            Money.of(number(row[2]), currency),
                            Money.of(number(row[3]), currency),
                            Money.of(number(row[4]), currency)));
        }
        return balances;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}

package io.baytap.wallet.storage;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.baytap.wallet.domain.Conversion;
import io.baytap.wallet.domain.ConversionRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides which fares are new, and which business day each is paid with. */
final class FareTable {

    /** Held shared by those who add fares, alone by the one who closes days: waits are fair, and short. */
    static final long DAYS_LOCK = 0x6261_7974_6170L;

    private static final String SHARE_DAYS = "select 1 from pg_advisory_xact_lock_shared(:lock)";

    /** A statement of its own after the lock: it must see what the last closing wrote. */
    private static final String INSERT = """
            insert into booked_fare (conversion_id, journey_id, rider_id, wallet_scheme, operator_id, business_day,
              settlement_day, fare_minor, fare_currency, wallet_minor, wallet_currency, spread_minor, occurred_at, tolerance, city, territory, mid_rate, applied_rate, residue)
            select f.id, f.journey, f.rider, f.scheme, f.operator, f.day,
              greatest(f.day, case when o.operator_id is null then c.closed_through else o.closed_through end + 1),
              f.fare, f.fare_currency, f.wallet, f.wallet_currency, f.spread, f.at, f.tolerance, f.city, f.territory,
              cast(f.mid as numeric), cast(f.applied as numeric), cast(f.residue as numeric)
            from unnest(cast(:id as text[]), cast(:journey as text[]), cast(:rider as text[]), cast(:scheme as text[]), cast(:operator as text[]), cast(:day as date[]),
              cast(:fare as bigint[]), cast(:fare_currency as text[]), cast(:wallet as bigint[]), cast(:wallet_currency as text[]), cast(:spread as bigint[]), cast(cast(:at as text[]) as timestamptz[]), cast(:tolerance as int[]), cast(:city as text[]), cast(:territory as text[]), cast(:mid as text[]), cast(:applied as text[]), cast(:residue as text[]))
              as f(id, journey, rider, scheme, operator, day,
              fare, fare_currency, wallet, wallet_currency, spread, at, tolerance, city, territory, mid, applied, residue)
            cross join cut_off c left join operator_cut_off o on o.operator_id = f.operator
            on conflict (conversion_id) do nothing
            returning conversion_id, settlement_day""";

    private static final String DAYS =
            "select conversion_id, settlement_day from booked_fare where conversion_id = any(cast(:id as text[]))";

    private static final String DIFFERENT = """
            select f.n
            from unnest(cast(:id as text[]), cast(:journey as text[]), cast(:rider as text[]), cast(:scheme as text[]), cast(:operator as text[]), cast(:day as date[]),
              cast(:fare as bigint[]), cast(:fare_currency as text[]), cast(:wallet as bigint[]), cast(:wallet_currency as text[]), cast(:spread as bigint[]), cast(cast(:at as text[]) as timestamptz[]), cast(:tolerance as int[]), cast(:city as text[]), cast(:territory as text[]), cast(:mid as text[]), cast(:applied as text[]))
              with ordinality as f(id, journey, rider, scheme, operator, day,
              fare, fare_currency, wallet, wallet_currency, spread, at, tolerance, city, territory, mid, applied, n)
            join booked_fare b on b.conversion_id = f.id
            where (b.journey_id, b.rider_id, b.wallet_scheme, b.operator_id, b.business_day, b.fare_minor,
              b.fare_currency, b.wallet_minor, b.wallet_currency, b.spread_minor, b.occurred_at, b.tolerance,
              coalesce(b.city, f.city), coalesce(b.territory, f.territory), coalesce(b.mid_rate, cast(f.mid as numeric)), coalesce(b.applied_rate, cast(f.applied as numeric)))
              is distinct from (f.journey, f.rider, f.scheme, f.operator, f.day, f.fare,
              f.fare_currency, f.wallet, f.wallet_currency, f.spread, f.at, f.tolerance, f.city, f.territory, cast(f.mid as numeric), cast(f.applied as numeric))""";

    private FareTable() {}

    /** Adds the fares that are not there yet. Returns their settlement days, by id. */
    static Map<String, LocalDate> add(Transaction transaction, List<Conversion> fares) {
        transaction.rows(SHARE_DAYS, Map.of("lock", DAYS_LOCK));
        return byId(transaction.rows(INSERT, columns(fares)));
    }

    /** The settlement days of fares that are there, by id. */
    static Map<String, LocalDate> days(Transaction transaction, List<Conversion> fares) {
        return byId(transaction.rows(
                DAYS, Columns.of(fares).text("id", Conversion::id).arrays()));
    }

    private static Map<String, LocalDate> byId(List<Object[]> rows) {
        return rows.stream().collect(toMap(row -> (String) row[0], row -> (LocalDate) row[1]));
    }

    /** Fares whose ids are there with other content. */
    static Set<Conversion> different(Transaction transaction, List<Conversion> fares) {
        Map<String, Object> columns = columns(fares);
        // Follows from the amounts and rates that are compared.
        columns.remove("residue");
        return transaction.rows(DIFFERENT, columns).stream()
                .map(row -> fares.get(((Number) row[0]).intValue() - 1))
                .collect(toSet());
    }

    private static Map<String, Object> columns(List<Conversion> fares) {
        return Columns.of(fares)
                .text("id", Conversion::id)
                .text("journey", Conversion::journeyId)
                .text("rider", Conversion::riderId)
                .text("scheme", fare -> fare.scheme().name())
                .text("operator", Conversion::operatorId)
                .day("day", Conversion::businessDay)
                .number("fare", fare -> fare.fare().minor())
                .text("fare_currency", fare -> fare.fare().currency().getCurrencyCode())
                .number("wallet", fare -> fare.wallet().minor())
                .text("wallet_currency", fare -> fare.wallet().currency().getCurrencyCode())
                .number("spread", fare -> fare.spread().minor())
                .time("at", Conversion::occurredAt)
                .count("tolerance", Conversion::tolerance)
                .text("city", fare -> fare.place().city())
                .text("territory", fare -> fare.place().territory())
                .text("mid", rate(ConversionRates::mid))
                .text("applied", rate(ConversionRates::applied))
                .text(
                        "residue",
                        fare -> rate(rates -> rates.residue(fare.fare(), fare.wallet()))
                                .apply(fare))
                .arrays();
    }

    /** Decimals travel as text: arrays of them are the driver's and Hibernate's disagreement. */
    private static Function<Conversion, @Nullable String> rate(Function<ConversionRates, BigDecimal> of) {
        return fare -> {
            ConversionRates rates = fare.rates();
            return rates == null ? null : of.apply(rates).toPlainString();
        };
    }
}

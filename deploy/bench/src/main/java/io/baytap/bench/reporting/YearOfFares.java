package io.baytap.bench.reporting;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fares of the year before {@link LineOfFares#DAY}, written into the read models as counting would: three of five cross the border.
 * The events of its last days are rows of the size that the line's have; nobody finds them by a name.
 */
final class YearOfFares {

    static final LocalDate FIRST = LineOfFares.DAY.minusDays(365);
    static final LocalDate LAST = LineOfFares.DAY.minusDays(1);

    private static final List<String> TABLES = List.of("fare_record", "fare_cell", "batches", "line_event");

    private static final String RECORDS = """
            insert into fare_record
            select d.day, d.day + make_interval(secs => n % 57600), gen_random_uuid(), 'posting:conversion:fare:journey:tap:gate-' || n % 997 || ':' || d.day || ':' || n || ':0',
              'journey:tap:gate-' || n % 997 || ':' || d.day || ':' || n, case when n % 50 = 0 then 'MAXIMUM' when n % 50 = 1 then 'CORRECTION' else 'FARE' end, d.day,
              w.home, w.place, case w.place when 'HK' then 'hong-kong' else 'shenzhen' end,
              case w.place when 'HK' then (array['MTR','KMB','LWB','NLB','HKT','CTB','STAR'])[n % 7 + 1] else 'SZM' end, w.scheme,
              500 + n % 200 * 10, w.fare_currency,
              case when w.fare_currency = w.wallet_currency then 500 + n % 200 * 10 else round((500 + n % 200 * 10) * w.applied) end, w.wallet_currency,
              case when w.fare_currency = w.wallet_currency then 0 else round((500 + n % 200 * 10) * (w.applied - w.mid)) end,
              case when w.fare_currency <> w.wallet_currency then w.mid end, case when w.fare_currency <> w.wallet_currency then w.applied end,
              case when w.fare_currency <> w.wallet_currency then 'ECB:EUR/HKD:' || d.day || ' ECB:EUR/CNY:' || d.day end,
              case when w.fare_currency = w.wallet_currency then 0 else round((500 + n % 200 * 10) * w.applied) - (500 + n % 200 * 10) * w.applied end, null
            from (select date '{day}' as day) d, generate_series(1, {rows}) as n
              join (values (0, 'CN', 'HK', 'WEIXIN_PAY', 'HKD', 'CNY', 0.92, 0.9246), (1, 'CN', 'HK', 'DIGITAL_RMB', 'HKD', 'CNY', 0.92, 0.9246),
                (2, 'HK', 'CN', 'WECHAT_PAY_HK', 'CNY', 'HKD', 1.0869, 1.0923), (3, 'HK', 'HK', 'WECHAT_PAY_HK', 'HKD', 'HKD', 1, 1), (4, 'CN', 'CN', 'WEIXIN_PAY', 'CNY', 'CNY', 1, 1))
                as w(kind, home, place, scheme, fare_currency, wallet_currency, mid, applied) on w.kind = n % 5""";

    private static final String CELLS = """
            insert into fare_cell
            select day, settlement_day, kind, proposal_id is not null, rate is not null, wallet_home, place, city, operator_id, wallet_scheme, fare_currency, wallet_currency,
              count(*), count(*) filter (where kind <> 'CORRECTION'), sum(fare_minor), sum(wallet_minor), sum(spread_minor), sum(residue)
            from fare_record where day between '{first}' and '{last}' group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12""";

    private static final String BATCHES = """
            insert into batches (day, operator_id, currency, batch_id, fares, amount_minor, closed_at)
            select day, operator_id, fare_currency, operator_id || ':' || fare_currency || ':' || day, count(*), sum(fare_minor), day + interval '1 day 4 hours'
            from fare_record where day between '{first}' and '{last}' group by 1, 2, 3, 4""";

    private static final String RATES = """
            insert into rate
            select 'ECB:EUR/' || quote || ':' || day::date, 'ECB', 'EUR', quote, rate + extract(doy from day) / 10000, day, day + interval '8 hours'
            from generate_series(date '{first}', date '{last}', interval '1 day') as day, (values ('HKD', 8.5), ('CNY', 7.8), ('USD', 1.09)) as q(quote, rate)""";

    private static final String EVENTS = """
            insert into line_event
            select date '{day}', gen_random_uuid(), date '{day}' + make_interval(secs => n / 5), 'taps.accepted.v1',
              array[(random() * 9e18)::bigint, (random() * 9e18)::bigint, n / 20, n % 1994, (random() * 9e18)::bigint], sha512(n::text::bytea) || sha512((-n)::text::bytea) || sha512((2 * n)::text::bytea) || sha512((3 * n)::text::bytea)
            from generate_series(1, {rows}) as n""";

    private YearOfFares() {}

    /** Returns the rows of each table. */
    static Map<String, Long> write(Connection database, long fares, int tracedDays) throws SQLException {
        long perDay = fares / 365;
        try (Statement statement = database.createStatement()) {
            statement.execute(ofYear(RATES));
            for (LocalDate day : FIRST.datesUntil(LAST.plusDays(1)).toList()) {
                partition(statement, "fare_record", day);
                statement.execute(ofDay(RECORDS, day, perDay));
                vacuum(statement, "fare_record", day);
                if (day.isAfter(LAST.minusDays(tracedDays))) {
                    partition(statement, "line_event", day);
                    statement.execute(ofDay(EVENTS, day, perDay * LineOfFares.EVENTS));
                    vacuum(statement, "line_event", day);
                }
            }
            statement.execute(ofYear(CELLS));
            statement.execute(ofYear(BATCHES));
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
            Map<String, Long> rows = new LinkedHashMap<>();
            for (String table : TABLES) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
            return rows;
        }
    }

    private static String ofYear(String sql) {
        return sql.replace("{first}", FIRST.toString()).replace("{last}", LAST.toString());
    }

    private static String ofDay(String sql, LocalDate day, long rows) {
        return sql.replace("{day}", day.toString()).replace("{rows}", Long.toString(rows));
    }

    /** A year comes in a year: what is left to do of a day is done before the next. */
    private static void vacuum(Statement statement, String table, LocalDate day) throws SQLException {
        statement.execute("vacuum analyze %s_%s".formatted(table, day.toString().replace("-", "")));
    }

    private static void partition(Statement statement, String table, LocalDate day) throws SQLException {
        statement.execute("create table if not exists %s_%s partition of %s for values from ('%s') to ('%s')"
                .formatted(table, day.toString().replace("-", ""), table, day, day.plusDays(1)));
    }
}

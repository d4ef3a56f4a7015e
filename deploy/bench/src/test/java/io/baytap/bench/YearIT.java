package io.baytap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.local.LineService;
import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import io.baytap.schemas.fares.v1.FareConverted;
import io.baytap.schemas.fares.v1.FareKind;
import io.baytap.schemas.fares.v1.RatePolicy;
import io.baytap.schemas.fx.v1.FxRate;
import io.baytap.schemas.replay.v1.ReplayTick;
import io.baytap.schemas.wallets.v1.WalletScheme;
import io.baytap.stack.EmbeddedStack;
import io.baytap.stack.Part;
import io.baytap.stack.Records;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A year of Hong Kong residents' payments on the mainland, a thousandth of the one that the People's Bank of China's Shenzhen branch told of 2023 (35 million
 * payments, 8.58 bn CNY, 1.2 bn USD), and some the other way: booked and cleared by the real ledger, stated by the real reports, at the ECB's rates of 2025.
 */
class YearIT {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final int A_DAY = 96;
    private static final int BACK_A_DAY = 8;
    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final List<String> JVM = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final NavigableMap<LocalDate, Map<String, BigDecimal>> rates = rates();
    private final List<FareConverted> fares = new ArrayList<>();

    @Test
    void theYearlyStatementFootsWithTheLedgerToTheCent() throws Exception {
        travel();
        try (var stack = EmbeddedStack.start(EnumSet.allOf(Part.class));
                var records = new Records(stack.bootstrapServers(), stack.registryUrl())) {
            stack.setUpTopics();
            stack.createDatabase("wallet");
            stack.createDatabase("reporting");
            records.produce(Topics.FX_RATES, published());
            records.produce(Topics.FARES_CONVERTED, fares);
            ServiceProcess wallet = service(stack, LineService.WALLET_SETTLEMENT, "wallet");
            await(stack, wallet, "wallet-settlement", Topics.FARES_CONVERTED, fares.size());
            records.produce(Topics.REPLAY_TICKS, List.of(tick()));
            // An operator in each of two currencies, every day.
            long batches = 2L * FIRST.datesUntil(LAST.plusDays(1)).count();
            try (var told = new TopicTally(stack.bootstrapServers(), List.of(Topics.SETTLEMENTS_BATCHES))) {
                long[] seen = {0};
                wallet.process().awaitReady(() -> (seen[0] += told.next().records()) >= batches, LIMIT);
            }
            ServiceProcess reporting = service(stack, LineService.CROSS_BORDER_REPORTING, "reporting");
            await(stack, reporting, "cross-border-reporting", Topics.SETTLEMENTS_POSTED, fares.size());
            await(stack, reporting, "cross-border-reporting", Topics.SETTLEMENTS_BATCHES, batches);

            List<String> year = statement(reporting.uri(), "YEAR");
            List<String> months = statement(reporting.uri(), "MONTH");

            assertThat(year).containsAll(expected());
            assertThat(year)
                    .contains(
                            "CONTROL,LEDGER,,,,," + count("CNY") + "," + ledger(stack, "SZM", "CNY") + ",CNY,,,,",
                            "CONTROL,LEDGER,,,,," + count("HKD") + "," + ledger(stack, "MTR", "HKD") + ",HKD,,,,");
            assertThat(year).noneMatch(line -> line.startsWith("CONTROL_DIFFERS"));
            assertThat(months.stream().filter(line -> line.startsWith("DETAIL")))
                    .hasSize(24);
            assertThat(months.stream()
                            .filter(line -> !line.startsWith("DETAIL"))
                            .toList())
                    .isEqualTo(year.stream()
                            .filter(line -> !line.startsWith("DETAIL"))
                            .toList());
        }
    }

    /** 245 CNY on average, as in the year that was told of. */
    private void travel() {
        var random = new SplittableRandom(2025);
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
            for (int n = 0; n < A_DAY; n++) {
                fares.add(fare(day, n, WalletScheme.WECHAT_PAY_HK, "SZM", "CNY", "HKD", random.nextLong(200, 48_829)));
            }
            for (int n = 0; n < BACK_A_DAY; n++) {
                fares.add(fare(
                        day, A_DAY + n, WalletScheme.WEIXIN_PAY, "MTR", "HKD", "CNY", random.nextLong(500, 6_500)));
            }
        });
    }

    private FareConverted fare(
            LocalDate day, int n, WalletScheme scheme, String operator, String from, String to, long minor) {
        Map<String, BigDecimal> perEuro = rates.floorEntry(day).getValue();
        BigDecimal rate = of(perEuro, to).divide(of(perEuro, from), 10, RoundingMode.HALF_EVEN);
        long debit = rate.multiply(BigDecimal.valueOf(minor))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        String journey = "journey:tap:g:" + day + "-" + n;
        return FareConverted.newBuilder()
                .setEventId("conversion:fare:" + journey + ":0")
                .setOccurredAt(
                        day.atTime(8, 0).plusMinutes(5L * n).atZone(HONG_KONG).toInstant())
                .setRiderId(scheme + ":r" + n)
                .setWalletScheme(scheme)
                .setFareId("fare:" + journey + ":0")
                .setJourneyId(journey)
                .setKind(FareKind.FARE)
                .setOperatorId(operator)
                .setCity(from.equals("HKD") ? "hong-kong" : "shenzhen")
                .setTerritory(from.equals("HKD") ? "HK" : "CN")
                .setBusinessDay(day)
                .setFareMinor(minor)
                .setFareCurrency(from)
                .setWalletMinor(debit)
                .setWalletCurrency(to)
                .setSpreadMinor(0)
                .setRate(rate.toPlainString())
                .setRateIds(List.of())
                .setSpreadBasisPoints(0)
                .setTapIds(List.of())
                .setMidMinor(debit)
                .setRatePolicy(RatePolicy.AT_TAP)
                .build();
    }

    /** Each day, pair of sides and pair of currencies rounded once, half up, at the day's rates. */
    private List<String> expected() {
        Map<String, List<BigDecimal>> sums = new TreeMap<>();
        for (LocalDate day : FIRST.datesUntil(LAST.plusDays(1)).toList()) {
            Map<String, BigDecimal> perEuro = rates.floorEntry(day).getValue();
            for (String sides : List.of("HK,CN CNY", "CN,HK HKD")) {
                String currency = sides.substring(6);
                List<FareConverted> ofDay = fares.stream()
                        .filter(fare -> fare.getBusinessDay().equals(day)
                                && fare.getFareCurrency().equals(currency))
                        .toList();
                long fare =
                        ofDay.stream().mapToLong(FareConverted::getFareMinor).sum();
                long cny = currency.equals("CNY")
                        ? fare
                        : ofDay.stream()
                                .mapToLong(FareConverted::getWalletMinor)
                                .sum();
                BigDecimal usd = BigDecimal.valueOf(cny)
                        .multiply(of(perEuro, "USD"))
                        .divide(of(perEuro, "CNY"), MathContext.DECIMAL128)
                        .setScale(0, RoundingMode.HALF_UP);
                sums.merge(
                        sides,
                        List.of(
                                BigDecimal.valueOf(ofDay.size()),
                                BigDecimal.valueOf(fare),
                                BigDecimal.valueOf(cny),
                                usd),
                        YearIT::plus);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> "DETAIL,,2025," + sum.getKey().substring(0, 5) + ","
                        + sum.getValue().getFirst() + "," + sum.getValue().getFirst() + ","
                        + major(sum.getValue().get(1)) + "," + sum.getKey().substring(6) + ","
                        + major(sum.getValue().get(2)) + ",CNY,"
                        + major(sum.getValue().get(3)) + ",USD")
                .toList();
    }

    private static BigDecimal of(Map<String, BigDecimal> perEuro, String currency) {
        return Objects.requireNonNull(perEuro.get(currency), currency);
    }

    private static List<BigDecimal> plus(List<BigDecimal> sums, List<BigDecimal> more) {
        List<BigDecimal> all = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            all.add(sums.get(i).add(more.get(i)));
        }
        return all;
    }

    private static String major(BigDecimal minor) {
        return minor.movePointLeft(2).setScale(2).toPlainString();
    }

    private long count(String currency) {
        return fares.stream()
                .filter(fare -> fare.getFareCurrency().equals(currency))
                .count();
    }

    /** What the ledger's own accounts say that is to be paid to an operator, its batches closed. */
    private static String ledger(EmbeddedStack stack, String operator, String currency) throws SQLException {
        try (var connection = DriverManager.getConnection(stack.jdbcUrl("wallet"), stack.username(), stack.password());
                var statement = connection.prepareStatement(
                        "select -sum(amount_minor) from journal_line where account = ? and currency = ?")) {
            statement.setString(1, "operator-settlement:" + operator);
            statement.setString(2, currency);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return major(rows.getBigDecimal(1));
            }
        }
    }

    /** By date of publication; of each date, units of a currency for one euro. */
    private static NavigableMap<LocalDate, Map<String, BigDecimal>> rates() {
        try {
            var rates = new TreeMap<LocalDate, Map<String, BigDecimal>>();
            List<String> lines = Files.readAllLines(ROOT.resolve("deploy/tariffs/published/ecb-reference-rates.csv"));
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                rates.put(
                        LocalDate.parse(cells[0]),
                        Map.of(
                                "USD", new BigDecimal(cells[1]),
                                "CNY", new BigDecimal(cells[2]),
                                "HKD", new BigDecimal(cells[3])));
            }
            return rates;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<FxRate> published() {
        List<FxRate> published = new ArrayList<>();
        rates.subMap(FIRST.minusDays(5), true, LAST, true)
                .forEach((date, perEuro) -> perEuro.forEach((quote, rate) -> {
                    String id = "ECB:EUR/" + quote + ":" + date;
                    published.add(FxRate.newBuilder()
                            .setEventId("rate:" + id)
                            .setOccurredAt(date.atTime(16, 0)
                                    .atZone(ZoneId.of("Europe/Berlin"))
                                    .toInstant())
                            .setRateId(id)
                            .setSource("ECB")
                            .setBase("EUR")
                            .setQuote(quote)
                            .setRate(rate.toPlainString())
                            .setDate(date)
                            .build());
                }));
        return published;
    }

    private static ReplayTick tick() {
        Instant after =
                LAST.plusDays(1).atTime(LocalTime.of(5, 0)).atZone(HONG_KONG).toInstant();
        return ReplayTick.newBuilder()
                .setEventId("tick:year:" + after)
                .setOccurredAt(after)
                .setClockId("year")
                .build();
    }

    private static ServiceProcess service(EmbeddedStack stack, LineService service, String database) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "WALLET_CLOCK",
                "replay",
                "WALLET_REPLAY_ALLOWED",
                "true",
                "REPORTING_ACCESS",
                "open",
                "REPORTING_OPEN_ACCESS_ALLOWED",
                "true",
                "QUARKUS_DATASOURCE_USERNAME",
                stack.username(),
                "QUARKUS_DATASOURCE_PASSWORD",
                stack.password(),
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                stack.reactiveUrl(database),
                "QUARKUS_DATASOURCE_JDBC_URL",
                stack.jdbcUrl(database)));
        return ServiceProcess.start(
                stack,
                service,
                new ServiceProcess.How(ROOT, Path.of("target/year-" + service.id() + ".log"), JVM, environment));
    }

    private static void await(EmbeddedStack stack, ServiceProcess service, String group, Topic topic, long records) {
        try (var progress = new GroupProgress(stack.bootstrapServers(), topic)) {
            service.process().awaitReady(() -> progress.done(group) >= records, LIMIT);
        }
    }

    private static List<String> statement(URI service, String by) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(service.resolve(
                                    "/v1/reports/statement.csv?from=" + FIRST + "&to=" + LAST + "&by=" + by))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body().lines().toList();
        }
    }
}

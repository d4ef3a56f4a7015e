package io.baytap.sandbox.published;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a fare costs a wallet in another currency, by the ECB's reference rates. */
public final class ReferenceRates {

    private static final LocalTime PUBLISHED_AT = LocalTime.of(16, 0);
    private static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");
    private static final Duration AGE_MAX = Duration.ofDays(5);
    private static final BigDecimal BASIS_POINT = new BigDecimal("0.0001");

    private record PerEuro(BigDecimal usd, BigDecimal cny, BigDecimal hkd) {

        BigDecimal of(String currency) {
            return switch (currency) {
                case "USD" -> usd;
                case "CNY" -> cny;
                case "HKD" -> hkd;
                default -> throw new IllegalArgumentException("no reference rate for " + currency);
            };
        }
    }

    /** By the instant of publication. */
    private final TreeMap<Instant, PerEuro> days = new TreeMap<>();

    private final BigDecimal spreadBasisPoints;

    ReferenceRates(Path folder, int spreadBasisPoints) {
        this.spreadBasisPoints = BigDecimal.valueOf(spreadBasisPoints);
        Table.read(folder, "ecb-reference-rates.csv").forEach(row -> {
            if (!row.getField("CNY").equals("N/A") && !row.getField("HKD").equals("N/A")) {
                days.put(
                        publication(LocalDate.parse(row.getField("Date"))),
                        new PerEuro(
                                new BigDecimal(row.getField("USD")),
                                new BigDecimal(row.getField("CNY")),
                                new BigDecimal(row.getField("HKD"))));
            }
        });
    }

    /** When the rate of that date comes out. */
    public static Instant publication(LocalDate date) {
        return date.atTime(PUBLISHED_AT).atZone(FRANKFURT).toInstant();
    }

    /**
     * What the wallet pays: the fare at the mid rate, and the spread on top, each rounded half-even. Cards that pay in USD are
     * converted by who issued them: then this is an estimate, and without a spread.
     *
     * @return minor units of {@code walletCurrency}; empty if no rate not older than five days is in force
     */
    public Optional<Long> walletMinor(long fareMinor, String fareCurrency, String walletCurrency, Instant at) {
        if (fareCurrency.equals(walletCurrency)) {
            return Optional.of(fareMinor);
        }
        return rate(fareCurrency, walletCurrency, at)
                .map(rate -> withSpread(
                        fareMinor, rate, walletCurrency.equals("USD") ? BigDecimal.ZERO : spreadBasisPoints));
    }

    /** The mid rate in force: units of {@code to} for one of {@code from}; empty if none is that is not older than five days. */
    public Optional<BigDecimal> rate(String from, String to, Instant at) {
        if (from.equals(to)) {
            return Optional.of(BigDecimal.ONE);
        }
        Map.Entry<Instant, PerEuro> inForce = days.floorEntry(at);
        if (inForce == null || Duration.between(inForce.getKey(), at).compareTo(AGE_MAX) > 0) {
            return Optional.empty();
        }
        PerEuro perEuro = inForce.getValue();
        return Optional.of(perEuro.of(to).divide(perEuro.of(from), 10, RoundingMode.HALF_EVEN));
    }

    private static long withSpread(long fareMinor, BigDecimal rate, BigDecimal spreadBasisPoints) {
        BigDecimal mid = BigDecimal.valueOf(fareMinor).multiply(rate).setScale(0, RoundingMode.HALF_EVEN);
        BigDecimal spread =
                mid.multiply(spreadBasisPoints).multiply(BASIS_POINT).setScale(0, RoundingMode.HALF_EVEN);
        return mid.add(spread).longValueExact();
    }
}

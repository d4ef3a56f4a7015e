package io.baytap.fx.domain;

import io.baytap.schemas.BankCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What a quotation must satisfy to be believed. Checked are the crossed pairs, not the euro's: the euro itself moved by
 * 2.7 % on 2025-04-03 without a fault, while the dollar, the Hong Kong dollar and the yuan hold to each other.
 */
public final class RateGuard {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency HKD = Currency.getInstance("HKD");
    private static final Currency USD = Currency.getInstance("USD");

    /** The convertibility zone that the Hong Kong Monetary Authority undertakes to hold. */
    private static final BigDecimal ZONE_FLOOR = new BigDecimal("7.75");

    private static final BigDecimal ZONE_CEILING = new BigDecimal("7.85");

    private static final BigDecimal HALF_A_UNIT = new BigDecimal("0.00005");
    private static final BigDecimal BASIS_POINTS = BigDecimal.valueOf(10_000);
    private static final Pair USD_HKD = new Pair(USD, HKD);
    private static final List<Pair> BANDED = List.of(new Pair(USD, CNY), new Pair(HKD, CNY));

    private final BankCalendar mainland;
    private final int dailyBandBasisPoints;

    /**
     * @param mainland the yuan moves on its business days
     * @param dailyBandBasisPoints how far a pair with the yuan may move in one of them: the People's Bank's band is 200
     */
    public RateGuard(BankCalendar mainland, int dailyBandBasisPoints) {
        this.mainland = mainland;
        this.dailyBandBasisPoints = dailyBandBasisPoints;
    }

    /** The last accepted rate of a pair before a quotation. */
    public interface Accepted {
        Optional<CrossRate> before(Quotation quotation, Pair pair);
    }

    /** The first reason not to believe it; empty if there is none. */
    public Optional<RefusalReason> judge(Quotation quotation, Accepted accepted) {
        return zone(quotation)
                .or(() -> BANDED.stream()
                        .flatMap(pair -> band(quotation, pair, accepted).stream())
                        .findFirst());
    }

    private Optional<RefusalReason> zone(Quotation quotation) {
        return quotation.cross(USD, HKD).flatMap(rate -> {
            BigDecimal doubt = rate.value().multiply(roundingOf(quotation));
            boolean inside = rate.value().add(doubt).compareTo(ZONE_FLOOR) >= 0
                    && rate.value().subtract(doubt).compareTo(ZONE_CEILING) <= 0;
            return inside
                    ? Optional.empty()
                    : Optional.of(new RefusalReason.OutsideZone(USD_HKD, rate.value(), ZONE_FLOOR, ZONE_CEILING));
        });
    }

    /**
     * How far a cross may be off because its legs were published with four decimals, as a fraction of it: the sum, over
     * the legs, of half a unit of the fourth by the value. At the edges of the zone ECB's figures cross to 7.74998 and
     * 7.85004.
     */
    private static BigDecimal roundingOf(Quotation quotation) {
        return quotation.rates().values().stream()
                .filter(rate -> !rate.quote().equals(CNY))
                .map(rate -> HALF_A_UNIT.divide(rate.value(), CrossRate.SCALE, RoundingMode.UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Optional<RefusalReason> band(Quotation quotation, Pair pair, Accepted accepted) {
        return quotation
                .cross(pair.base(), pair.quote())
                .flatMap(rate -> accepted.before(quotation, pair).flatMap(reference -> {
                    long days = Math.max(1, mainland.openDays(reference.date(), rate.date()));
                    long allowed = days * dailyBandBasisPoints;
                    BigDecimal move = rate.value().subtract(reference.value()).abs();
                    boolean inside = move.multiply(BASIS_POINTS)
                                    .compareTo(reference.value().multiply(BigDecimal.valueOf(allowed)))
                            <= 0;
                    return inside
                            ? Optional.<RefusalReason>empty()
                            : Optional.of(new RefusalReason.OutsideBand(
                                    pair, rate.value(), reference.value(), reference.date(), allowed));
                }));
    }
}

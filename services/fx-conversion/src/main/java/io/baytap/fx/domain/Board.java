package io.baytap.fx.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The board of rates, as an exchange counter hangs it out: what a rider's fare is converted at now. */
public record Board(Instant at, List<Row> rows) {

    /** Decimals on the board. */
    public static final int SCALE = 6;

    /** What hangs out: the three currencies of the Greater Bay Area, and the dollar for reports. */
    public static final List<Pair> PAIRS =
            List.of("HKD/CNY", "HKD/MOP", "CNY/MOP", "USD/HKD", "USD/CNY", "USD/MOP").stream()
                    .map(Pair::of)
                    .toList();

    /** One pair; null if no usable rate is known. */
    public record Row(Pair pair, @Nullable Prices prices) {}

    /**
     * Units of the quote currency for one of the base currency.
     *
     * @param buy what one gets for a base unit: a wallet in the base currency pays for a fare in the quote currency
     * @param sell what one pays for a base unit: a wallet in the quote currency pays for a fare in the base currency
     */
    public record Prices(
            BigDecimal buy, BigDecimal mid, BigDecimal sell, Instant inForceFrom, LocalDate date, String source) {}

    public static Board at(Instant at, RateBook rates, Spreads spreads) {
        return new Board(
                at,
                PAIRS.stream()
                        .map(pair -> new Row(
                                pair,
                                find(pair, at, rates)
                                        .map(rate -> prices(pair, rate, spreads))
                                        .orElse(null)))
                        .toList());
    }

    private static Optional<CrossRate> find(Pair pair, Instant at, RateBook rates) {
        return rates.find(pair.base(), pair.quote(), at);
    }

    /** Whoever pays in the base currency is charged the inverse plus the spread: so the buying price divides by it. */
    private static Prices prices(Pair pair, CrossRate rate, Spreads spreads) {
        return new Prices(
                rate.value().divide(factor(spreads.basisPoints(pair.base())), SCALE, RoundingMode.DOWN),
                rate.value().setScale(SCALE, RoundingMode.HALF_EVEN),
                rate.value().multiply(factor(spreads.basisPoints(pair.quote()))).setScale(SCALE, RoundingMode.UP),
                rate.inForceFrom(),
                rate.date(),
                rate.source());
    }

    private static BigDecimal factor(int basisPoints) {
        return BigDecimal.ONE.add(BigDecimal.valueOf(basisPoints, 4));
    }
}

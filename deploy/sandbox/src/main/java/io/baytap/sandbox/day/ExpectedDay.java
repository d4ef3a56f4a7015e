package io.baytap.sandbox.day;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What should come out in the end, looked up in the published tables.
 *
 * @param cardRates what foreign cards pay for one of each currency, in USD times 10^8; the provider is told to convert by them
 */
public record ExpectedDay(
        LocalDate day, long seed, ExpectedTaps taps, List<ExpectedRider> riders, Map<String, Long> cardRates) {

    /** Without foreign cards. */
    public ExpectedDay(LocalDate day, long seed, ExpectedTaps taps, List<ExpectedRider> riders) {
        this(day, seed, taps, riders, Map.of());
    }

    /** What a card pays for that much: minor units of USD, rounded half up. */
    public long cardMinor(long minor, String currency) {
        return BigDecimal.valueOf(minor)
                .multiply(BigDecimal.valueOf(Objects.requireNonNull(cardRates.get(currency), currency)))
                .movePointLeft(8)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** Journeys of all riders. */
    public long journeys() {
        return riders.stream().mapToLong(rider -> rider.journeys().size()).sum();
    }
}

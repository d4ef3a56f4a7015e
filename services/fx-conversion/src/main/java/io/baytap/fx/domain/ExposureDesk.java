package io.baytap.fx.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where open amounts are kept and dealt. Its clock is the latest journey it has heard of: a past day that is replayed
 * closes as it did, and the first journey after a cut-off closes a quiet line's day.
 */
public final class ExposureDesk {

    private final TradingDay tradingDay;

    public ExposureDesk(TradingDay tradingDay) {
        this.tradingDay = tradingDay;
    }

    /**
     * The value date under which an exposure is kept: its own, or, if that one's cut-off has passed, the first to come.
     * What comes late is dealt with the next deal; a deal is never struck again.
     */
    public LocalDate openDate(LocalDate valueDate, Instant latest) {
        return latest.isBefore(tradingDay.cutOffOf(valueDate)) ? valueDate : tradingDay.valueDate(latest);
    }

    /** Those whose cut-off has passed, the earliest value date first. */
    public List<Exposure> due(List<Exposure> open, Instant latest) {
        return open.stream()
                .filter(each -> !latest.isBefore(tradingDay.cutOffOf(each.valueDate())))
                .sorted(Comparator.comparing(Exposure::valueDate)
                        .thenComparing(each -> each.pair().toString()))
                .toList();
    }

    /** The deal that closes an exposure, at the rate in force at its cut-off; empty while no usable rate is known. */
    public Optional<Deal> close(Exposure exposure, RateBook rates) {
        Pair pair = exposure.pair();
        return rates.find(pair.base(), pair.quote(), tradingDay.cutOffOf(exposure.valueDate()))
                .map(rate -> Deal.close(exposure, rate));
    }
}

package io.baytap.sandbox.day;

import io.baytap.sandbox.day.ExpectedAdjustment.Kind;
import io.baytap.sandbox.published.Published;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one rider's journeys cost with each other: transfers, then interchange discounts, then the caps of the day. */
final class JointFares {

    /**
     * A journey with what it owes to the others.
     *
     * @param adjustments the surcharge first
     * @param netMinor what is to be paid
     */
    record Result(Travelled journey, List<ExpectedAdjustment> adjustments, long netMinor) {}

    private final Published published;
    private final OwnFares ownFares;

    private long busLeftMinor = Terms.BUS_CAP_MINOR;
    private long railLeftMinor = Terms.RAIL_CAP_MINOR;
    private final List<Travelled> before = new ArrayList<>();
    private final Set<Travelled> gave = new HashSet<>();

    /** One rider's; another rider needs another. */
    JointFares(Published published, OwnFares ownFares) {
        this.published = published;
        this.ownFares = ownFares;
    }

    /** @param journeys one rider's of one day, in the order of their first taps */
    List<Result> of(List<Travelled> journeys) {
        return journeys.stream().map(this::of).toList();
    }

    private Result of(Travelled journey) {
        List<ExpectedAdjustment> adjustments = new ArrayList<>();
        add(adjustments, Kind.SURCHARGE, journey.surchargeMinor());
        long minor = journey.aloneMinor();
        if (journey.complete()) {
            minor += add(adjustments, Kind.TRANSFER, -transferDiscount(journey, minor));
            minor += add(adjustments, Kind.INTERCHANGE, -interchangeDiscount(journey, minor));
            minor += add(adjustments, Kind.CAP, -capCut(journey, minor));
            before.add(journey);
        }
        return new Result(journey, List.copyOf(adjustments), minor + journey.surchargeMinor());
    }

    private static long add(List<ExpectedAdjustment> adjustments, Kind kind, long amountMinor) {
        if (amountMinor != 0) {
            adjustments.add(new ExpectedAdjustment(kind, amountMinor));
        }
        return amountMinor;
    }

    /** From the last KMB journey on a route with two-way sections to one without, both in the afternoon. */
    private long transferDiscount(Travelled journey, long minor) {
        Travelled last = last(journey, "KMB", "KMB");
        boolean changes = last != null
                && ownFares.isAfterChange(last.departs())
                && published.hasSections(last.ride().route())
                && !published.hasSections(journey.ride().route())
                && within(last.departs(), journey, Terms.TRANSFER);
        return changes ? Math.min(minor, Terms.TRANSFER_MINOR) : 0;
    }

    private long interchangeDiscount(Travelled journey, long minor) {
        Travelled bus = last(journey, "KMB", Terms.HEAVY_RAIL);
        Travelled rail = last(journey, Terms.HEAVY_RAIL, Published.SHENZHEN);
        Travelled metro = last(journey, Published.SHENZHEN, Terms.HEAVY_RAIL);
        long fromBus = gives(bus, journey, Terms.BUS_TO_RAIL) ? Math.min(minor, Terms.INTERCHANGE_MINOR) : 0;
        long fromRail = gives(rail, journey, Terms.OVER_THE_BORDER)
                ? Math.min(minor, inCurrencyOf(journey, Terms.INTERCHANGE_MINOR, RoundingMode.HALF_EVEN))
                : 0;
        long fromMetro = gives(metro, journey, Terms.OVER_THE_BORDER) ? minor * Terms.BACK_PERCENT / 100 : 0;
        long highest = Math.max(fromBus, Math.max(fromRail, fromMetro));
        if (highest > 0) {
            gave.add(fromBus == highest ? bus : fromRail == highest ? rail : metro);
        }
        return highest;
    }

    /** The latest complete journey there, for a journey here; null where there is none. */
    private @Nullable Travelled last(Travelled journey, String from, String to) {
        return journey.network().equals(to)
                ? before.reversed().stream()
                        .filter(earlier -> earlier.network().equals(from))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private boolean gives(@Nullable Travelled from, Travelled journey, Duration limit) {
        return from != null && !gave.contains(from) && within(from.arrives(), journey, limit);
    }

    private static boolean within(Instant since, Travelled journey, Duration limit) {
        return Duration.between(since, journey.departs()).compareTo(limit) <= 0;
    }

    private long capCut(Travelled journey, long minor) {
        boolean bus = Terms.BUS_CAP.contains(journey.network());
        if (!bus && !Terms.RAIL_CAP.contains(journey.network())) {
            return 0;
        }
        long left = bus ? busLeftMinor : railLeftMinor;
        // Rounded up where it counts, down where it is charged.
        long counted = rate(journey.currency(), "HKD", journey)
                .multiply(BigDecimal.valueOf(minor))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        long spent = Math.min(counted, left);
        if (bus) {
            busLeftMinor -= spent;
        } else {
            railLeftMinor -= spent;
        }
        return counted <= left ? 0 : Math.max(0, minor - inCurrencyOf(journey, left, RoundingMode.FLOOR));
    }

    private long inCurrencyOf(Travelled journey, long hkdMinor, RoundingMode rounding) {
        return rate("HKD", journey.currency(), journey)
                .multiply(BigDecimal.valueOf(hkdMinor))
                .setScale(0, rounding)
                .longValueExact();
    }

    private BigDecimal rate(String from, String to, Travelled journey) {
        return published
                .rates()
                .rate(from, to, journey.departs())
                .orElseThrow(() -> Expectations.noRate(journey.departs()));
    }
}

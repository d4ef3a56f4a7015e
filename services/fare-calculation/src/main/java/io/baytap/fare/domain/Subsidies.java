package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What subsidies come to: benefits that a rider is paid after the month, computed as fares are assessed.
 *
 * @param changes against what was published before
 * @param accrued what was published by then, by {@link Totals#key}
 */
public record Subsidies(List<Accrual> changes, Totals accrued) {

    /**
     * A change of a month's subsidy.
     *
     * @param rule {@code scheme:<id>/<subsidy>}
     * @param month its first day
     * @param amount what is added; negative when fares were paid back
     */
    public record Accrual(String rule, LocalDate month, Money amount) {}

    /** The benefit for what was spent in a month: a share of what is above the threshold, rounded down, up to the maximum. */
    public static Money of(Scheme.Subsidy subsidy, Money spent) {
        Money above = Money.max(Money.zero(spent.currency()), spent.minus(subsidy.threshold()));
        long share = BigInteger.valueOf(above.minor())
                .multiply(BigInteger.valueOf(subsidy.share().numerator()))
                .divide(BigInteger.valueOf(subsidy.share().denominator()))
                .longValueExact();
        return Money.min(subsidy.max(), new Money(share, spent.currency()));
    }

    /**
     * What is new.
     *
     * @param forgotten spending by journeys that are no longer known
     * @param spent spending by those that are
     * @param published what was published before
     */
    static Subsidies since(List<Scheme> schemes, Totals forgotten, Map<String, Money> spent, Totals published) {
        if (spent.isEmpty() && published.isEmpty()) {
            return new Subsidies(List.of(), published);
        }
        List<Accrual> changes = new ArrayList<>();
        Set<String> keys = new TreeSet<>(spent.keySet());
        keys.addAll(published.minorByKey().keySet());
        Map<String, Long> accrued = new HashMap<>(published.minorByKey());
        for (Scheme scheme : schemes) {
            for (Scheme.Subsidy subsidy : scheme.subsidies()) {
                String prefix = scheme.id() + "/" + subsidy.id() + "/";
                for (String key : keys) {
                    if (!key.startsWith(prefix)) {
                        continue;
                    }
                    Money total = forgotten
                            .get(key, scheme.currency())
                            .plus(spent.getOrDefault(key, Money.zero(scheme.currency())));
                    Money benefit = of(subsidy, total);
                    Money change = benefit.minus(published.get(key, scheme.currency()));
                    if (!change.isZero()) {
                        LocalDate month = LocalDate.parse(key.substring(prefix.length()));
                        changes.add(new Accrual("scheme:" + scheme.id() + "/" + subsidy.id(), month, change));
                        accrued.put(key, benefit.minor());
                        accrued.values().removeIf(minor -> minor == 0);
                    }
                }
            }
        }
        return new Subsidies(changes, changes.isEmpty() ? published : new Totals(accrued));
    }
}

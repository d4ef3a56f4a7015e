package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a rider has spent under each cap and subsidy in each of its periods. Of journeys that are forgotten only this is left.
 *
 * @param minorByKey whole minor units of the scheme's currency, by scheme, rule and first day of the period
 */
public record Totals(Map<String, Long> minorByKey) {

    /** A month, and a day for the time zone. */
    private static final int LONGEST_PERIOD_DAYS = 32;

    public static Totals none() {
        return new Totals(Map.of());
    }

    static String key(Scheme scheme, String ruleId, LocalDate periodStart) {
        return scheme.id() + "/" + ruleId + "/" + periodStart;
    }

    Money get(String key, Currency currency) {
        return new Money(minorByKey.getOrDefault(key, 0L), currency);
    }

    boolean isEmpty() {
        return minorByKey.isEmpty();
    }

    /** With these added, and without those of periods that ended before that time: nothing can fall into them any more. */
    Totals plus(Map<String, Money> spent, Instant oldest) {
        Map<String, Long> sums = new TreeMap<>(minorByKey);
        spent.forEach((key, amount) -> sums.merge(key, amount.minor(), Math::addExact));
        LocalDate before = LocalDate.ofInstant(oldest, ZoneOffset.UTC).minusDays(LONGEST_PERIOD_DAYS);
        sums.keySet()
                .removeIf(key ->
                        LocalDate.parse(key.substring(key.lastIndexOf('/') + 1)).isBefore(before));
        return new Totals(sums);
    }

    /** When the last of their periods has ended for certain; empty if there is none. */
    Optional<Instant> keptUntil() {
        return minorByKey.keySet().stream()
                .map(Totals::periodStart)
                .max(Comparator.naturalOrder())
                .map(start -> start.plusDays(LONGEST_PERIOD_DAYS + 1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
    }

    private static LocalDate periodStart(String key) {
        return LocalDate.parse(key.substring(key.lastIndexOf('/') + 1));
    }

    /** What is counted while journeys are billed in time order. */
    static final class Count {
        private final Totals before;
        private final Map<String, Money> added = new HashMap<>();

        Count(Totals before) {
            this.before = before;
        }

        Money spent(String key, Currency currency) {
            Money since = added.get(key);
            return since == null
                    ? before.get(key, currency)
                    : before.get(key, currency).plus(since);
        }

        void add(String key, Money amount) {
            added.merge(key, amount, Money::plus);
        }

        Map<String, Money> added() {
            return added;
        }
    }
}

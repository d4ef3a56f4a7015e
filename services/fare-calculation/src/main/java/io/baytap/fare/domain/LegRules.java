package io.baytap.fare.domain;

import static io.baytap.fare.domain.LegRule.ANY;

import io.baytap.schemas.Money;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The leg rules of one network, found by area of origin and area of destination. */
public final class LegRules {

    private final Map<String, Map<String, List<LegRule>>> byOrigin = new HashMap<>();
    private final Set<String> destinations = new HashSet<>();
    private final EmptyFields empty;
    private final @Nullable Money highest;

    /**
     * What an empty area means. With a column {@code rule_priority}: any. Without it: any that no rule of the feed names, so
     * that a rule which does name it comes first.
     *
     * @param notOrigins areas that an empty {@code from_area_id} does not mean
     * @param notDestinations areas that an empty {@code to_area_id} does not mean
     */
    public record EmptyFields(Set<String> notOrigins, Set<String> notDestinations) {
        public static final EmptyFields MEAN_ANY = new EmptyFields(Set.of(), Set.of());
    }

    /** When a leg begins and when it ends, by the operator's clock. */
    record Times(LocalDateTime departs, LocalDateTime arrives) {}

    public LegRules(Collection<LegRule> rules, EmptyFields empty) {
        this.empty = empty;
        for (LegRule rule : rules) {
            byOrigin.computeIfAbsent(rule.from(), _ -> new HashMap<>())
                    .computeIfAbsent(rule.to(), _ -> new ArrayList<>(1))
                    .add(rule);
            destinations.add(rule.to());
        }
        byOrigin.values().forEach(byDestination -> byDestination.replaceAll((_, same) -> ranked(same)));
        highest = rules.stream().map(LegRule::fare).reduce(Money::max).orElse(null);
    }

    /** The highest fare of all rules, whatever the day. */
    public Optional<Money> highest() {
        return Optional.ofNullable(highest);
    }

    /** True if some rule, on some day, begins in one of the first areas and ends in one of the second. */
    public boolean covers(Set<String> from, Set<String> to) {
        return find(from, to, null) != null;
    }

    /** True if some rule, on some day, begins or ends in one of these areas. */
    public boolean touch(Set<String> areas) {
        return byOrigin.containsKey(ANY)
                || destinations.contains(ANY)
                || areas.stream().anyMatch(area -> byOrigin.containsKey(area) || destinations.contains(area));
    }

    /** The rule for a leg whose two ends are known. */
    @Nullable
    LegRule find(Set<String> from, Set<String> to, @Nullable Times times) {
        LegRule best = meansAny(from, empty.notOrigins()) ? strongestFrom(byOrigin.get(ANY), to, times) : null;
        for (String origin : from) {
            best = stronger(best, strongestFrom(byOrigin.get(origin), to, times));
        }
        return best;
    }

    /** Of the rules for every possible other end, the dearest: who does not say where he alights pays to the terminus. */
    @Nullable
    LegRule findDearestFrom(Set<String> from, @Nullable Times times) {
        LegRule dearest = find(from, Set.of(), times);
        for (String origin : from) {
            dearest = dearestOf(dearest, byOrigin.get(origin), from, times);
        }
        return dearestOf(dearest, byOrigin.get(ANY), from, times);
    }

    /** The cheapest ride from there to anywhere else that is sold; what is free is no ride. */
    Optional<LegRule> findLowestFrom(Set<String> from, Times times) {
        LegRule lowest = null;
        for (String destination : destinations) {
            LegRule rule = destination.equals(ANY) ? null : find(from, Set.of(destination), times);
            if (rule != null
                    && !rule.fare().isZero()
                    && (lowest == null || rule.fare().compareTo(lowest.fare()) < 0)) {
                lowest = rule;
            }
        }
        return Optional.ofNullable(lowest);
    }

    /** The dearest for who pays on alighting and does not say where he boarded. */
    @Nullable
    LegRule findDearestTo(Set<String> to, @Nullable Times times) {
        LegRule dearest = null;
        for (String origin : byOrigin.keySet()) {
            dearest = dearer(dearest, find(origin.equals(ANY) ? Set.of() : Set.of(origin), to, times));
        }
        return dearest;
    }

    private @Nullable LegRule dearestOf(
            @Nullable LegRule dearest,
            @Nullable Map<String, List<LegRule>> byDestination,
            Set<String> from,
            @Nullable Times times) {
        if (byDestination == null) {
            return dearest;
        }
        LegRule found = dearest;
        for (String destination : byDestination.keySet()) {
            found = dearer(found, find(from, destination.equals(ANY) ? Set.of() : Set.of(destination), times));
        }
        return found;
    }

    private @Nullable LegRule strongestFrom(
            @Nullable Map<String, List<LegRule>> byDestination, Set<String> to, @Nullable Times times) {
        if (byDestination == null) {
            return null;
        }
        LegRule best = meansAny(to, empty.notDestinations()) ? firstApplying(byDestination.get(ANY), times) : null;
        for (String destination : to) {
            best = stronger(best, firstApplying(byDestination.get(destination), times));
        }
        return best;
    }

    private static boolean meansAny(Set<String> areas, Set<String> not) {
        for (String area : areas) {
            if (not.contains(area)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable LegRule firstApplying(@Nullable List<LegRule> ranked, @Nullable Times times) {
        if (ranked == null) {
            return null;
        }
        for (LegRule rule : ranked) {
            if (times == null || rule.appliesAt(times.departs(), times.arrives())) {
                return rule;
            }
        }
        return null;
    }

    private static @Nullable LegRule stronger(@Nullable LegRule a, @Nullable LegRule b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return LegRule.STRONGEST_FIRST.compare(a, b) <= 0 ? a : b;
    }

    private static @Nullable LegRule dearer(@Nullable LegRule a, @Nullable LegRule b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return b.fare().compareTo(a.fare()) > 0 ? b : a;
    }

    private static List<LegRule> ranked(List<LegRule> rules) {
        return rules.stream().sorted(LegRule.STRONGEST_FIRST).toList();
    }
}

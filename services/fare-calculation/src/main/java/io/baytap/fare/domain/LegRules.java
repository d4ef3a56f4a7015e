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
    private final @Nullable Money highest;

    public LegRules(Collection<LegRule> rules) {
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
    public boolean covers(Collection<String> from, Collection<String> to) {
        return strongest(from, to, null) != null;
    }

    /** True if some rule, on some day, begins or ends in one of these areas. */
    public boolean touch(Collection<String> areas) {
        return byOrigin.containsKey(ANY)
                || destinations.contains(ANY)
                || areas.stream().anyMatch(area -> byOrigin.containsKey(area) || destinations.contains(area));
    }

    /** The rule for a leg whose two ends are known. */
    @Nullable
    LegRule find(Collection<String> from, Collection<String> to, LocalDateTime local) {
        return strongest(from, to, local);
    }

    /** Of the rules for every possible other end, the dearest: who does not say where he alights pays to the terminus. */
    @Nullable
    LegRule findDearestFrom(Collection<String> from, LocalDateTime local) {
        LegRule dearest = strongest(from, Set.of(), local);
        for (String origin : from) {
            dearest = dearestOf(dearest, byOrigin.get(origin), from, local);
        }
        return dearestOf(dearest, byOrigin.get(ANY), from, local);
    }

    /** The same for who pays on alighting and does not say where he boarded. */
    @Nullable
    LegRule findDearestTo(Collection<String> to, LocalDateTime local) {
        LegRule dearest = null;
        for (String origin : byOrigin.keySet()) {
            dearest = dearer(dearest, strongest(Set.of(origin), to, local));
        }
        return dearest;
    }

    private @Nullable LegRule dearestOf(
            @Nullable LegRule dearest,
            @Nullable Map<String, List<LegRule>> byDestination,
            Collection<String> from,
            LocalDateTime local) {
        if (byDestination == null) {
            return dearest;
        }
        LegRule found = dearest;
        for (String destination : byDestination.keySet()) {
            found = dearer(found, strongest(from, Set.of(destination), local));
        }
        return found;
    }

    private @Nullable LegRule strongest(Collection<String> from, Collection<String> to, @Nullable LocalDateTime local) {
        LegRule best = strongestFrom(byOrigin.get(ANY), to, local);
        for (String origin : from) {
            best = stronger(best, strongestFrom(byOrigin.get(origin), to, local));
        }
        return best;
    }

    private static @Nullable LegRule strongestFrom(
            @Nullable Map<String, List<LegRule>> byDestination, Collection<String> to, @Nullable LocalDateTime local) {
        if (byDestination == null) {
            return null;
        }
        LegRule best = firstApplying(byDestination.get(ANY), local);
        for (String destination : to) {
            best = stronger(best, firstApplying(byDestination.get(destination), local));
        }
        return best;
    }

    private static @Nullable LegRule firstApplying(@Nullable List<LegRule> ranked, @Nullable LocalDateTime local) {
        if (ranked == null) {
            return null;
        }
        for (LegRule rule : ranked) {
            if (local == null || rule.appliesAt(local)) {
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

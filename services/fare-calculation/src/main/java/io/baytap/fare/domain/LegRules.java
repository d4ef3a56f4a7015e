package io.baytap.fare.domain;

import static io.baytap.fare.domain.LegRule.ANY;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import io.baytap.schemas.Money;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The leg rules of one network, found by area of origin and area of destination. */
public final class LegRules {

    private final Map<String, Origin> byOrigin = new HashMap<>();
    private final Origin fromAny;
    private final Set<String> destinations = new HashSet<>();
    private final EmptyFields empty;
    private final @Nullable Money highest;
    private final boolean timed;

    /** By the areas of the known end: what was found before, if no rule depends on the time. As many as areas have stops. */
    private final Map<Set<String>, Optional<LegRule>> dearestFrom = new ConcurrentHashMap<>();

    private final Map<Set<String>, Optional<LegRule>> dearestTo = new ConcurrentHashMap<>();

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

    /** The rules from one origin by destination, the strongest first. */
    private record Origin(Map<String, List<LegRule>> byDestination, List<LegRule> toAny) {

        static Origin of(List<LegRule> rules) {
            Map<String, List<LegRule>> byDestination = new HashMap<>(rules.stream()
                    .sorted(LegRule.STRONGEST_FIRST)
                    .collect(groupingBy(LegRule::to, toUnmodifiableList())));
            List<LegRule> toAny = byDestination.remove(ANY);
            return new Origin(byDestination, toAny == null ? List.of() : toAny);
        }

        boolean isEmpty() {
            return byDestination.isEmpty() && toAny.isEmpty();
        }
    }

    public LegRules(Collection<LegRule> rules, EmptyFields empty) {
        this.empty = empty;
        rules.stream()
                .collect(groupingBy(LegRule::from))
                .forEach((from, leaving) -> byOrigin.put(from, Origin.of(leaving)));
        fromAny = Objects.requireNonNullElseGet(byOrigin.remove(ANY), () -> Origin.of(List.of()));
        rules.forEach(rule -> destinations.add(rule.to()));
        highest = rules.stream().map(LegRule::fare).reduce(Money::max).orElse(null);
        timed = rules.stream().anyMatch(LegRule::isTimed);
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
        return !fromAny.isEmpty()
                || destinations.contains(ANY)
                || areas.stream().anyMatch(area -> byOrigin.containsKey(area) || destinations.contains(area));
    }

    /**
     * The rule for a leg whose two ends are known.
     *
     * @param times null: on any day
     */
    @Nullable
    LegRule find(Set<String> from, Set<String> to, @Nullable LegTimes times) {
        LegRule best = fromAny.isEmpty() || !meansAny(from, empty.notOrigins()) ? null : strongest(fromAny, to, times);
        for (String area : from) {
            Origin origin = byOrigin.get(area);
            best = origin == null ? best : stronger(best, strongest(origin, to, times));
        }
        return best;
    }

    /** Of the rules for every possible other end, the dearest: who does not say where he alights pays to the terminus. */
    @Nullable
    LegRule findDearestFrom(Set<String> from, LegTimes times) {
        return remembered(dearestFrom, from, () -> {
            LegRule dearest = find(from, Set.of(), times);
            for (String area : from) {
                Origin origin = byOrigin.get(area);
                dearest = origin == null ? dearest : dearestOf(dearest, origin, from, times);
            }
            return dearestOf(dearest, fromAny, from, times);
        });
    }

    /** The cheapest ride from there to anywhere else that is sold; what is free is no ride. */
    Optional<LegRule> findLowestFrom(Set<String> from, LegTimes times) {
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
    LegRule findDearestTo(Set<String> to, LegTimes times) {
        return remembered(dearestTo, to, () -> {
            LegRule dearest = fromAny.isEmpty() ? null : find(Set.of(), to, times);
            for (String origin : byOrigin.keySet()) {
                dearest = dearer(dearest, find(Set.of(origin), to, times));
            }
            return dearest;
        });
    }

    private @Nullable LegRule remembered(
            Map<Set<String>, Optional<LegRule>> found, Set<String> areas, Supplier<@Nullable LegRule> search) {
        if (timed) {
            return search.get();
        }
        Optional<LegRule> before = found.get(areas);
        return before != null
                ? before.orElse(null)
                : found.computeIfAbsent(areas, _ -> Optional.ofNullable(search.get()))
                        .orElse(null);
    }

    private @Nullable LegRule dearestOf(@Nullable LegRule dearest, Origin origin, Set<String> from, LegTimes times) {
        LegRule found = origin.toAny().isEmpty() ? dearest : dearer(dearest, find(from, Set.of(), times));
        for (String destination : origin.byDestination().keySet()) {
            found = dearer(found, find(from, Set.of(destination), times));
        }
        return found;
    }

    private @Nullable LegRule strongest(Origin origin, Set<String> to, @Nullable LegTimes times) {
        boolean toAny = !origin.toAny().isEmpty() && meansAny(to, empty.notDestinations());
        LegRule best = toAny ? firstApplying(origin.toAny(), times) : null;
        for (String area : to) {
            List<LegRule> ranked = origin.byDestination().get(area);
            best = ranked == null ? best : stronger(best, firstApplying(ranked, times));
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

    private static @Nullable LegRule firstApplying(List<LegRule> ranked, @Nullable LegTimes times) {
        for (LegRule rule : ranked) {
            if (times == null || rule.appliesAt(times)) {
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
}

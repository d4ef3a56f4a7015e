package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The transfer rules of a feed, by which legs that follow each other cost less together. Rules are matched and costs
 * processed as the GTFS reference has it under {@code fare_transfer_rules.txt}. It leaves open where one sub-journey ends and
 * the next begins; here that is decided for the rider: the cheapest way to divide the legs, so that they never cost more than
 * one by one.
 */
public final class Transfers {

    /** Legs with a longer pause between them are no transfer, whatever the rule; so what is older can be forgotten. */
    public static final Duration PAUSE_MAX = Duration.ofHours(6);

    private static final String ANY = "";

    private final List<TransferRule> rules;
    private final Set<String> namedFrom = new HashSet<>();
    private final Set<String> namedTo = new HashSet<>();

    public Transfers(List<TransferRule> rules) {
        this.rules = List.copyOf(rules);
        rules.forEach(rule -> {
            namedFrom.add(rule.from());
            namedTo.add(rule.to());
        });
    }

    public static Transfers none() {
        return new Transfers(List.of());
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /**
     * What a leg costs as part of its sub-journey.
     *
     * @param fare at most what it costs alone
     * @param rule the transfer rule that led to it; null if it began a sub-journey
     */
    public record Fared(Money fare, @Nullable String rule) {}

    /** Divides legs, which are in time order, into sub-journeys at the lowest cost. One result per leg. */
    public List<Fared> apply(List<TransferLeg> legs) {
        int count = legs.size();
        long[] lowest = new long[count + 1];
        SubJourney[] last = new SubJourney[count + 1];
        Arrays.fill(lowest, 1, count + 1, Long.MAX_VALUE);
        for (int start = 0; start < count; start++) {
            var sub = new SubJourney(legs.get(start));
            for (int next = start + 1; ; next++) {
                long total = Math.addExact(lowest[start], Math.max(0, sub.totalMinor()));
                // Of equal costs the shorter end: what was priced before a leg came stays as it was.
                if (total <= lowest[next]) {
                    lowest[next] = total;
                    last[next] = sub.copy();
                }
                if (next == count || !extend(sub, legs.get(next))) {
                    break;
                }
            }
        }
        List<Fared> fared = new ArrayList<>(count);
        for (int end = count; end > 0; end -= last[end].size()) {
            fared.addAll(last[end].fared().reversed());
        }
        Collections.reverse(fared);
        return fared;
    }

    /** The rule for the transfer from the end of a sub-journey to a further leg; empty if they are separate. */
    Optional<TransferRule> find(SubJourney sub, TransferLeg next) {
        String from = sub.last().legGroupId();
        String to = next.legGroupId();
        List<TransferRule> matching = rules.stream()
                .filter(rule -> rule.from().equals(from) && rule.to().equals(to))
                .toList();
        Stream<TransferRule> found = matching.isEmpty()
                ? rules.stream().filter(rule -> means(rule.from(), from, namedFrom) && means(rule.to(), to, namedTo))
                : matching.stream();
        return found.filter(rule -> rule.coversTransfer(sub.transfersInARow(rule) + 1)
                        && rule.isWithinLimit(sub.firstInARow(rule), next))
                .min(Comparator.comparingInt(Transfers::countMax)
                        .thenComparing(TransferRule::product)
                        .thenComparingInt(TransferRule::row));
    }

    private boolean extend(SubJourney sub, TransferLeg next) {
        if (Duration.between(sub.last().arrives(), next.departs()).compareTo(PAUSE_MAX) > 0) {
            return false;
        }
        Optional<TransferRule> rule = find(sub, next);
        rule.ifPresent(found -> sub.add(next, found));
        return rule.isPresent();
    }

    private static boolean means(String named, String group, Set<String> allNamed) {
        return named.equals(ANY) ? !allNamed.contains(group) : named.equals(group);
    }

    /** Of rules for different numbers of transfers the tightest is chosen. */
    private static int countMax(TransferRule rule) {
        return rule.countMax() == TransferRule.NO_LIMIT ? Integer.MAX_VALUE : rule.countMax();
    }
}

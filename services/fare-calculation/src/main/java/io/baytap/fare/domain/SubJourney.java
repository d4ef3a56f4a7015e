package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.util.ArrayList;
import java.util.List;

/** Legs that transfer rules make one, and what they cost together. */
final class SubJourney {

    private final List<TransferLeg> legs;
    private final List<TransferRule> rules;

    /** What the legs up to and including each cost together, in minor units. */
    private final List<Long> totals;

    SubJourney(TransferLeg first) {
        this(
                new ArrayList<>(List.of(first)),
                new ArrayList<>(),
                new ArrayList<>(List.of(first.fare().minor())));
    }

    private SubJourney(List<TransferLeg> legs, List<TransferRule> rules, List<Long> totals) {
        this.legs = legs;
        this.rules = rules;
        this.totals = totals;
    }

    SubJourney copy() {
        return new SubJourney(List.copyOf(legs), List.copyOf(rules), List.copyOf(totals));
    }

    int size() {
        return legs.size();
    }

    TransferLeg last() {
        return legs.getLast();
    }

    long totalMinor() {
        return totals.getLast();
    }

    void add(TransferLeg leg, TransferRule rule) {
        long before = totals.getLast();
        long transfer = rule.product().minor();
        totals.add(
                switch (rule.cost()) {
                    case FROM_AND_TRANSFER -> Math.addExact(before, transfer);
                    case FROM_TRANSFER_AND_TO ->
                        Math.addExact(before, Math.addExact(transfer, leg.fare().minor()));
                    // Of a later transfer the reference says S + BC: what was paid before stays.
                    case TRANSFER -> rules.isEmpty() ? transfer : Math.addExact(before, transfer);
                });
        legs.add(leg);
        rules.add(rule);
    }

    /** How many of the last transfers that rule has covered without a break. */
    int transfersInARow(TransferRule rule) {
        int count = 0;
        while (count < rules.size() && rules.get(rules.size() - 1 - count).isOfSameGroups(rule)) {
            count++;
        }
        return count;
    }

    /** Where the time of that rule began to run. */
    TransferLeg firstInARow(TransferRule rule) {
        return legs.get(legs.size() - 1 - transfersInARow(rule));
    }

    /**
     * The cost together, as a fare for each leg: what it added to it, but never less than nothing nor more than the leg
     * costs alone; what that leaves over is with the legs before it.
     */
    List<Transfers.Fared> fared() {
        long[] minor = new long[legs.size()];
        long allotted = 0;
        for (int i = 0; i < minor.length; i++) {
            minor[i] = Math.clamp(totals.get(i) - allotted, 0, aloneMinor(i));
            allotted = settle(minor, i, allotted + minor[i], Math.max(totals.get(i), 0));
        }
        List<Transfers.Fared> fared = new ArrayList<>(minor.length);
        for (int i = 0; i < minor.length; i++) {
            fared.add(new Transfers.Fared(
                    new Money(minor[i], legs.get(i).fare().currency()),
                    i == 0 ? null : rules.get(i - 1).label()));
        }
        return fared;
    }

    /** Moves fares up to that leg, the last first, until they add up to the total, or to the most that the legs can bear. */
    private long settle(long[] minor, int upTo, long allotted, long total) {
        long sum = allotted;
        for (int i = upTo; i >= 0 && sum != total; i--) {
            long change = Math.clamp(total - sum, -minor[i], aloneMinor(i) - minor[i]);
            minor[i] += change;
            sum += change;
        }
        return sum;
    }

    private long aloneMinor(int leg) {
        return legs.get(leg).fare().minor();
    }
}

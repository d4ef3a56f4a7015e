package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a rider's taps come to, against what was published before.
 *
 * @param changes to be published, in order
 * @param history what is known after that
 * @param nextExpiry when to look again although no tap came: a journey that lacks one is no longer waited for, or an exchange
 *     rate is missing; null if there is no need
 * @param unpriced journeys for which no tariff has a fare any more; what was published for them stays
 */
public record Assessment(
        List<FareChange> changes,
        RiderHistory history,
        @Nullable Instant nextExpiry,
        int unpriced) {

    /** How long until a scheme that lacked an exchange rate is tried again. */
    static final Duration RATE_RETRY = Duration.ofMinutes(1);

    /**
     * Derives all journeys anew and publishes the differences. A journey whose taps are those it was last priced with keeps
     * its own fare, whatever the tariff says by now; what it owes to others (transfers, caps) follows theirs.
     */
    public static Assessment of(RiderHistory history, Rulebook rules, Instant now) {
        var work = new Work(history, rules, now);
        List<Alone> alone = new ArrayList<>();
        Map<String, Journey> journeys = new HashMap<>();
        for (Journey journey : JourneyRules.pair(history.taps(), rules.tariffs())) {
            journeys.put(journey.id(), journey);
            work.alone(journey).ifPresent(alone::add);
        }
        Billing.Result billed = Billing.of(alone, history.spent(), rules, Trail.NONE);
        for (Bill bill : billed.bills()) {
            work.publish(bill, journeys.get(bill.alone().journeyId()));
        }
        history.assessed().values().stream()
                .filter(before -> !journeys.containsKey(before.journeyId()))
                .forEach(work::withdraw);
        if (billed.lacksRate()) {
            work.lookAgain(now.plus(RATE_RETRY));
        }
        Subsidies subsidies = Subsidies.since(rules.schemes(), history.spent(), billed.spent(), history.accrued());
        return new Assessment(
                work.changes(subsidies.changes()),
                new RiderHistory(history.taps(), work.assessed, history.spent(), subsidies.accrued()),
                work.nextExpiry,
                work.unpriced);
    }

    private static final class Work {
        private final Map<String, Assessed> assessed;
        private final Rulebook rules;
        private final Instant now;
        private final List<FareChange> changes = new ArrayList<>();
        private @Nullable Instant nextExpiry;
        private int unpriced;

        Work(RiderHistory history, Rulebook rules, Instant now) {
            this.assessed = new TreeMap<>(history.assessed());
            this.rules = rules;
            this.now = now;
        }

        /** What a journey costs by itself; empty while it waits for a tap, and where no tariff has a fare for it. */
        Optional<Alone> alone(Journey journey) {
            Assessed before = assessed.get(journey.id());
            if (before != null && before.alone() != null && before.tapIds().equals(journey.tapIds())) {
                return Optional.of(alone(journey, before.alone()));
            }
            Optional<JourneyFare> fare = rules.tariffs()
                    .find(journey.first().terms().operatorId(), journey.first().at())
                    .flatMap(tariff -> FareRules.fare(journey, tariff, now));
            if (fare.isEmpty() && journey.lacksTap() && now.isBefore(journey.expiry())) {
                lookAgain(journey.expiry());
                if (before != null) {
                    // Its other tap went to another journey: like any that still lacks one, it costs nothing yet.
                    withdraw(before);
                }
            } else if (fare.isEmpty()) {
                unpriced++;
            }
            return fare.map(found -> alone(journey, found));
        }

        private static Alone alone(Journey journey, JourneyFare fare) {
            return new Alone(
                    journey.id(),
                    journey.first().terms().operatorId(),
                    journey.first().at(),
                    journey.last().at(),
                    fare);
        }

        void lookAgain(Instant at) {
            nextExpiry = nextExpiry == null || at.isBefore(nextExpiry) ? at : nextExpiry;
        }

        void publish(Bill bill, @Nullable Journey journey) {
            if (journey == null) {
                return;
            }
            Assessed before = assessed.get(journey.id());
            Money net = bill.net();
            JourneyFare alone = bill.alone().fare();
            if (before != null
                    && before.net().equals(net)
                    && before.complete() == alone.complete()
                    && before.tapIds().equals(journey.tapIds())) {
                return;
            }
            Terms terms = journey.first().terms();
            Assessed after = new Assessed(
                    journey.id(),
                    before == null ? 0 : before.revision() + 1,
                    net,
                    before == null ? journey.last().at() : before.fareAt(),
                    journey.tapIds(),
                    terms.operatorId(),
                    terms.city(),
                    terms.territory(),
                    alone);
            publish(before, after, bill.adjustments(), alone.tariffVersion());
        }

        /** A journey that is none: its taps turned out to belong to others. */
        void withdraw(Assessed before) {
            if (before.tapIds().isEmpty()) {
                return;
            }
            Assessed after = new Assessed(
                    before.journeyId(),
                    before.revision() + 1,
                    Money.zero(before.net().currency()),
                    before.fareAt(),
                    List.of(),
                    before.operatorId(),
                    before.city(),
                    before.territory(),
                    null);
            String version = rules.tariffs()
                    .find(before.operatorId(), before.fareAt())
                    .map(Tariff::version)
                    .orElse("none");
            publish(before, after, List.of(), version);
        }

        private void publish(
                @Nullable Assessed before, Assessed after, List<Adjustment> adjustments, String tariffVersion) {
            assessed.put(after.journeyId(), after);
            Money delta = before == null ? after.net() : after.net().minus(before.net());
            String corrects = before == null ? null : before.fareId();
            changes.add(new FareChange(after, delta, corrects, adjustments, List.of(), tariffVersion));
        }

        /** Subsidies change only when fares do; they go with the last of them. */
        List<FareChange> changes(List<Subsidies.Accrual> accruals) {
            if (!accruals.isEmpty() && !changes.isEmpty()) {
                changes.add(changes.removeLast().with(accruals));
            }
            return List.copyOf(changes);
        }
    }
}

package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        List<Journey> journeys = JourneyRules.pair(history.taps(), rules.tariffs());
        List<Journey> priced = new ArrayList<>(journeys.size());
        List<Alone> alone = new ArrayList<>(journeys.size());
        for (Journey journey : journeys) {
            work.alone(journey).ifPresent(fare -> {
                priced.add(journey);
                alone.add(fare);
            });
        }
        Billing.Result billed = Billing.of(alone, history.spent(), rules, Trail.NONE);
        for (int i = 0; i < priced.size(); i++) {
            work.publish(billed.bills().get(i), priced.get(i));
        }
        work.withdrawAllBut(journeys);
        if (billed.lacksRate()) {
            work.lookAgain(now.plus(RATE_RETRY));
        }
        Subsidies subsidies = Subsidies.since(rules.schemes(), history.spent(), billed.spent(), history.accrued());
        return new Assessment(
                work.changes(subsidies.changes()),
                new RiderHistory(history.taps(), work.after(), history.spent(), subsidies.accrued()),
                work.nextExpiry,
                work.unpriced);
    }

    private static final class Work {
        private final Map<String, Assessed> before;
        private final Map<String, Assessed> changed = new LinkedHashMap<>(2);
        private final Rulebook rules;
        private final Instant now;
        private final List<FareChange> changes = new ArrayList<>();
        private @Nullable Instant nextExpiry;
        private int unpriced;

        Work(RiderHistory history, Rulebook rules, Instant now) {
            this.before = history.assessed();
            this.rules = rules;
            this.now = now;
        }

        /** What a journey costs by itself; empty while it waits for a tap, and where no tariff has a fare for it. */
        Optional<Alone> alone(Journey journey) {
            Assessed known = before.get(journey.id());
            if (known != null && known.alone() != null && journey.consistsOf(known.tapIds())) {
                return Optional.of(alone(journey, known.alone()));
            }
            Optional<JourneyFare> fare = rules.tariffs()
                    .find(journey.first().terms().operatorId(), journey.first().at())
                    .flatMap(tariff -> FareRules.fare(journey, tariff, now));
            if (fare.isEmpty() && journey.lacksTap() && now.isBefore(journey.expiry())) {
                lookAgain(journey.expiry());
                if (known != null) {
                    // Its other tap went to another journey: like any that still lacks one, it costs nothing yet.
                    withdraw(known);
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

        /** What is known by now. */
        Map<String, Assessed> after() {
            if (changed.isEmpty()) {
                return before;
            }
            Map<String, Assessed> after = new LinkedHashMap<>(before);
            after.putAll(changed);
            return after;
        }

        void publish(Bill bill, Journey journey) {
            Assessed known = before.get(journey.id());
            Money net = bill.net();
            JourneyFare alone = bill.alone().fare();
            if (known != null
                    && known.net().equals(net)
                    && known.complete() == alone.complete()
                    && journey.consistsOf(known.tapIds())) {
                return;
            }
            Terms terms = journey.first().terms();
            Assessed after = new Assessed(
                    journey.id(),
                    known == null ? 0 : known.revision() + 1,
                    net,
                    known == null ? journey.last().at() : known.fareAt(),
                    journey.tapIds(),
                    terms.operatorId(),
                    terms.city(),
                    terms.territory(),
                    alone);
            publish(known, after, journey.first().at(), bill.adjustments(), alone.tariffVersion());
        }

        /** What was published as a journey and is none any more. */
        void withdrawAllBut(List<Journey> journeys) {
            int known = 0;
            for (Journey journey : journeys) {
                known += before.containsKey(journey.id()) ? 1 : 0;
            }
            if (known < before.size()) {
                Set<String> ids = journeys.stream().map(Journey::id).collect(Collectors.toSet());
                before.values().stream()
                        .filter(fare -> !ids.contains(fare.journeyId()))
                        .forEach(this::withdraw);
            }
        }

        /** A journey that is none: its taps turned out to belong to others. */
        void withdraw(Assessed known) {
            if (known.tapIds().isEmpty()) {
                return;
            }
            Assessed after = new Assessed(
                    known.journeyId(),
                    known.revision() + 1,
                    Money.zero(known.net().currency()),
                    known.fareAt(),
                    List.of(),
                    known.operatorId(),
                    known.city(),
                    known.territory(),
                    null);
            String version = rules.tariffs()
                    .find(known.operatorId(), known.fareAt())
                    .map(Tariff::version)
                    .orElse("none");
            publish(known, after, null, List.of(), version);
        }

        private void publish(
                @Nullable Assessed known,
                Assessed after,
                @Nullable Instant beganAt,
                List<Adjustment> adjustments,
                String tariffVersion) {
            changed.put(after.journeyId(), after);
            Money delta = known == null ? after.net() : after.net().minus(known.net());
            String corrects = known == null ? null : known.fareId();
            changes.add(new FareChange(after, beganAt, delta, corrects, adjustments, List.of(), tariffVersion));
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

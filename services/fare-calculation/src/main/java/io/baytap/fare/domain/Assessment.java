package io.baytap.fare.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a rider's taps come to, against what was published before.
 *
 * @param changes to be published, in order
 * @param history what is known after that
 * @param nextExpiry when the next journey that lacks a tap is no longer waited for; null if none does
 * @param unpriced journeys for which no tariff has a fare any more; what was published for them stays
 */
public record Assessment(
        List<FareChange> changes,
        RiderHistory history,
        @Nullable Instant nextExpiry,
        int unpriced) {

    /**
     * Derives all journeys anew and publishes the differences. A journey whose taps are those it was last priced with keeps
     * its fare, whatever the tariff says by now.
     */
    public static Assessment of(RiderHistory history, Tariffs tariffs, Instant now) {
        var work = new Work(new TreeMap<>(history.assessed()));
        Set<String> ids = new HashSet<>();
        for (Journey journey : JourneyRules.pair(history.taps())) {
            ids.add(journey.id());
            work.assess(journey, tariffs, now);
        }
        for (Assessed before : history.assessed().values()) {
            if (!ids.contains(before.journeyId())) {
                work.withdraw(before, tariffs);
            }
        }
        return new Assessment(
                work.changes, new RiderHistory(history.taps(), work.assessed), work.nextExpiry, work.unpriced);
    }

    private static final class Work {
        private final Map<String, Assessed> assessed;
        private final List<FareChange> changes = new ArrayList<>();
        private @Nullable Instant nextExpiry;
        private int unpriced;

        Work(Map<String, Assessed> assessed) {
            this.assessed = assessed;
        }

        void assess(Journey journey, Tariffs tariffs, Instant now) {
            Assessed before = assessed.get(journey.id());
            if (before != null && before.tapIds().equals(journey.tapIds())) {
                return;
            }
            Optional<JourneyFare> fare = tariffs.find(journey.first().terms().operatorId())
                    .flatMap(tariff -> FareRules.fare(journey, tariff, now));
            if (fare.isPresent()) {
                publish(journey, before, fare.get());
            } else if (journey.lacksTap() && now.isBefore(journey.expiry())) {
                nextExpiry =
                        nextExpiry == null || journey.expiry().isBefore(nextExpiry) ? journey.expiry() : nextExpiry;
                if (before != null) {
                    // Its other tap went to another journey: like any journey that still lacks one, it costs nothing
                    // yet.
                    withdraw(before, tariffs);
                }
            } else {
                unpriced++;
            }
        }

        private void publish(Journey journey, @Nullable Assessed before, JourneyFare fare) {
            Terms terms = journey.first().terms();
            Assessed after = new Assessed(
                    journey.id(),
                    before == null ? 0 : before.revision() + 1,
                    fare.fare(),
                    fare.complete(),
                    before == null ? journey.last().at() : before.fareAt(),
                    journey.tapIds(),
                    terms.operatorId(),
                    terms.city(),
                    terms.territory());
            publish(before, after, fare.legs(), fare.tariffVersion());
        }

        /** A journey that is none: its taps turned out to belong to others. */
        void withdraw(Assessed before, Tariffs tariffs) {
            if (before.tapIds().isEmpty()) {
                return;
            }
            Assessed after = new Assessed(
                    before.journeyId(),
                    before.revision() + 1,
                    Money.zero(before.net().currency()),
                    true,
                    before.fareAt(),
                    List.of(),
                    before.operatorId(),
                    before.city(),
                    before.territory());
            String version =
                    tariffs.find(before.operatorId()).map(Tariff::version).orElse("none");
            publish(before, after, List.of(), version);
        }

        private void publish(@Nullable Assessed before, Assessed after, List<Leg> legs, String tariffVersion) {
            assessed.put(after.journeyId(), after);
            Money delta = before == null ? after.net() : after.net().minus(before.net());
            changes.add(new FareChange(after, delta, before == null ? null : before.fareId(), legs, tariffVersion));
        }
    }
}

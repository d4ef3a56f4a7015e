package io.baytap.sandbox.day;

import io.baytap.sandbox.provider.Behaviour;
import io.baytap.sandbox.provider.Contract;
import io.baytap.sandbox.published.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The oracle: what every rider should pay, and how every tap should be judged. */
final class Expectations {

    private static final Duration LATE_AFTER = Duration.ofMinutes(5);
    /** Shares of the riders, at least two of each; an assumption of ours. */
    private static final Map<Behaviour, Double> BEHAVIOURS = new TreeMap<>(
            Map.of(Behaviour.DECLINE, 0.002, Behaviour.TIMEOUT, 0.001, Behaviour.LATE, 0.002, Behaviour.TWICE, 0.002));

    private final Published published;
    private final SplittableRandom random;

    Expectations(Published published, SplittableRandom random) {
        this.published = published;
        this.random = random;
    }

    /** In the order of rider ids. */
    List<ExpectedRider> riders(List<Trip> trips, List<PlannedTap> taps) {
        Map<Integer, List<PlannedTap>> accepted =
                taps.stream().filter(tap -> tap.refusal() == null).collect(Collectors.groupingBy(PlannedTap::trip));
        Map<Rider, List<ExpectedJourney>> journeys = new LinkedHashMap<>();
        for (int i = 0; i < trips.size(); i++) {
            Trip trip = trips.get(i);
            journeys.computeIfAbsent(trip.rider(), _ -> new ArrayList<>())
                    .add(journey(trip, accepted.getOrDefault(i, List.of())));
        }
        List<Rider> riders = journeys.keySet().stream()
                .sorted(Comparator.comparing(Rider::riderId))
                .toList();
        Map<Rider, Behaviour> behaviours = behaviours(riders);
        return riders.stream()
                .map(rider -> expected(
                        rider,
                        behaviours.getOrDefault(rider, Behaviour.NORMAL),
                        journeys.getOrDefault(rider, List.of())))
                .toList();
    }

    private static ExpectedRider expected(Rider rider, Behaviour behaviour, List<ExpectedJourney> journeys) {
        return new ExpectedRider(
                rider.riderId(),
                rider.scheme().name(),
                rider.account(),
                Contract.idOf(rider.scheme(), rider.account()),
                rider.scheme().currency(),
                behaviour,
                List.copyOf(journeys));
    }

    /** @param taps of the trip that are to be accepted, in time order */
    private ExpectedJourney journey(Trip trip, List<PlannedTap> taps) {
        Service service = trip.ride().service();
        boolean complete = trip.fault() != Fault.MISSING_ENTRY && trip.fault() != Fault.MISSING_EXIT;
        boolean between = service.collection() == io.baytap.sandbox.day.Collection.STATIONS;
        long fare = complete
                ? trip.ride().fareMinor()
                : published.highestFare(trip.ride().route().routeId());
        Instant at = (between ? taps.getLast() : taps.getFirst()).occurredAt();
        String currency = service.city().currency();
        String walletCurrency = trip.rider().scheme().currency();
        long wallet = published
                .rates()
                .walletMinor(fare, currency, walletCurrency, at)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no reference rate is in force at " + at + ": choose a day that the rate table covers"));
        return new ExpectedJourney(
                "journey:" + taps.getFirst().eventId(),
                service.operatorId(),
                service.id(),
                at,
                fare,
                currency,
                wallet,
                walletCurrency,
                complete);
    }

    private Map<Rider, Behaviour> behaviours(List<Rider> riders) {
        Map<Rider, Behaviour> behaviours = new HashMap<>();
        List<Rider> order = Popularity.shuffled(riders, random);
        int next = 0;
        for (Map.Entry<Behaviour, Double> share : BEHAVIOURS.entrySet()) {
            int count = Math.max(2, (int) Math.round(share.getValue() * riders.size()));
            for (int i = 0; i < count && next < order.size(); i++) {
                behaviours.put(order.get(next), share.getKey());
                next++;
            }
        }
        return behaviours;
    }

    static ExpectedTaps taps(Collection<Batch> batches) {
        long resent = 0;
        long resentBatches = 0;
        Map<String, Long> verdicts = new TreeMap<>();
        Map<String, Long> refused = new TreeMap<>();
        for (Batch batch : batches) {
            if (batch.refusal() != null) {
                refused.merge(batch.refusal(), (long) batch.taps().size(), Long::sum);
            } else if (batch.resend()) {
                resent += batch.taps().size();
                resentBatches++;
            } else {
                batch.taps().forEach(tap -> verdicts.merge(verdict(batch, tap), 1L, Long::sum));
            }
        }
        long sent = verdicts.values().stream().mapToLong(Long::longValue).sum();
        Long accepted = verdicts.remove(ACCEPTED);
        Long late = verdicts.remove(LATE);
        return new ExpectedTaps(
                sent,
                accepted == null ? 0 : accepted,
                late == null ? 0 : late,
                verdicts,
                resent,
                resentBatches,
                refused);
    }

    static final String ACCEPTED = "ACCEPTED";
    static final String LATE = "LATE";

    /** ACCEPTED, LATE, or the reason code of a rejection. */
    static String verdict(Batch batch, PlannedTap tap) {
        if (tap.refusal() != null) {
            return tap.refusal();
        }
        return Duration.between(tap.occurredAt(), batch.sentAt()).compareTo(LATE_AFTER) > 0 ? LATE : ACCEPTED;
    }
}

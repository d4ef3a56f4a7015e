package io.baytap.sandbox.day;

import io.baytap.sandbox.gates.Pseudonyms;
import io.baytap.sandbox.provider.Behaviour;
import io.baytap.sandbox.provider.Contract;
import io.baytap.sandbox.published.Published;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
    private final OwnFares ownFares;
    private final Pseudonyms pseudonyms;
    private final SplittableRandom random;

    Expectations(Published published, LocalDate day, Pseudonyms pseudonyms, SplittableRandom random) {
        this.published = published;
        this.ownFares = new OwnFares(published, day);
        this.pseudonyms = pseudonyms;
        this.random = random;
    }

    /** In the order of schemes and accounts: by whatever keys riders have their pseudonyms, the day is the same. */
    List<ExpectedRider> riders(List<Trip> trips, List<PlannedTap> taps) {
        Map<Integer, List<PlannedTap>> accepted =
                taps.stream().filter(tap -> tap.refusal() == null).collect(Collectors.groupingBy(PlannedTap::trip));
        Map<Rider, List<Travelled>> journeys = new LinkedHashMap<>();
        for (int i = 0; i < trips.size(); i++) {
            Trip trip = trips.get(i);
            journeys.computeIfAbsent(trip.rider(), _ -> new ArrayList<>())
                    .add(ownFares.of(trip.ride(), accepted.getOrDefault(i, List.of())));
        }
        List<Rider> riders = journeys.keySet().stream()
                .sorted(Comparator.comparing((Rider rider) -> rider.scheme().name())
                        .thenComparing(Rider::account))
                .toList();
        Map<Rider, Behaviour> behaviours = behaviours(riders);
        return riders.stream()
                .map(rider -> expected(
                        rider,
                        behaviours.getOrDefault(rider, Behaviour.NORMAL),
                        journeys.getOrDefault(rider, List.of())))
                .toList();
    }

    private ExpectedRider expected(Rider rider, Behaviour behaviour, List<Travelled> journeys) {
        List<Travelled> inTime = journeys.stream()
                .sorted(Comparator.comparing(Travelled::departs))
                .toList();
        return new ExpectedRider(
                pseudonyms.riderId(rider.scheme(), rider.account()),
                rider.scheme().name(),
                rider.account(),
                Contract.idOf(rider.scheme(), rider.account()),
                rider.scheme().currency(),
                behaviour,
                new JointFares(published, ownFares)
                        .of(inTime).stream()
                                .map(result -> journey(rider, result))
                                .toList());
    }

    private ExpectedJourney journey(Rider rider, JointFares.Result result) {
        Travelled journey = result.journey();
        String walletCurrency = rider.scheme().currency();
        long wallet = published
                .rates()
                .walletMinor(result.netMinor(), journey.currency(), walletCurrency, journey.arrives())
                .orElseThrow(() -> noRate(journey.arrives()));
        return new ExpectedJourney(
                journey.journeyId(),
                journey.ride().service().operatorId(),
                journey.network(),
                journey.arrives(),
                journey.aloneMinor(),
                journey.rebateMinor(),
                result.adjustments(),
                result.netMinor(),
                journey.currency(),
                wallet,
                walletCurrency,
                journey.complete(),
                journey.notes());
    }

    static IllegalArgumentException noRate(Instant at) {
        return new IllegalArgumentException(
                "no reference rate is in force at " + at + ": choose a day that the rate table covers");
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

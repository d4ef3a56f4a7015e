package io.baytap.sandbox.day;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Groups taps into what gates send. A connected gate sends after every window of {@link #WINDOW}; a gate that lost the network
 * sends everything since when it is back, some of them the newest tap first. Some batches are sent a second time.
 */
final class Uploads {

    /** Shorter than the five minutes after which a tap counts as late. */
    static final Duration WINDOW = Duration.ofSeconds(290);

    private static final int TAPS_MAX = 500;
    private static final double OFFLINE_VEHICLES = 0.1;
    private static final double OFFLINE_STATIONS = 0.04;
    private static final double RESENT = 0.015;

    private record Offline(Instant from, Instant until) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    private final Instant dayStart;
    private final SplittableRandom random;

    Uploads(Instant dayStart, SplittableRandom random) {
        this.dayStart = dayStart;
        this.random = random;
    }

    /** In the order of sending. */
    List<Batch> of(List<PlannedTap> taps) {
        Map<String, List<PlannedTap>> byGate = taps.stream()
                .collect(Collectors.groupingBy(tap -> tap.gate().gateId(), TreeMap::new, Collectors.toList()));
        Map<String, Offline> offline = offline(byGate);
        List<Batch> batches = new ArrayList<>();
        byGate.forEach((gateId, ofGate) -> batches.addAll(batches(ofGate, offline.get(gateId))));
        batches.addAll(resends(batches));
        batches.sort(Comparator.comparing(Batch::sentAt)
                .thenComparing(batch -> batch.gate().gateId()));
        return batches;
    }

    private List<Batch> batches(List<PlannedTap> taps, @Nullable Offline offline) {
        Map<Instant, List<PlannedTap>> byTime = new LinkedHashMap<>();
        for (PlannedTap tap : taps) {
            byTime.computeIfAbsent(sentAt(tap.at(), offline), _ -> new ArrayList<>())
                    .add(tap);
        }
        List<Batch> batches = new ArrayList<>();
        byTime.forEach((sentAt, together) -> {
            if (offline != null && random.nextInt(2) == 0) {
                Collections.reverse(together);
            }
            for (int from = 0; from < together.size(); from += TAPS_MAX) {
                List<PlannedTap> part = together.subList(from, Math.min(together.size(), from + TAPS_MAX));
                Instant partSentAt = sentAt.plusMillis(from / TAPS_MAX);
                batches.add(new Batch(part.getFirst().gate(), partSentAt, List.copyOf(part), true, false, null));
            }
        });
        return batches;
    }

    private Instant sentAt(Instant at, @Nullable Offline offline) {
        Instant back = offline != null && offline.holds(at) ? offline.until : at;
        long windows = Duration.between(dayStart, back).dividedBy(WINDOW);
        return dayStart.plus(WINDOW.multipliedBy(windows + 1));
    }

    private Map<String, Offline> offline(Map<String, List<PlannedTap>> byGate) {
        Map<String, Offline> offline = new TreeMap<>();
        for (boolean fixed : new boolean[] {false, true}) {
            List<String> candidates = Popularity.shuffled(
                    byGate.entrySet().stream()
                            .filter(entry -> canLoseNetwork(entry.getValue(), fixed))
                            .map(Map.Entry::getKey)
                            .toList(),
                    random);
            double share = fixed ? OFFLINE_STATIONS : OFFLINE_VEHICLES;
            int count = Math.min(candidates.size(), Math.max(2, (int) (candidates.size() * share)));
            for (String gateId : candidates.subList(0, count)) {
                List<PlannedTap> taps = byGate.getOrDefault(gateId, List.of());
                offline.put(gateId, fixed ? longSince(taps) : around(taps));
            }
        }
        return offline;
    }

    /** A gate whose clock jumps is left alone: sent hours later its tap would be no longer ahead. */
    private boolean canLoseNetwork(List<PlannedTap> taps, boolean fixed) {
        return taps.getFirst().gate().isFixed() == fixed
                && taps.getFirst().at().isBefore(dayStart.plus(Duration.ofHours(16)))
                && taps.stream().noneMatch(tap -> "CLOCK_AHEAD".equals(tap.refusal()));
    }

    /** Five to seven hours from a tap before two o'clock: journeys that ended there are held at the maximum fare meanwhile, and corrected. */
    private Offline longSince(List<PlannedTap> taps) {
        List<PlannedTap> early = taps.stream()
                .filter(tap -> tap.at().isBefore(dayStart.plus(Duration.ofHours(14))))
                .toList();
        Instant from = (early.isEmpty() ? taps : early)
                .get(random.nextInt(early.isEmpty() ? taps.size() : early.size()))
                .at();
        return new Offline(from, from.plus(Duration.ofMinutes(300 + random.nextInt(120))));
    }

    /** One to four hours around the gate's first tap; over by nine in the evening, before the new exchange rates. */
    private Offline around(List<PlannedTap> taps) {
        Instant first = taps.getFirst().at();
        return new Offline(
                first.minus(Duration.ofMinutes(1 + random.nextInt(50))),
                first.plus(Duration.ofMinutes(40 + random.nextInt(200))));
    }

    private List<Batch> resends(List<Batch> batches) {
        List<Batch> faultless = batches.stream()
                .filter(batch -> batch.taps().stream().allMatch(tap -> tap.refusal() == null))
                .toList();
        int count = Math.min(faultless.size(), Math.max(2, (int) (batches.size() * RESENT)));
        return Popularity.shuffled(faultless, random).subList(0, count).stream()
                .map(batch -> batch.resentAt(batch.sentAt().plus(WINDOW.multipliedBy(1 + random.nextInt(10)))))
                .toList();
    }
}

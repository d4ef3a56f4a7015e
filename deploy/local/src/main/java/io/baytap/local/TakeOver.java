package io.baytap.local;

import io.baytap.schemas.Topic;
import io.baytap.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Watches how the others take over what a killed replica had. Begun right after the kill; all times are the launcher's, to a look.
 */
final class TakeOver {

    private static final long LOOK_MILLIS = 50;
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final LineGroup group;
    private final Replica lost;
    private final Set<TopicPartition> owned;
    private final Set<TopicPartition> written;
    private final long killedAt = System.nanoTime();
    private final Map<TopicPartition, Long> takenAtKill;
    private final Map<TopicPartition, Long> endsAtKill;
    private final Map<TopicPartition, Long> waitingSince = new HashMap<>();
    private final Set<TopicPartition> goneOn = new HashSet<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private long standstillNanos;
    private long heldNanos;
    private boolean complete;

    /** @param owned what the replica had when it was killed; empty if it reads no topic */
    TakeOver(Admin admin, Replica lost, Set<TopicPartition> owned) {
        this.group = new LineGroup(admin, lost.service());
        this.lost = lost;
        this.owned = owned;
        this.written = LineGroup.output(lost.service())
                .map(topic -> written(topic, owned))
                .orElse(Set.of());
        this.takenAtKill = owned.isEmpty() ? Map.of() : group.taken();
        this.endsAtKill = owned.isEmpty() ? group.ends(written) : group.ends(all());
        owned.stream()
                .filter(partition -> endsAtKill.getOrDefault(partition, 0L) - taken(takenAtKill, partition) > 1)
                .forEach(partition -> waitingSince.put(partition, killedAt));
    }

    /** Looks until everything that waited was taken by another; returns when that is so, or after a minute and a half. */
    void watch() {
        try {
            while (!complete && System.nanoTime() - killedAt < LIMIT.toNanos()) {
                complete = owned.isEmpty() ? somethingCameIn() : isTakenOver();
                boolean _ = over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            over.countDown();
        }
    }

    /** Waits that long, or until the watch is over; returns whether it is. */
    boolean await(Duration time) {
        try {
            return over.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** What was seen; after the watch. */
    Summary.Pause pause() {
        return new Summary.Pause(
                lost.service().id(),
                lost.name(),
                owned.size(),
                complete,
                TimeUnit.NANOSECONDS.toMillis(standstillNanos),
                TimeUnit.NANOSECONDS.toMillis(heldNanos));
    }

    /** Of a service without partitions: until another replica's work is seen. */
    private boolean somethingCameIn() {
        standstillNanos = System.nanoTime() - killedAt;
        return group.ends(written).entrySet().stream()
                .anyMatch(end -> end.getValue() > endsAtKill.getOrDefault(end.getKey(), 0L));
    }

    private boolean isTakenOver() {
        Map<TopicPartition, Long> ends = group.ends(owned);
        Map<TopicPartition, Long> taken = group.taken();
        long now = System.nanoTime();
        for (TopicPartition partition : owned) {
            if (ends.getOrDefault(partition, 0L) > endsAtKill.getOrDefault(partition, 0L)) {
                waitingSince.putIfAbsent(partition, now);
            }
            if (waitingSince.containsKey(partition)
                    && taken(taken, partition) > taken(takenAtKill, partition)
                    && goneOn.add(partition)) {
                standstillNanos = Math.max(standstillNanos, now - waitingSince.getOrDefault(partition, now));
            }
        }
        boolean held = group.readable(written).entrySet().stream()
                .anyMatch(end -> end.getValue() < endsAtKill.getOrDefault(end.getKey(), 0L));
        if (held) {
            heldNanos = now - killedAt;
        }
        return !held
                && goneOn.containsAll(waitingSince.keySet())
                && group.ofOthers(lost).containsAll(owned);
    }

    private Set<TopicPartition> all() {
        Set<TopicPartition> all = new HashSet<>(owned);
        all.addAll(written);
        return all;
    }

    private static long taken(Map<TopicPartition, Long> taken, TopicPartition partition) {
        return taken.getOrDefault(partition, 0L);
    }

    /** A record stays on the number of its partition all the way down the line. */
    private static Set<TopicPartition> written(Topic topic, Set<TopicPartition> owned) {
        return IntStream.range(0, Topics.LINE_PARTITIONS)
                .filter(number -> owned.isEmpty() || owned.stream().anyMatch(each -> each.partition() == number))
                .mapToObj(number -> new TopicPartition(topic.name(), number))
                .collect(Collectors.toSet());
    }
}

package io.baytap.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Kills a replica of each service while the day is under way, for good: one after the other, the next when the last one's work was taken
 * over. Which replica of a service, and in which order of services, is by the seed.
 */
final class Drill implements Ordeal {

    /** Until it was taken over gates go on slowly, so that there is work which waits, and the day is not over before. */
    private static final Duration GATE_WAITS = Duration.ofSeconds(1);

    private static final Duration TAKEN_OVER_MAX = Duration.ofMinutes(2);

    private final Line line;
    private final Screen screen;
    private final Admin admin;
    private final List<LineService> targets = new ArrayList<>(Arrays.asList(LineService.values()));
    private final Random random;
    private final List<TakeOver> seen = new ArrayList<>();
    private final List<String> idle = new ArrayList<>();
    private @Nullable TakeOver now;

    Drill(Line line, Screen screen, long seed) {
        this.line = line;
        this.screen = screen;
        this.random = new Random(seed);
        this.admin = Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, line.stack().bootstrapServers()));
        Collections.shuffle(targets, random);
    }

    @Override
    public void advanced(long done, long total, Instant time) {
        TakeOver current = strike(done, total);
        if (current != null) {
            boolean _ = current.await(GATE_WAITS);
        }
    }

    @Override
    public synchronized List<Summary.Pause> pauses() {
        seen.forEach(takeOver -> takeOver.await(TAKEN_OVER_MAX));
        return seen.stream().map(TakeOver::pause).toList();
    }

    @Override
    public synchronized List<String> differences() {
        List<String> differences = new ArrayList<>(idle);
        pauses().stream()
                .filter(pause -> !pause.complete())
                .forEach(pause -> differences.add("nobody took over what " + pause.replica() + " had"));
        targets.subList(seen.size(), targets.size())
                .forEach(service -> differences.add("the day was over before " + service.id() + " was struck"));
        return differences;
    }

    @Override
    public void close() {
        admin.close();
    }

    private synchronized @Nullable TakeOver strike(long done, long total) {
        boolean due = seen.size() < targets.size() && done * (targets.size() + 1) >= total * (seen.size() + 1);
        if (due && (now == null || now.await(Duration.ZERO))) {
            now = strike(targets.get(seen.size()));
            seen.add(now);
        }
        return now;
    }

    private TakeOver strike(LineService service) {
        List<Replica> replicas = line.replicas().of(service);
        Replica target = replicas.get(random.nextInt(replicas.size()));
        Map<Replica, Set<TopicPartition>> work = new HashMap<>();
        if (service == LineService.TAP_INGEST) {
            line.replicas().urls(service).stream()
                    .filter(replica -> line.http()
                            .get(replica.resolve("/q/metrics"))
                            .lines()
                            .noneMatch(Drill::isVerdicts))
                    .forEach(replica -> idle.add("no gate came to tap-ingest at " + replica));
        } else {
            replicas.forEach(replica -> work.put(replica, new LineGroup(admin, service).of(replica)));
            work.forEach((replica, partitions) -> {
                if (partitions.isEmpty()) {
                    idle.add(replica.name() + " had nothing to do");
                }
            });
        }
        Set<TopicPartition> owned = work.getOrDefault(target, Set.of());
        line.replicas().lose(target);
        var takeOver = new TakeOver(admin, target, owned);
        screen.say("  " + target.name() + " was killed; it had " + owned.size() + " partitions");
        Thread.startVirtualThread(() -> {
            takeOver.watch();
            screen.say("  " + SummaryText.of(takeOver.pause()));
        });
        return takeOver;
    }

    private static boolean isVerdicts(String metric) {
        return metric.startsWith("tap_verdicts_total");
    }
}

package io.baytap.reporting.messaging;

import static java.util.stream.Collectors.toSet;

import io.baytap.reporting.domain.live.LinePulse;
import io.baytap.reporting.domain.live.Pulse;
import io.baytap.reporting.domain.live.StagePulse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Feels the line's pulse by offsets alone, so that no service has to be asked: what a service wrote between two looks is its
 * rate, what its group has still to read is how far it is behind, and the first look that saw it says since when.
 */
public final class KafkaPulse implements LinePulse {

    private static final Logger LOG = Logger.getLogger(KafkaPulse.class);

    /** A look that takes longer has failed. */
    private static final int ANSWER_MAX_MILLIS = 5_000;

    /** Looks that are remembered: those of minutes, and ever fewer of the time before. */
    private static final int LOOKS_MAX = 120;

    private static final long MILLIS = 1_000;
    private static final long THOUSANDTHS = 1_000;

    private final Map<String, Object> broker;
    private final List<Stage> stages;
    private final List<Look> looks = new ArrayList<>();

    private @Nullable Admin kafka;
    private @Nullable Look before;
    private volatile Pulse pulse;

    private record Look(Instant at, LineOffsets offsets) {}

    /**
     * Knows nothing before its second look.
     *
     * @param broker how Kafka is reached
     */
    public KafkaPulse(Map<String, Object> broker, List<Stage> stages, Instant startedAt) {
        this.broker = new HashMap<>(broker);
        this.broker.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MAX_MILLIS);
        this.broker.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MAX_MILLIS);
        this.stages = List.copyOf(stages);
        this.pulse = new Pulse.Unknown(startedAt);
    }

    @Override
    public Pulse pulse() {
        return pulse;
    }

    /** Looks once; waits for Kafka, but not for long. */
    public synchronized void look(Instant now) throws InterruptedException {
        try {
            Admin admin = kafka == null ? Admin.create(broker) : kafka;
            kafka = admin;
            see(new Look(now, LineOffsets.read(admin, topics(), services())));
        } catch (ExecutionException | KafkaException e) {
            before = null;
            if (pulse instanceof Pulse.Known known) {
                LOG.warnf("Kafka does not say how the line is doing: %s", e.getMessage());
                pulse = new Pulse.Unknown(known.at());
            }
        }
    }

    private void see(Look look) {
        Look last = before;
        before = look;
        looks.add(look);
        while (looks.size() > 1 && stages.stream().allMatch(stage -> isRead(stage, look, looks.getFirst()))) {
            looks.removeFirst();
        }
        if (looks.size() > LOOKS_MAX) {
            List<Look> kept = IntStream.range(0, looks.size())
                    .filter(index -> index % 2 == 0)
                    .mapToObj(looks::get)
                    .toList();
            looks.clear();
            looks.addAll(kept);
        }
        if (last != null) {
            pulse = new Pulse.Known(
                    look.at(),
                    stages.stream().map(stage -> pulse(stage, last, look)).toList());
        }
    }

    private StagePulse pulse(Stage stage, Look last, Look look) {
        long records = Math.max(0, done(stage, look) - done(stage, last));
        long millis = Math.max(1, Duration.between(last.at(), look.at()).toMillis());
        long unread = look.offsets().unread(stage.service(), stage.reads());
        return new StagePulse(
                stage.service(),
                Math.multiplyExact(records, THOUSANDTHS * MILLIS) / millis,
                unread,
                unread == 0 ? Duration.ZERO : waiting(stage, look));
    }

    private static long done(Stage stage, Look look) {
        return stage.writes().isEmpty()
                ? look.offsets().read(stage.service(), stage.reads())
                : look.offsets().written(stage.writes());
    }

    /** Since the first look at what the group has not read. */
    private Duration waiting(Stage stage, Look look) {
        return looks.stream()
                .filter(then -> !isRead(stage, look, then))
                .findFirst()
                .map(then -> Duration.between(then.at(), look.at()))
                .orElse(Duration.ZERO);
    }

    private static boolean isRead(Stage stage, Look look, Look then) {
        return look.offsets().isRead(stage.service(), stage.reads(), then.offsets());
    }

    private Set<String> topics() {
        return stages.stream()
                .flatMap(stage -> Stream.concat(stage.reads().stream(), stage.writes().stream()))
                .collect(toSet());
    }

    private List<String> services() {
        return stages.stream().map(Stage::service).toList();
    }

    /** For good. */
    public synchronized void close() {
        if (kafka != null) {
            kafka.close(Duration.ZERO);
        }
    }
}

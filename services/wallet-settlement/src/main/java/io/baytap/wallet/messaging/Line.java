package io.baytap.wallet.messaging;

import io.baytap.schemas.Topics;
import io.baytap.schemas.traces.TapTraces;
import io.baytap.wallet.WalletConfig;
import io.baytap.wallet.domain.Contracts;
import io.baytap.wallet.domain.ExclusiveLock;
import io.baytap.wallet.domain.FxDeals;
import io.baytap.wallet.domain.Ledger;
import io.baytap.wallet.domain.Outbox;
import io.baytap.wallet.domain.ReplayTime;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Starts and stops what reads from and writes to Kafka, a thread each; fares have several readers. Ready while every reader has its topic. */
@ApplicationScoped
@Readiness
class Line implements HealthCheck {

    private static final Duration STOP_MAX = Duration.ofSeconds(4);

    private final List<BatchLoop> loops;
    private final OutcomePublisher publisher;
    private final List<Thread> threads = new ArrayList<>();

    @SuppressWarnings("TooManyParameters") // one per thing that is read or written
    Line(
            WalletConfig config,
            KafkaClients clients,
            Ledger ledger,
            FxDeals deals,
            Contracts contracts,
            ReplayTime replay,
            Outbox outbox,
            ExclusiveLock lock,
            MeterRegistry metrics,
            TapTraces traces) {
        var spans = new WalletSpans(traces);
        InstantSource time = InstantSource.system();
        this.loops = Stream.concat(
                        IntStream.range(0, config.fareReaders())
                                .mapToObj(number -> new BatchLoop(
                                        Topics.FARES_CONVERTED,
                                        clients.ofReader(number),
                                        new FareHandler(clients, ledger, time, metrics, spans),
                                        time,
                                        metrics)),
                        Stream.of(
                                new BatchLoop(
                                        Topics.WALLETS_CONTRACTS,
                                        clients,
                                        new ContractHandler(clients, contracts, metrics),
                                        time,
                                        metrics),
                                new BatchLoop(
                                        Topics.DEALS_STRUCK,
                                        clients,
                                        new DealHandler(clients, deals, metrics),
                                        time,
                                        metrics),
                                new BatchLoop(
                                        Topics.REPLAY_TICKS,
                                        clients,
                                        new TickHandler(clients, replay, metrics),
                                        time,
                                        metrics)))
                .toList();
        this.publisher = new OutcomePublisher(clients, outbox, lock, metrics, spans);
    }

    void start(@Observes StartupEvent started) {
        loops.forEach(loop -> begin(loop.topicName(), loop));
        begin("outcomes", publisher);
    }

    void stop(@Observes ShutdownEvent stopping) {
        loops.forEach(BatchLoop::stop);
        publisher.stop();
        long deadline = System.nanoTime() + STOP_MAX.toNanos();
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("line").up();
        for (BatchLoop loop : loops) {
            answer.withData(loop.topicName(), loop.isHealthy());
            if (!loop.isHealthy()) {
                answer.down();
            }
        }
        return answer.build();
    }

    private void begin(String name, Runnable work) {
        Thread thread = Thread.ofPlatform().name(name).unstarted(work);
        threads.add(thread);
        thread.start();
    }
}

package io.baytap.wallet;

import io.baytap.wallet.domain.Leadership;
import io.baytap.wallet.leader.BatchCloser;
import io.baytap.wallet.leader.LeaseLeadership;
import io.baytap.wallet.leader.ReconciliationRound;
import io.baytap.wallet.provider.ChargeWorkers;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** What is started once and what is done every second. */
@ApplicationScoped
class Rounds {

    private static final Duration LINGER_MAX = Duration.ofSeconds(10);

    private final ChargeWorkers workers;
    private final BatchCloser closer;
    private final ReconciliationRound reconciliation;
    private final Leadership leadership;
    private final WalletConfig config;

    Rounds(
            ChargeWorkers workers,
            BatchCloser closer,
            ReconciliationRound reconciliation,
            Leadership leadership,
            WalletConfig config) {
        this.workers = workers;
        this.closer = closer;
        this.reconciliation = reconciliation;
        this.leadership = leadership;
        this.config = config;
    }

    /** Before anything else starts. */
    void check(@Observes @Priority(Integer.MIN_VALUE) StartupEvent started) {
        refuseDanger(LaunchMode.current());
    }

    void start(@Observes StartupEvent started) {
        workers.start();
        if (leadership instanceof LeaseLeadership lease) {
            lease.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        workers.stop();
        if (leadership instanceof LeaseLeadership lease) {
            lease.close();
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void wakeCharges() {
        workers.wake();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void closeDays() {
        closer.round();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void reconcile() {
        if (config.reconciliation().scheduled()) {
            reconciliation.round();
        }
    }

    private void refuseDanger(LaunchMode mode) {
        if (mode == LaunchMode.NORMAL && config.clock() == WalletConfig.Clock.REPLAY && !config.replayAllowed()) {
            throw new ConfigurationException(
                    "wallet.clock=replay is not for production: set wallet.replay-allowed=true if it is meant");
        }
        if (config.linger().isNegative() || config.linger().compareTo(LINGER_MAX) > 0) {
            throw new ConfigurationException("wallet.linger must be between 0 and " + LINGER_MAX.toSeconds() + " s");
        }
        if (config.charging().lease().compareTo(config.charging().answerMax().multipliedBy(2)) <= 0) {
            throw new ConfigurationException(
                    "wallet.charging.lease must be longer than two wallet.charging.answer-max");
        }
    }
}

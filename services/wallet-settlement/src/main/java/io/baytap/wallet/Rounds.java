package io.baytap.wallet;

import io.baytap.wallet.domain.BadDebts;
import io.baytap.wallet.domain.BusinessClock;
import io.baytap.wallet.domain.HeardNotifications;
import io.baytap.wallet.domain.Leadership;
import io.baytap.wallet.domain.StorageOutage;
import io.baytap.wallet.leader.BatchCloser;
import io.baytap.wallet.leader.ReconciliationRound;
import io.baytap.wallet.provider.ChargeWorkers;
import io.baytap.wallet.provider.Providers;
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
import org.jboss.logging.Logger;

/** What is started once and what is done every second. */
@ApplicationScoped
class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final Duration PROPOSAL_MIN = Duration.ofMinutes(1);
    private static final Duration ASK_AGAIN_MIN = Duration.ofMinutes(1);
    private static final Duration LINGER_MAX = Duration.ofSeconds(10);
    private static final Duration LEASE_MIN = Duration.ofSeconds(3);

    private final ChargeWorkers workers;
    private final BatchCloser closer;
    private final ReconciliationRound reconciliation;
    private final Leadership leadership;
    private final Providers providers;
    private final HeardNotifications heard;
    private final BadDebts debts;
    private final BusinessClock clock;
    private final WalletConfig config;

    @SuppressWarnings("TooManyParameters") // one per thing that is started or done
    Rounds(
            ChargeWorkers workers,
            BatchCloser closer,
            ReconciliationRound reconciliation,
            Leadership leadership,
            Providers providers,
            HeardNotifications heard,
            BadDebts debts,
            BusinessClock clock,
            WalletConfig config) {
        this.workers = workers;
        this.closer = closer;
        this.reconciliation = reconciliation;
        this.leadership = leadership;
        this.providers = providers;
        this.heard = heard;
        this.debts = debts;
        this.clock = clock;
        this.config = config;
    }

    /** Before anything else starts. */
    void check(@Observes @Priority(Integer.MIN_VALUE) StartupEvent started) {
        refuseDanger(LaunchMode.current());
    }

    void start(@Observes StartupEvent started) {
        workers.start();
        leadership.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        workers.stop();
        leadership.close();
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

    /** Providers announce a certificate before they sign with it. */
    @Scheduled(every = "1h", delayed = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void refreshCertificates() {
        providers.refreshCertificates();
    }

    /** Debts that nobody will pay any more, as the contracts say. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void writeOffDebts() {
        try {
            clock.now()
                    .map(debts::writeOff)
                    .filter(written -> !written.isEmpty())
                    .ifPresent(written -> LOG.infof(
                            "%d debts were written off, the first is %s",
                            written.size(), written.getFirst().chargeId()));
        } catch (StorageOutage e) {
            LOG.warnf("debts cannot be written off: %s", e.getMessage());
        }
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forgetNotifications() {
        try {
            heard.forgetOld();
        } catch (StorageOutage e) {
            LOG.warnf("old notifications cannot be forgotten: %s", e.getMessage());
        }
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
        if (mode == LaunchMode.NORMAL && config.access() == WalletConfig.Access.OPEN && !config.openAccessAllowed()) {
            throw new ConfigurationException(
                    "wallet.access=open is not for production: set wallet.open-access-allowed=true if it is meant");
        }
        if (config.proposalMax().compareTo(PROPOSAL_MIN) < 0) {
            throw new ConfigurationException("wallet.proposal-max must be at least " + PROPOSAL_MIN);
        }
        if (config.linger().isNegative() || config.linger().compareTo(LINGER_MAX) > 0) {
            throw new ConfigurationException("wallet.linger must be between 0 and " + LINGER_MAX.toSeconds() + " s");
        }
        if (config.reconciliation().askAgain().compareTo(ASK_AGAIN_MIN) < 0) {
            throw new ConfigurationException("wallet.reconciliation.ask-again must be at least " + ASK_AGAIN_MIN);
        }
        if (config.lease().duration().compareTo(LEASE_MIN) < 0) {
            throw new ConfigurationException("wallet.lease.duration must be at least " + LEASE_MIN);
        }
        if (config.charging().lease().compareTo(config.charging().answerMax().multipliedBy(2)) <= 0) {
            throw new ConfigurationException(
                    "wallet.charging.lease must be longer than two wallet.charging.answer-max");
        }
    }
}

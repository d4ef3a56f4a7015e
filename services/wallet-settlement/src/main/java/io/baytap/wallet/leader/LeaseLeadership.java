package io.baytap.wallet.leader;

import io.baytap.wallet.domain.Leadership;
import io.baytap.wallet.domain.Term;
import io.baytap.wallet.domain.Terms;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Leads while it holds a Kubernetes Lease. A replica that loses it stands for election again. */
public final class LeaseLeadership implements Leadership {

    private static final Logger LOG = Logger.getLogger(LeaseLeadership.class);

    private static final Executor AFTER_A_PAUSE = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final KubernetesClient kubernetes;
    private final Lease lease;
    private final Terms terms;
    private final LeaderElectionConfig config;
    private volatile @Nullable Office office;
    private volatile boolean closed;
    private volatile @Nullable CompletableFuture<?> election;

    /**
     * Where the Lease is.
     *
     * @param identity names this replica in it
     * @param duration another replica takes over after that
     */
    public record Lease(String namespace, String name, String identity, Duration duration) {}

    /** What one election won. */
    private static final class Office {
        private @Nullable Term term;
    }

    public LeaseLeadership(KubernetesClient kubernetes, Lease lease, Terms terms) {
        this.kubernetes = kubernetes;
        this.lease = lease;
        this.terms = terms;
        this.config = new LeaderElectionConfigBuilder()
                .withName(lease.name())
                .withLock(new LeaseLock(lease.namespace(), lease.name(), lease.identity()))
                .withLeaseDuration(lease.duration())
                .withRenewDeadline(lease.duration().multipliedBy(2).dividedBy(3))
                .withRetryPeriod(lease.duration().dividedBy(6))
                .withReleaseOnCancel(true)
                .withLeaderCallbacks(new LeaderCallbacks(() -> won(new Office()), () -> won(null), _ -> {}))
                .build();
    }

    @Override
    public void start() {
        if (closed) {
            return;
        }
        CompletableFuture<?> running =
                kubernetes.leaderElector().withConfig(config).build().start();
        election = running;
        var _ = running.whenComplete((_, _) -> office = null);
        var _ = running.whenCompleteAsync((_, _) -> start(), AFTER_A_PAUSE);
    }

    @Override
    public Optional<Term> term() {
        Office held = office;
        if (held == null) {
            return Optional.empty();
        }
        synchronized (held) {
            if (held.term == null) {
                held.term = begin().orElse(null);
            }
            return Optional.ofNullable(held.term);
        }
    }

    @Override
    public void over(Term term) {
        LOG.warnf("the term %d was over: nothing was done", term.number());
        Office held = office;
        if (held != null) {
            synchronized (held) {
                held.term = null;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        var running = election;
        if (running != null) {
            running.cancel(true);
        }
    }

    /** The Lease is looked at after the term began: whoever is elected later begins a later term. */
    private Optional<Term> begin() {
        Term begun = terms.begin(lease.identity());
        try {
            var current = config.getLock().get(kubernetes);
            if (current != null && lease.identity().equals(current.getHolderIdentity())) {
                LOG.infof("this replica leads, term %d", begun.number());
                return Optional.of(begun);
            }
        } catch (KubernetesClientException e) {
            LOG.warnf("the Lease cannot be looked at: %s", e.getMessage());
        }
        return Optional.empty();
    }

    private void won(@Nullable Office now) {
        LOG.infof("this replica %s", now == null ? "no longer holds the Lease" : "holds the Lease");
        office = now;
    }
}

package io.baytap.fx.fetch;

import io.baytap.fx.domain.Leadership;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.time.Duration;
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
    private final LeaderElectionConfig config;
    private volatile boolean stopped;
    private volatile @Nullable CompletableFuture<?> election;

    /**
     * Where the Lease is.
     *
     * @param identity names this replica in it
     * @param duration another replica takes over after that
     */
    public record Lease(String namespace, String name, String identity, Duration duration) {}

    public LeaseLeadership(KubernetesClient kubernetes, Lease lease) {
        this.kubernetes = kubernetes;
        this.config = new LeaderElectionConfigBuilder()
                .withName(lease.name())
                .withLock(new LeaseLock(lease.namespace(), lease.name(), lease.identity()))
                .withLeaseDuration(lease.duration())
                .withRenewDeadline(lease.duration().multipliedBy(2).dividedBy(3))
                .withRetryPeriod(lease.duration().dividedBy(6))
                .withReleaseOnCancel(true)
                .withLeaderCallbacks(new LeaderCallbacks(
                        () -> LOG.info("this replica holds the Lease"),
                        () -> LOG.info("this replica no longer holds the Lease"),
                        _ -> {}))
                .build();
    }

    @Override
    public void start() {
        if (stopped) {
            return;
        }
        CompletableFuture<?> running =
                kubernetes.leaderElector().withConfig(config).build().start();
        election = running;
        var _ = running.whenCompleteAsync((_, _) -> start(), AFTER_A_PAUSE);
    }

    /** Asks the cluster, not its own memory, which a pause makes stale. */
    @Override
    public boolean leads() {
        try {
            var held = config.getLock().get(kubernetes);
            return held != null && config.getLock().identity().equals(held.getHolderIdentity());
        } catch (KubernetesClientException e) {
            LOG.warnf("the Lease cannot be looked at: %s", e.getMessage());
            return false;
        }
    }

    @Override
    public void stop() {
        stopped = true;
        var running = election;
        if (running != null) {
            running.cancel(true);
        }
    }
}

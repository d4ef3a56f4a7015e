package io.baytap.wallet.leader;

import io.baytap.wallet.domain.Leadership;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Leads while it holds a Kubernetes Lease. A replica that loses it stands for election again. Two may believe for a
 * moment that they lead; what they do is decided once by the database.
 */
public final class LeaseLeadership implements Leadership, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LeaseLeadership.class);

    private final KubernetesClient kubernetes;
    private final LeaderElectionConfig config;
    private volatile boolean leads;
    private volatile boolean closed;
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
                .withLeaderCallbacks(new LeaderCallbacks(() -> leads(true), () -> leads(false), _ -> {}))
                .build();
    }

    /** Stands for election, again and again until closed. */
    public void start() {
        if (closed) {
            return;
        }
        CompletableFuture<?> running =
                kubernetes.leaderElector().withConfig(config).build().start();
        election = running;
        var _ = running.whenComplete((_, _) -> {
            leads = false;
            start();
        });
    }

    @Override
    public boolean lead(Runnable work) {
        if (leads) {
            work.run();
        }
        return leads;
    }

    @Override
    public void close() {
        closed = true;
        var running = election;
        if (running != null) {
            running.cancel(true);
        }
    }

    private void leads(boolean now) {
        LOG.infof("this replica %s", now ? "leads" : "no longer leads");
        leads = now;
    }
}

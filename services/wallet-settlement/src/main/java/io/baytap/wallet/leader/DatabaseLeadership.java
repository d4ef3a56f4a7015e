package io.baytap.wallet.leader;

import io.baytap.wallet.domain.Leadership;
import io.baytap.wallet.domain.StorageOutage;
import io.baytap.wallet.domain.Term;
import io.baytap.wallet.domain.Terms;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Leads while it renews a lease in the database. */
public final class DatabaseLeadership implements Leadership {

    private static final Logger LOG = Logger.getLogger(DatabaseLeadership.class);
    private static final int RENEWALS_PER_LEASE = 6;

    private final Terms terms;
    private final String holder;
    private final Duration lease;
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("leadership").daemon().factory());
    private volatile @Nullable Term mine;

    /**
     * A replica that may lead.
     *
     * @param holder names it
     * @param lease another replica takes over after that
     */
    public DatabaseLeadership(Terms terms, String holder, Duration lease) {
        this.terms = terms;
        this.holder = holder;
        this.lease = lease;
    }

    @Override
    public void start() {
        var _ = renewals.scheduleWithFixedDelay(
                this::renew, 0, lease.toMillis() / RENEWALS_PER_LEASE, TimeUnit.MILLISECONDS);
    }

    @Override
    public Optional<Term> term() {
        return Optional.ofNullable(mine);
    }

    @Override
    public void over(Term term) {
        LOG.warnf("the term %d was over: nothing was done", term.number());
        mine = null;
    }

    @Override
    public void close() {
        renewals.close();
        Term left = mine;
        mine = null;
        if (left != null) {
            try {
                terms.release(left);
            } catch (StorageOutage e) {
                LOG.warnf("the lease was not given back: %s", e.getMessage());
            }
        }
    }

    private void renew() {
        try {
            Term held = mine;
            if (held == null) {
                mine = terms.claim(holder, lease).orElse(null);
                term().ifPresent(begun -> LOG.infof("this replica leads, term %d", begun.number()));
            } else if (!terms.renew(held, lease)) {
                LOG.infof("this replica no longer leads, term %d is over", held.number());
                mine = null;
            }
        } catch (StorageOutage e) {
            LOG.warnf("the lease cannot be renewed: %s", e.getMessage());
        }
    }
}

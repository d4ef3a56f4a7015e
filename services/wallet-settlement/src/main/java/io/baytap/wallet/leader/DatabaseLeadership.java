package io.baytap.wallet.leader;

import io.baytap.wallet.domain.ExclusiveLock;
import io.baytap.wallet.domain.Leadership;

/** Leads for as long as the work takes, if no other replica does. */
public final class DatabaseLeadership implements Leadership {

    private final ExclusiveLock lock;

    public DatabaseLeadership(ExclusiveLock lock) {
        this.lock = lock;
    }

    @Override
    public boolean lead(Runnable work) {
        return lock.tryRun("leader", work);
    }
}

package io.baytap.fx.messaging;

import io.baytap.fx.domain.Leadership;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Leads while this replica has the desk's one partition: the group's coordinator gives it to one replica, inside a cluster
 * and outside. A replica that lost it without knowing may believe for some seconds that it leads.
 */
public final class PartitionLeadership implements Leadership {

    /** A new task may be made before the old one is closed. */
    private final AtomicInteger held = new AtomicInteger();

    void gained() {
        held.incrementAndGet();
    }

    void lost() {
        held.decrementAndGet();
    }

    @Override
    public boolean leads() {
        return held.get() > 0;
    }
}

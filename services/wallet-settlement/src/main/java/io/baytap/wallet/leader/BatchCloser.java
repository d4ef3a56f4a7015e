package io.baytap.wallet.leader;

import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.Batches;
import io.baytap.wallet.domain.BusinessClock;
import io.baytap.wallet.domain.Closing;
import io.baytap.wallet.domain.CutOffs;
import io.baytap.wallet.domain.Leadership;
import io.baytap.wallet.domain.StorageOutage;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Closes business days after their cut-off, on the replica that leads. */
public final class BatchCloser {

    private static final Logger LOG = Logger.getLogger(BatchCloser.class);

    private final Leadership leadership;
    private final Batches batches;
    private final BusinessClock clock;
    private final CutOffs cutOffs;
    private volatile @Nullable Closing done;

    public BatchCloser(Leadership leadership, Batches batches, BusinessClock clock, CutOffs cutOffs) {
        this.leadership = leadership;
        this.batches = batches;
        this.clock = clock;
        this.cutOffs = cutOffs;
    }

    /** To be called every now and then; an outage is met by the next call. */
    public void round() {
        try {
            clock.now().ifPresent(this::closeUpTo);
        } catch (StorageOutage e) {
            LOG.warnf("days cannot be closed: %s", e.getMessage());
        }
    }

    private void closeUpTo(Instant now) {
        Closing through = cutOffs.closing(now);
        if (through.equals(done)) {
            return;
        }
        boolean led = leadership.lead(term -> {
            List<Batch> closed = batches.close(through, now, term);
            if (!closed.isEmpty()) {
                LOG.infof("closed %d batches up to %s", closed.size(), through.usual());
            }
        });
        if (led) {
            done = through;
        }
    }
}

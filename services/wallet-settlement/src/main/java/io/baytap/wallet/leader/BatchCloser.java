package io.baytap.wallet.leader;

import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.Batches;
import io.baytap.wallet.domain.BusinessClock;
import io.baytap.wallet.domain.CutOff;
import io.baytap.wallet.domain.Leadership;
import io.baytap.wallet.domain.StorageOutage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Closes business days after their cut-off, on the replica that leads. */
public final class BatchCloser {

    private static final Logger LOG = Logger.getLogger(BatchCloser.class);

    private final Leadership leadership;
    private final Batches batches;
    private final BusinessClock clock;
    private final CutOff cutOff;
    private volatile @Nullable LocalDate done;

    public BatchCloser(Leadership leadership, Batches batches, BusinessClock clock, CutOff cutOff) {
        this.leadership = leadership;
        this.batches = batches;
        this.clock = clock;
        this.cutOff = cutOff;
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
        LocalDate through = cutOff.lastClosed(now);
        if (through.equals(done)) {
            return;
        }
        boolean led = leadership.lead(() -> {
            List<Batch> closed = batches.close(through, now);
            if (!closed.isEmpty()) {
                LOG.infof("closed %d batches up to %s", closed.size(), through);
            }
        });
        if (led) {
            done = through;
        }
    }
}

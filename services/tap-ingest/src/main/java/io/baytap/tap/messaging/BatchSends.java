package io.baytap.tap.messaging;

import io.baytap.tap.domain.TapLine.Delivery;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The sends of one batch that are under way. Settled when the batch is complete and every send has ended. */
final class BatchSends {

    private static final Logger LOG = Logger.getLogger(BatchSends.class);

    private final String gateId;
    private final CompletableFuture<Delivery> settled = new CompletableFuture<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** One more than the sends under way until the batch is complete, so that it cannot settle before. */
    private final AtomicInteger pending = new AtomicInteger(1);

    BatchSends(String gateId) {
        this.gateId = gateId;
    }

    void begin() {
        pending.incrementAndGet();
    }

    /** @param problem null if Kafka acknowledged */
    void end(@Nullable Exception problem) {
        if (problem != null) {
            failure.compareAndSet(null, problem);
        }
        if (pending.decrementAndGet() == 0) {
            settle();
        }
    }

    boolean failed() {
        return failure.get() != null;
    }

    /** No more sends will begin. */
    CompletionStage<Delivery> complete() {
        end(null);
        return settled;
    }

    private void settle() {
        Exception problem = failure.get();
        if (problem != null) {
            LOG.warnf("a batch of gate %s was not stored whole, the gate will send it again: %s", gateId, problem);
        }
        settled.complete(problem == null ? Delivery.STORED : Delivery.AWAY);
    }
}

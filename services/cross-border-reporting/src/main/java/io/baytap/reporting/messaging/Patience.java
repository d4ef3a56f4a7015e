package io.baytap.reporting.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Outlasts an outage: tries again, ever less often, until it works or the service stops. */
public final class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);

    private final Duration delayMin;
    private final Duration delayMax;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<String, String> outages = new ConcurrentHashMap<>();

    public Patience(Duration delayMin, Duration delayMax) {
        this.delayMin = delayMin;
        this.delayMax = delayMax;
    }

    /**
     * Runs the action until it returns.
     *
     * @param what is needed for it, as a log reader calls it
     * @param outage the one failure that passes by waiting; any other is thrown on
     * @throws CancellationException if the service stops first
     */
    <T> T outlast(String what, Class<? extends RuntimeException> outage, Supplier<T> action) {
        for (Duration delay = delayMin; ; delay = longer(delay)) {
            try {
                T result = action.get();
                if (outages.remove(what) != null) {
                    LOG.infof("%s is back", what);
                }
                return result;
            } catch (RuntimeException e) {
                if (!outage.isInstance(e)) {
                    throw e;
                }
                if (outages.put(what, String.valueOf(e.getMessage())) == null) {
                    LOG.warnf("%s is away, the line waits: %s", what, e.getMessage());
                }
            }
            pause(delay);
        }
    }

    /** What the line waits for; empty when it runs. */
    SortedSet<String> outages() {
        return new TreeSet<>(outages.keySet());
    }

    /** Ends all waiting. */
    public void stop() {
        stopped.countDown();
    }

    private Duration longer(Duration delay) {
        Duration twice = delay.multipliedBy(2);
        return twice.compareTo(delayMax) < 0 ? twice : delayMax;
    }

    private void pause(Duration delay) {
        try {
            if (stopped.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CancellationException("the service stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the service stops");
        }
    }
}

package io.baytap.wallet.provider;

import io.baytap.wallet.domain.BusinessClock;
import io.baytap.wallet.domain.Charges;
import io.baytap.wallet.domain.StorageOutage;
import io.baytap.wallet.domain.WalletScheme;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Starts and stops a worker per provider, and wakes charges whose time has come. */
public final class ChargeWorkers {

    private static final Logger LOG = Logger.getLogger(ChargeWorkers.class);
    private static final long STOP_MAX_MILLIS = 4_000;

    private final Charges charges;
    private final BusinessClock clock;
    private final List<ChargeWorker> workers;
    private final List<Thread> threads = new ArrayList<>();

    /** Workers that ask at most {@code inFlightMax} questions at a time, each its provider; answers wait that long to be booked together. */
    public ChargeWorkers(
            Providers providers,
            Charges charges,
            BusinessClock clock,
            int inFlightMax,
            Duration linger,
            MeterRegistry metrics) {
        this.charges = charges;
        this.clock = clock;
        this.workers = providers.guarded().entrySet().stream()
                .map(entry -> new ChargeWorker(entry.getKey(), entry.getValue(), charges, inFlightMax, linger, metrics))
                .toList();
        for (WalletScheme scheme : WalletScheme.values()) {
            if (!providers.guarded().containsKey(scheme)) {
                LOG.warnf("wallet.providers.\"%s\" is not set: its charges wait", scheme.key());
            }
        }
    }

    /** Begins to ask. */
    public void start() {
        workers.forEach(
                worker -> threads.add(Thread.ofPlatform().name("charges").start(worker)));
    }

    /** Ends when the answers that are under way are booked, or after a while. */
    public void stop() {
        workers.forEach(ChargeWorker::stop);
        for (Thread thread : threads) {
            try {
                thread.join(STOP_MAX_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Makes due what has become due. */
    public void wake() {
        try {
            charges.wake(clock.now());
        } catch (StorageOutage e) {
            LOG.warnf("charges cannot be woken: %s", e.getMessage());
        }
    }
}

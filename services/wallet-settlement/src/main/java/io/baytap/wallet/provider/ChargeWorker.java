package io.baytap.wallet.provider;

import static java.util.Objects.requireNonNull;

import io.baytap.wallet.domain.Charges;
import io.baytap.wallet.domain.Charges.Answered;
import io.baytap.wallet.domain.Provider;
import io.baytap.wallet.domain.ProviderAnswer;
import io.baytap.wallet.domain.ProviderTask;
import io.baytap.wallet.domain.StorageOutage;
import io.baytap.wallet.domain.WalletScheme;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks one provider. One thread claims tasks and books answers, many at a time; the questions in between are asked
 * side by side. What it had claimed when it died is claimed again by any worker after the lease.
 */
final class ChargeWorker implements Runnable {

    private static final Logger LOG = Logger.getLogger(ChargeWorker.class);
    private static final int BOOK_MAX = 256;
    private static final Duration[] OBJECTIVES = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };
    private static final long PAUSE_FIRST_MILLIS = 500;
    private static final long PAUSE_MAX_MILLIS = 10_000;
    private static final long STOP_MAX_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final WalletScheme scheme;
    private final Provider provider;
    private final Charges charges;
    private final MeterRegistry metrics;
    private final Timer timer;
    private final int claimedMax;
    private final long lingerNanos;
    private final Semaphore slots;
    private final BlockingQueue<Answered> answers = new LinkedBlockingQueue<>();
    private final List<Answered> toBook = new ArrayList<>();
    private int claimed;
    private long claimAgainNanos = System.nanoTime();
    private long pauseMillis = PAUSE_FIRST_MILLIS;
    private volatile boolean stopping;

    ChargeWorker(
            WalletScheme scheme,
            Provider provider,
            Charges charges,
            int inFlightMax,
            Duration linger,
            MeterRegistry metrics) {
        this.scheme = scheme;
        this.provider = provider;
        this.charges = charges;
        this.metrics = metrics;
        this.timer = Timer.builder("wallet.provider.answers")
                .description("How long a question to the provider took, to its answer")
                .tag("scheme", scheme.key())
                .serviceLevelObjectives(OBJECTIVES)
                .register(metrics);
        this.slots = new Semaphore(inFlightMax);
        this.claimedMax = 2 * inFlightMax;
        this.lingerNanos = linger.toNanos();
    }

    @Override
    public void run() {
        while (!stopping) {
            boolean busy = claim();
            await(busy ? 1 : lingerNanos);
            book();
        }
        long deadline = System.nanoTime() + STOP_MAX_NANOS;
        while (claimed > 0 && System.nanoTime() < deadline) {
            await(lingerNanos);
            book();
        }
    }

    void stop() {
        stopping = true;
    }

    private boolean claim() {
        if (claimed > claimedMax / 2 || System.nanoTime() - claimAgainNanos < 0) {
            return false;
        }
        try {
            List<ProviderTask> tasks = charges.claim(scheme, claimedMax - claimed);
            claimed += tasks.size();
            tasks.forEach(task -> Thread.ofVirtual().start(() -> ask(task)));
            return !tasks.isEmpty();
        } catch (StorageOutage e) {
            pause("cannot claim charges of " + scheme.key(), e);
            return false;
        }
    }

    private void ask(ProviderTask task) {
        ProviderAnswer answer = new ProviderAnswer.Undecided("DEFECT");
        slots.acquireUninterruptibly();
        try {
            answer = requireNonNull(timer.record(() -> answerTo(task)));
        } catch (RuntimeException e) {
            LOG.errorf(e, "a question to %s failed: %s", scheme.key(), task.id());
        } finally {
            slots.release();
            answers.add(new Answered(task, answer));
        }
    }

    private ProviderAnswer answerTo(ProviderTask task) {
        return switch (task) {
            case ProviderTask.Debit debit -> provider.debit(debit.charge(), debit.contractId());
            case ProviderTask.Query query -> {
                ProviderAnswer answer = provider.query(query.charge());
                // It never arrived: the same attempt goes out again, under the same number.
                yield answer instanceof ProviderAnswer.NotFound
                        ? provider.debit(query.charge(), query.contractId())
                        : answer;
            }
            case ProviderTask.Confirm confirm -> provider.query(confirm.charge());
            case ProviderTask.GiveBack giveBack -> provider.giveBack(giveBack.refund());
            case ProviderTask.QueryRefund query -> provider.query(query.refund());
        };
    }

    /** Answers wait for others, to be booked with them in one transaction; not if none is to come. */
    private void await(long nanos) {
        try {
            Answered next = answers.poll(nanos, TimeUnit.NANOSECONDS);
            long bookAtNanos = System.nanoTime() + lingerNanos;
            while (next != null) {
                toBook.add(next);
                answers.drainTo(toBook, BOOK_MAX - toBook.size());
                next = toBook.size() < Math.min(BOOK_MAX, claimed)
                        ? answers.poll(bookAtNanos - System.nanoTime(), TimeUnit.NANOSECONDS)
                        : null;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private void book() {
        if (toBook.isEmpty()) {
            return;
        }
        try {
            charges.book(toBook);
            report();
            claimed -= toBook.size();
            if (toBook.stream().allMatch(ChargeWorker::isUnreachable)) {
                pause(scheme.key() + " cannot be reached or is left alone", null);
            } else {
                pauseMillis = PAUSE_FIRST_MILLIS;
            }
            toBook.clear();
        } catch (StorageOutage e) {
            // The answers stay and are booked with the next.
            pause("cannot book answers of " + scheme.key(), e);
        }
    }

    /** Counts outcomes; what someone may have to act on is said once per batch. */
    private void report() {
        Map<String, String> odd = new TreeMap<>();
        for (Answered answered : toBook) {
            String outcome = AnswerCodes.of(answered);
            metrics.counter("wallet.charges.answered", "scheme", scheme.key(), "outcome", outcome)
                    .increment();
            if (AnswerCodes.isOdd(answered)) {
                odd.putIfAbsent(outcome, answered.task().id());
            }
        }
        if (!odd.isEmpty()) {
            LOG.warnf("%s gave answers that someone may have to act on, the first of each: %s", scheme.key(), odd);
        }
    }

    private static boolean isUnreachable(Answered answered) {
        return answered.answer() instanceof ProviderAnswer.Undecided(String reason)
                && (reason.equals("UNREACHABLE") || reason.equals(GuardedProvider.CIRCUIT_OPEN));
    }

    private void pause(String why, @Nullable Throwable cause) {
        LOG.warnf(cause, "%s; again in %d ms", why, pauseMillis);
        claimAgainNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMillis);
        pauseMillis = Math.min(pauseMillis * 2, PAUSE_MAX_MILLIS);
    }
}

package io.baytap.wallet.provider;

import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.Provider;
import io.baytap.wallet.domain.ProviderAnswer;
import io.baytap.wallet.domain.Refund;
import io.baytap.wallet.domain.WalletScheme;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * One provider behind a bulkhead and a circuit breaker of its own. A provider that hangs or fails holds at most its own slots,
 * and after a while is not asked at all until it has had a rest. Not being asked decides nothing: an attempt stays what it
 * was and is asked after later.
 */
public final class GuardedProvider implements Provider {

    /** What the caller gets while the provider is left alone. */
    static final String CIRCUIT_OPEN = "CIRCUIT_OPEN";

    static final String BULKHEAD_FULL = "BULKHEAD_FULL";

    private static final Logger LOG = Logger.getLogger(GuardedProvider.class);

    /** The provider gave no answer, or said that the fault is its own. What it refuses for a reason is an answer. */
    private static final Pattern FAULTS =
            Pattern.compile("TIMED_OUT|UNREACHABLE|CONNECTION_LOST|SYSTEM_ERROR|STATUS_5\\d\\d|\\w+_5\\d\\d");

    /**
     * When a provider is left alone.
     *
     * @param questionsMax at a time
     * @param window how many questions are looked at
     * @param failureRatio of those that fail, 0 to 1
     * @param rest how long it is left alone then
     */
    public record Limits(int questionsMax, int window, double failureRatio, Duration rest) {}

    private static final class Fault extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient ProviderAnswer.Undecided answer;

        Fault(ProviderAnswer.Undecided answer) {
            super(answer.reason(), null, false, false);
            this.answer = answer;
        }
    }

    private final WalletScheme scheme;
    private final Provider provider;
    private final Guard guard;
    private final AtomicInteger state = new AtomicInteger();

    /** Shows its state as the gauge {@code wallet.provider.circuit}: 0 closed, 1 half open, 2 open. */
    public GuardedProvider(WalletScheme scheme, Provider provider, Limits limits, MeterRegistry metrics) {
        this.scheme = scheme;
        this.provider = provider;
        Gauge.builder("wallet.provider.circuit", state, AtomicInteger::get)
                .tag("scheme", scheme.key())
                .strongReference(true)
                .register(metrics);
        this.guard = Guard.create()
                .withDescription("wallet provider " + scheme.key())
                .withBulkhead()
                .limit(limits.questionsMax())
                .done()
                .withCircuitBreaker()
                .name("wallet-provider-" + scheme.key())
                .requestVolumeThreshold(limits.window())
                .failureRatio(limits.failureRatio())
                .delay(limits.rest().toMillis(), ChronoUnit.MILLIS)
                .skipOn(BulkheadException.class)
                .onStateChange(this::changed)
                .done()
                .build();
    }

    @Override
    public ProviderAnswer debit(Charge charge, String contractId) {
        return ask(() -> provider.debit(charge, contractId));
    }

    @Override
    public ProviderAnswer query(Charge charge) {
        return ask(() -> provider.query(charge));
    }

    @Override
    public ProviderAnswer giveBack(Refund refund) {
        return ask(() -> provider.giveBack(refund));
    }

    @Override
    public ProviderAnswer query(Refund refund) {
        return ask(() -> provider.query(refund));
    }

    private ProviderAnswer ask(Supplier<ProviderAnswer> question) {
        try {
            return guard.get(() -> orFault(question.get()), ProviderAnswer.class);
        } catch (Fault fault) {
            return fault.answer;
        } catch (CircuitBreakerOpenException _) {
            return new ProviderAnswer.Undecided(CIRCUIT_OPEN);
        } catch (BulkheadException _) {
            return new ProviderAnswer.Undecided(BULKHEAD_FULL);
        }
    }

    private static ProviderAnswer orFault(ProviderAnswer answer) {
        if (answer instanceof ProviderAnswer.Undecided undecided
                && FAULTS.matcher(undecided.reason()).matches()) {
            throw new Fault(undecided);
        }
        return answer;
    }

    private void changed(CircuitBreakerState next) {
        state.set(
                switch (next) {
                    case CLOSED -> 0;
                    case HALF_OPEN -> 1;
                    case OPEN -> 2;
                });
        LOG.warnf("%s: circuit %s", scheme.key(), next);
    }
}

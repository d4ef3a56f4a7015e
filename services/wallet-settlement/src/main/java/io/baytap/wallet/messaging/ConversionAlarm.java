package io.baytap.wallet.messaging;

import io.baytap.wallet.domain.ConversionCheck;
import io.baytap.wallet.domain.Outbox;
import io.baytap.wallet.domain.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.jboss.logging.Logger;

/** Counts how providers' conversions compare with our estimates, and names a charge that somebody has to ask about. */
final class ConversionAlarm {

    private static final Logger LOG = Logger.getLogger(ConversionAlarm.class);

    private final MeterRegistry metrics;

    ConversionAlarm(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void follow(List<Outbox.Entry> told) {
        told.forEach(entry -> {
            if (entry.outcome() instanceof Outcome.Settled settled) {
                follow(settled);
            }
        });
    }

    private void follow(Outcome.Settled settled) {
        ConversionCheck check = settled.check();
        if (check == null || check == ConversionCheck.NOT_NEEDED) {
            return;
        }
        metrics.counter(
                        "wallet.charges.converted",
                        "scheme",
                        settled.charge().scheme().key(),
                        "check",
                        check.name())
                .increment();
        if (check != ConversionCheck.WITHIN) {
            LOG.warnf(
                    "%s was converted by its provider, check: %s; it is settled as the provider says",
                    settled.charge().chargeId(), check);
        }
    }
}

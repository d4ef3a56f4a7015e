package io.baytap.tap.messaging;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the registers are read. Stays so while Kafka is away: a gate that is told when to come again is better off
 * than one that finds nobody.
 */
@Readiness
@Singleton
final class ReferencesCheck implements HealthCheck {

    private final ReferenceReader reader;

    ReferencesCheck(ReferenceReader reader) {
        this.reader = reader;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("registers").status(reader.ready()).build();
    }
}

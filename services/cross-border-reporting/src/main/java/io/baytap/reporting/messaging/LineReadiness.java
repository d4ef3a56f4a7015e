package io.baytap.reporting.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down while the line waits for something that is away, and says for what. */
@Readiness
@ApplicationScoped
public class LineReadiness implements HealthCheck {

    private final Patience patience;

    LineReadiness(Patience patience) {
        this.patience = patience;
    }

    @Override
    public HealthCheckResponse call() {
        var outages = patience.outages();
        var answer = HealthCheckResponse.named("the line is read").status(outages.isEmpty());
        return outages.isEmpty()
                ? answer.build()
                : answer.withData("waits for", String.join(", ", outages)).build();
    }
}

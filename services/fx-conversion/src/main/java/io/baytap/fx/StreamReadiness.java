package io.baytap.fx;

import io.baytap.fx.domain.RateBook;
import io.baytap.fx.messaging.ConversionStream;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is: the rates are read and fares are being converted. Not while partitions move or stores are restored. */
@Readiness
@ApplicationScoped
class StreamReadiness implements HealthCheck {

    private final ConversionStream stream;
    private final RateBook rates;

    StreamReadiness(ConversionStream stream, RateBook rates) {
        this.stream = stream;
        this.rates = rates;
    }

    @Override
    public HealthCheckResponse call() {
        String state = stream.state();
        return HealthCheckResponse.named("conversion-stream")
                .status(state.equals("RUNNING"))
                .withData("state", state)
                .withData("rates", rates.size())
                .build();
    }
}

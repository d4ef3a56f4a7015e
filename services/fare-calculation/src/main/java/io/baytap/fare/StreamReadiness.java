package io.baytap.fare;

import io.baytap.fare.messaging.FareStream;
import io.baytap.fare.tariff.TariffDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is: the tariffs are loaded and taps are being assessed. Not while partitions move or stores are restored. */
@Readiness
@ApplicationScoped
class StreamReadiness implements HealthCheck {

    private final FareStream stream;
    private final TariffDirectory tariffs;
    private final TariffWatch watch;

    StreamReadiness(FareStream stream, TariffDirectory tariffs, TariffWatch watch) {
        this.stream = stream;
        this.tariffs = tariffs;
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        String state = stream.state();
        var response = HealthCheckResponse.named("fare-stream")
                .status(state.equals("RUNNING"))
                .withData("state", state)
                .withData("tariffs", tariffs.tariffs().all().size())
                .withData("refusals", tariffs.refusals().size());
        watch.obstacle().ifPresent(obstacle -> response.withData("obstacle", obstacle));
        return response.build();
    }
}

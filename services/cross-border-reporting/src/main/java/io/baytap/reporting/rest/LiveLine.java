package io.baytap.reporting.rest;

import io.baytap.reporting.access.Caller;
import io.baytap.reporting.domain.live.LineHealth;
import io.baytap.reporting.domain.live.LinePulse;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** Finds how the line is doing for whoever asks. */
@ApplicationScoped
public class LiveLine {

    private final LinePulse pulse;
    private final LineHealth health;
    private final Caller caller;

    LiveLine(LinePulse pulse, LineHealth health, Caller caller) {
        this.pulse = pulse;
        this.health = health;
        this.caller = caller;
    }

    /**
     * As of now.
     *
     * @param day as of whose newest tap gates are silent
     */
    public Uni<LineNow> on(LocalDate day) {
        Optional<String> operatorId = caller.ownOperator();
        return Uni.combine()
                .all()
                .unis(health.silentGates(day, operatorId), health.oldestUnsettled(operatorId))
                .with((silent, oldest) -> new LineNow(
                        operatorId.isPresent() ? Optional.empty() : Optional.of(pulse.pulse()), silent, oldest));
    }
}

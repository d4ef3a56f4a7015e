package io.baytap.reporting.rest;

import io.baytap.reporting.domain.live.Pulse;
import io.baytap.reporting.domain.live.SilentGates;
import io.baytap.reporting.domain.live.StagePulse;
import io.baytap.reporting.domain.live.UnsettledFare;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the line is doing.
 *
 * @param day as of whose newest tap gates are silent
 * @param stagesAsOf when Kafka was asked; null if that is not known
 * @param stagesUnknownSince null if they are known
 * @param stages in the order of the line; none while they are not known, or for who sees one operator alone
 * @param silentGates how many
 * @param longestSilent at most 50 of them
 * @param oldestUnsettled null if all fares are settled
 */
public record LiveLineView(
        LocalDate day,
        @Nullable Instant stagesAsOf,
        @Nullable Instant stagesUnknownSince,
        List<StageView> stages,
        long silentGates,
        List<GateView> longestSilent,
        @Nullable FareView oldestUnsettled) {

    /**
     * A service of the line.
     *
     * @param unread records that its group has still to read
     * @param waitingSeconds for how long at least the oldest of them has been there
     */
    public record StageView(String service, BigDecimal recordsPerSecond, long unread, long waitingSeconds) {

        private static final int DECIMALS = 3;

        static StageView of(StagePulse stage) {
            return new StageView(
                    stage.service(),
                    BigDecimal.valueOf(stage.thousandthsPerSecond(), DECIMALS),
                    stage.unread(),
                    stage.waiting().toSeconds());
        }
    }

    /**
     * A silent gate.
     *
     * @param silentSeconds from its last tap to the newest of the line
     */
    public record GateView(String gateId, String operatorId, Instant lastTap, long silentSeconds) {

        static GateView of(SilentGates.Gate gate) {
            return new GateView(
                    gate.gateId(),
                    gate.operatorId(),
                    gate.lastTap(),
                    gate.silentFor().toSeconds());
        }
    }

    /** A fare on its way, and what it waits for. */
    public record FareView(String journeyId, String operatorId, Instant occurredAt, UnsettledFare.Stage waitsFor) {

        static FareView of(UnsettledFare fare) {
            return new FareView(fare.journeyId(), fare.operatorId(), fare.occurredAt(), fare.waitsFor());
        }
    }

    static LiveLineView of(LocalDate day, LineNow now) {
        Pulse pulse = now.pulse().orElse(null);
        Pulse.Known known = pulse instanceof Pulse.Known found ? found : null;
        return new LiveLineView(
                day,
                known == null ? null : known.at(),
                pulse instanceof Pulse.Unknown(Instant since) ? since : null,
                known == null
                        ? List.of()
                        : known.stages().stream().map(StageView::of).toList(),
                now.silent().count(),
                now.silent().longest().stream().map(GateView::of).toList(),
                now.oldestUnsettled().map(FareView::of).orElse(null));
    }
}

package io.baytap.fare.rest;

import io.baytap.fare.domain.Explanation;
import io.baytap.fare.domain.JourneyFare;
import io.baytap.fare.domain.RiderHistory;
import io.baytap.fare.domain.RiderTap;
import io.baytap.fare.domain.Rulebook;
import io.baytap.fare.domain.Tap;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Journeys, explained. */
@Path("/v1/journeys")
public class JourneyResource {

    private final RiderDesk desk;
    private final Supplier<Rulebook> rules;

    JourneyResource(RiderDesk desk, Supplier<Rulebook> rules) {
        this.desk = desk;
        this.rules = rules;
    }

    /** A tap of the journey. */
    public record TapView(String tapId, Instant at, String gateId, String stop, String direction) {
        static TapView of(RiderTap rider) {
            Tap tap = rider.tap();
            return new TapView(
                    tap.id(),
                    tap.occurredAt(),
                    tap.gateId(),
                    tap.stopId(),
                    tap.direction().name());
        }
    }

    /**
     * A journey and why it costs that much.
     *
     * @param fareId the fare that was published last
     * @param complete false while it lacks a tap and is held at the maximum fare
     * @param taps those that made it, in time order; {@code reTaps} changed nothing
     * @param notCheaper what was looked at and did not apply
     */
    public record JourneyView(
            String journeyId,
            String fareId,
            String operatorId,
            boolean complete,
            FareView fare,
            List<TapView> taps,
            List<TapView> reTaps,
            List<Explanation.Note> notCheaper) {}

    /** The explanation of one journey. */
    @GET
    @Path("/{id}")
    @Blocking
    @Operation(
            summary = "A journey, explained",
            description = "The header Baytap-Rider names the rider; known are the journeys of the last days")
    public Response journey(
            @PathParam("id") String id,
            @HeaderParam(RiderDesk.RIDER) @Nullable String rider,
            @HeaderParam(RiderDesk.PASSED_ON) @Nullable String passedOn) {
        if (rider == null || rider.isBlank()) {
            return RiderDesk.refused(400, RiderDesk.RIDER, "is missing: the rider whose journey it is");
        }
        String path = "/v1/journeys/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        return desk.answer(new RiderDesk.Question(rider, path, null, passedOn), history -> explain(id, history));
    }

    private Response explain(String id, RiderHistory history) {
        return Explanation.of(id, history, rules.get())
                .map(explanation -> Response.ok(view(explanation)).build())
                .orElseGet(() -> RiderDesk.refused(404, "id", "the rider has no such journey, or it waits for a tap"));
    }

    private static JourneyView view(Explanation explanation) {
        JourneyFare alone = Objects.requireNonNull(explanation.assessed().alone());
        return new JourneyView(
                explanation.journey().id(),
                explanation.assessed().fareId(),
                explanation.assessed().operatorId(),
                alone.complete(),
                FareView.of(explanation.net(), alone.leg(), explanation.adjustments(), alone.tariffVersion()),
                explanation.journey().taps().stream().map(TapView::of).toList(),
                explanation.journey().reTaps().stream().map(TapView::of).toList(),
                explanation.notCheaper());
    }
}

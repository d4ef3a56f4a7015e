package io.baytap.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baytap.reporting.access.Admits;
import io.baytap.reporting.access.Role;
import io.baytap.reporting.domain.DayRange;
import io.baytap.reporting.domain.trace.Ride;
import io.baytap.reporting.domain.trace.Step;
import io.baytap.reporting.domain.trace.Trace;
import io.baytap.schemas.Money;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A ride from tap to batch, as JSON. */
@Path("/v1")
@Admits({Role.FINANCE, Role.AUDITOR, Role.HELPER})
@Produces(MediaType.APPLICATION_JSON)
public class TraceResource {

    private final Trace trace;
    private final ObjectMapper json;

    TraceResource(Trace trace, ObjectMapper json) {
        this.trace = trace;
        this.json = json.copy()
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
                .addMixIn(Money.class, AmountView.class);
    }

    @GET
    @Path("/trace")
    @Operation(
            summary = "What the line said of an id, the newest first, and the journeys that it is about",
            description =
                    "The id of a rider, gate, tap, journey, charge, attempt, refund, batch, break or proposal; ours or the provider's.")
    public Uni<FoundView> search(
            @QueryParam("id") @Nullable String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return trace.search(TraceParameter.id("id", id), TraceParameter.days(from, to))
                .map(found -> new FoundView(found.journeys(), views(found.steps()), found.more()));
    }

    @GET
    @Path("/rides/{journeyId}")
    @Operation(summary = "All that became of a journey; 404 if nothing is kept of it")
    public Uni<RideView> ride(
            @PathParam("journeyId") String journeyId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        DayRange days = TraceParameter.days(from, to);
        return trace.ride(TraceParameter.id("journeyId", journeyId), days).map(found -> {
            Ride ride = found.orElseThrow(() -> new NotFoundException("nothing is kept of that journey"));
            return new RideView(ride.journeyId(), views(ride.steps()));
        });
    }

    /**
     * What was found.
     *
     * @param more whether there are older steps than those shown
     */
    public record FoundView(List<String> journeys, List<JsonNode> steps, boolean more) {}

    /** A ride. Each step says what it is: {@code tapped}, {@code refused}, {@code priced}, {@code posted}, {@code charged} … */
    public record RideView(String journeyId, List<JsonNode> steps) {}

    /** Of an amount: whole minor units, and their currency. */
    @JsonIncludeProperties({"minor", "currency"})
    private interface AmountView {}

    private List<JsonNode> views(List<Step> steps) {
        return steps.stream()
                .<JsonNode>map(step -> {
                    ObjectNode view = json.createObjectNode();
                    view.put("step", step.getClass().getSimpleName().toLowerCase(Locale.ROOT));
                    view.setAll((ObjectNode) json.valueToTree(step));
                    return view;
                })
                .toList();
    }
}

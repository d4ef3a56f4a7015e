package io.baytap.fare.rest;

import io.baytap.fare.domain.Scheme;
import io.baytap.fare.domain.Tariff;
import io.baytap.fare.domain.TariffBook;
import io.baytap.fare.domain.TariffRefusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Which tariffs are in force. */
@Path("/v1/tariffs")
public class TariffsResource {

    private final TariffBook tariffs;
    private final Supplier<Instant> now;

    TariffsResource(TariffBook tariffs, Supplier<Instant> now) {
        this.tariffs = tariffs;
        this.now = now;
    }

    /**
     * A version of an operator's tariff.
     *
     * @param inForceFrom since ever, if null
     */
    public record TariffView(
            String operatorId, String version, @Nullable Instant inForceFrom, String currency, int routes) {
        static TariffView of(Tariff tariff) {
            return new TariffView(
                    tariff.operatorId(),
                    tariff.version(),
                    tariff.inForceFrom().equals(Instant.MIN) ? null : tariff.inForceFrom(),
                    tariff.currency().getCurrencyCode(),
                    tariff.routeIds().size());
        }
    }

    /**
     * The loaded versions of all tariffs, the latest of each operator first, and which changed files were refused since and why.
     *
     * @param refusals empty when all files are in force
     */
    public record TariffsView(List<TariffView> tariffs, List<String> schemes, List<TariffRefusal> refusals) {}

    /** All of them. */
    @GET
    @Operation(summary = "The tariffs in force, and the files that were refused")
    public TariffsView tariffs() {
        return new TariffsView(
                tariffs.tariffs().all().stream().map(TariffView::of).toList(),
                tariffs.schemes().stream().map(Scheme::id).toList(),
                tariffs.refusals());
    }

    /** A route; {@code decks} that have fares of their own. */
    public record RouteView(String routeId, String name, List<String> decks) {}

    /** The routes of an operator, in the order of its feed. */
    public record RoutesView(String operatorId, String version, String currency, List<RouteView> routes) {
        static RoutesView of(Tariff tariff) {
            return new RoutesView(
                    tariff.operatorId(),
                    tariff.version(),
                    tariff.currency().getCurrencyCode(),
                    tariff.routeNames().entrySet().stream()
                            .map(route -> new RouteView(route.getKey(), route.getValue(), tariff.decks(route.getKey())))
                            .toList());
        }
    }

    /** A stop. */
    public record StopView(String stopId, String name) {}

    /** The stops of a route, in the order of its feed. */
    public record StopsView(String routeId, List<StopView> stops) {
        static StopsView of(Tariff tariff, String routeId) {
            return new StopsView(
                    routeId,
                    tariff.stopNames(routeId).entrySet().stream()
                            .map(stop -> new StopView(stop.getKey(), stop.getValue()))
                            .toList());
        }
    }

    @GET
    @Path("/{operatorId}/routes")
    @Operation(summary = "The routes of an operator's tariff in force at a time, RFC 3339, or now")
    public Response routes(@PathParam("operatorId") String operatorId, @QueryParam("at") @Nullable String at) {
        return answer(
                operatorId, at, tariff -> Response.ok(RoutesView.of(tariff)).build());
    }

    @GET
    @Path("/{operatorId}/stops")
    @Operation(summary = "The stops that are priced on a route of an operator's tariff in force at a time, or now")
    public Response stops(
            @PathParam("operatorId") String operatorId,
            @QueryParam("route") @Nullable String route,
            @QueryParam("at") @Nullable String at) {
        if (route == null) {
            return RiderDesk.refused(400, "route", "is missing");
        }
        return answer(
                operatorId,
                at,
                tariff -> tariff.hasRoute(route)
                        ? Response.ok(StopsView.of(tariff, route)).build()
                        : RiderDesk.refused(404, "route", "is in no tariff of " + operatorId));
    }

    private Response answer(String operatorId, @Nullable String at, Function<Tariff, Response> from) {
        try {
            return tariffs.tariffs()
                    .find(operatorId, at == null ? now.get() : Instant.parse(at))
                    .map(from)
                    .orElseGet(() -> RiderDesk.refused(404, "operator", "has no tariff then"));
        } catch (DateTimeException _) {
            return RiderDesk.refused(400, "at", "is not an instant such as 2026-04-09T00:12:31Z");
        }
    }
}

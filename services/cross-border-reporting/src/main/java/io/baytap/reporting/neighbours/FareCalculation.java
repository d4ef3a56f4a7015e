package io.baytap.reporting.neighbours;

import static io.baytap.reporting.neighbours.Shape.optionalText;
import static io.baytap.reporting.neighbours.Shape.present;
import static io.baytap.reporting.neighbours.Shape.rows;
import static io.baytap.reporting.neighbours.Shape.text;

import io.baytap.schemas.Money;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Currency;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Asks fare-calculation what travel would cost. Times are RFC 3339. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface FareCalculation {

    /** {@link Tariffs}. */
    @GET
    @Path("/tariffs")
    Uni<RestResponse<byte[]>> tariffs();

    /** {@link Routes}. */
    @GET
    @Path("/tariffs/{operatorId}/routes")
    Uni<RestResponse<byte[]>> routes(@PathParam("operatorId") String operatorId, @QueryParam("at") String at);

    /** {@link Stops}. */
    @GET
    @Path("/tariffs/{operatorId}/stops")
    Uni<RestResponse<byte[]>> stops(
            @PathParam("operatorId") String operatorId, @QueryParam("route") String route, @QueryParam("at") String at);

    /** {@link Quote}. */
    @POST
    @Path("/quotes")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<byte[]>> quote(byte[] question);

    /** A question for a quote, as it is sent. */
    static byte[] question(Ride ride) {
        return Shape.write(new Question(List.of(ride)));
    }

    /** Which rides; nobody's transfers and caps count. */
    record Question(List<Ride> rides) {}

    /** A ride to be made; a stop may be left out where the fare does not depend on it. */
    record Ride(
            String operator,
            String route,
            @Nullable String deck,
            @Nullable String from,
            @Nullable String to,
            String departs) {}

    /** The tariffs that are loaded; an operator stands there once per version. */
    record Tariffs(List<Tariff> tariffs) {
        public Tariffs {
            tariffs = rows(tariffs);
        }

        public List<String> operators() {
            return tariffs.stream().map(Tariff::operatorId).distinct().toList();
        }
    }

    /** A version of an operator's tariff. */
    record Tariff(String operatorId) {
        public Tariff {
            text(operatorId);
        }
    }

    /** The routes of an operator. */
    record Routes(List<Route> routes) {
        public Routes {
            routes = rows(routes);
        }
    }

    /** A route, and the decks that have fares of their own. */
    record Route(String routeId, String name, List<String> decks) {
        public Route {
            text(routeId);
            text(name);
            decks = rows(decks);
        }
    }

    /** The stops that are priced on a route. */
    record Stops(List<Stop> stops) {
        public Stops {
            stops = rows(stops);
        }
    }

    /** A stop; its name is its id if the feed has none. */
    record Stop(String stopId, String name) {
        public Stop {
            text(stopId);
            text(name);
        }
    }

    /** What the rides would cost, per currency, and what explains it. */
    record Quote(List<Amount> totals, List<Fare> journeys) {
        public Quote {
            totals = rows(totals);
            journeys = rows(journeys);
        }
    }

    /** Whole minor units of a currency. */
    record Amount(long amountMinor, Currency currency) {
        public Amount {
            present(currency);
        }

        public Money money() {
            return new Money(amountMinor, currency);
        }
    }

    /** A fare: its leg's and the adjustments to it. */
    record Fare(Amount net, Leg leg, List<Adjustment> adjustments, String tariffVersion) {
        public Fare {
            present(net);
            present(leg);
            adjustments = rows(adjustments);
            text(tariffVersion);
        }
    }

    /** One ride, and the row of the feed or clause of the policy that priced it. */
    record Leg(
            String route,
            @Nullable String from,
            @Nullable String to,
            Amount fare,
            @Nullable String fareProductId,
            String rule) {
        public Leg {
            text(route);
            present(fare);
            optionalText(fareProductId);
            text(rule);
        }
    }

    /** What another rule changed; negative for a discount. */
    record Adjustment(String kind, Amount amount, String rule) {
        public Adjustment {
            text(kind);
            present(amount);
            text(rule);
        }
    }
}

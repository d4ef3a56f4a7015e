package io.baytap.fare.rest;

import io.baytap.fare.domain.Price;
import io.baytap.fare.domain.Ride;
import io.baytap.fare.domain.Tariff;
import io.baytap.fare.domain.TariffBook;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What a ride would cost. */
@Path("/v1/fares/quote")
public class QuoteResource {

    private final TariffBook tariffs;

    QuoteResource(TariffBook tariffs) {
        this.tariffs = tariffs;
    }

    /**
     * A fare before travel, and the rule behind it.
     *
     * @param amountMinor in whole minor units of {@code currency}
     */
    public record QuoteView(
            long amountMinor,
            String currency,
            String routeId,
            @Nullable String fareProductId,
            String rule,
            String tariffVersion) {}

    /** Why there is no quote. */
    public record Refusal(String field, String reason) {}

    /**
     * One of {@code from} and {@code to} may be left out where the fare does not depend on it; {@code route} where the
     * stops alone say which it is.
     */
    @GET
    @Operation(summary = "What a ride costs", description = "Times are RFC 3339 instants; they decide the day type")
    public Response quote(
            @QueryParam("route") @Nullable String route,
            @QueryParam("deck") @Nullable String deck,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("at") @Nullable String at) {
        if (from == null && to == null) {
            return refused(400, "from", "is missing, and so is to");
        }
        Instant time = parse(at);
        if (time == null) {
            return refused(400, "at", "is not an instant such as 2026-04-09T00:12:31Z");
        }
        List<Tariff> all = tariffs.tariffs().at(time);
        for (String field : new String[] {"from", "to"}) {
            String stop = field.equals("from") ? from : to;
            if (stop != null && all.stream().noneMatch(tariff -> tariff.hasStop(stop))) {
                return refused(404, field, "is a stop of no tariff");
            }
        }
        if (route != null && all.stream().noneMatch(tariff -> tariff.hasRoute(route))) {
            return refused(404, "route", "is in no tariff");
        }
        return all.stream()
                .flatMap(tariff -> (route == null ? tariff.routeIds().stream() : Stream.of(route))
                        .flatMap(
                                each -> tariff
                                        .price(new Ride(each, deck, from, to, time))
                                        .map(price -> ok(each, price, tariff))
                                        .stream()))
                .findFirst()
                .orElseGet(() -> refused(404, "to", "is not sold from there on that day and deck"));
    }

    private static @Nullable Instant parse(@Nullable String at) {
        try {
            return at == null ? null : Instant.parse(at);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static Response ok(String route, Price price, Tariff tariff) {
        return Response.ok(
                        new QuoteView(
                                price.fare().minor(),
                                price.fare().currency().getCurrencyCode(),
                                route,
                                price.fareProductId(),
                                price.rule(),
                                tariff.version()),
                        MediaType.APPLICATION_JSON)
                .build();
    }

    private static Response refused(int status, String field, String reason) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Refusal(field, reason))
                .build();
    }
}

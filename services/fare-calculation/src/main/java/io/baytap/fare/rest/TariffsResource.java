package io.baytap.fare.rest;

import io.baytap.fare.domain.Scheme;
import io.baytap.fare.domain.Tariff;
import io.baytap.fare.domain.TariffBook;
import io.baytap.fare.domain.TariffRefusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Which tariffs are in force. */
@Path("/v1/tariffs")
public class TariffsResource {

    private final TariffBook tariffs;

    TariffsResource(TariffBook tariffs) {
        this.tariffs = tariffs;
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
}

package io.baytap.fare.rest;

import io.baytap.fare.domain.Tariff;
import io.baytap.fare.domain.TariffBook;
import io.baytap.fare.domain.TariffRefusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Which tariffs are in force. */
@Path("/v1/tariffs")
public class TariffsResource {

    private final TariffBook tariffs;

    TariffsResource(TariffBook tariffs) {
        this.tariffs = tariffs;
    }

    /** An operator's tariff. */
    public record TariffView(String operatorId, String version, String currency, int routes) {
        static TariffView of(Tariff tariff) {
            return new TariffView(
                    tariff.operatorId(),
                    tariff.version(),
                    tariff.currency().getCurrencyCode(),
                    tariff.routeIds().size());
        }
    }

    /**
     * The tariffs, and which changed files were refused since and why.
     *
     * @param refusals empty when all files are in force
     */
    public record TariffsView(List<TariffView> tariffs, List<TariffRefusal> refusals) {}

    /** All of them. */
    @GET
    @Operation(summary = "The tariffs in force, and the files that were refused")
    public TariffsView tariffs() {
        return new TariffsView(
                tariffs.tariffs().all().stream().map(TariffView::of).toList(), tariffs.refusals());
    }
}

package io.baytap.wallet.rest;

import io.baytap.wallet.domain.AuditEntry;
import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.Charges;
import io.baytap.wallet.domain.Payer;
import io.baytap.wallet.domain.Person;
import io.baytap.wallet.domain.RefundState;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Charges. Amounts are whole minor units. The rider is not shown. */
@Path("/v1/charges")
@SecurityRequirement(name = Api.BEARER)
@RunOnVirtualThread
public class ChargeResource {

    private final Charges charges;
    private final Doors doors;

    ChargeResource(Charges charges, Doors doors) {
        this.charges = charges;
        this.doors = doors;
    }

    /** A charge as it is shown; the payer and the check where the provider converts. */
    public record ChargeView(
            String id,
            String status,
            String journeyId,
            String operatorId,
            LocalDate businessDay,
            String currency,
            long amountMinor,
            long nettedMinor,
            int attempt,
            @Nullable String outTradeNo,
            @Nullable String transactionId,
            @Nullable String reason,
            @Nullable Instant dueAt,
            @Nullable Long payerMinor,
            @Nullable String payerCurrency,
            String conversionCheck,
            List<RefundView> refunds) {

        static ChargeView of(Charge charge, List<RefundState> refunds) {
            Charge.State state = charge.state();
            Payer payer = state.payer();
            return new ChargeView(
                    charge.id(),
                    state.status().name(),
                    charge.facts().journeyId(),
                    charge.facts().operatorId(),
                    charge.facts().businessDay(),
                    charge.facts().currency(),
                    charge.amount().minor(),
                    state.netted().minor(),
                    state.attempt(),
                    state.outTradeNo(),
                    state.transactionId(),
                    state.reason(),
                    state.dueAt(),
                    payer == null ? null : payer.minor(),
                    payer == null ? null : payer.currency(),
                    state.check().name(),
                    refunds.stream().map(RefundView::of).toList());
        }
    }

    /** A refund as it is shown; {@code reason} says why the provider refused it last. */
    public record RefundView(
            String id,
            String status,
            long amountMinor,
            @Nullable String reason) {

        static RefundView of(RefundState refund) {
            return new RefundView(refund.id(), refund.status().name(), refund.amountMinor(), refund.reason());
        }
    }

    /**
     * Tries again what was given up: a debt that the rider means to pay now, refunds that were refused too often. 202 if
     * it will be tried, 404 if there is no such charge, 409 if nothing of it was given up. Who asked stands in the audit trail.
     */
    @POST
    @Path("/{id}/recovery")
    public Response recover(@PathParam("id") String id) {
        Person by = doors.require(AuditEntry.Action.RECOVER, id, Set.of(Doors.FINANCE, Doors.OPERATIONS));
        if (charges.recover(id, by)) {
            return Response.accepted().build();
        }
        return Response.status(charges.find(id).isPresent() ? Response.Status.CONFLICT : Response.Status.NOT_FOUND)
                .build();
    }

    /** A charge and how far its collection has come; 404 if there is none. */
    @GET
    @Path("/{id}")
    public ChargeView charge(@PathParam("id") String id) {
        doors.toReadRides();
        return charges.find(id).map(this::view).orElseThrow(NotFoundException::new);
    }

    /** The charges of a journey, in the order they were opened; none if it has none. 400 without a journey. */
    @GET
    @APIResponse(responseCode = "400", description = "No journey is named")
    public Response charges(@QueryParam("journeyId") @Nullable String journeyId) {
        doors.toReadRides();
        if (journeyId == null || journeyId.isBlank()) {
            return Problem.answer(Response.Status.BAD_REQUEST, "MALFORMED_FIELD", "journeyId", "whose charges? its id")
                    .build();
        }
        return Response.ok(charges.ofJourney(journeyId).stream().map(this::view).toList())
                .build();
    }

    private ChargeView view(Charge charge) {
        return ChargeView.of(charge, charges.refunds(charge.id()));
    }
}

package io.baytap.wallet.rest;

import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.Charges;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Charges. Amounts are whole minor units. The rider is not shown. */
@Path("/v1/charges")
@RunOnVirtualThread
public class ChargeResource {

    private final Charges charges;

    ChargeResource(Charges charges) {
        this.charges = charges;
    }

    /** A charge as it is shown. */
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
            @Nullable Instant dueAt) {

        static ChargeView of(Charge charge) {
            Charge.State state = charge.state();
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
                    state.dueAt());
        }
    }

    /** A charge and how far its collection has come; 404 if there is none. */
    @GET
    @Path("/{id}")
    public ChargeView charge(@PathParam("id") String id) {
        return charges.find(id).map(ChargeView::of).orElseThrow(NotFoundException::new);
    }
}

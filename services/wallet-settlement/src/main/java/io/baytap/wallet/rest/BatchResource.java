package io.baytap.wallet.rest;

import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.Batches;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** Closed batches. Amounts are signed whole minor units. */
@Path("/v1/batches")
@SecurityRequirement(name = Api.BEARER)
@RunOnVirtualThread
public class BatchResource {

    private static final int MAX = 1000;

    private final Batches batches;
    private final Doors doors;

    BatchResource(Batches batches, Doors doors) {
        this.batches = batches;
        this.doors = doors;
    }

    /** A batch as it is shown. */
    public record BatchView(
            String id,
            String operatorId,
            LocalDate businessDay,
            String currency,
            LocalDate valueDate,
            long fareCount,
            long grossMinor,
            long takenBackMinor,
            long amountMinor,
            Instant closedAt) {

        static BatchView of(Batch batch) {
            return new BatchView(
                    batch.id(),
                    batch.operatorId(),
                    batch.businessDay(),
                    batch.amount().currency().getCurrencyCode(),
                    batch.valueDate(),
                    batch.fareCount(),
                    batch.position().gross().minor(),
                    batch.position().takenBack().minor(),
                    batch.amount().minor(),
                    batch.closedAt());
        }
    }

    /** The latest batches first; at most {@code max}, at most 1000. */
    @GET
    public List<BatchView> batches(@QueryParam("max") @DefaultValue("100") int max) {
        doors.toRead();
        return batches.latest(Math.clamp(max, 1, MAX)).stream()
                .map(BatchView::of)
                .toList();
    }
}

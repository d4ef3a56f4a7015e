package io.baytap.wallet.rest;

import io.baytap.wallet.domain.BankLine;
import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.Batches;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

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

    /**
     * An entry of the bank as it is shown: by the bank's own reference, without our account.
     *
     * @param amountMinor of all batches that the entry pays
     * @param onStatement false while the bank has but notified it
     * @param state MATCHED, or EXPLAINED with a reason; null while nothing is settled
     */
    public record BankLineView(
            String reference,
            LocalDate bookedOn,
            String currency,
            long amountMinor,
            boolean onStatement,
            @Nullable String state) {

        static BankLineView of(BankLine line) {
            return new BankLineView(
                    line.bankReference(),
                    line.bookedOn(),
                    line.amount().currency().getCurrencyCode(),
                    line.amount().minor(),
                    line.onStatement(),
                    line.state());
        }
    }

    /** What the bank showed of a batch's payment; none before it did. 404 if there is no such batch. */
    @GET
    @Path("/{id}/bank-lines")
    public List<BankLineView> bankLines(@PathParam("id") String id) {
        doors.toReadRides();
        return batches.bankLines(id).orElseThrow(NotFoundException::new).stream()
                .map(BankLineView::of)
                .toList();
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

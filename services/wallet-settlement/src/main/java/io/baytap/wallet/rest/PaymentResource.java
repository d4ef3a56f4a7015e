package io.baytap.wallet.rest;

import io.baytap.wallet.domain.Batch;
import io.baytap.wallet.domain.Batches;
import io.baytap.wallet.domain.PaymentFile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** A closed business day as files. The same day gives the same files, whenever they are asked for. */
@Path("/v1/days/{day}")
@SecurityRequirement(name = Api.BEARER)
@RunOnVirtualThread
public class PaymentResource {

    private final Batches batches;
    private final PaymentFile file;
    private final Doors doors;

    PaymentResource(Batches batches, PaymentFile file, Doors doors) {
        this.batches = batches;
        this.file = file;
        this.doors = doors;
    }

    /**
     * Why there is no payment file.
     *
     * @param settings names of settings of accounts, or calendars with the year that they lack: {@code mainland 2027}
     */
    public record Lacking(String code, List<String> settings) {}

    /** The batches, RFC 4180; 404 if none closed for that day. */
    @GET
    @Path("/batches.csv")
    @Produces("text/csv")
    public String csv(@PathParam("day") LocalDate day) {
        doors.toRead();
        return file.csv(closed(day));
    }

    /**
     * The payments to operators, ISO 20022 pain.001.001.09; 404 if no batch closed for that day, 204 if none is to be paid,
     * 409 with their names if settings of accounts are missing, or the bank holidays of a year.
     */
    @GET
    @Path("/pain.001.xml")
    @Produces({MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON})
    public Response pain001(@PathParam("day") LocalDate day) {
        doors.toRead();
        List<Batch> closed = closed(day);
        List<String> missing = file.missing(closed);
        if (!missing.isEmpty()) {
            return refusal("ACCOUNTS_NOT_CONFIGURED", missing);
        }
        List<String> uncovered = file.uncovered(closed);
        if (!uncovered.isEmpty()) {
            // A bank that gets an order for a day on which it is closed refuses it, or pays on a day of its own choice.
            return refusal("HOLIDAYS_NOT_KNOWN", uncovered);
        }
        return file.pain001(day, closed)
                .map(xml -> Response.ok(xml, MediaType.APPLICATION_XML).build())
                .orElseGet(() -> Response.noContent().build());
    }

    private static Response refusal(String code, List<String> lacking) {
        return Response.status(Response.Status.CONFLICT)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Lacking(code, lacking))
                .build();
    }

    private List<Batch> closed(LocalDate day) {
        List<Batch> closed = batches.of(day);
        if (closed.isEmpty()) {
            throw new NotFoundException();
        }
        return closed;
    }
}

package io.baytap.wallet.rest;

import io.baytap.wallet.domain.AuditEntry;
import io.baytap.wallet.domain.AuditEntry.Action;
import io.baytap.wallet.domain.AuditTrail;
import io.baytap.wallet.domain.AuditTrail.Kept;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Who did what, for auditors. */
@Path("/v1/audit")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@SecurityRequirement(name = Api.BEARER)
@RunOnVirtualThread
public class AuditResource {

    private static final int MAX = 1000;

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private final AuditTrail trail;
    private final Doors doors;

    AuditResource(AuditTrail trail, Doors doors) {
        this.trail = trail;
        this.doors = doors;
    }

    /**
     * A page of the trail.
     *
     * @param next to be asked for as {@code after}; null if this was the last page
     */
    public record Page(List<EntryView> entries, @Nullable Long next) {}

    /**
     * An entry as it is shown.
     *
     * @param refusal why it was refused; null if it was done
     * @param hash SHA-256 over this and the hash before it
     */
    public record EntryView(
            long number,
            Instant at,
            String person,
            String subject,
            Set<String> roles,
            String action,
            String target,
            @Nullable String before,
            @Nullable String after,
            @Nullable String refusal,
            String hash) {

        static EntryView of(Kept kept) {
            AuditEntry entry = kept.entry();
            return new EntryView(
                    kept.number(),
                    kept.at(),
                    entry.by().name(),
                    entry.by().subject(),
                    entry.by().roles(),
                    entry.action().name(),
                    entry.target(),
                    entry.before(),
                    entry.after(),
                    entry.refusal(),
                    kept.hash());
        }
    }

    @GET
    @Operation(
            summary = "Who did what, in order",
            description =
                    "from (inclusive) and to (exclusive) are instants; subject is the token's, target the id that it was"
                            + " done to. What was refused is there, too.")
    @APIResponse(responseCode = "200", description = "A page; its next is the after of the page to follow")
    @APIResponse(responseCode = "400", description = "from or to is no instant")
    public Response audit(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("person") @DefaultValue("") String person,
            @QueryParam("subject") @DefaultValue("") String subject,
            @QueryParam("target") @DefaultValue("") String target,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("max") @DefaultValue("100") int max) {
        doors.require(Action.READ, "/v1/audit", Set.of(Doors.AUDITOR));
        Instant begin = instant(from, Instant.EPOCH);
        Instant end = instant(to, FAR);
        if (begin == null || end == null) {
            return Problem.answer(
                            Status.BAD_REQUEST,
                            "MALFORMED_PARAMETER",
                            begin == null ? "from" : "to",
                            "not an instant like 2026-04-09T04:00:00Z")
                    .build();
        }
        int most = Math.clamp(max, 1, MAX);
        List<Kept> found = trail.find(new AuditTrail.Query(begin, end, person, subject, target, after, most));
        Long next = found.size() < most ? null : found.getLast().number();
        return Response.ok(new Page(found.stream().map(EntryView::of).toList(), next))
                .type(MediaType.APPLICATION_JSON)
                .build();
    }

    private static @Nullable Instant instant(@Nullable String text, Instant otherwise) {
        try {
            return text == null ? otherwise : Instant.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}

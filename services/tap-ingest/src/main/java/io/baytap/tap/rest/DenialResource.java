package io.baytap.tap.rest;

import io.baytap.tap.domain.DenyList;
import io.baytap.tap.domain.DenyListVersion;
import io.baytap.tap.domain.InFlight;
import io.baytap.tap.json.RefusalView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Where gates keep their deny list up to date. */
@Path("/v1/denials")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(
        responseCode = "200",
        description = "The list, or what changed; its version is the ETag",
        content = @Content(schema = @Schema(implementation = DenialsView.class)))
@APIResponse(responseCode = "304", description = "Nothing changed since the version in If-None-Match")
@APIResponse(
        responseCode = "4XX",
        description = "The gate is not known, suspended, or did not sign",
        content = @Content(schema = @Schema(implementation = RefusalView.class)))
public class DenialResource {

    private static final String PREFER = "Prefer";
    private static final String APPLIED = "Preference-Applied";
    private static final Pattern WAIT = Pattern.compile("(?:^|[\\s,;])wait=(\\d{1,4})(?:$|[\\s,;])");
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"([^\"]*)\"");

    private final GateProofs proofs;
    private final DenyList list;
    private final Duration waitMax;
    private final InFlight waiting;

    /** How long, and by how many, a change may be waited for. */
    public record WaitLimits(Duration waitMax, int waitingMax) {}

    DenialResource(GateProofs proofs, DenyList list, WaitLimits limits) {
        this.proofs = proofs;
        this.list = list;
        this.waitMax = limits.waitMax();
        this.waiting = new InFlight(limits.waitingMax());
    }

    /** The whole list, or with {@code since} what changed; with {@code Prefer: wait=N} as soon as something has. */
    @GET
    @RunOnVirtualThread
    @Operation(
            summary = "The deny list, or what changed since a version",
            description = "Signed by the gate like its batches: `GET /v1/denials`, over no body")
    public Response get(
            @BeanParam GateHeaders headers,
            @QueryParam("since") @Nullable String since,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(PREFER) @Nullable String prefer) {
        return proofs.answer("GET /v1/denials", headers, _ -> answer(since, ifNoneMatch, wait(prefer)));
    }

    private Response answer(@Nullable String since, @Nullable String ifNoneMatch, Duration wait) {
        DenyListVersion seen = seen(ifNoneMatch);
        DenyListVersion known = since == null ? seen : DenyListVersion.find(since);
        boolean waited = known != null && !wait.isZero() && waiting.tryEnter(1);
        if (known != null && waited) {
            try {
                boolean _ = list.awaitOther(known, wait);
            } finally {
                waiting.leave(1);
            }
        }
        Response.ResponseBuilder response = seen != null && seen.equals(list.version())
                ? Response.notModified().header(HttpHeaders.ETAG, etag(seen))
                : response(since);
        if (waited) {
            response.header(APPLIED, "wait=" + wait.toSeconds());
        }
        return response.build();
    }

    private Response.ResponseBuilder response(@Nullable String since) {
        DenyListVersion known = DenyListVersion.find(since);
        DenyList.Told changes = known == null ? null : list.since(known);
        DenyList.Told told = changes == null ? list.whole() : changes;
        String reason = since != null && changes == null ? "UNKNOWN_VERSION" : null;
        return Response.ok(DenialsView.of(told, reason))
                .header(HttpHeaders.ETAG, etag(told.version()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    private Duration wait(@Nullable String prefer) {
        Matcher matcher = WAIT.matcher(prefer == null ? "" : prefer);
        if (!matcher.find()) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(matcher.group(1)));
        return asked.compareTo(waitMax) > 0 ? waitMax : asked;
    }

    private static @Nullable DenyListVersion seen(@Nullable String ifNoneMatch) {
        Matcher matcher = ETAG.matcher(ifNoneMatch == null ? "" : ifNoneMatch.strip());
        return matcher.matches() ? DenyListVersion.find(matcher.group(1)) : null;
    }

    private static String etag(DenyListVersion version) {
        return "\"" + version + "\"";
    }
}

package io.baytap.wallet.rest;

import io.baytap.wallet.domain.AuditEntry;
import io.baytap.wallet.domain.BusinessClock;
import io.baytap.wallet.domain.reconciliation.DailyReconciliation;
import io.baytap.wallet.domain.reconciliation.Reconciliations;
import io.baytap.wallet.domain.reconciliation.Reconciliations.HeldStatement;
import io.baytap.wallet.domain.reconciliation.Reconciliations.Run;
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
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** The reconciliation of a day: which statements are here, what the last run found, what is wrong. */
@Path("/v1/reconciliation/{day}")
@RunOnVirtualThread
@SecurityRequirement(name = Api.BEARER)
public class ReconciliationResource {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private final Reconciliations reconciliations;
    private final DailyReconciliation reconciler;
    private final BusinessClock clock;
    private final Doors doors;
    private final boolean isReplay;

    ReconciliationResource(
            Reconciliations reconciliations,
            DailyReconciliation reconciler,
            BusinessClock clock,
            Doors doors,
            @ConfigProperty(name = "wallet.clock", defaultValue = "system") String clockName) {
        this.isReplay = clockName.equalsIgnoreCase("replay");
        this.reconciliations = reconciliations;
        this.reconciler = reconciler;
        this.clock = clock;
        this.doors = doors;
    }

    /** A day as it is shown. */
    public record DayView(
            LocalDate day,
            List<HeldStatement> statements,
            @Nullable Run run,
            List<BreakResource.BreakShown> breaks) {}

    /** Why a day cannot be reconciled. */
    public record Refusal(String code, String reason) {}

    /** 404 if the day was not reconciled and none of its statements is here. */
    @GET
    public DayView day(@PathParam("day") LocalDate day) {
        doors.toRead();
        Optional<Run> run = reconciliations.latest(day);
        List<HeldStatement> statements = reconciliations.statements(day);
        if (run.isEmpty() && statements.isEmpty()) {
            throw new NotFoundException();
        }
        return view(day, run.orElse(null));
    }

    /**
     * Reconciles the day now: asks for its statements, and matches all that is open. 200 with what it found; again for the
     * same statements it changes nothing. 409 while the day lasts, or if there is nobody to ask for statements.
     *
     * @param at when, instead of now: for replayed days, whose clock stands; 409 with any other clock
     */
    @POST
    public Response reconcile(@PathParam("day") LocalDate day, @QueryParam("at") @Nullable OffsetDateTime at) {
        doors.require(AuditEntry.Action.RECONCILE, day.toString(), Set.of(Doors.FINANCE, Doors.OPERATIONS));
        if (at != null && !isReplay) {
            return refuse("CLOCK_RUNS", "at is for wallet.clock=replay");
        }
        Optional<Instant> now = at == null ? clock.now() : Optional.of(at.toInstant());
        if (now.isEmpty() || !day.isBefore(now.get().atZone(HONG_KONG).toLocalDate())) {
            return refuse("DAY_NOT_OVER", day + " is not over in Hong Kong");
        }
        if (!reconciler.hasSources()) {
            return refuse("NO_SOURCES", "wallet.providers and wallet.reconciliation.bank-url are not set");
        }
        return Response.ok(view(day, reconciler.reconcile(day, now.get()))).build();
    }

    private DayView view(LocalDate day, @Nullable Run run) {
        LocalDate today =
                clock.now().map(now -> now.atZone(HONG_KONG).toLocalDate()).orElse(day);
        return new DayView(
                day,
                reconciliations.statements(day),
                run,
                reconciliations.breaksSince(day).stream()
                        .map(found -> BreakResource.BreakShown.of(found, today))
                        .toList());
    }

    private static Response refuse(String code, String reason) {
        return Response.status(Response.Status.CONFLICT)
                .entity(new Refusal(code, reason))
                .build();
    }
}

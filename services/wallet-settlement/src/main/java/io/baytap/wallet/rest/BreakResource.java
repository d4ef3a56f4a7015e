package io.baytap.wallet.rest;

import io.baytap.wallet.domain.BusinessClock;
import io.baytap.wallet.domain.reconciliation.Break;
import io.baytap.wallet.domain.reconciliation.Reconciliations;
import io.baytap.wallet.domain.reconciliation.Reconciliations.BreakView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** What is open between ledger, providers and bank. */
@Path("/v1/breaks")
@RunOnVirtualThread
@SecurityRequirement(name = Api.BEARER)
public class BreakResource {

    private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

    private final Reconciliations reconciliations;
    private final BusinessClock clock;
    private final Doors doors;

    BreakResource(Reconciliations reconciliations, BusinessClock clock, Doors doors) {
        this.reconciliations = reconciliations;
        this.clock = clock;
        this.doors = doors;
    }

    /** A break as it is shown. {@code amountMinor}: what they say less what we say; money to us is positive. */
    public record BreakShown(
            String id,
            String reason,
            String owner,
            boolean open,
            long amountMinor,
            String currency,
            LocalDate since,
            int ageDays,
            @Nullable String walletScheme,
            @Nullable String ours,
            @Nullable String theirs,
            @Nullable String number,
            @Nullable String resolvedBy,
            int revision) {

        static BreakShown of(BreakView view, LocalDate today) {
            Break found = view.found();
            var scheme = found.sides().scheme();
            return new BreakShown(
                    found.id(),
                    found.reason().name(),
                    found.owner().name(),
                    found.isOpen(),
                    found.amount().minor(),
                    found.amount().currency().getCurrencyCode(),
                    found.since(),
                    found.ageDays(today),
                    scheme == null ? null : scheme.name(),
                    found.sides().ours(),
                    found.sides().theirs(),
                    found.sides().number(),
                    found.resolvedBy(),
                    view.revision());
        }
    }

    /** Open breaks, by reason and then the oldest first; {@code reason} and {@code minAgeDays} narrow them. */
    @GET
    public List<BreakShown> open(
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("minAgeDays") @DefaultValue("0") int minAgeDays) {
        doors.toRead();
        LocalDate today =
                clock.now().map(now -> now.atZone(HONG_KONG).toLocalDate()).orElse(LocalDate.EPOCH);
        return reconciliations.open().stream()
                .map(found -> BreakShown.of(found, today))
                .filter(shown -> reason == null || shown.reason().equals(reason))
                .filter(shown -> shown.ageDays() >= minAgeDays)
                .toList();
    }
}

package io.baytap.wallet.rest;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.ProviderPosition;
import io.baytap.wallet.domain.ProviderPositions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** What wallet providers owe us. Amounts are whole minor units of the currency that they owe: where a provider converts, the operators'. */
@Path("/v1/providers")
@RunOnVirtualThread
@SecurityRequirement(name = Api.BEARER)
public class ProviderResource {

    private final ProviderPositions positions;
    private final Doors doors;

    ProviderResource(ProviderPositions positions, Doors doors) {
        this.positions = positions;
        this.doors = doors;
    }

    /**
     * A provider as it is shown.
     *
     * @param roomMinor what may still be debited under the net debit cap; null without a cap
     * @param waitingFor {@code NET_DEBIT_CAP} if due charges wait for a payout; else null
     */
    public record ProviderView(
            String walletScheme,
            String currency,
            long positionMinor,
            long underWayMinor,
            @Nullable Long roomMinor,
            long dueCharges,
            @Nullable String waitingFor) {

        static ProviderView of(ProviderPosition position) {
            Money room = position.room();
            return new ProviderView(
                    position.scheme().name(),
                    position.balance().currency().getCurrencyCode(),
                    position.balance().minor(),
                    position.underWay().minor(),
                    room == null ? null : room.minor(),
                    position.waiting(),
                    position.isCapped() ? "NET_DEBIT_CAP" : null);
        }
    }

    /** One per wallet scheme and currency. */
    @GET
    public List<ProviderView> providers() {
        doors.toRead();
        return positions.all().stream().map(ProviderView::of).toList();
    }
}

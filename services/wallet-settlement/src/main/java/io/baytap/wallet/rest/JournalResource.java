package io.baytap.wallet.rest;

import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Ledger;
import io.baytap.wallet.domain.Posting;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** Journals and balances. Amounts are signed whole minor units: debits positive, credits negative. */
@Path("/v1")
@SecurityRequirement(name = Api.BEARER)
@RunOnVirtualThread
public class JournalResource {

    private final Ledger ledger;
    private final Doors doors;

    JournalResource(Ledger ledger, Doors doors) {
        this.ledger = ledger;
        this.doors = doors;
    }

    /** A journal as it is shown. */
    public record JournalView(String id, String kind, Instant occurredAt, List<AmountView> postings) {
        static JournalView of(Journal journal) {
            return new JournalView(
                    journal.id(),
                    journal.kind().name(),
                    journal.occurredAt(),
                    journal.postings().stream().map(AmountView::of).toList());
        }
    }

    /** An amount on an account. */
    public record AmountView(String account, String currency, long amountMinor) {
        static AmountView of(Posting posting) {
            return new AmountView(
                    posting.account().name(),
                    posting.amount().currency().getCurrencyCode(),
                    posting.amount().minor());
        }
    }

    /** A journal with its postings; 404 if there is none. */
    @GET
    @Path("/journals/{id}")
    public JournalView journal(@PathParam("id") String id) {
        doors.toReadRides();
        return ledger.find(id).map(JournalView::of).orElseThrow(NotFoundException::new);
    }

    /** The balance of every account, per currency. */
    @GET
    @Path("/accounts")
    public List<AmountView> accounts() {
        doors.toRead();
        return ledger.balances().stream().map(AmountView::of).toList();
    }
}

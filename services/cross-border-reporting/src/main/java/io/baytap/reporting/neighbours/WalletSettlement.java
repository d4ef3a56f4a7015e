package io.baytap.reporting.neighbours;

import static io.baytap.reporting.neighbours.Shape.optionalText;
import static io.baytap.reporting.neighbours.Shape.present;
import static io.baytap.reporting.neighbours.Shape.text;

import io.baytap.schemas.Money;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Asks wallet-settlement for the files of a closed day and what it has booked of a ride, and proposes changes to a ride. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public interface WalletSettlement {

    /** The payments to operators, ISO 20022 pain.001; 204 if nothing is to be paid, 404 if no batch closed for that day. */
    @GET
    @Path("/days/{day}/pain.001.xml")
    @Produces({MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON})
    Uni<RestResponse<byte[]>> payments(
            @PathParam("day") String day, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization);

    /** The batches as CSV; 404 if none closed for that day. */
    @GET
    @Path("/days/{day}/batches.csv")
    @Produces("text/csv")
    Uni<RestResponse<byte[]>> batches(
            @PathParam("day") String day, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization);

    /** {@link Journal}; 404 if nothing is booked under that id. */
    @GET
    @Path("/journals/{id}")
    Uni<RestResponse<byte[]>> journal(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization);

    /** Each {@link Charge} of a journey. */
    @GET
    @Path("/charges")
    Uni<RestResponse<byte[]>> charges(
            @QueryParam("journeyId") String journeyId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization);

    /** Each {@link BankLine} of a batch; 404 if there is no such batch. */
    @GET
    @Path("/batches/{id}/bank-lines")
    Uni<RestResponse<byte[]>> bankLines(
            @PathParam("id") String batchId, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization);

    /** Each {@link Proposal} about a journey or its charges, the latest first. */
    @GET
    @Path("/proposals")
    Uni<RestResponse<byte[]>> proposals(
            @QueryParam("journeyId") String journeyId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization);

    /** Keeps a demand as a {@link Proposal}; 400 with the field, 404, 409 or 422 with the reason if it cannot be booked. */
    @POST
    @Path("/proposals")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<byte[]>> propose(
            byte[] demand, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization);

    /**
     * Decides: 409 {@code SAME_PERSON}, {@code ALREADY_DECIDED} or {@code EXPIRED}, 422 if it can be booked no more.
     *
     * @param verdict {@code approval} or {@code rejection}
     */
    @POST
    @Path("/proposals/{id}/{verdict}")
    Uni<RestResponse<byte[]>> decide(
            @PathParam("id") String proposalId,
            @PathParam("verdict") String verdict,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization);

    /** A demand, as it is sent. */
    static byte[] written(Demand demand) {
        return Shape.write(demand);
    }

    /**
     * What somebody wants changed: of a journey a signed delta in the operator's currency, of a charge a positive amount in
     * the currency that was debited.
     *
     * @param kind {@code CORRECTION} with a journey, {@code REFUND} with a charge
     */
    record Demand(
            String kind,
            @Nullable String journeyId,
            @Nullable String chargeId,
            long amountMinor,
            String currency,
            String reason) {}

    /** A journal; its postings add up to nothing in each currency. */
    record Journal(String id, List<Posting> postings) {
        public Journal {
            text(id);
            postings = Shape.rows(postings);
        }
    }

    /** An amount on an account of the ledger: debits positive, credits negative. No account is a rider's. */
    record Posting(String account, Currency currency, long amountMinor) {
        public Posting {
            text(account);
            present(currency);
        }

        public Money amount() {
            return new Money(amountMinor, currency);
        }
    }

    /**
     * An amount that a wallet owes, and how far its collection has come.
     *
     * @param attempt 0 before the first
     * @param nettedMinor what corrections took off before the current attempt
     * @param outTradeNo our number of the current attempt
     * @param reason why it was declined last
     * @param dueAt not to be attempted again before
     */
    record Charge(
            String id,
            String status,
            Currency currency,
            long amountMinor,
            long nettedMinor,
            int attempt,
            @Nullable String outTradeNo,
            @Nullable String reason,
            @Nullable Instant dueAt,
            List<Refund> refunds) {
        public Charge {
            text(id);
            text(status);
            present(currency);
            optionalText(outTradeNo);
            optionalText(reason);
            refunds = Shape.rows(refunds);
        }

        public Money amount() {
            return new Money(amountMinor, currency);
        }

        public Money netted() {
            return new Money(nettedMinor, currency);
        }
    }

    /** What is given back of a charge; {@code reason} says why the provider refused it last. */
    record Refund(
            String id,
            String status,
            long amountMinor,
            @Nullable String reason) {
        public Refund {
            text(id);
            text(status);
            optionalText(reason);
        }
    }

    /**
     * An entry of the bank that names a batch; what we paid is negative.
     *
     * @param onStatement false while the bank has but notified it
     * @param state of the reconciliation; null while it is open
     */
    record BankLine(
            String reference,
            LocalDate bookedOn,
            Currency currency,
            long amountMinor,
            boolean onStatement,
            @Nullable String state) {
        public BankLine {
            text(reference);
            present(bookedOn);
            present(currency);
            optionalText(state);
        }

        public Money amount() {
            return new Money(amountMinor, currency);
        }
    }

    /**
     * A demand that one person made and another decides.
     *
     * @param state {@code PENDING}, {@code APPROVED}, {@code REJECTED} or {@code EXPIRED}
     * @param expiresAt after which nobody can decide it
     */
    record Proposal(
            String id,
            String state,
            String kind,
            long amountMinor,
            Currency currency,
            String reason,
            String proposedBy,
            Instant proposedAt,
            Instant expiresAt,
            @Nullable String decidedBy) {
        public Proposal {
            text(id);
            text(state);
            text(kind);
            present(currency);
            text(reason);
            text(proposedBy);
            present(proposedAt);
            present(expiresAt);
            optionalText(decidedBy);
        }

        public Money amount() {
            return new Money(amountMinor, currency);
        }

        public boolean isPending() {
            return state.equals("PENDING");
        }
    }
}

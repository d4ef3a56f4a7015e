package io.baytap.wallet.rest;

import io.baytap.wallet.domain.FxStatement;
import io.baytap.wallet.domain.FxStatements;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** What {@code fx-position} is made of. Amounts are signed whole minor units, residues exact decimals of them. */
@Path("/v1/fx-position")
@SecurityRequirement(name = Api.BEARER)
@RunOnVirtualThread
public class FxPositionResource {

    private static final int DAYS_MAX = 366;

    private final FxStatements statements;
    private final Doors doors;

    FxPositionResource(FxStatements statements, Doors doors) {
        this.statements = statements;
        this.doors = doors;
    }

    /** A statement as it is shown. */
    public record StatementView(List<DayView> days, List<DealView> deals, List<BalanceView> balances) {

        static StatementView of(FxStatement statement) {
            return new StatementView(
                    statement.days().stream().map(DayView::of).toList(),
                    statement.deals().stream().map(DealView::of).toList(),
                    statement.balances().values().stream().map(BalanceView::of).toList());
        }
    }

    /**
     * Conversions of a business day: {@code midMinor} = {@code atPublishedRates} + {@code residue}, to the last digit.
     *
     * @param residue null if some were booked before rates were kept
     */
    public record DayView(
            LocalDate day,
            String fareCurrency,
            String walletCurrency,
            long conversions,
            long fareMinor,
            String atPublishedRates,
            @Nullable String residue,
            long midMinor,
            long spreadMinor,
            long unrated) {

        static DayView of(FxStatement.Day day) {
            return new DayView(
                    day.day(),
                    day.fare().currency().getCurrencyCode(),
                    day.mid().currency().getCurrencyCode(),
                    day.count(),
                    day.fare().minor(),
                    plain(day.atRates()),
                    day.residue().map(FxPositionResource::plain).orElse(null),
                    day.mid().minor(),
                    day.spread().minor(),
                    day.unrated());
        }
    }

    /** A deal: {@code quoteMinor} = −{@code baseMinor} × {@code rate} + {@code residue}. */
    public record DealView(
            String id,
            LocalDate valueDate,
            String base,
            String quote,
            @Nullable String rate,
            long baseMinor,
            long quoteMinor,
            @Nullable String residue,
            long realisedMinor) {

        static DealView of(FxStatement.Dealt deal) {
            BigDecimal rate = deal.rate();
            BigDecimal residue = deal.residue();
            return new DealView(
                    deal.id(),
                    deal.valueDate(),
                    deal.exchanged().base().currency().getCurrencyCode(),
                    deal.exchanged().quote().currency().getCurrencyCode(),
                    rate == null ? null : plain(rate),
                    deal.exchanged().base().minor(),
                    deal.exchanged().quote().minor(),
                    residue == null ? null : plain(residue),
                    deal.realised().minor());
        }
    }

    /** A currency now. */
    public record BalanceView(
            String currency, long positionMinor, long unexplainedMinor, long unsettledMinor, long realisedMinor) {

        static BalanceView of(FxStatement.Balance balance) {
            return new BalanceView(
                    balance.ledger().currency().getCurrencyCode(),
                    balance.ledger().minor(),
                    balance.unexplained().minor(),
                    balance.unsettled().minor(),
                    balance.realised().minor());
        }
    }

    /** Business days from {@code from} to {@code to}, both included, at most a year; balances are of now. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Conversions by day and pair, deals, and what explains the position to the last digit")
    @APIResponse(
            responseCode = "200",
            description = "midMinor is atPublishedRates plus residue; unexplainedMinor is 0 in a sound ledger")
    @APIResponse(responseCode = "400", description = "from or to is no day, or to is not within a year after from")
    public Response statement(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        doors.toRead();
        LocalDate first = day(from);
        LocalDate last = to == null ? first : day(to);
        if (first == null || last == null) {
            return malformed(first == null ? "from" : "to", "not a day like 2026-04-09");
        }
        if (last.isBefore(first) || first.plusDays(DAYS_MAX).isBefore(last)) {
            return malformed("to", "not 0 to " + DAYS_MAX + " days after from");
        }
        return Response.ok(StatementView.of(statements.of(first, last))).build();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static Response malformed(String field, String detail) {
        return Problem.answer(Response.Status.BAD_REQUEST, "MALFORMED_PARAMETER", field, detail)
                .build();
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}

package io.baytap.fare.rest;

import io.baytap.fare.domain.FareChange;
import io.baytap.fare.domain.JourneyFare;
import io.baytap.fare.domain.Quote;
import io.baytap.fare.domain.Quote.PlannedRide;
import io.baytap.fare.domain.RiderHistory;
import io.baytap.fare.domain.Rulebook;
import io.baytap.fare.rest.QuoteReader.BadField;
import io.baytap.schemas.Money;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What travel would cost. */
@Path("/v1/quotes")
public class QuoteResource {

    /** A wallet's currency follows from its scheme. */
    private static final Map<String, Currency> WALLETS = Map.of(
            "WEIXIN_PAY", Currency.getInstance("CNY"),
            "WECHAT_PAY_HK", Currency.getInstance("HKD"),
            "DIGITAL_RMB", Currency.getInstance("CNY"),
            "FOREIGN_CARD", Currency.getInstance("USD"));

    private final RiderDesk desk;
    private final Supplier<Rulebook> rules;
    private final Supplier<Instant> now;

    QuoteResource(RiderDesk desk, Supplier<Rulebook> rules, Supplier<Instant> now) {
        this.desk = desk;
        this.rules = rules;
        this.now = now;
    }

    /**
     * A quote.
     *
     * @param totals per currency of the operators
     * @param walletEstimate the same in the wallet's currency at the current mid rate, without the wallet's spread; null where
     *     there is no wallet or no rate
     * @param journeys what the rides would make
     * @param changes what they would change about journeys that the rider has made
     */
    public record QuoteView(
            List<MoneyView> totals,
            @Nullable MoneyView walletEstimate,
            List<FareView> journeys,
            List<ChangeView> changes) {}

    /** Another journey that the rides would make cheaper or dearer. */
    public record ChangeView(String journeyId, MoneyView delta) {}

    /** The fare before travel, with the rider's transfers and caps if a rider is named. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(summary = "What travel would cost", description = "Times are RFC 3339 instants")
    public Response quote(String body, @HeaderParam(RiderDesk.PASSED_ON) @Nullable String passedOn) {
        try {
            QuoteRequest request = QuoteReader.read(body);
            List<PlannedRide> rides = QuoteReader.rides(request);
            Currency wallet = wallet(request);
            if (request.rider() == null) {
                return quote(RiderHistory.none(), rides, wallet);
            }
            var question = new RiderDesk.Question(request.rider(), "/v1/quotes", body, passedOn);
            return desk.answer(question, history -> quote(history, rides, wallet));
        } catch (BadField e) {
            return RiderDesk.refused(400, e.field(), String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Currency wallet(QuoteRequest request) throws BadField {
        String rider = request.rider();
        String scheme = request.wallet() != null || rider == null
                ? request.wallet()
                : rider.substring(0, Math.max(0, rider.indexOf(':')));
        if (scheme != null && !WALLETS.containsKey(scheme)) {
            throw new BadField(request.wallet() == null ? "rider" : "wallet", "is none of " + WALLETS.keySet());
        }
        return scheme == null ? null : WALLETS.get(scheme);
    }

    private Response quote(RiderHistory history, List<PlannedRide> rides, @Nullable Currency wallet) {
        Rulebook current = rules.get();
        return switch (Quote.of(history, rides, current)) {
            case Quote.Result.Refused(int ride, String field, String reason) ->
                RiderDesk.refused(404, "rides[" + ride + "]." + field, reason);
            case Quote.Result.Quoted(Quote quote) ->
                Response.ok(view(quote, history, estimate(quote.totals(), wallet, current)))
                        .build();
        };
    }

    private @Nullable MoneyView estimate(List<Money> totals, @Nullable Currency wallet, Rulebook current) {
        if (wallet == null) {
            return null;
        }
        Money sum = Money.zero(wallet);
        for (Money total : totals) {
            Optional<BigDecimal> rate = current.rates().find(total.currency(), wallet, now.get());
            if (rate.isEmpty()) {
                return null;
            }
            sum = sum.plus(total.convert(rate.get(), wallet, RoundingMode.HALF_EVEN));
        }
        return MoneyView.of(sum);
    }

    private static QuoteView view(Quote quote, RiderHistory history, @Nullable MoneyView estimate) {
        List<FareView> journeys = new ArrayList<>();
        List<ChangeView> changes = new ArrayList<>();
        for (FareChange change : quote.journeys()) {
            JourneyFare alone = change.assessed().alone();
            if (alone == null
                    || history.assessed().containsKey(change.assessed().journeyId())) {
                changes.add(new ChangeView(change.assessed().journeyId(), MoneyView.of(change.delta())));
            } else {
                journeys.add(
                        FareView.of(change.assessed().net(), alone.leg(), change.adjustments(), alone.tariffVersion()));
            }
        }
        return new QuoteView(quote.totals().stream().map(MoneyView::of).toList(), estimate, journeys, changes);
    }
}

package io.baytap.reporting.page;

import io.baytap.reporting.neighbours.FareCalculation;
import io.baytap.reporting.neighbours.FareCalculation.Route;
import io.baytap.reporting.neighbours.FareCalculation.Stop;
import io.baytap.reporting.neighbours.FxConversion;
import io.baytap.reporting.neighbours.Neighbour;
import io.baytap.reporting.neighbours.Told;
import io.baytap.schemas.Money;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;

/** Asks fare-calculation for what can be chosen and what it costs, and fx-conversion for what that is in the wallet. */
@ApplicationScoped
class Advice {

    private final Neighbour<FareCalculation> fares;
    private final Neighbour<FxConversion> fx;

    Advice(Neighbour<FareCalculation> fares, Neighbour<FxConversion> fx) {
        this.fares = fares;
        this.fx = fx;
    }

    /** Takes the answer as far as the form reaches. */
    Uni<Inquiry> answer(Inquiry inquiry) {
        return operators(inquiry)
                .flatMap(this::routes)
                .flatMap(this::stops)
                .flatMap(this::quote)
                .flatMap(this::convert);
    }

    private Uni<Inquiry> operators(Inquiry inquiry) {
        return fares.ask((calls, _) -> calls.tariffs(), FareCalculation.Tariffs.class)
                .map(told -> take(
                        inquiry,
                        told,
                        tariffs -> inquiry.offer(
                                AdviceField.OPERATOR, Choice.of(tariffs.operators(), id -> id, id -> id))));
    }

    private Uni<Inquiry> routes(Inquiry inquiry) {
        String operator = inquiry.find(AdviceField.OPERATOR);
        if (operator == null) {
            return Uni.createFrom().item(inquiry);
        }
        return fares.ask((calls, _) -> calls.routes(operator, inquiry.at().toString()), FareCalculation.Routes.class)
                .map(told -> take(inquiry, told, answer -> {
                    inquiry.offer(AdviceField.ROUTE, Choice.of(answer.routes(), Route::routeId, Route::name));
                    answer.routes().stream()
                            .filter(route -> route.routeId().equals(inquiry.find(AdviceField.ROUTE)))
                            .map(Route::decks)
                            .filter(decks -> !decks.isEmpty())
                            .forEach(decks ->
                                    inquiry.offer(AdviceField.DECK, Choice.of(decks, deck -> deck, deck -> deck)));
                }));
    }

    private Uni<Inquiry> stops(Inquiry inquiry) {
        String operator = inquiry.find(AdviceField.OPERATOR);
        String route = inquiry.find(AdviceField.ROUTE);
        if (operator == null || route == null) {
            return Uni.createFrom().item(inquiry);
        }
        return fares.ask(
                        (calls, _) -> calls.stops(operator, route, inquiry.at().toString()),
                        FareCalculation.Stops.class)
                .map(told -> take(
                        inquiry,
                        told,
                        answer -> inquiry.offerStops(Choice.of(answer.stops(), Stop::stopId, Stop::name))));
    }

    private Uni<Inquiry> quote(Inquiry inquiry) {
        return inquiry.ride()
                .map(ride -> fares.ask(
                                (calls, _) -> calls.quote(FareCalculation.question(ride)), FareCalculation.Quote.class)
                        .map(told -> take(inquiry, told, inquiry::quoted)))
                .orElseGet(() -> Uni.createFrom().item(inquiry));
    }

    private Uni<Inquiry> convert(Inquiry inquiry) {
        String wallet = inquiry.find(AdviceField.WALLET);
        List<Money> totals = inquiry.quote().stream()
                .flatMap(quote -> quote.totals().stream())
                .map(FareCalculation.Amount::money)
                .toList();
        // One ride is paid in one currency.
        if (wallet == null || totals.size() != 1) {
            return Uni.createFrom().item(inquiry);
        }
        Money total = totals.getFirst();
        return fx.ask(
                        (calls, _) -> calls.conversion(
                                total.minor(),
                                total.currency().getCurrencyCode(),
                                wallet,
                                inquiry.ratedAt().toString()),
                        FxConversion.Conversion.class)
                .map(told -> {
                    inquiry.converted(told);
                    return inquiry;
                });
    }

    private static <T> Inquiry take(Inquiry inquiry, Told<T> told, Consumer<T> known) {
        switch (told) {
            case Told.Known<T>(T value) -> known.accept(value);
            case Told.Refused<T> refused -> inquiry.refuse(refused);
            case Told.Unavailable<T> unavailable -> inquiry.fail(unavailable);
        }
        return inquiry;
    }
}

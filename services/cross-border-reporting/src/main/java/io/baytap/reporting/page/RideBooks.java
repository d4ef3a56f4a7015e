package io.baytap.reporting.page;

import io.baytap.reporting.domain.ChargeOutcome;
import io.baytap.reporting.domain.trace.Ride;
import io.baytap.reporting.domain.trace.Step;
import io.baytap.reporting.neighbours.Neighbour;
import io.baytap.reporting.neighbours.Told;
import io.baytap.reporting.neighbours.WalletSettlement;
import io.baytap.reporting.neighbours.WalletSettlement.BankLine;
import io.baytap.reporting.neighbours.WalletSettlement.Charge;
import io.baytap.reporting.neighbours.WalletSettlement.Journal;
import io.baytap.reporting.neighbours.WalletSettlement.Proposal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What wallet-settlement has booked of a ride. A journal has the id of the event that told of it. */
@ApplicationScoped
class RideBooks {

    /** Of journals, and of batches; a ride has a handful. */
    private static final int ASKED_MAX = 20;

    private final Neighbour<WalletSettlement> wallets;

    RideBooks(Neighbour<WalletSettlement> wallets) {
        this.wallets = wallets;
    }

    /**
     * What is known.
     *
     * @param missing the first answer that did not come; null if all came
     */
    record Known(
            List<Charge> charges,
            List<Proposal> proposals,
            List<Journal> journals,
            List<BankLine> bankLines,
            @Nullable Told<?> missing) {}

    /** Nothing more is asked of a service that does not answer the first question. */
    Uni<Known> of(Ride ride) {
        return wallets.ask((calls, bearer) -> calls.charges(ride.journeyId(), bearer), Charge[].class)
                .flatMap(charges -> charges instanceof Told.Unavailable<Charge[]>
                        ? Uni.createFrom().item(new Known(List.of(), List.of(), List.of(), List.of(), charges))
                        : rest(ride, charges));
    }

    private Uni<Known> rest(Ride ride, Told<Charge[]> charges) {
        return Uni.combine()
                .all()
                .unis(
                        wallets.ask((calls, bearer) -> calls.proposals(ride.journeyId(), bearer), Proposal[].class),
                        each(
                                journals(ride),
                                id -> wallets.ask((calls, bearer) -> calls.journal(id, bearer), Journal.class)),
                        each(
                                batches(ride),
                                id -> wallets.ask((calls, bearer) -> calls.bankLines(id, bearer), BankLine[].class)))
                .with((proposals, journals, lines) -> {
                    List<Told<?>> all = new ArrayList<>(List.of(charges, proposals));
                    all.addAll(journals);
                    all.addAll(lines);
                    return new Known(
                            value(charges).map(Arrays::asList).orElse(List.of()),
                            value(proposals).map(Arrays::asList).orElse(List.of()),
                            journals.stream()
                                    .map(RideBooks::value)
                                    .flatMap(Optional::stream)
                                    .toList(),
                            lines.stream()
                                    .map(RideBooks::value)
                                    .flatMap(Optional::stream)
                                    .flatMap(Arrays::stream)
                                    .toList(),
                            missing(all));
                });
    }

    private static <T> Optional<T> value(Told<T> told) {
        return told instanceof Told.Known<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** What is not booked, or whose batch has not closed, is not there yet, and not missing. */
    private static @Nullable Told<?> missing(List<Told<?>> all) {
        return all.stream()
                .filter(told -> !(told instanceof Told.Known<?>))
                .filter(told -> !(told instanceof Told.Refused<?> refused && refused.status() == 404))
                .findFirst()
                .orElse(null);
    }

    private static <T> Uni<List<Told<T>>> each(List<String> ids, Function<String, Uni<Told<T>>> question) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join().all(ids.stream().map(question).toList()).andFailFast();
    }

    private static List<String> journals(Ride ride) {
        return ride.steps().stream()
                .filter(step -> step instanceof Step.Posted
                        || (step instanceof Step.Charged charged && charged.outcome() != ChargeOutcome.DECLINED))
                .map(Step::id)
                .limit(ASKED_MAX)
                .toList();
    }

    private static List<String> batches(Ride ride) {
        return ride.steps().stream()
                .filter(Step.Posted.class::isInstance)
                .map(Step.Posted.class::cast)
                .map(Step.Posted::batchId)
                .distinct()
                .limit(ASKED_MAX)
                .toList();
    }
}

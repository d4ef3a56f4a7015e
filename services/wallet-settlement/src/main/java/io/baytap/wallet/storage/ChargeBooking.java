package io.baytap.wallet.storage;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Charge;
import io.baytap.wallet.domain.ChargeRules;
import io.baytap.wallet.domain.ChargeRules.Booked;
import io.baytap.wallet.domain.Charges.Answered;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Outcome;
import io.baytap.wallet.domain.ProviderAnswer;
import io.baytap.wallet.domain.ProviderTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Books what providers answered to debits, in a transaction under way; says what to put into the ledger and to tell. */
final class ChargeBooking {

    private static final String LOCK =
            "select %s from charge c where c.id = any(cast(:id as text[])) order by c.id for update"
                    .formatted(ChargeTable.FIELDS);

    private final Transaction transaction;
    private final Optional<Instant> now;

    ChargeBooking(Transaction transaction, Optional<Instant> now) {
        this.transaction = transaction;
        this.now = now;
    }

    void book(List<Answered> answers, Waits backOff, List<Journal> journals, List<Outcome> outcomes) {
        Map<String, Answered> byCharge = answers.stream()
                .filter(answered -> answered.task().aboutRefund().isEmpty())
                .collect(toMap(answered -> answered.task().id(), identity(), (_, later) -> later));
        if (byCharge.isEmpty()) {
            return;
        }
        List<Charge> charges = new ArrayList<>();
        for (Object[] row : locked(List.copyOf(byCharge.keySet()))) {
            Charge locked = ChargeTable.charge(row);
            Answered answered = byCharge.get(locked.id());
            if (answered != null) {
                book(asItWasAsked(locked, answered), answered).ifPresent(booked -> {
                    charges.add(booked.charge());
                    journals.addAll(booked.journals());
                    outcomes.addAll(booked.outcomes());
                });
            }
        }
        Instant at = now.orElseGet(() -> BadDebtTable.latest(charges));
        List<Journal> recovered = BadDebtTable.follow(transaction, charges, at);
        journals.addAll(recovered);
        outcomes.addAll(BadDebtNews.of(transaction, recovered, at));
        ChargeTable.update(transaction, charges, backOff);
        RefundTable.follow(transaction, charges);
    }

    /** The charge; with waiting corrections taken off, if the provider's answer is to an attempt that had them taken off. */
    private Charge asItWasAsked(Charge charge, Answered answered) {
        if (!(answered.answer() instanceof ProviderAnswer.Debited debited)
                || debited.amount().equals(charge.state().attempted())) {
            return charge;
        }
        Money waiting = new Money(
                RefundTable.waiting(transaction, charge), charge.amount().currency());
        Optional<Charge> taken = ChargeRules.takenOffBefore(charge, answered.answer(), waiting);
        taken.ifPresent(less -> RefundTable.net(transaction, List.of(less)));
        return taken.orElse(charge);
    }

    private List<Object[]> locked(List<String> ids) {
        return transaction.rows(LOCK, Columns.of(ids).text("id", id -> id).arrays());
    }

    private Optional<Booked> book(Charge charge, Answered answered) {
        Instant at = now.orElse(charge.facts().fareAt());
        return switch (answered.task()) {
            case ProviderTask.Debit debit -> ChargeRules.book(charge, number(debit.charge()), answered.answer(), at);
            case ProviderTask.Query query -> ChargeRules.book(charge, number(query.charge()), answered.answer(), at);
            case ProviderTask.Confirm confirm ->
                ChargeRules.confirm(charge, number(confirm.charge()), answered.answer(), at);
            case ProviderTask.GiveBack _, ProviderTask.QueryRefund _ -> Optional.empty();
        };
    }

    private static String number(Charge asked) {
        return String.valueOf(asked.state().outTradeNo());
    }
}

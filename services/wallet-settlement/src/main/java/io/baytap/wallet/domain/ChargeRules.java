package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a charge is collected.
 *
 * <pre>
 * WAITING ─contract known─▶ DUE ─submit─▶ SUBMITTED ─debited──▶ SETTLED
 *                            ▲ │              │  ▲ ──declined─▶ DECLINED ─third time─▶ DEBT (rider denied)
 *                            │ └─corrected─▶  ▼  │                 │
 *                            │   CANCELLED  UNKNOWN ◀─┐            │
 *                            │                └query──┘            │
 *                            └──────────── T+1, T+3 ───────────────┘
 * </pre>
 *
 * An attempt has one number from the moment it is written down. While its answer is unknown it is asked after by that
 * number and, if it never arrived, submitted again under that number: the provider debits a number at most once. Only a
 * refusal leads to a new number.
 */
public final class ChargeRules {

    private static final List<Duration> ATTEMPTS_AFTER = List.of(Duration.ofDays(1), Duration.ofDays(3));

    private ChargeRules() {}

    /**
     * A charge that begins.
     *
     * @param contractKnown whether the rider's wallet can be debited yet
     */
    public static Charge open(Conversion conversion, boolean contractKnown) {
        Money none = Money.zero(conversion.wallet().currency());
        var facts = new ChargeFacts(
                ChargeFacts.idOf(conversion),
                conversion.riderId(),
                conversion.scheme(),
                conversion.journeyId(),
                conversion.operatorId(),
                conversion.businessDay(),
                conversion.occurredAt(),
                conversion.wallet().currency().getCurrencyCode());
        var status = contractKnown ? ChargeStatus.DUE : ChargeStatus.WAITING;
        return new Charge(
                facts, conversion.wallet(), new Charge.State(status, 0, none, none, null, null, null, null, null));
    }

    /**
     * Before the provider is asked: a due charge becomes an attempt with a number of its own, an attempt without an
     * answer is asked after.
     *
     * @param corrections what corrections took off since the last attempt; not debited at all
     */
    public static Charge submit(Charge charge, Money corrections) {
        Charge.State state = charge.state();
        return switch (state.status()) {
            case DUE -> charge.with(nextAttempt(charge, state.netted().plus(corrections)));
            case SUBMITTED, UNKNOWN -> charge.with(state.with(ChargeStatus.UNKNOWN));
            case WAITING, SETTLED, DECLINED, DEBT, CANCELLED ->
                throw new IllegalStateException(charge.id() + " cannot be submitted: " + state.status());
        };
    }

    private static Charge.State nextAttempt(Charge charge, Money netted) {
        Charge.State state = charge.state();
        Money left = charge.amount().minus(netted);
        int attempt = left.isZero() ? state.attempt() : state.attempt() + 1;
        return new Charge.State(
                left.isZero() ? ChargeStatus.CANCELLED : ChargeStatus.SUBMITTED,
                attempt,
                netted,
                left,
                left.isZero() ? state.outTradeNo() : TradeNumber.of(charge.id(), attempt),
                null,
                state.reason(),
                state.declinedAt(),
                null);
    }

    /** The charge after an answer, what to book and what to tell. */
    public record Booked(Charge charge, List<Journal> journals, List<Outcome> outcomes) {}

    /**
     * Books the provider's answer to an attempt. An answer to a settled charge, or to an attempt that is not the
     * current one, changes nothing: empty.
     *
     * @param outTradeNo the attempt that was answered
     * @param at the business time of the answer
     */
    public static Optional<Booked> book(Charge charge, String outTradeNo, ProviderAnswer answer, Instant at) {
        Charge.State state = charge.state();
        boolean open = state.status() == ChargeStatus.SUBMITTED || state.status() == ChargeStatus.UNKNOWN;
        if (!open || !outTradeNo.equals(state.outTradeNo())) {
            return Optional.empty();
        }
        return Optional.of(answered(charge, answer, at));
    }

    private static Booked answered(Charge charge, ProviderAnswer answer, Instant at) {
        return switch (answer) {
            case ProviderAnswer.Debited debited
            when debited.amount().equals(charge.state().attempted()) -> settled(charge, debited.transactionId(), at);
            case ProviderAnswer.Declined declined -> declined(charge, declined.reason(), at);
            case ProviderAnswer.Debited _,
                    ProviderAnswer.Undecided _,
                    ProviderAnswer.NotFound _,
                    ProviderAnswer.GivenBack _ ->
                new Booked(charge.with(charge.state().with(ChargeStatus.UNKNOWN)), List.of(), List.of());
        };
    }

    private static Booked settled(Charge charge, String transactionId, Instant at) {
        Money amount = charge.state().attempted();
        Charge settled = charge.with(charge.state().settled(transactionId));
        return new Booked(
                settled,
                List.of(LedgerRules.settled(charge.facts(), amount, at)),
                List.of(new Outcome.Settled(at, charge.facts(), amount.minor(), number(charge), transactionId)));
    }

    private static Booked declined(Charge charge, String reason, Instant at) {
        Charge.State state = charge.state();
        Instant first = state.declinedAt() == null ? at : state.declinedAt();
        Instant next = nextAttemptAt(state.attempt(), first);
        var told = new Outcome.Declined(
                at, charge.facts(), state.attempted().minor(), number(charge), state.attempt(), reason);
        List<Outcome> outcomes = next != null
                ? List.of(told)
                : List.of(told, new Outcome.RiderDenied(at, charge.facts().riderId(), charge.id(), "UNPAID_FARE"));
        // The debt needs no journal: what the wallet owes simply stays receivable.
        return new Booked(charge.with(state.declined(reason, first, next)), List.of(), outcomes);
    }

    private static @Nullable Instant nextAttemptAt(int attempt, Instant firstDeclined) {
        return attempt > ATTEMPTS_AFTER.size() ? null : firstDeclined.plus(ATTEMPTS_AFTER.get(attempt - 1));
    }

    private static String number(Charge charge) {
        String number = charge.state().outTradeNo();
        if (number == null) {
            throw new IllegalStateException(charge.id() + " has no attempt");
        }
        return number;
    }
}

package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a charge is collected; its states and arrows are in {@link ChargeMove}.
 *
 * <p>An attempt has one number from the moment it is written down. While its answer is unknown it is asked after by that
 * number and, if it never arrived, submitted again under that number: the provider debits a number at most once. Only a
 * refusal leads to a new number. The third refusal makes it a debt and denies the rider; when the last debt is paid, or
 * corrected away, the rider is let in again.
 */
public final class ChargeRules {

    private static final List<Duration> ATTEMPTS_AFTER = List.of(Duration.ofDays(1), Duration.ofDays(3));

    /** The attempt whose refusal makes a debt; those after it are recoveries. */
    static final int LAST_ATTEMPT = ATTEMPTS_AFTER.size() + 1;

    private ChargeRules() {}

    /**
     * A charge that begins.
     *
     * @param contractKnown whether the rider's wallet can be debited yet
     */
    public static Charge open(Conversion conversion, boolean contractKnown) {
        return open(conversion, contractKnown, SchemeTerms.Terms.USUAL);
    }

    /**
     * A charge that begins.
     *
     * @param contractKnown whether the rider's wallet can be debited yet
     * @param terms of the wallet's scheme, now
     */
    public static Charge open(Conversion conversion, boolean contractKnown, SchemeTerms.Terms terms) {
        Money none = Money.zero(conversion.asked().currency());
        var facts = new ChargeFacts(
                ChargeFacts.idOf(conversion),
                conversion.riderId(),
                conversion.scheme(),
                conversion.journeyId(),
                conversion.operatorId(),
                conversion.businessDay(),
                conversion.occurredAt(),
                conversion.asked().currency().getCurrencyCode(),
                terms.feeBasisPoints(),
                estimate(conversion),
                conversion.traceparent());
        var status = contractKnown ? ChargeStatus.DUE : ChargeStatus.WAITING;
        return new Charge(
                facts, conversion.asked(), new Charge.State(status, 0, none, none, null, null, null, null, null));
    }

    private static @Nullable Estimate estimate(Conversion conversion) {
        Integer tolerance = conversion.tolerance();
        return tolerance == null
                ? null
                : new Estimate(
                        conversion.wallet().minor(),
                        conversion.wallet().currency().getCurrencyCode(),
                        tolerance);
    }

    /**
     * Before the provider is asked: a due charge becomes an attempt with a number of its own, an attempt without an
     * answer is asked after. One of which nothing is left before it was ever asked for is asked after as well: it may have been
     * debited before the database was set back to an earlier time.
     *
     * @param corrections what corrections took off since the last attempt; not debited at all
     */
    public static Charge submit(Charge charge, Money corrections) {
        Charge.State state = charge.state();
        return switch (state.status()) {
            case DUE -> charge.with(nextAttempt(charge, state.netted().plus(corrections)));
            case SUBMITTED, UNKNOWN -> charge.with(state.with(ChargeStatus.UNKNOWN));
            case CONFIRMING -> charge.with(state);
            case WAITING, SETTLED, DECLINED, DEBT, CANCELLED ->
                throw new IllegalStateException(charge.id() + " cannot be submitted: " + state.status());
        };
    }

    private static Charge.State nextAttempt(Charge charge, Money netted) {
        Charge.State state = charge.state();
        Money left = charge.amount().minus(netted);
        boolean neverAsked = state.attempt() == 0;
        int attempt = left.isZero() && !neverAsked ? state.attempt() : state.attempt() + 1;
        ChargeStatus next = neverAsked ? ChargeStatus.CONFIRMING : ChargeStatus.CANCELLED;
        return new Charge.State(
                left.isZero() ? next : ChargeStatus.SUBMITTED,
                attempt,
                netted,
                left,
                left.isZero() && !neverAsked ? state.outTradeNo() : TradeNumber.of(charge.id(), attempt),
                null,
                state.reason(),
                state.declinedAt(),
                null);
    }

    /** The charge after an answer, what to book and what to tell. */
    public record Booked(Charge charge, List<Journal> journals, List<Outcome> outcomes) {}

    /**
     * Books the provider's answer to an attempt. An answer to a settled charge, or to an attempt that is not the
     * current one, changes nothing: empty. After a refusal only a debit is news.
     *
     * @param outTradeNo the attempt that was answered
     * @param at the business time of the answer
     */
    public static Optional<Booked> book(Charge charge, String outTradeNo, ProviderAnswer answer, Instant at) {
        if (!outTradeNo.equals(charge.state().outTradeNo())) {
            return Optional.empty();
        }
        return switch (charge.status()) {
            case SUBMITTED, UNKNOWN -> Optional.of(answered(charge, answer, at));
            case DECLINED, DEBT, CONFIRMING -> debited(charge, answer, at);
            case WAITING, DUE, SETTLED, CANCELLED -> Optional.empty();
        };
    }

    /**
     * Books the provider's answer to the question whether a refused attempt was debited after all; asked when no copy of
     * it can be under way any more.
     *
     * @param outTradeNo the attempt that was answered
     * @param at the business time of the answer
     */
    public static Optional<Booked> confirm(Charge charge, String outTradeNo, ProviderAnswer answer, Instant at) {
        if (charge.status() != ChargeStatus.CONFIRMING
                || !outTradeNo.equals(charge.state().outTradeNo())) {
            return Optional.empty();
        }
        return switch (answer) {
            case ProviderAnswer.Declined _, ProviderAnswer.NotFound _ ->
                Optional.of(unchanged(charge, ChargeStatus.DUE));
            // Of a charge that was corrected away: a part was debited before the database was set back, and given back
            // since.
            case ProviderAnswer.Debited _
            when charge.state().attempted().isZero() ->
                debited(charge, answer, at).or(() -> Optional.of(unchanged(charge, ChargeStatus.DUE)));
            case ProviderAnswer.Debited _,
                    ProviderAnswer.Undecided _,
                    ProviderAnswer.Accepted _,
                    ProviderAnswer.GivenBack _ ->
                debited(charge, answer, at).or(() -> Optional.of(unchanged(charge, ChargeStatus.CONFIRMING)));
        };
    }

    /**
     * What an attempt debited before the database was set back to an earlier time, and before it knew what now waits to be given
     * back: that was taken off then, and is taken off again.
     *
     * @param waiting what corrections wait to give back of the charge
     * @return the attempt with that taken off; empty if the answer is not of such an attempt
     */
    public static Optional<Charge> takenOffBefore(Charge charge, ProviderAnswer answer, Money waiting) {
        Charge.State state = charge.state();
        return (state.status() == ChargeStatus.SUBMITTED || state.status() == ChargeStatus.UNKNOWN)
                        && answer instanceof ProviderAnswer.Debited debited
                        && !waiting.isZero()
                        && debited.amount().plus(waiting).equals(state.attempted())
                ? Optional.of(new Charge(charge.facts(), charge.amount(), state.takenOff(waiting)))
                : Optional.empty();
    }

    private static Optional<Booked> debited(Charge charge, ProviderAnswer answer, Instant at) {
        return answer instanceof ProviderAnswer.Debited debited && isOurs(charge, debited.amount())
                ? Optional.of(settled(charge, debited, at))
                : Optional.empty();
    }

    /**
     * What was asked for; or all of it, without what corrections took off. That was debited under the same number before the
     * database was set back to an earlier time, and what was taken off is now to be given back.
     */
    private static boolean isOurs(Charge charge, Money debited) {
        return debited.equals(charge.state().attempted()) || debited.equals(charge.amount());
    }

    private static Booked answered(Charge charge, ProviderAnswer answer, Instant at) {
        return answer instanceof ProviderAnswer.Declined declined
                ? declined(charge, declined.reason(), at)
                : debited(charge, answer, at).orElseGet(() -> unchanged(charge, ChargeStatus.UNKNOWN));
    }

    private static Booked unchanged(Charge charge, ChargeStatus next) {
        return new Booked(charge.with(charge.state().with(next)), List.of(), List.of());
    }

    private static Booked settled(Charge charge, ProviderAnswer.Debited debited, Instant at) {
        Money amount = debited.amount();
        Money fee = SchemeTerms.fee(amount, charge.facts().feeBasisPoints());
        Estimate estimate = charge.facts().estimate();
        Payer payer = estimate == null ? null : debited.payer();
        ConversionCheck check =
                estimate == null ? ConversionCheck.NOT_NEEDED : estimate.check(charge.amount(), amount, payer);
        long estimated =
                estimate == null ? 0 : estimate.of(charge.amount(), amount).minor();
        String transactionId = debited.transactionId();
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(new Outcome.Settled(
                at,
                charge.facts(),
                amount.minor(),
                number(charge),
                transactionId,
                fee.minor(),
                estimated,
                payer,
                check));
        if (wasDebt(charge)) {
            outcomes.add(restored(charge, at));
        }
        List<Journal> journals = new ArrayList<>();
        journals.add(LedgerRules.settled(charge.facts(), amount, at));
        if (!fee.isZero()) {
            journals.add(LedgerRules.fee(charge.facts(), fee, at));
        }
        return new Booked(charge.with(charge.state().settled(debited, payer, check)), journals, outcomes);
    }

    private static Booked declined(Charge charge, String reason, Instant at) {
        Charge.State state = charge.state();
        Instant first = state.declinedAt() == null ? at : state.declinedAt();
        Instant next = nextAttemptAt(state.attempt(), first);
        var told = new Outcome.Declined(
                at, charge.facts(), state.attempted().minor(), number(charge), state.attempt(), reason);
        List<Outcome> outcomes = state.attempt() != LAST_ATTEMPT
                ? List.of(told)
                : List.of(told, new Outcome.RiderDenied(at, charge.facts().riderId(), charge.id(), "UNPAID_FARE"));
        // The debt needs no journal: what the wallet owes simply stays receivable.
        return new Booked(charge.with(state.declined(reason, first, next)), List.of(), outcomes);
    }

    /** What a charge that {@link #submit} left with nothing to debit means for its rider. */
    public static List<Outcome> cancelled(Charge charge, Instant at) {
        return charge.status() == ChargeStatus.CANCELLED && wasDebt(charge) ? List.of(restored(charge, at)) : List.of();
    }

    /** Whether the third attempt was refused: it is over, or another was made after it. */
    private static boolean wasDebt(Charge charge) {
        return switch (charge.status()) {
            case SUBMITTED, UNKNOWN -> charge.state().attempt() > LAST_ATTEMPT;
            case WAITING, DUE, SETTLED, DECLINED, CONFIRMING, DEBT, CANCELLED ->
                charge.state().attempt() >= LAST_ATTEMPT;
        };
    }

    private static Outcome restored(Charge charge, Instant at) {
        return new Outcome.RiderRestored(at, charge.facts().riderId(), charge.id());
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

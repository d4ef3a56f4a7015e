package io.baytap.wallet.domain;

import static io.baytap.wallet.domain.Examples.T;
import static io.baytap.wallet.domain.Examples.abroad;
import static io.baytap.wallet.domain.Examples.cny;
import static io.baytap.wallet.domain.Examples.hkd;
import static io.baytap.wallet.domain.Examples.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.wallet.domain.ChargeRules.Booked;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChargeRulesTest {

    private static final ProviderAnswer PAID = new ProviderAnswer.Debited("4200", cny(930));
    private static final ProviderAnswer POOR = new ProviderAnswer.Declined("NOT_ENOUGH");

    @Test
    void aChargeWaitsForTheContract() {
        var fare = abroad(0, hkd(1000), cny(930), cny(5));

        assertThat(ChargeRules.open(fare, false).status()).isEqualTo(ChargeStatus.WAITING);
        assertThat(ChargeRules.open(fare, true).status()).isEqualTo(ChargeStatus.DUE);
        assertThat(ChargeRules.open(fare, true).id()).isEqualTo("charge:conversion:fare:journey:tap:g:1:0");
    }

    @Test
    void anAttemptHasANumberOfItsOwnBeforeItIsSent() {
        Charge charge = submitted();

        assertThat(charge.status()).isEqualTo(ChargeStatus.SUBMITTED);
        assertThat(charge.state().attempt()).isEqualTo(1);
        assertThat(charge.state().attempted()).isEqualTo(cny(930));
        assertThat(charge.state().outTradeNo()).matches("[0-9a-z]{32}").isEqualTo(TradeNumber.of(charge.id(), 1));
    }

    @Test
    void anUnansweredAttemptIsAskedAfterUnderItsNumberAndNeverDebitedAnew() {
        Charge charge = submitted();
        Charge unknown =
                answer(charge, new ProviderAnswer.Undecided("TIMED_OUT"), T).charge();

        Charge asked = ChargeRules.submit(unknown, cny(0));

        assertThat(unknown.status()).isEqualTo(ChargeStatus.UNKNOWN);
        assertThat(asked.status()).isEqualTo(ChargeStatus.UNKNOWN);
        assertThat(asked.state().outTradeNo()).isEqualTo(charge.state().outTradeNo());
        assertThat(asked.state().attempt()).isEqualTo(1);
        assertThat(answer(asked, PAID, T).charge().status()).isEqualTo(ChargeStatus.SETTLED);
    }

    @Test
    void aSettledChargeIsBookedAndToldOnce() {
        Charge charge = submitted();

        Booked booked = answer(charge, PAID, T);

        assertThat(booked.journals()).hasSize(1);
        assertThat(booked.outcomes())
                .containsExactly(new Outcome.Settled(T, charge.facts(), 930, number(charge), "4200"));
        assertThat(ChargeRules.book(booked.charge(), number(charge), PAID, T)).isEmpty();
    }

    @Test
    void aDebitOfAnotherAmountDecidesNothing() {
        Booked booked = answer(submitted(), new ProviderAnswer.Debited("4200", cny(931)), T);

        assertThat(booked.charge().status()).isEqualTo(ChargeStatus.UNKNOWN);
        assertThat(booked.journals()).isEmpty();
    }

    @Test
    void aDeclinedChargeIsADebtThatIsTriedAgainAtTPlus1AndTPlus3AndThenTheRiderIsDenied() {
        Booked first = answer(submitted(), POOR, T);
        assertThat(first.charge().status()).isEqualTo(ChargeStatus.DECLINED);
        assertThat(first.charge().state().dueAt()).isEqualTo(T.plus(Duration.ofDays(1)));
        assertThat(first.journals()).as("the wallet still owes it").isEmpty();
        assertThat(first.outcomes()).singleElement().isInstanceOf(Outcome.Declined.class);

        Instant second = T.plus(Duration.ofHours(25));
        Booked again = answer(ChargeRules.submit(due(first.charge()), cny(0)), POOR, second);
        assertThat(again.charge().state().attempt()).isEqualTo(2);
        assertThat(again.charge().state().dueAt()).as("counted from T").isEqualTo(T.plus(Duration.ofDays(3)));

        Booked last = answer(ChargeRules.submit(due(again.charge()), cny(0)), POOR, T.plus(Duration.ofDays(3)));
        assertThat(last.charge().status()).isEqualTo(ChargeStatus.DEBT);
        assertThat(last.charge().state().dueAt()).isNull();
        assertThat(last.outcomes())
                .hasSize(2)
                .last()
                .isEqualTo(new Outcome.RiderDenied(
                        T.plus(Duration.ofDays(3)),
                        "WEIXIN_PAY:a7c91",
                        last.charge().id(),
                        "UNPAID_FARE"));
    }

    @Test
    void aNewAttemptHasANewNumberAndAnAnswerToTheOldOneChangesNothing() {
        Charge first = submitted();
        Charge declined = answer(first, POOR, T).charge();

        Charge second = ChargeRules.submit(due(declined), cny(0));

        assertThat(number(second)).isNotEqualTo(number(first));
        assertThat(ChargeRules.book(second, number(first), PAID, T)).isEmpty();
    }

    @Test
    void whatADatabaseThatWasSetBackHasForgottenToHaveDebitedInFullIsSettledInFull() {
        Charge charge = ChargeRules.submit(ChargeRules.open(abroad(0, hkd(1000), cny(930), cny(5)), true), cny(372));

        Booked booked = answer(charge, PAID, T);

        assertThat(booked.charge().status()).isEqualTo(ChargeStatus.SETTLED);
        assertThat(booked.charge().state().attempted()).isEqualTo(cny(930));
        assertThat(booked.charge().state().netted()).as("is to be given back").isEqualTo(cny(0));
        assertThat(booked.outcomes())
                .containsExactly(new Outcome.Settled(T, charge.facts(), 930, number(charge), "4200"));
    }

    @Test
    void whatADatabaseThatWasSetBackHasForgottenToHaveTakenOffIsTakenOffAgain() {
        Charge charge = submitted();
        var debited = new ProviderAnswer.Debited("4200", cny(558));

        Charge taken = ChargeRules.takenOffBefore(charge, debited, cny(372)).orElseThrow();

        assertThat(answer(charge, debited, T).charge().status()).isEqualTo(ChargeStatus.UNKNOWN);
        assertThat(answer(taken, debited, T).charge().status()).isEqualTo(ChargeStatus.SETTLED);
        assertThat(taken.state().netted()).isEqualTo(cny(372));
        assertThat(ChargeRules.takenOffBefore(charge, debited, cny(371))).isEmpty();
        assertThat(ChargeRules.takenOffBefore(charge, PAID, cny(0))).isEmpty();
    }

    @Test
    void aCorrectionBeforeTheDebitLowersItAndIsNotGivenBack() {
        Charge charge = ChargeRules.submit(ChargeRules.open(abroad(0, hkd(1000), cny(930), cny(5)), true), cny(372));

        assertThat(charge.state().attempted()).isEqualTo(cny(558));
        assertThat(answer(charge, new ProviderAnswer.Debited("4200", cny(558)), T)
                        .outcomes())
                .first()
                .extracting(outcome -> ((Outcome.Settled) outcome).amountMinor())
                .isEqualTo(558L);
    }

    /** 9.30 less 3.72 are refused; another 1.00 is corrected meanwhile: 9.30 − 3.72 − 1.00 = 4.58. */
    @Test
    void whatWasTakenOffBeforeARefusalStaysOff() {
        Charge first = ChargeRules.submit(ChargeRules.open(abroad(0, hkd(1000), cny(930), cny(5)), true), cny(372));

        Charge second = ChargeRules.submit(due(answer(first, POOR, T).charge()), cny(100));

        assertThat(second.state().attempted()).isEqualTo(cny(458));
    }

    @Test
    void whatIsSaidOfAnotherNumberConfirmsNothing() {
        Charge second = ChargeRules.submit(due(answer(submitted(), POOR, T).charge()), cny(0));
        Charge refused = answer(second, POOR, T).charge();
        Charge asked = refused.with(refused.state().with(ChargeStatus.CONFIRMING));

        assertThat(ChargeRules.confirm(asked, number(submitted()), PAID, T)).isEmpty();
        assertThat(ChargeRules.confirm(refused, number(refused), PAID, T))
                .as("it was not asked")
                .isEmpty();
    }

    /** The rider was never denied, so there is nobody to let in again: the count of debts would fall below none. */
    @Test
    void aThirdAttemptThatIsPaidRestoresNobody() {
        Charge second = ChargeRules.submit(due(answer(submitted(), POOR, T).charge()), cny(0));
        Charge third = ChargeRules.submit(due(answer(second, POOR, T).charge()), cny(0));
        Charge unknown =
                answer(third, new ProviderAnswer.Undecided("TIMED_OUT"), T).charge();

        assertThat(third.state().attempt()).isEqualTo(3);
        assertThat(answer(third, PAID, T).outcomes()).singleElement().isInstanceOf(Outcome.Settled.class);
        assertThat(answer(unknown, PAID, T).outcomes()).singleElement().isInstanceOf(Outcome.Settled.class);
    }

    @Test
    void aChargeThatIsCorrectedAwayIsNeverDebited() {
        Charge asked = correctedAway();

        Charge charge = ChargeRules.submit(
                asConfirmed(asked, new ProviderAnswer.NotFound()).charge(), cny(0));

        assertThat(charge.status()).isEqualTo(ChargeStatus.CANCELLED);
        assertThat(charge.state().outTradeNo())
                .as("no other number was ever used")
                .isEqualTo(asked.state().outTradeNo());
    }

    @Test
    void aChargeThatIsCorrectedAwayButWasDebitedBeforeTheDatabaseWasSetBackIsSettledAndGivenBack() {
        Booked found = asConfirmed(correctedAway(), PAID);
        Booked part = asConfirmed(correctedAway(), new ProviderAnswer.Debited("42", cny(558)));

        assertThat(found.charge().status()).isEqualTo(ChargeStatus.SETTLED);
        assertThat(found.charge().state().netted())
                .as("nothing was taken off, all is to be given back")
                .isEqualTo(cny(0));
        assertThat(found.outcomes()).singleElement().isInstanceOf(Outcome.Settled.class);
        assertThat(ChargeRules.submit(part.charge(), cny(0)).status())
                .as("debited with corrections taken off, and the rest given back since")
                .isEqualTo(ChargeStatus.CANCELLED);
    }

    private static Charge correctedAway() {
        return ChargeRules.submit(ChargeRules.open(abroad(0, hkd(1000), cny(930), cny(5)), true), cny(930));
    }

    private static Booked asConfirmed(Charge charge, ProviderAnswer answer) {
        assertThat(charge.status()).isEqualTo(ChargeStatus.CONFIRMING);
        return ChargeRules.confirm(charge, number(charge), answer, T).orElseThrow();
    }

    @Test
    void aRefusedAttemptThatWasDebitedAfterAllIsSettledAndNotDebitedAnew() {
        Charge declined = answer(submitted(), POOR, T).charge();

        assertThat(confirm(declined, PAID).charge().status()).isEqualTo(ChargeStatus.SETTLED);
        assertThat(answer(declined, PAID, T).charge().status()).as("notified").isEqualTo(ChargeStatus.SETTLED);
        assertThat(confirm(declined, new ProviderAnswer.NotFound()).charge().status())
                .isEqualTo(ChargeStatus.DUE);
        assertThat(confirm(declined, new ProviderAnswer.Undecided("TIMED_OUT"))
                        .charge()
                        .status())
                .isEqualTo(ChargeStatus.CONFIRMING);
        assertThat(ChargeRules.book(declined, number(declined), POOR, T))
                .as("no news")
                .isEmpty();
    }

    @Test
    void aDebtThatWasDebitedAfterAllLetsTheRiderInAgain() {
        assertThat(answer(debt(), PAID, T).outcomes()).last().isInstanceOf(Outcome.RiderRestored.class);
        assertThat(confirm(debt(), PAID).outcomes()).last().isInstanceOf(Outcome.RiderRestored.class);
    }

    @Test
    void aPaidDebtLetsTheRiderInAgain() {
        Charge debt = debt();

        Charge fourth = ChargeRules.submit(due(debt), cny(0));
        Booked refused = answer(fourth, POOR, T.plus(Duration.ofDays(9)));
        Booked paid = answer(fourth, PAID, T.plus(Duration.ofDays(9)));

        assertThat(fourth.state().attempt()).isEqualTo(4);
        assertThat(refused.charge().status()).isEqualTo(ChargeStatus.DEBT);
        assertThat(refused.outcomes()).as("denied already").singleElement().isInstanceOf(Outcome.Declined.class);
        assertThat(paid.charge().status()).isEqualTo(ChargeStatus.SETTLED);
        assertThat(paid.outcomes())
                .last()
                .isEqualTo(new Outcome.RiderRestored(T.plus(Duration.ofDays(9)), "WEIXIN_PAY:a7c91", debt.id()));
    }

    @Test
    void aDebtThatIsCorrectedAwayLetsTheRiderInAgain() {
        Charge nothingLeft = ChargeRules.submit(due(debt()), cny(930));
        Charge neverDebt = ChargeRules.submit(
                asConfirmed(correctedAway(), new ProviderAnswer.NotFound()).charge(), cny(0));

        assertThat(nothingLeft.status()).isEqualTo(ChargeStatus.CANCELLED);
        assertThat(ChargeRules.cancelled(nothingLeft, T))
                .containsExactly(new Outcome.RiderRestored(T, "WEIXIN_PAY:a7c91", nothingLeft.id()));
        assertThat(ChargeRules.cancelled(neverDebt, T)).isEmpty();
    }

    @Test
    void aPartlyCorrectedDebtIsCollectedForTheRest() {
        Charge fourth = ChargeRules.submit(due(debt()), cny(372));

        assertThat(fourth.state().attempted()).isEqualTo(cny(558));
    }

    private static Charge debt() {
        Charge charge = answer(submitted(), POOR, T).charge();
        charge = answer(ChargeRules.submit(due(charge), cny(0)), POOR, T).charge();
        return answer(ChargeRules.submit(due(charge), cny(0)), POOR, T).charge();
    }

    @ParameterizedTest
    @EnumSource(names = {"WAITING", "SETTLED", "DECLINED", "DEBT", "CANCELLED"})
    void nothingElseIsEverSubmitted(ChargeStatus status) {
        Charge charge = submitted();
        Charge other =
                new Charge(charge.facts(), charge.amount(), charge.state().with(status));

        assertThatThrownBy(() -> ChargeRules.submit(other, cny(0))).isInstanceOf(IllegalStateException.class);
    }

    /** What the store does when the date has come, and what it does when the provider confirmed the refusal. */
    private static Charge due(Charge charge) {
        return confirm(charge, POOR).charge();
    }

    private static Booked confirm(Charge charge, ProviderAnswer answer) {
        Charge asked = charge.with(charge.state().with(ChargeStatus.CONFIRMING));
        return ChargeRules.confirm(asked, number(asked), answer, T.plus(Duration.ofDays(1)))
                .orElseThrow();
    }

    private static Booked answer(Charge charge, ProviderAnswer answer, Instant at) {
        return ChargeRules.book(charge, number(charge), answer, at).orElseThrow();
    }

    private static String number(Charge charge) {
        return String.valueOf(charge.state().outTradeNo());
    }
}

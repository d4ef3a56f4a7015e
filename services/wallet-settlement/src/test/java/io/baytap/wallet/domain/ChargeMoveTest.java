package io.baytap.wallet.domain;

import static io.baytap.wallet.domain.Examples.T;
import static io.baytap.wallet.domain.Examples.abroad;
import static io.baytap.wallet.domain.Examples.cny;
import static io.baytap.wallet.domain.Examples.hkd;
import static io.baytap.wallet.domain.Examples.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every arrow is walked by the rules, and there is no way beside them. */
class ChargeMoveTest {

    private static final ProviderAnswer PAID = new ProviderAnswer.Debited("4200", cny(930));
    private static final ProviderAnswer POOR = new ProviderAnswer.Declined("NOT_ENOUGH");
    private static final ProviderAnswer UNHEARD_OF = new ProviderAnswer.NotFound();
    private static final ProviderAnswer SILENT = new ProviderAnswer.Undecided("TIMED_OUT");

    @ParameterizedTest
    @EnumSource
    void everyArrowIsWalked(ChargeMove move) {
        Charge before = before(move);

        Charge after = walk(move, before);

        assertThat(before.status()).isEqualTo(move.from());
        assertThat(after.status()).isEqualTo(move.to());
    }

    /** A charge about to take the arrow, come there by others. */
    private static Charge before(ChargeMove move) {
        return switch (move) {
            case SIGNED -> ChargeRules.open(abroad(0, hkd(1000), cny(930), cny(5)), false);
            case SUBMIT, CORRECTED_BEFORE -> ChargeRules.open(abroad(0, hkd(1000), cny(930), cny(5)), true);
            case CORRECTED_AWAY ->
                confirm(walk(ChargeMove.CORRECTED_BEFORE, before(ChargeMove.CORRECTED_BEFORE)), UNHEARD_OF);
            case UNANSWERED, DEBITED, REFUSED -> submitted();
            case STILL_UNANSWERED, FOUND_DEBITED, FOUND_REFUSED -> answer(submitted(), SILENT);
            case RETRY, NOTIFIED_WHILE_DECLINED -> answer(submitted(), POOR);
            case STILL_UNCONFIRMED, CONFIRMED, DEBITED_AFTER_ALL -> confirming(answer(submitted(), POOR));
            case REFUSED_FOR_GOOD -> third();
            case FOUND_REFUSED_FOR_GOOD -> answer(third(), SILENT);
            case RECOVER, NOTIFIED_WHILE_IN_DEBT -> answer(third(), POOR);
        };
    }

    private static Charge walk(ChargeMove move, Charge charge) {
        return switch (move) {
            // What the store does when a contract, a date or a request has come.
            case SIGNED -> charge.with(charge.state().with(ChargeStatus.DUE));
            case RETRY, RECOVER -> confirming(charge);
            case STILL_UNCONFIRMED -> confirm(charge, SILENT);
            case CONFIRMED -> confirm(charge, POOR);
            case DEBITED_AFTER_ALL -> confirm(charge, PAID);
            case SUBMIT -> ChargeRules.submit(charge, cny(0));
            case CORRECTED_AWAY -> ChargeRules.submit(charge, cny(0));
            case CORRECTED_BEFORE -> ChargeRules.submit(charge, cny(930));
            case UNANSWERED, STILL_UNANSWERED -> answer(charge, SILENT);
            case DEBITED, FOUND_DEBITED, NOTIFIED_WHILE_DECLINED, NOTIFIED_WHILE_IN_DEBT -> answer(charge, PAID);
            case REFUSED, FOUND_REFUSED, REFUSED_FOR_GOOD, FOUND_REFUSED_FOR_GOOD -> answer(charge, POOR);
        };
    }

    static Stream<Arguments> pairs() {
        return Stream.of(ChargeStatus.values())
                .flatMap(from -> Stream.of(ChargeStatus.values())
                        .filter(to -> !ChargeMove.isAllowed(from, to))
                        .map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void whatIsNoArrowIsRefused(ChargeStatus from, ChargeStatus to) {
        Charge some = submitted();
        Charge charge = new Charge(some.facts(), some.amount(), some.state().with(from));

        assertThatThrownBy(() -> charge.with(charge.state().with(to)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(from + " to " + to);
    }

    @Test
    void aSettledOrCancelledChargeMovesNoMore() {
        assertThat(Stream.of(ChargeMove.values()).map(ChargeMove::from))
                .doesNotContain(ChargeStatus.SETTLED, ChargeStatus.CANCELLED);
    }

    /** The third attempt is on its way. */
    private static Charge third() {
        Charge charge = submitted();
        for (int i = 0; i < 2; i++) {
            charge = ChargeRules.submit(confirm(confirming(answer(charge, POOR)), POOR), cny(0));
        }
        return charge;
    }

    private static Charge confirming(Charge charge) {
        return charge.with(charge.state().with(ChargeStatus.CONFIRMING));
    }

    private static Charge confirm(Charge charge, ProviderAnswer answer) {
        return ChargeRules.confirm(charge, String.valueOf(charge.state().outTradeNo()), answer, T)
                .orElseThrow()
                .charge();
    }

    private static Charge answer(Charge charge, ProviderAnswer answer) {
        return ChargeRules.book(charge, String.valueOf(charge.state().outTradeNo()), answer, T.plus(Duration.ofDays(1)))
                .orElseThrow()
                .charge();
    }
}

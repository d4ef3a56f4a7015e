package io.baytap.wallet.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.wallet.domain.RefundRules.Part;
import io.baytap.wallet.domain.RefundRules.Refundable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundRulesTest {

    @Test
    void aRefundIsTakenFromTheNewestChargeFirst() {
        var newest = new Refundable("c2", ChargeStatus.SETTLED, 300);
        var oldest = new Refundable("c1", ChargeStatus.SETTLED, 930);

        assertThat(RefundRules.split(372, List.of(newest, oldest)))
                .containsExactly(new Part("c2", 300, RefundStatus.DUE), new Part("c1", 72, RefundStatus.DUE));
    }

    @Test
    void noChargeGivesBackMoreThanItHasLeft() {
        var spent = new Refundable("c2", ChargeStatus.SETTLED, 0);
        var other = new Refundable("c1", ChargeStatus.SETTLED, 100);

        assertThat(RefundRules.split(372, List.of(spent, other)))
                .containsExactly(new Part("c1", 100, RefundStatus.DUE));
    }

    @Test
    void aRefundThatNobodyCanMendIsLeftToAPersonAtOnceAndNoneIsAskedForForEver() {
        assertThat(RefundRules.triesMax("ABNORMAL")).isEqualTo(1);
        assertThat(RefundRules.triesMax("PARAM_ERROR")).isBetween(2, 20);
        assertThat(RefundRules.triesMax("NOT_ENOUGH")).isGreaterThan(RefundRules.triesMax("PARAM_ERROR"));
    }

    /** Twelve tries, the last ones a day apart, are some days; forty are over a month. */
    @Test
    void howLongARefundIsAskedForIsWrittenDown() {
        assertThat(RefundRules.triesMax("PARAM_ERROR")).isEqualTo(12);
        assertThat(RefundRules.triesMax("NOT_ENOUGH")).isEqualTo(40);
        assertThat(RefundRules.REFUSED_WAIT_MAX).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "SETTLED,DUE",
        "WAITING,WAITING",
        "DUE,WAITING",
        "SUBMITTED,WAITING",
        "UNKNOWN,WAITING",
        "DECLINED,WAITING",
        "CONFIRMING,WAITING",
        "DEBT,WAITING",
        "CANCELLED,NETTED"
    })
    void onlyMoneyThatWasTakenIsGivenBack(ChargeStatus charge, RefundStatus refund) {
        assertThat(RefundRules.split(1, List.of(new Refundable("c", charge, 1))))
                .singleElement()
                .extracting(Part::status)
                .isEqualTo(refund);
    }
}

package io.baytap.wallet.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.ChargeFacts;
import io.baytap.wallet.domain.Charges.Answered;
import io.baytap.wallet.domain.ProviderAnswer;
import io.baytap.wallet.domain.ProviderTask;
import io.baytap.wallet.domain.Refund;
import io.baytap.wallet.domain.WalletScheme;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AnswerCodesTest {

    private static final Money AMOUNT = Money.of(930, "CNY");
    private static final ChargeFacts CHARGE =
            new ChargeFacts("c", "rider", WalletScheme.WEIXIN_PAY, "j", "MTR", LocalDate.EPOCH, Instant.EPOCH, "CNY");

    private final ProviderTask giveBack = new ProviderTask.GiveBack(new Refund("r", CHARGE, "T1", AMOUNT, AMOUNT));

    @Test
    void aRefusedRefundIsToldApartFromADeclinedDebitAndSomeoneMayHaveToAct() {
        var refused = new Answered(giveBack, new ProviderAnswer.Declined("NOT_ENOUGH"));

        assertThat(AnswerCodes.of(refused)).isEqualTo("REFUND_NOT_ENOUGH");
        assertThat(AnswerCodes.isOdd(refused)).isTrue();
    }

    @Test
    void aRefundWithoutAnAnswerIsUsual() {
        var silence = new Answered(giveBack, new ProviderAnswer.Undecided("TIMED_OUT"));

        assertThat(AnswerCodes.of(silence)).isEqualTo("TIMED_OUT");
        assertThat(AnswerCodes.isOdd(silence)).isFalse();
    }
}

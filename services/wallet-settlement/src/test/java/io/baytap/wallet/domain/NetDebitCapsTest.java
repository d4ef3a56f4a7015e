package io.baytap.wallet.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A cap of 1000.00 CNY. */
class NetDebitCapsTest {

    private static final NetDebitCaps CAPS =
            new NetDebitCaps(Map.of(WalletScheme.WEIXIN_PAY, Money.of(100_000, "CNY")));

    @Test
    void whatIsOwedAndWhatIsUnderWayTakeRoom() {
        // 1000.00 - 900.00 owed - 60.00 under way
        assertThat(room(90_000, 6_000)).isEqualTo(Money.of(4_000, "CNY"));
    }

    @Test
    void aProviderMayOweMoreThanTheCapIfItWasLowered() {
        assertThat(room(120_000, 0)).isEqualTo(Money.of(-20_000, "CNY"));
    }

    @Test
    void aSchemeWithoutACapHasNoBound() {
        assertThat(CAPS.room(WalletScheme.WECHAT_PAY_HK, Money.of(Long.MAX_VALUE, "HKD"), Money.of(0, "HKD")))
                .isEmpty();
    }

    @Test
    void chargesWaitIfNotEvenTheSmallestHasRoom() {
        assertThat(position(4_000, 4_001).isCapped()).isTrue();
        assertThat(position(4_000, 4_000).isCapped()).isFalse();
        assertThat(position(-1, 1).isCapped()).isTrue();
    }

    private static Money room(long position, long underWay) {
        return CAPS.room(WalletScheme.WEIXIN_PAY, Money.of(position, "CNY"), Money.of(underWay, "CNY"))
                .orElseThrow();
    }

    private static ProviderPosition position(long room, long smallest) {
        Money nothing = Money.of(0, "CNY");
        return new ProviderPosition(
                WalletScheme.WEIXIN_PAY, nothing, nothing, Money.of(room, "CNY"), 1, Money.of(smallest, "CNY"));
    }
}

package io.baytap.wallet.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.schemas.Money;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Weixin Pay may owe 1000.00 CNY; the card 5000.00 HKD and, for rides in Shenzhen, 200.00 CNY. */
class NetDebitCapsTest {

    private static final NetDebitCaps CAPS = new NetDebitCaps(Map.of(
            WalletScheme.WEIXIN_PAY, Map.of("CNY", Money.of(100_000, "CNY")),
            WalletScheme.FOREIGN_CARD, Map.of("HKD", Money.of(500_000, "HKD"), "CNY", Money.of(20_000, "CNY"))));

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
    void aCardHasRoomInEachCurrencyByItself() {
        // 5000.00 - 4900.00 HKD are owed; 200.00 - 150.00 - 60.00 CNY: over the cap, whatever is left in HKD.
        assertThat(CAPS.room(WalletScheme.FOREIGN_CARD, Money.of(490_000, "HKD"), Money.of(0, "HKD")))
                .contains(Money.of(10_000, "HKD"));
        assertThat(CAPS.room(WalletScheme.FOREIGN_CARD, Money.of(15_000, "CNY"), Money.of(6_000, "CNY")))
                .contains(Money.of(-1_000, "CNY"));
        assertThat(CAPS.room(WalletScheme.FOREIGN_CARD, Money.of(1_000_000, "MOP"), Money.of(0, "MOP")))
                .isEmpty();
    }

    @Test
    void aCapInACurrencyThatTheSchemeIsNeverClearedInIsRefused() {
        assertThatThrownBy(() -> NetDebitCaps.of(WalletScheme.FOREIGN_CARD, Map.of("USD", 1L), "cap"))
                .hasMessage("cap.USD: foreign-card is never cleared in USD, but in CNY, HKD, MOP");
        assertThatThrownBy(() -> NetDebitCaps.of(WalletScheme.WEIXIN_PAY, Map.of("HKD", 1L), "cap"))
                .hasMessage("cap.HKD: weixin-pay is never cleared in HKD, but in CNY");
        assertThatThrownBy(() -> NetDebitCaps.of(WalletScheme.WEIXIN_PAY, Map.of("CNY", 0L), "cap"))
                .hasMessage("cap.CNY must be above 0: 0");
        assertThat(NetDebitCaps.of(WalletScheme.WEIXIN_PAY, Map.of("CNY", 5L), "cap"))
                .isEqualTo(Map.of("CNY", Money.of(5, "CNY")));
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

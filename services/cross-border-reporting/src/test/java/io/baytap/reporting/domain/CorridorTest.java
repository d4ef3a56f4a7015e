package io.baytap.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorridorTest {

    @ParameterizedTest
    @CsvSource({
        "WEIXIN_PAY, HK, CN-HK",
        "WEIXIN_PAY, CN, CN-CN",
        "WECHAT_PAY_HK, CN, HK-CN",
        "WECHAT_PAY_HK, HK, HK-HK",
        "DIGITAL_RMB, HK, CN-HK",
        "FOREIGN_CARD, HK, ZZ-HK"
    })
    void aCorridorLeadsFromTheWalletsHomeToThePlaceOfTravel(WalletScheme wallet, String place, String code) {
        Corridor corridor = new Corridor(wallet.home(), new Territory(place));

        assertThat(corridor.code()).isEqualTo(code);
        assertThat(Corridor.parse(code)).isEqualTo(corridor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CN", "CN-", "cn-hk", "CN-HKG", "CN-HK-CN"})
    void whatIsNoCorridorIsRefused(String code) {
        assertThatThrownBy(() -> Corridor.parse(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWalletHoldsItsHomesCurrency() {
        assertThat(WalletScheme.WEIXIN_PAY.currency()).isEqualTo(FareTotals.CNY);
        assertThat(WalletScheme.WECHAT_PAY_HK.currency()).isEqualTo(FareTotals.HKD);
    }
}

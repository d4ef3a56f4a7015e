package io.baytap.sandbox.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.sandbox.provider.Scheme;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudonymsTest {

    /** By {@code printf 'WEIXIN_PAY:a7c91' | openssl dgst -sha256 -hmac 'baytap-development-key-of-the-mainland'}, and so on. */
    @ParameterizedTest
    @CsvSource({
        "WEIXIN_PAY, f1fa8fa75886f366612fc711edfb9dfa",
        "DIGITAL_RMB, e9f20a2792c9c6b9caae041791ddfdd3",
        "FOREIGN_CARD, 3419df32cba6e7ed2d5a853eedf1c40f",
        "WECHAT_PAY_HK, 5a77677026640b9b777f30d4c3c7f61f"
    })
    void aRiderIsCalledByTheKeyOfTheSide(Scheme scheme, String hash) {
        assertThat(Pseudonyms.development().riderId(scheme, "a7c91")).isEqualTo(scheme + ":" + hash);
    }

    @Test
    void theKeysOfTheEnvironmentComeFirst() {
        Pseudonyms usual = Pseudonyms.development();

        Pseudonyms given = Pseudonyms.of(Map.of("TAP_PSEUDONYM_KEYS_MAINLAND", usual.hongKongKey()));

        assertThat(given.mainlandKey()).isEqualTo(usual.hongKongKey());
        assertThat(given.hongKongKey()).isEqualTo(usual.hongKongKey());
        assertThat(Pseudonyms.of(Map.of())).isEqualTo(usual);
    }
}

package io.baytap.tap.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baytap.tap.domain.WalletScheme;
import io.baytap.tap.domain.WalletScheme.Side;
import io.baytap.tap.kit.Pseudonym;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {

    private static final byte[] MAINLAND = bytes("baytap-development-key-of-the-mainland");
    private static final byte[] HONG_KONG = bytes("baytap-development-key-of-hong-kong");
    private static final Pseudonyms PSEUDONYMS = pseudonyms(MAINLAND, HONG_KONG);

    /** By {@code printf 'WEIXIN_PAY:a7c91' | openssl dgst -sha256 -hmac 'baytap-development-key-of-the-mainland'}, and so on. */
    @ParameterizedTest
    @CsvSource({
        "WEIXIN_PAY, f1fa8fa75886f366612fc711edfb9dfa",
        "DIGITAL_RMB, e9f20a2792c9c6b9caae041791ddfdd3",
        "FOREIGN_CARD, 3419df32cba6e7ed2d5a853eedf1c40f",
        "WECHAT_PAY_HK, 5a77677026640b9b777f30d4c3c7f61f"
    })
    void anAccountIsHashedByTheKeyOfItsSide(WalletScheme scheme, String hash) {
        assertThat(PSEUDONYMS.riderId(scheme, "a7c91")).isEqualTo(scheme + ":" + hash);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void itIsTheHmacOfRfc2104(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 50; i++) {
            byte[] key = new byte[random.nextInt(32, 65)];
            random.nextBytes(key);
            String account = Long.toString(random.nextLong(), 36).replace('-', '.');

            assertThat(pseudonyms(key, HONG_KONG).riderId(WalletScheme.WEIXIN_PAY, account))
                    .isEqualTo(Pseudonym.of(key, "WEIXIN_PAY", account));
        }
    }

    @Test
    void anotherKeyOfOneSideChangesThatSideAlone() {
        Pseudonyms others = pseudonyms(bytes("another key of the mainland, 32 bytes"), HONG_KONG);

        for (WalletScheme scheme : WalletScheme.values()) {
            assertThat(others.riderId(scheme, "a7c91").equals(PSEUDONYMS.riderId(scheme, "a7c91")))
                    .isEqualTo(scheme.side() == Side.HONG_KONG);
        }
    }

    @Test
    void oneAccountOfTwoSchemesIsTwoRiders() {
        assertThat(Arrays.stream(WalletScheme.values())
                        .map(scheme -> PSEUDONYMS.riderId(scheme, "a7c91").split(":", 2)[1]))
                .doesNotHaveDuplicates();
    }

    @Test
    void aSideWithoutAKeyIsRefused() {
        assertThatThrownBy(() -> new Pseudonyms(Map.of(Side.MAINLAND, MAINLAND)))
                .hasMessageContaining("HONG_KONG");
    }

    private static Pseudonyms pseudonyms(byte[] mainland, byte[] hongKong) {
        return new Pseudonyms(Map.of(Side.MAINLAND, mainland, Side.HONG_KONG, hongKong));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.baytap.tap.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.tap.domain.CodeReading;
import io.baytap.tap.domain.Issuer;
import io.baytap.tap.domain.RejectReason;
import io.baytap.tap.domain.RiderCode;
import io.baytap.tap.domain.WalletScheme;
import io.baytap.tap.kit.CodeIssuer;
import java.security.spec.InvalidKeySpecException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignedCodesTest {

    private static final Instant NOW = Instant.parse("2026-04-09T00:12:31Z");
    private static final CodeIssuer ISSUER = CodeIssuer.create("issuer-cn", "WEIXIN_PAY");
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms(
            Map.of(WalletScheme.Side.MAINLAND, new byte[32], WalletScheme.Side.HONG_KONG, new byte[] {1}));
    private static final String HEADER = "{\"alg\":\"EdDSA\",\"kid\":\"issuer-cn\"}";

    private final Map<String, Issuer> issuers = new HashMap<>();
    private final SignedCodes codes = new SignedCodes(issuers::get, PSEUDONYMS, 10);

    @BeforeEach
    void register() {
        issuers.put("issuer-cn", issuer(ISSUER));
    }

    @Test
    void aGenuineCodeNamesTheRider() {
        CodeReading reading = codes.read(ISSUER.code("a7c91", NOW, NOW.plusSeconds(60)));

        String riderId = PSEUDONYMS.riderId(WalletScheme.WEIXIN_PAY, "a7c91");
        var rider = new RiderCode(WalletScheme.WEIXIN_PAY, riderId, NOW, NOW.plusSeconds(60));
        assertThat(reading).isEqualTo(new CodeReading.Genuine(rider));
        assertThat(reading.toString()).doesNotContain("a7c91");
    }

    @Test
    void anIssuerMayNameTheRiderAsWeDoAndNotOtherwise() {
        String claims =
                "{\"iss\":\"issuer-cn\",\"sub\":\"a\",\"rider\":\"%s\",\"scheme\":\"WEIXIN_PAY\",\"iat\":1,\"exp\":2}";
        String own = PSEUDONYMS.riderId(WalletScheme.WEIXIN_PAY, "a");
        String others = PSEUDONYMS.riderId(WalletScheme.WEIXIN_PAY, "b");

        assertThat(reason(codes.read(ISSUER.sign(HEADER, claims.formatted(own)))))
                .isEqualTo("GENUINE");
        assertThat(reason(codes.read(ISSUER.sign(HEADER, claims.formatted(others)))))
                .isEqualTo("CODE_MALFORMED");
        assertThat(reason(codes.read(ISSUER.sign(HEADER, claims.replace("\"%s\"", "null")))))
                .isEqualTo("CODE_MALFORMED");
    }

    static Stream<Arguments> badCodes() {
        String good = ISSUER.code("a", NOW);
        String claims = "{\"iss\":\"issuer-cn\",\"sub\":\"a\",\"scheme\":\"WEIXIN_PAY\",\"iat\":1,\"exp\":2}";
        return Stream.of(
                Arguments.of("CODE_MALFORMED", ""),
                Arguments.of("CODE_MALFORMED", "a.b"),
                Arguments.of("CODE_MALFORMED", "a.b.c"),
                Arguments.of("CODE_MALFORMED", good + ".more"),
                Arguments.of("CODE_MALFORMED", ISSUER.sign("{\"alg\":\"none\",\"kid\":\"issuer-cn\"}", claims)),
                Arguments.of("CODE_MALFORMED", ISSUER.sign("{\"alg\":\"HS256\",\"kid\":\"issuer-cn\"}", claims)),
                Arguments.of("CODE_MALFORMED", ISSUER.sign("{\"alg\":7,\"kid\":\"issuer-cn\"}", claims)),
                Arguments.of("CODE_MALFORMED", ISSUER.sign("{\"kid\":\"issuer-cn\"}", claims)),
                Arguments.of("CODE_MALFORMED", ISSUER.sign("{\"alg\":\"EdDSA\"}", claims)),
                Arguments.of("CODE_MALFORMED", ISSUER.sign("{\"alg\":\"EdDSA\",\"kid\":[1]}", claims)),
                Arguments.of("CODE_MALFORMED", ISSUER.sign(HEADER, "[]")),
                Arguments.of("CODE_MALFORMED", ISSUER.sign(HEADER + " {}", claims)),
                Arguments.of(
                        "CODE_MALFORMED",
                        ISSUER.sign("{\"alg\":\"none\",\"alg\":\"EdDSA\",\"kid\":\"issuer-cn\"}", claims)),
                Arguments.of("CODE_MALFORMED", ISSUER.sign(HEADER, claims.replace("{", "{\"sub\":\"b\","))),
                Arguments.of("CODE_MALFORMED", ISSUER.sign(HEADER, claims.replace("issuer-cn", "issuer-hk"))),
                Arguments.of("CODE_MALFORMED", ISSUER.sign(HEADER, claims.replace("WEIXIN_PAY", "WECHAT_PAY_HK"))),
                Arguments.of("CODE_MALFORMED", ISSUER.sign(HEADER, claims.replace("\"a\"", "\"a:b\\n\""))),
                Arguments.of("CODE_MALFORMED", ISSUER.sign(HEADER, claims.replace("\"a\"", "7"))),
                Arguments.of("CODE_MALFORMED", ISSUER.sign(HEADER, claims.replace("\"exp\":2", "\"exp\":1"))),
                Arguments.of("CODE_MALFORMED", ISSUER.sign(HEADER, claims.replace("\"exp\":2", "\"exp\":2.5"))),
                Arguments.of("CODE_MALFORMED", ISSUER.sign(HEADER, claims.replace("\"exp\":2", "\"exp\":9e30"))),
                Arguments.of("CODE_MALFORMED", ISSUER.sign(HEADER, claims.replace(",\"exp\":2", ""))),
                Arguments.of(
                        "CODE_ISSUER_UNKNOWN",
                        CodeIssuer.create("nobody", "WEIXIN_PAY").code("a", NOW)),
                Arguments.of("CODE_SIGNATURE_INVALID", ISSUER.forged().code("a", NOW)),
                Arguments.of("CODE_SIGNATURE_INVALID", good.substring(0, good.lastIndexOf('.') + 1)),
                Arguments.of("CODE_SIGNATURE_INVALID", good.substring(0, good.length() - 4)),
                Arguments.of(
                        "CODE_SIGNATURE_INVALID",
                        ISSUER.sign("{\"alg\":\"EdDSA\",\"kid\":\"issuer-cn\",\"crit\":[\"x\"],\"x\":1}", claims)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("badCodes")
    void aBadCodeIsRefusedWithTheReason(String reason, String code) {
        assertThat(reason(codes.read(code))).isEqualTo(reason);
    }

    @Test
    void aNewKeyEndsWhatTheOldOneSigned() {
        String code = ISSUER.code("a", NOW);
        CodeReading before = codes.read(code);

        issuers.put("issuer-cn", issuer(ISSUER.forged()));

        assertThat(before).isInstanceOf(CodeReading.Genuine.class);
        assertThat(reason(codes.read(code))).isEqualTo("CODE_SIGNATURE_INVALID");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aCodeWithAnyCharacterChangedIsNeverGenuine(long seed) {
        var random = new SplittableRandom(seed);
        String code = ISSUER.code("a", NOW);
        for (int i = 0; i < 300; i++) {
            int at = random.nextInt(code.length());
            char other = (char) random.nextInt(32, 127);
            String changed = code.substring(0, at) + other + code.substring(at + 1);
            if (!changed.equals(code)) {
                assertThat(codes.read(changed)).as(changed).isInstanceOf(CodeReading.Refused.class);
            }
        }
    }

    @Test
    void oneSignatureHasOneSpelling() {
        for (int i = 0; i < 50; i++) {
            String code = ISSUER.code("a" + i, NOW);
            String signature = code.substring(code.lastIndexOf('.') + 1);
            String signed = code.substring(0, code.length() - signature.length());

            String oldAlphabet = signature.replace('-', '+').replace('_', '/');
            if (!oldAlphabet.equals(signature)) {
                assertThat(reason(codes.read(signed + oldAlphabet))).isEqualTo("CODE_SIGNATURE_INVALID");
            }
            assertThat(reason(codes.read(code + "=="))).isEqualTo("CODE_SIGNATURE_INVALID");
            assertThat(reason(codes.read(signed + " " + signature))).isEqualTo("CODE_SIGNATURE_INVALID");
            assertThat(reason(codes.read(code))).isEqualTo("GENUINE");
        }
    }

    static Stream<Long> seeds() {
        return Stream.of(1L, 2L, 3L);
    }

    private static String reason(CodeReading reading) {
        return reading instanceof CodeReading.Refused(RejectReason reason) ? reason.code() : "GENUINE";
    }

    private static Issuer issuer(CodeIssuer issuer) {
        try {
            return new Issuer(
                    issuer.issuerId(),
                    WalletScheme.valueOf(issuer.scheme()),
                    new Ed25519().publicKey(issuer.keys().getPublic().getEncoded()));
        } catch (InvalidKeySpecException e) {
            throw new IllegalStateException(e);
        }
    }
}

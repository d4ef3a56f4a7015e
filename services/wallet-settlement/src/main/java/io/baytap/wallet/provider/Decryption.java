package io.baytap.wallet.provider;

import com.wechat.pay.java.core.cipher.AeadAesCipher;
import com.wechat.pay.java.core.cipher.AeadCipher;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Opens what the provider sealed for us: AES-256-GCM with the API v3 key. */
final class Decryption {

    private final AeadCipher cipher;

    /** @param apiV3Key 32 characters */
    Decryption(String apiV3Key) {
        this.cipher = new AeadAesCipher(apiV3Key.getBytes(StandardCharsets.UTF_8));
    }

    /** The text; empty if it was not sealed with our key, or was changed since: the tag tells. */
    Optional<String> decrypt(String associatedData, String nonce, String ciphertext) {
        try {
            return Optional.of(cipher.decrypt(
                    associatedData.getBytes(StandardCharsets.UTF_8),
                    nonce.getBytes(StandardCharsets.UTF_8),
                    Base64.getDecoder().decode(ciphertext)));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }
}

package io.baytap.sandbox.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A text sealed with AES-256-GCM under the API v3 key, in the shape the provider sends it. */
final class Sealed {

    private static final int TAG_BITS = 128;

    private Sealed() {}

    /** @param nonce 12 ASCII characters, never used twice with a key */
    static ObjectNode seal(String plain, String apiV3Key, String nonce, String associated) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(apiV3Key.getBytes(StandardCharsets.US_ASCII), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce.getBytes(StandardCharsets.US_ASCII)));
            cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("algorithm", "AEAD_AES_256_GCM")
                    .put("nonce", nonce)
                    .put("associated_data", associated)
                    .put("ciphertext", Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

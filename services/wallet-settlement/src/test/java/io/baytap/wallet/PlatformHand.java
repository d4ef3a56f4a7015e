package io.baytap.wallet;

import com.wechat.pay.java.core.cipher.RSASigner;
import com.wechat.pay.java.core.util.PemUtil;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Signs and seals as the provider does, with the keys of the sandbox. */
final class PlatformHand {

    private final RSASigner signer;
    private final String serial;
    private final String apiV3Key;

    PlatformHand(Path folder) {
        var serials = new Properties();
        try {
            serials.load(new StringReader(Files.readString(folder.resolve("serials.properties"))));
            apiV3Key = Files.readString(folder.resolve("api-v3-key.txt")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        serial = serials.getProperty("platform-serial");
        signer = new RSASigner(
                serial,
                PemUtil.loadPrivateKeyFromPath(
                        folder.resolve("platform-key.pem").toString()));
    }

    /** The headers of a message that is said at that time. */
    Map<String, String> headers(String body, Instant at) {
        String timestamp = Long.toString(at.getEpochSecond());
        String nonce = UUID.randomUUID().toString();
        return Map.of(
                "Wechatpay-Timestamp", timestamp,
                "Wechatpay-Nonce", nonce,
                "Wechatpay-Serial", serial,
                "Wechatpay-Signature",
                        signer.sign(timestamp + "\n" + nonce + "\n" + body + "\n")
                                .getSign());
    }

    /** A notification of a paid debit. */
    String paid(String outTradeNo) {
        return sealed("""
                {"out_trade_no":"%s","transaction_id":"4200","trade_state":"SUCCESS","amount":{"total":930,"currency":"CNY"}}""".formatted(outTradeNo));
    }

    /** A notification that carries the text. */
    String sealed(String plain) {
        String nonce = "0123456789ab";
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(apiV3Key.getBytes(StandardCharsets.US_ASCII), "AES"),
                    new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.US_ASCII)));
            cipher.updateAAD("transaction".getBytes(StandardCharsets.US_ASCII));
            String sealed = Base64.getEncoder().encodeToString(cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
            return """
                    {"id":"EV-1","event_type":"TRANSACTION.SUCCESS","resource_type":"encrypt-resource",
                     "resource":{"algorithm":"AEAD_AES_256_GCM","nonce":"%s","associated_data":"transaction","ciphertext":"%s"}}""".formatted(nonce, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

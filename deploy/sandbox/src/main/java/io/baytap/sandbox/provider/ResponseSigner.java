package io.baytap.sandbox.provider;

import java.time.Clock;
import java.util.Map;

/** The {@code Wechatpay-*} headers that prove an answer or a callback to be the provider's. */
final class ResponseSigner {

    private final SchemeKeys keys;
    private final SignatureDesk desk;
    private final Clock clock;

    ResponseSigner(SchemeKeys keys, SignatureDesk desk, Clock clock) {
        this.keys = keys;
        this.desk = desk;
        this.clock = clock;
    }

    Map<String, String> headers(String body) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = Nonces.next(32);
        return Map.of(
                "Wechatpay-Timestamp",
                timestamp,
                "Wechatpay-Nonce",
                nonce,
                "Wechatpay-Serial",
                keys.platformSerial(),
                "Wechatpay-Signature-Type",
                "WECHATPAY2-SHA256-RSA2048",
                "Wechatpay-Signature",
                desk.sign(timestamp + "\n" + nonce + "\n" + body + "\n"));
    }
}

package io.baytap.sandbox.provider;

import java.time.Clock;
import java.util.Map;

/** The {@code Wechatpay-*} headers that prove an answer or a callback to be the provider's. */
final class ResponseSigner {

    private final PlatformHands hands;
    private final Clock clock;

    ResponseSigner(PlatformHands hands, Clock clock) {
        this.hands = hands;
        this.clock = clock;
    }

    Map<String, String> headers(String body) {
        PlatformHands.Hand hand = hands.current();
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = Nonces.next(32);
        return Map.of(
                "Wechatpay-Timestamp",
                timestamp,
                "Wechatpay-Nonce",
                nonce,
                "Wechatpay-Serial",
                hand.keys().platformSerial(),
                "Wechatpay-Signature-Type",
                "WECHATPAY2-SHA256-RSA2048",
                "Wechatpay-Signature",
                hand.desk().sign(timestamp + "\n" + nonce + "\n" + body + "\n"));
    }
}

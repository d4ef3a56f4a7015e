package io.baytap.wallet.domain;

/** Reads what providers tell us of their own accord. */
public interface Notifications {

    /**
     * As it came over the wire.
     *
     * @param serial names the certificate that signed
     */
    record Signed(String timestamp, String nonce, String serial, String signature, String body) {}

    /** What it says. */
    sealed interface Notification {
        /** What became of an attempt. */
        record OfAttempt(String outTradeNo, ProviderAnswer answer) implements Notification {}

        /** Genuine, and nothing that we act on. */
        record OfOther(String eventType) implements Notification {}

        /** Not to be believed. */
        record Refused(String reason) implements Notification {}
    }

    /** Verifies, decrypts and reads. */
    Notification read(WalletScheme scheme, Signed signed);
}

package io.baytap.wallet.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what providers tell us of their own accord. */
public interface Notifications {

    /**
     * As it came over the wire.
     *
     * @param timestamp seconds since 1970
     * @param serial names the certificate that signed
     */
    record Signed(String timestamp, String nonce, String serial, String signature, String body) {

        /** Whether a header that proves the sender is not there. */
        public boolean lacksProof() {
            return Stream.of(timestamp, nonce, serial, signature).anyMatch(String::isBlank);
        }

        /** When it was signed; empty if the timestamp is none. */
        public Optional<Instant> saidAt() {
            try {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(timestamp)));
            } catch (NumberFormatException | DateTimeException _) {
                return Optional.empty();
            }
        }

        /** What is signed. */
        public String message() {
            return timestamp + "\n" + nonce + "\n" + body + "\n";
        }
    }

    /** Why something is not believed; stable codes for answers, logs and metrics. */
    enum Doubt {
        /** A header is missing: {@code Wechatpay-Timestamp}, {@code -Nonce}, {@code -Serial} or {@code -Signature}. */
        NOT_SIGNED,
        /** The timestamp is not a number of seconds. */
        TIMESTAMP_INVALID,
        /** Signed more than five minutes from now. */
        CLOCK_SKEWED,
        /** The provider has no certificate with that serial number, or it is not valid now. */
        SERIAL_UNKNOWN,
        /** The signature does not fit: another key, or something was changed on the way. */
        SIGNATURE_INVALID,
        /** The sealed part was not sealed with our key, or was changed since: its tag does not fit. */
        NOT_DECRYPTED,
        /** The body, or what was sealed in it, is not JSON. */
        NOT_JSON,
        /** The same signed message came before. */
        REPLAYED,
        /** We have no access to that provider. */
        SCHEME_NOT_CONFIGURED
    }

    /** What it says. */
    sealed interface Notification {
        /** What became of an attempt. */
        record OfAttempt(String outTradeNo, ProviderAnswer answer) implements Notification {}

        /** Genuine, and nothing that we act on. */
        record OfOther(String eventType) implements Notification {}

        /** Not to be believed. */
        record Refused(Doubt doubt) implements Notification {}
    }

    /** Verifies, decrypts and reads. */
    Notification read(WalletScheme scheme, Signed signed);
}

package io.baytap.sandbox.bank;

import io.baytap.sandbox.statements.Deal;
import io.baytap.sandbox.statements.Payout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A line of an account.
 *
 * @param day booked and valued
 * @param minor minor units of the account's currency: positive is credited, negative debited
 * @param reference the bank's own, 30 characters: the same cause always has the same
 */
record Entry(BankAccount account, LocalDate day, long minor, String reference, Cause cause) {

    /** What kind of movement it is. */
    enum Kind {
        PAYMENT,
        PAYOUT,
        EXCHANGE
    }

    /**
     * Where it comes from.
     *
     * @param messageId of our pain.001, as {@code partId}; empty but for a payment
     * @param counterparty the other party's name; may be empty
     */
    record Cause(
            Kind kind, String messageId, String partId, String endToEndId, String remittance, String counterparty) {}

    static Entry of(BankAccount account, LocalDate day, String messageId, Transfer transfer) {
        var cause = new Cause(
                Kind.PAYMENT,
                messageId,
                transfer.partId(),
                transfer.endToEndId(),
                transfer.remittance(),
                transfer.creditor());
        return of(account, day, -transfer.minor(), cause);
    }

    static Entry of(BankAccount account, LocalDate day, Payout payout) {
        var cause =
                new Cause(Kind.PAYOUT, "", "", payout.batchId(), "settlement " + payout.batchId(), payout.provider());
        return of(account, day, payout.minor(), cause);
    }

    static Entry of(BankAccount account, LocalDate day, String dealId, Deal.Leg leg) {
        var cause = new Cause(Kind.EXCHANGE, "", "", dealId, "exchange " + dealId, "");
        return of(account, day, leg.minor(), cause);
    }

    private static Entry of(BankAccount account, LocalDate day, long minor, Cause cause) {
        return new Entry(
                account, day, minor, reference(account.id() + "/" + cause.messageId + "/" + cause.endToEndId), cause);
    }

    boolean isCredit() {
        return minor > 0;
    }

    private static String reference(String cause) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(cause.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 30).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

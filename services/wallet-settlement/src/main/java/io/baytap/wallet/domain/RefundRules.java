package io.baytap.wallet.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Which charges of a journey a correction takes money back from, and how long that is tried. */
public final class RefundRules {

    /** A refused refund is asked for again at least that often: what stood in its way may be gone, and nobody tells us. */
    public static final Duration REFUSED_WAIT_MAX = Duration.ofDays(1);

    /** Over a month of asking, once a day in the end. */
    private static final int TRIES_LATER = 40;

    /** Some days of asking: enough for somebody to mend what is wrong. */
    private static final int TRIES = 12;

    private RefundRules() {}

    /**
     * How often a refund is asked for while the provider gives the same reason; then it is {@link RefundStatus#REFUSED}.
     *
     * @param reason the provider's code
     */
    public static int triesMax(String reason) {
        return switch (reason) {
            // The provider holds too little of the operator's money: new debits fill it up.
            case "NOT_ENOUGH" -> TRIES_LATER;
            // The rider's account or card is gone: asking again changes nothing.
            case "ABNORMAL" -> 1;
            default -> TRIES;
        };
    }

    /**
     * A charge of the journey.
     *
     * @param leftMinor what earlier corrections have left of it
     */
    public record Refundable(String chargeId, ChargeStatus status, long leftMinor) {}

    /** A part of a correction, taken from one charge. Whole minor units of the wallet's currency. */
    public record Part(String chargeId, long amountMinor, RefundStatus status) {}

    /**
     * Splits an amount over the charges, in the order given (newest first).
     *
     * @return the parts; their sum is less than the amount if the charges have less left
     */
    public static List<Part> split(long amountMinor, List<Refundable> newestFirst) {
        List<Part> parts = new ArrayList<>();
        long left = amountMinor;
        for (Refundable charge : newestFirst) {
            long part = Math.min(left, charge.leftMinor());
            if (part > 0) {
                parts.add(new Part(charge.chargeId(), part, beginning(charge.status())));
                left -= part;
            }
        }
        return parts;
    }

    /** Money that was never taken need not be given back: it waits for the answer, and lowers the next attempt. */
    private static RefundStatus beginning(ChargeStatus charge) {
        return switch (charge) {
            case SETTLED -> RefundStatus.DUE;
            case CANCELLED -> RefundStatus.NETTED;
            case WAITING, DUE, SUBMITTED, UNKNOWN, DECLINED, CONFIRMING, DEBT -> RefundStatus.WAITING;
        };
    }
}

package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** What somebody wants changed by hand. Nothing is edited: what comes of it is a delta. */
public sealed interface Demand permits Demand.Correction, Demand.Refund, BreakDemand {

    /** Hexadecimal digits of an id: 128 bits. */
    int ID_LENGTH = 32;

    /** Stable: it stands in the table and in answers. */
    String kind();

    /** Id of the journey or charge. */
    String target();

    Money amount();

    /** The only charge that money may be taken back from; empty: any of the journey, the newest first. */
    Optional<String> onlyCharge();

    /** Why, in the words of who wants it. */
    String reason();

    /** What its kind adds to the rest; part of what makes it the same demand. */
    default String details() {
        return "";
    }

    /** {@code proposal:<digest of kind, target, amount and reason>}: the same demand twice is one. */
    default String id() {
        String text = String.join(
                        "\n",
                        kind(),
                        target(),
                        Long.toString(amount().minor()),
                        amount().currency().getCurrencyCode(),
                        reason())
                + details();
        byte[] hash = Chain.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return "proposal:" + HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
    }

    /**
     * A journey should have cost something else: the operator is owed the delta, and the wallet owes it at the rate that
     * the journey was converted at.
     *
     * @param amount signed delta in the operator's currency
     */
    record Correction(String journeyId, Money amount, String reason) implements Demand {
        @Override
        public String kind() {
            return "CORRECTION";
        }

        @Override
        public String target() {
            return journeyId;
        }

        @Override
        public Optional<String> onlyCharge() {
            return Optional.empty();
        }
    }

    /**
     * Money that was debited goes back to the wallet; the operator is owed that much less, at the rate that the journey
     * was converted at.
     *
     * @param amount positive, in the wallet's currency
     */
    record Refund(String chargeId, Money amount, String reason) implements Demand {
        @Override
        public String kind() {
            return "REFUND";
        }

        @Override
        public String target() {
            return chargeId;
        }

        @Override
        public Optional<String> onlyCharge() {
            return Optional.of(chargeId);
        }
    }
}

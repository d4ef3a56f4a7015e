package io.baytap.wallet.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Demand;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proposes, as it was sent, so that each field at fault can be named.
 *
 * @param kind CORRECTION of a journey, or REFUND of a charge
 * @param journeyId of a correction
 * @param chargeId of a refund
 * @param amountMinor whole minor units; of a correction a signed delta in the operator's currency, of a refund positive and
 *     in the wallet's
 * @param currency ISO 4217 code of the amount
 * @param reason why
 */
public record ProposalRequest(
        @Nullable String kind,
        @Nullable String journeyId,
        @Nullable String chargeId,

        @Schema(type = SchemaType.INTEGER, format = "int64") @Nullable
        JsonNode amountMinor,

        @Nullable String currency,
        @Nullable String reason) {

    /** 10,000.00: more than any fare, less than a slip of some digits. */
    static final long AMOUNT_MINOR_MAX = 1_000_000;

    private static final int ID_LENGTH_MAX = 300;
    private static final int REASON_LENGTH_MAX = 500;

    /** What it was found to be. */
    sealed interface Checked {
        record Good(Demand demand) implements Checked {}

        record Bad(String field, String detail) implements Checked {}
    }

    Checked check() {
        boolean refund = "REFUND".equals(kind);
        if (!refund && !"CORRECTION".equals(kind)) {
            return new Checked.Bad("kind", "CORRECTION or REFUND");
        }
        String id = refund ? chargeId : journeyId;
        if (id == null || id.isBlank() || id.length() > ID_LENGTH_MAX) {
            return new Checked.Bad(refund ? "chargeId" : "journeyId", "an id of 1 to " + ID_LENGTH_MAX + " characters");
        }
        if ((refund ? journeyId : chargeId) != null) {
            return new Checked.Bad(refund ? "journeyId" : "chargeId", "not with " + kind);
        }
        if (amountMinor == null || !amountMinor.isIntegralNumber() || !amountMinor.canConvertToLong()) {
            return new Checked.Bad("amountMinor", "a whole number of minor units");
        }
        long minor = amountMinor.longValue();
        if (minor == 0 || Math.abs(minor) > AMOUNT_MINOR_MAX || minor == Long.MIN_VALUE || (refund && minor < 0)) {
            return new Checked.Bad("amountMinor", (refund ? "1 to " : "not 0, and at most ") + AMOUNT_MINOR_MAX);
        }
        if (reason == null || reason.isBlank() || reason.length() > REASON_LENGTH_MAX) {
            return new Checked.Bad("reason", "why is it proposed? 1 to " + REASON_LENGTH_MAX + " characters");
        }
        try {
            Money amount = new Money(minor, Currency.getInstance(String.valueOf(currency)));
            return new Checked.Good(
                    refund
                            ? new Demand.Refund(id, amount, reason.strip())
                            : new Demand.Correction(id, amount, reason.strip()));
        } catch (IllegalArgumentException _) {
            return new Checked.Bad("currency", "not the ISO 4217 code of a currency");
        }
    }
}

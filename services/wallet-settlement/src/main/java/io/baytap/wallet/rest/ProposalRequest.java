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
 * @param kind CORRECTION of a journey, REFUND of a charge; RELEASE, EXPLAIN or BOOK of a break
 * @param journeyId of a correction
 * @param chargeId of a refund
 * @param breakId of a break
 * @param amountMinor whole minor units; of a correction a signed delta in the operator's currency, of a refund positive and
 *     in the wallet's, of a break the break's own
 * @param currency ISO 4217 code of the amount
 * @param account where the money of a break belongs: RELEASE and BOOK
 * @param reference what bears out what is said of a break; needed to EXPLAIN
 * @param reason why
 */
public record ProposalRequest(
        @Nullable String kind,
        @Nullable String journeyId,
        @Nullable String chargeId,
        @Nullable String breakId,

        @Schema(type = SchemaType.INTEGER, format = "int64") @Nullable
        JsonNode amountMinor,

        @Nullable String currency,
        @Nullable String account,
        @Nullable String reference,
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

    private enum Target {
        JOURNEY("journeyId"),
        CHARGE("chargeId"),
        BREAK("breakId");

        private final String field;

        Target(String field) {
            this.field = field;
        }
    }

    /** Whether it is about a break: finance's alone. */
    boolean isOfBreak() {
        return BreakFields.isOne(kind);
    }

    Checked check() {
        Target target = isOfBreak() ? Target.BREAK : "REFUND".equals(kind) ? Target.CHARGE : Target.JOURNEY;
        if (target == Target.JOURNEY && !"CORRECTION".equals(kind)) {
            return new Checked.Bad("kind", "CORRECTION, REFUND, RELEASE, EXPLAIN or BOOK");
        }
        String id = id(target);
        if (id == null || id.isBlank() || id.length() > ID_LENGTH_MAX) {
            return new Checked.Bad(target.field, "an id of 1 to " + ID_LENGTH_MAX + " characters");
        }
        for (Target other : Target.values()) {
            if (other != target && id(other) != null) {
                return new Checked.Bad(other.field, "not with " + kind);
            }
        }
        if (target != Target.BREAK && (account != null || reference != null)) {
            return new Checked.Bad(account != null ? "account" : "reference", "not with " + kind);
        }
        if (amountMinor == null || !amountMinor.isIntegralNumber() || !amountMinor.canConvertToLong()) {
            return new Checked.Bad("amountMinor", "a whole number of minor units");
        }
        String limit = limit(target, amountMinor.longValue());
        if (limit != null) {
            return new Checked.Bad("amountMinor", limit);
        }
        if (reason == null || reason.isBlank() || reason.length() > REASON_LENGTH_MAX) {
            return new Checked.Bad("reason", "why is it proposed? 1 to " + REASON_LENGTH_MAX + " characters");
        }
        return demand(target, id, amountMinor.longValue(), reason.strip());
    }

    private @Nullable String id(Target target) {
        return switch (target) {
            case JOURNEY -> journeyId;
            case CHARGE -> chargeId;
            case BREAK -> breakId;
        };
    }

    /** What the amount has to be, if it is something else. */
    private static @Nullable String limit(Target target, long minor) {
        long max = target == Target.BREAK ? BreakFields.AMOUNT_MINOR_MAX : AMOUNT_MINOR_MAX;
        boolean within = minor >= -max && minor <= max;
        return switch (target) {
            case JOURNEY -> within && minor != 0 ? null : "not 0, and at most " + max;
            case CHARGE -> within && minor > 0 ? null : "1 to " + max;
            case BREAK -> within ? null : "at most " + max;
        };
    }

    private Checked demand(Target target, String id, long minor, String why) {
        Money amount;
        try {
            amount = new Money(minor, Currency.getInstance(String.valueOf(currency)));
        } catch (IllegalArgumentException _) {
            return new Checked.Bad("currency", "not the ISO 4217 code of a currency");
        }
        return switch (target) {
            case JOURNEY -> new Checked.Good(new Demand.Correction(id, amount, why));
            case CHARGE -> new Checked.Good(new Demand.Refund(id, amount, why));
            case BREAK -> BreakFields.check(this, amount, why);
        };
    }
}

package io.baytap.wallet.domain;

import io.baytap.wallet.domain.reconciliation.Break;
import io.baytap.wallet.domain.reconciliation.BreakChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of a charge, a rider, a journey or a day, as others are told. Amounts are whole minor units of the named currency. */
public sealed interface Outcome {

    /** Derives from the cause; the same outcome told twice has the same id. */
    String eventId();

    Instant at();

    /** What a provider did about a charge. */
    sealed interface OfCharge extends Outcome {

        ChargeFacts charge();

        long amountMinor();
    }

    /**
     * The provider debited the wallet.
     *
     * @param feeMinor what the provider keeps of it
     * @param estimatedMinor what we thought the payer pays, in the estimate's currency; 0 if there is none
     * @param payer what the payer paid, where the provider converts and says so
     * @param check how the two compare; null in what was kept before there was a check
     */
    record Settled(
            Instant at,
            ChargeFacts charge,
            long amountMinor,
            String outTradeNo,
            String transactionId,
            long feeMinor,
            long estimatedMinor,
            @Nullable Payer payer,
            @Nullable ConversionCheck check)
            implements OfCharge {

        /** Of a charge that we converted, and without a fee. */
        public Settled(Instant at, ChargeFacts charge, long amountMinor, String outTradeNo, String transactionId) {
            this(at, charge, amountMinor, outTradeNo, transactionId, 0, 0, null, ConversionCheck.NOT_NEEDED);
        }

        @Override
        public String eventId() {
            return "charge-settled:" + charge.chargeId();
        }
    }

    /** The provider refused an attempt. */
    record Declined(Instant at, ChargeFacts charge, long amountMinor, String outTradeNo, int attempt, String reason)
            implements OfCharge {
        @Override
        public String eventId() {
            return "charge-declined:" + outTradeNo;
        }
    }

    /** The provider gave money back. */
    record Refunded(Instant at, ChargeFacts charge, long amountMinor, String outRefundNo, String refundId)
            implements OfCharge {
        @Override
        public String eventId() {
            return "charge-refunded:" + outRefundNo;
        }
    }

    /**
     * A debt was given up, or one that had been is paid after all.
     *
     * @param kind WRITTEN_OFF or RECOVERED; then all amounts have the other sign
     * @param amountMinor what the wallet owed
     * @param fareMinor the same share of the fare
     * @param spreadMinor our share of {@code amountMinor}
     * @param operatorMinor what the operator is owed more by it, in the fare's currency
     */
    record WrittenOff(
            Instant at,
            String id,
            String kind,
            String bearer,
            String riderId,
            WalletScheme scheme,
            String chargeId,
            String journeyId,
            String operatorId,
            LocalDate businessDay,
            LocalDate settlementDay,
            long amountMinor,
            String currency,
            long fareMinor,
            String fareCurrency,
            long spreadMinor,
            long operatorMinor)
            implements Outcome {
        @Override
        public String eventId() {
            return id;
        }
    }

    /** A rider who may not tap until a debt is paid. */
    record RiderDenied(Instant at, String riderId, String chargeId, String reason) implements Outcome {
        @Override
        public String eventId() {
            return "denial:" + chargeId;
        }
    }

    /** A rider who may tap again. */
    record RiderRestored(Instant at, String riderId, String chargeId) implements Outcome {
        @Override
        public String eventId() {
            return "restoration:" + chargeId;
        }
    }

    /**
     * Two people corrected a journey by hand: booked like a correction by a fare, and told like one.
     *
     * @param settlementDay the day whose batch it is in; null if it was booked before that was told
     */
    record Corrected(Conversion conversion, @Nullable LocalDate settlementDay) implements Outcome {
        @Override
        public String eventId() {
            return LedgerRules.postingId(conversion);
        }

        @Override
        public Instant at() {
            return conversion.occurredAt();
        }
    }

    /** A day closed for an operator in a currency. */
    record BatchClosed(
            Instant at,
            String operatorId,
            String currency,
            LocalDate businessDay,
            long fareCount,
            long amountMinor,
            long grossMinor,
            long takenBackMinor,
            @Nullable LocalDate valueDate)
            implements Outcome {
        @Override
        public String eventId() {
            return "batch:" + batchId();
        }

        public String batchId() {
            return operatorId + ":" + currency + ":" + businessDay;
        }
    }

    /** A break of a reconciliation that was opened, changed or resolved. */
    record BreakTold(
            Instant at,
            String breakId,
            int revision,
            String transition,
            String reason,
            String owner,
            long amountMinor,
            String currency,
            LocalDate since,
            int ageDays,
            @Nullable String walletScheme,
            @Nullable String ours,
            @Nullable String theirs,
            @Nullable String number,
            @Nullable String resolvedBy,
            @Nullable ResolvedByHand byHand)
            implements Outcome {

        /** As it stands on a day. */
        public static BreakTold of(BreakChange change, LocalDate asOf, Instant at) {
            Break found = change.found();
            var scheme = found.sides().scheme();
            return new BreakTold(
                    at,
                    found.id(),
                    change.revision(),
                    change.transition().name(),
                    found.reason().name(),
                    found.owner().name(),
                    found.amount().minor(),
                    found.amount().currency().getCurrencyCode(),
                    found.since(),
                    found.ageDays(asOf),
                    scheme == null ? null : scheme.name(),
                    found.sides().ours(),
                    found.sides().theirs(),
                    found.sides().number(),
                    found.resolvedBy(),
                    null);
        }

        /** The same, with who resolved it and why. */
        public BreakTold by(Proposal approved, BreakDemand demand) {
            return new BreakTold(
                    at,
                    breakId,
                    revision,
                    transition,
                    reason,
                    owner,
                    amountMinor,
                    currency,
                    since,
                    ageDays,
                    walletScheme,
                    ours,
                    theirs,
                    number,
                    resolvedBy,
                    ResolvedByHand.of(approved, Objects.requireNonNull(approved.decision()), demand));
        }

        @Override
        public String eventId() {
            return breakId + "#" + revision;
        }
    }
}

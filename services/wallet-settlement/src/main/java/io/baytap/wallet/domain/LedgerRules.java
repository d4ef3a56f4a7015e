package io.baytap.wallet.domain;

import io.baytap.schemas.Money;
import java.time.Instant;
import java.util.List;

/** What each event of money means in double entry. The worked example is in the README. */
public final class LedgerRules {

    private LedgerRules() {}

    /** A fare: the wallet owes it, the operator is owed it; two currencies meet in the position, the spread is ours. */
    public static Journal fare(Conversion conversion) {
        Posting receivable = new Posting(Account.walletReceivable(conversion.scheme()), conversion.wallet());
        Posting spread = new Posting(Account.FX_SPREAD, conversion.spread().negated());
        Posting payable = new Posting(
                Account.operatorPayable(conversion.operatorId()),
                conversion.fare().negated());
        if (conversion.tolerance() != null) {
            // The provider converts, and owes us the fare in the operator's currency: nothing of ours is in two
            // currencies.
            return new Journal(
                    postingId(conversion),
                    Journal.Kind.FARE,
                    conversion.occurredAt(),
                    List.of(new Posting(Account.walletReceivable(conversion.scheme()), conversion.asked()), payable));
        }
        List<Posting> postings =
                conversion.fare().currency().equals(conversion.wallet().currency())
                        ? List.of(receivable, spread, payable)
                        : List.of(
                                receivable,
                                new Posting(
                                        Account.FX_POSITION, conversion.mid().negated()),
                                spread,
                                new Posting(Account.FX_POSITION, conversion.fare()),
                                payable);
        return new Journal(postingId(conversion), Journal.Kind.FARE, conversion.occurredAt(), postings);
    }

    /** The provider debited the wallet: the provider owes us now, the wallet does not. */
    public static Journal settled(ChargeFacts charge, Money amount, Instant at) {
        return new Journal(
                "charge-settled:" + charge.chargeId(),
                Journal.Kind.CHARGE,
                at,
                List.of(
                        new Posting(Account.providerClearing(charge.scheme()), amount),
                        new Posting(Account.walletReceivable(charge.scheme()), amount.negated())));
    }

    /** What the provider keeps of a debit, out of what it owes us. It keeps it when the debit is given back, too. */
    public static Journal fee(ChargeFacts charge, Money fee, Instant at) {
        return new Journal(
                "charge-fee:" + charge.chargeId(),
                Journal.Kind.FEE,
                at,
                List.of(
                        new Posting(Account.providerFees(charge.scheme()), fee),
                        new Posting(Account.providerClearing(charge.scheme()), fee.negated())));
    }

    /** A debt is given up: the operator is owed less, as if it had never been ridden, or the issuer owes it to us. */
    public static Journal writtenOff(BadDebt debt, Instant at) {
        return new Journal("bad-debt:" + debt.chargeId(), Journal.Kind.WRITE_OFF, at, writeOff(debt));
    }

    /** A debt that was given up is paid after all, or corrected away: the reverse, to the cent. */
    public static Journal recovered(BadDebt debt, Instant at) {
        List<Posting> reverse = writeOff(debt).stream()
                .map(posting -> new Posting(posting.account(), posting.amount().negated()))
                .toList();
        return new Journal("bad-debt-recovered:" + debt.chargeId(), Journal.Kind.RECOVERY, at, reverse);
    }

    private static List<Posting> writeOff(BadDebt debt) {
        Posting receivable =
                new Posting(Account.walletReceivable(debt.scheme()), debt.owed().negated());
        Posting payable = new Posting(Account.operatorPayable(debt.operatorId()), debt.fare());
        return switch (debt.bearer()) {
            case ISSUER -> List.of(receivable, new Posting(Account.issuerClaims(debt.scheme()), debt.owed()));
            case OPERATOR ->
                debt.owed().currency().equals(debt.fare().currency())
                        ? List.of(receivable, new Posting(Account.FX_SPREAD, debt.spread()), payable)
                        : List.of(
                                receivable,
                                new Posting(Account.FX_POSITION, debt.mid()),
                                new Posting(Account.FX_SPREAD, debt.spread()),
                                new Posting(Account.FX_POSITION, debt.fare().negated()),
                                payable);
        };
    }

    /** The provider gave money back: the reverse of a settled charge. */
    public static Journal refunded(Refund refund, Instant at) {
        WalletScheme scheme = refund.charge().scheme();
        return new Journal(
                "charge-refunded:" + refund.outRefundNo(),
                Journal.Kind.REFUND,
                at,
                List.of(
                        new Posting(Account.walletReceivable(scheme), refund.amount()),
                        new Posting(
                                Account.providerClearing(scheme),
                                refund.amount().negated())));
    }

    /** A business day closed: what was owed to the operator becomes a payment to be made. */
    public static Journal closed(Batch batch) {
        return new Journal(
                "batch:" + batch.id(),
                Journal.Kind.BATCH,
                batch.closedAt(),
                List.of(
                        new Posting(Account.operatorPayable(batch.operatorId()), batch.amount()),
                        new Posting(
                                Account.operatorSettlement(batch.operatorId()),
                                batch.amount().negated())));
    }

    /** A deal: the position is closed, both sides are to be paid, and what is left over is the result. */
    public static Journal deal(FxDeal deal) {
        return new Journal(
                deal.id(),
                Journal.Kind.DEAL,
                deal.at(),
                List.of(
                        new Posting(Account.FX_POSITION, deal.exposed().base()),
                        new Posting(Account.FX_SETTLEMENT, deal.exchanged().base()),
                        new Posting(Account.FX_POSITION, deal.exposed().quote()),
                        new Posting(Account.FX_SETTLEMENT, deal.exchanged().quote()),
                        new Posting(Account.FX_RESULT, deal.realised().negated())));
    }

    /** {@code posting:<conversionId>}: id of the journal, and of the event that says it was booked. */
    public static String postingId(Conversion conversion) {
        return "posting:" + conversion.id();
    }
}

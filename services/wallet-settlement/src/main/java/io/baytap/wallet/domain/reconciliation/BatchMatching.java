package io.baytap.wallet.domain.reconciliation;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.domain.reconciliation.LineState.Explained;
import io.baytap.wallet.domain.reconciliation.LineState.Matched;
import io.baytap.wallet.domain.reconciliation.LineState.Pending;
import java.time.LocalDate;
import java.util.List;

/**
 * Providers' batches against the lines of their statements: one to many, by merchant and trade days. Where lines are
 * wrong the sums are wrong, too; a difference that the breaks of those lines add up to is explained by them, and not
 * another break.
 */
final class BatchMatching {

    private final Held held;
    private final Findings findings;

    BatchMatching(Held held, Findings findings) {
        this.held = held;
        this.findings = findings;
    }

    void run(List<Settlement> settlements, List<DaySum> sums, List<Effect> effects) {
        settlements.forEach(settlement -> match(settlement, sums, effects));
    }

    private void match(Settlement settlement, List<DaySum> sums, List<Effect> effects) {
        String line = lineOf(settlement);
        if (!held.provider(settlement.scheme(), settlement.tradeStart(), settlement.tradeEnd())) {
            findings.state(line, new Pending(settlement.tradeEnd()));
            return;
        }
        long pay = settlement.pay().minor();
        long refund = settlement.refund().minor();
        for (DaySum sum : sums) {
            if (isOf(settlement, sum.scheme(), sum.merchant(), sum.currency()) && covers(settlement, sum.tradeDay())) {
                pay -= sum.payMinor();
                refund -= sum.refundMinor();
            }
        }
        if (pay == 0 && refund == 0) {
            findings.state(line, new Matched("statement of " + settlement.tradeStart()));
            return;
        }
        List<Effect> possible = effects.stream()
                .filter(effect -> isOf(settlement, effect.scheme(), effect.merchant(), effect.currency())
                        && covers(settlement, effect.tradeDay()))
                .toList();
        List<String> explaining = Effect.adding(possible, pay, refund);
        if (explaining.isEmpty()) {
            broken(settlement, Math.subtractExact(pay, refund));
        } else {
            findings.state(line, new Explained(BreakReason.BATCH_AMOUNT, String.join(" ", explaining)));
        }
    }

    private void broken(Settlement settlement, long difference) {
        findings.broken(new Break(
                lineOf(settlement),
                BreakReason.BATCH_AMOUNT,
                new Money(difference, settlement.pay().currency()),
                settlement.tradeEnd(),
                new Break.Sides(settlement.scheme(), null, settlement.reference(), settlement.batchId()),
                null));
    }

    /** A batch is a line twice: as the sum of statement lines, and as what the bank should get. */
    private static String lineOf(Settlement settlement) {
        return settlement.reference() + "#lines";
    }

    private static boolean isOf(Settlement settlement, WalletScheme scheme, String merchant, String currency) {
        return settlement.scheme() == scheme
                && settlement.merchant().equals(merchant)
                && settlement.pay().currency().getCurrencyCode().equals(currency);
    }

    private static boolean covers(Settlement settlement, LocalDate day) {
        return !day.isBefore(settlement.tradeStart()) && !day.isAfter(settlement.tradeEnd());
    }
}

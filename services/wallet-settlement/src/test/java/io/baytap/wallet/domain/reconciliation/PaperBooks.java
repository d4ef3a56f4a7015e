package io.baytap.wallet.domain.reconciliation;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.WalletScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/** Books of some days that agree to the cent, of a ledger, two providers and a bank; errors are planted into them by name. */
final class PaperBooks {

    static final LocalDate FIRST = LocalDate.parse("2026-04-07");
    static final LocalDate LAST = LocalDate.parse("2026-04-09");
    private static final List<String> MERCHANTS = List.of("1900001000", "1900001001");

    final SplittableRandom random;
    final List<LedgerEntry> entries = new ArrayList<>();
    final List<ProviderLine> lines = new ArrayList<>();
    final List<Settlement> settlements = new ArrayList<>();
    final List<Expected> expected = new ArrayList<>();
    final List<BankEntry> bank = new ArrayList<>();

    /** What was planted: the break's cause and the name it must be found under. */
    final Map<String, BreakReason> planted = new HashMap<>();

    PaperBooks(long seed) {
        this.random = new SplittableRandom(seed);
        int trades = random.nextInt(1, 40);
        for (int i = 0; i < trades; i++) {
            trade(i);
        }
        settle();
    }

    static Held allHeld() {
        Set<LocalDate> days = new HashSet<>(FIRST.datesUntil(LAST.plusDays(8)).toList());
        return new Held(
                Map.of(WalletScheme.WEIXIN_PAY, days, WalletScheme.WECHAT_PAY_HK, days),
                Map.of("CNY", days, "HKD", days));
    }

    Reconciliation.Books books() {
        return new Reconciliation.Books(entries, lines, DaySum.of(lines), settlements, expected, bank, List.of());
    }

    /** The same in another order. */
    PaperBooks shuffled(long seed) {
        var order = new Random(seed);
        for (List<?> list : List.of(entries, lines, settlements, expected, bank)) {
            Collections.shuffle(list, order);
        }
        return this;
    }

    private void trade(int i) {
        WalletScheme scheme = random.nextBoolean() ? WalletScheme.WEIXIN_PAY : WalletScheme.WECHAT_PAY_HK;
        String merchant = MERCHANTS.get(random.nextInt(MERCHANTS.size()));
        LocalDate day = FIRST.plusDays(random.nextInt(3));
        Money amount = new Money(random.nextLong(100, 6_000), scheme.currency());
        both(scheme, merchant, TradeKind.DEBIT, "trade-" + i, "trade-" + i, amount, day);
        if (random.nextInt(3) == 0) {
            Money back = new Money(random.nextLong(1, amount.minor() + 1), scheme.currency());
            both(scheme, merchant, TradeKind.REFUND, "refund-" + i, "trade-" + i, back, day);
        }
    }

    private void both(
            WalletScheme scheme,
            String merchant,
            TradeKind kind,
            String number,
            String trade,
            Money amount,
            LocalDate day) {
        Instant at = day.atTime(random.nextInt(24), random.nextInt(50))
                .atZone(LedgerEntry.ZONE)
                .toInstant();
        entries.add(new LedgerEntry(
                "journal:" + number,
                scheme,
                merchant,
                kind,
                number,
                trade,
                amount,
                null,
                at,
                random.nextBoolean() ? at : null));
        lines.add(new ProviderLine(
                "provider:" + number,
                scheme,
                merchant,
                kind,
                number,
                trade,
                "theirs-" + number,
                amount,
                true,
                day,
                day));
    }

    private void settle() {
        for (DaySum sum : DaySum.of(lines)) {
            Money pay = Money.of(sum.payMinor(), sum.currency());
            Money refund = Money.of(sum.refundMinor(), sum.currency());
            Money fee = Money.of(random.nextLong(0, 5), sum.currency());
            LocalDate day = sum.tradeDay();
            String batch = "batch-" + day + sum.scheme() + sum.merchant();
            var settlement =
                    new Settlement(sum.scheme(), sum.merchant(), batch, day, day, day.plusDays(1), pay, refund, fee);
            settlements.add(settlement);
            expected.add(new Expected.Payout(settlement, Money.zero(fee.currency())));
        }
        payOut();
    }

    /** One entry per batch, or one for all batches of a provider and day, or a batch in two parts. */
    private void payOut() {
        Map<String, List<Settlement>> together = new HashMap<>();
        for (Settlement settlement : settlements) {
            boolean alone = random.nextBoolean();
            together.computeIfAbsent(
                            alone ? settlement.batchId() : "" + settlement.scheme() + settlement.settlementDate(),
                            _ -> new ArrayList<>())
                    .add(settlement);
        }
        together.forEach((key, paid) -> {
            Money sum =
                    paid.stream().map(Settlement::payout).reduce(Money::plus).orElseThrow();
            Set<String> names =
                    new HashSet<>(paid.stream().map(Settlement::batchId).toList());
            names.add("settlement of some days");
            LocalDate on = paid.getFirst().settlementDate();
            if (sum.minor() > 10 && random.nextInt(4) == 0) {
                Money part = new Money(random.nextLong(1, sum.minor()), sum.currency());
                bank.add(new BankEntry("bank:" + key + "#1", part, on, names));
                bank.add(new BankEntry("bank:" + key + "#2", sum.minus(part), on.plusDays(1), names));
            } else if (!sum.isZero()) {
                bank.add(new BankEntry("bank:" + key, sum, on, names));
            }
        });
        payOperator();
        settleDeal();
    }

    private void payOperator() {
        Money fares = Money.of(random.nextLong(100, 90_000), "HKD");
        expected.add(
                new Expected.OperatorPayment("MTR:HKD:" + LAST, "MTR", "MTR-1", fares.negated(), LAST.plusDays(1)));
        bank.add(new BankEntry("bank:MTR-1", fares.negated(), LAST.plusDays(1), Set.of("MTR-1", "NOTPROVIDED")));
    }

    /** A deal of the last day: both legs on their value date, or only one that is left by a position in one currency. */
    private void settleDeal() {
        String deal = "deal:HKD/CNY:" + LAST.plusDays(1);
        leg(deal, Money.of(random.nextLong(1, 900_000), "HKD"));
        leg(deal, Money.of(-random.nextLong(1, 900_000), "CNY"));
    }

    private void leg(String deal, Money amount) {
        expected.add(new Expected.DealLeg(deal, amount, LAST.plusDays(1)));
        bank.add(new BankEntry(
                "bank:" + amount.currency() + "-" + deal, amount, LAST.plusDays(1), Set.of(deal, "exchange")));
    }
}

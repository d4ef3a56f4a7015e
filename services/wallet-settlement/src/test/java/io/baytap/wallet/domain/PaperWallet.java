package io.baytap.wallet.domain;

import static io.baytap.wallet.domain.Examples.T;
import static io.baytap.wallet.domain.Examples.cny;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.RefundRules.Refundable;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The tables of one journey on paper: the rules decide, this keeps. The provider answers at random. */
final class PaperWallet {

    private static final class Row {
        Charge charge;
        long corrected;

        Row(Charge charge) {
            this.charge = charge;
        }
    }

    private static final class Back {
        final Row row;
        final long amount;
        RefundStatus status;

        Back(Row row, long amount, RefundStatus status) {
            this.row = row;
            this.amount = amount;
            this.status = status;
        }
    }

    private final SplittableRandom random;
    private final List<Row> rows = new ArrayList<>();
    private final List<Back> backs = new ArrayList<>();
    private final Map<Account, Map<Currency, Long>> balances = new HashMap<>();
    private long owed;
    private long debited;
    private long givenBack;
    private int refunds;

    PaperWallet(SplittableRandom random) {
        this.random = random;
    }

    void fare(Conversion conversion) {
        book(LedgerRules.fare(conversion));
        long amount = conversion.wallet().minor();
        owed += amount;
        if (amount > 0) {
            rows.add(new Row(ChargeRules.open(conversion, true)));
        } else if (amount < 0) {
            List<Refundable> newestFirst = rows.reversed().stream()
                    .map(row -> new Refundable(
                            row.charge.id(),
                            row.charge.status(),
                            row.charge.amount().minor() - row.corrected))
                    .toList();
            for (RefundRules.Part part : RefundRules.split(-amount, newestFirst)) {
                Row row = rows.stream()
                        .filter(r -> r.charge.id().equals(part.chargeId()))
                        .findFirst()
                        .orElseThrow();
                row.corrected += part.amountMinor();
                backs.add(new Back(row, part.amountMinor(), part.status()));
            }
        }
    }

    /** One thing that a worker might do now. */
    void worker() {
        if (!backs.isEmpty() && random.nextBoolean()) {
            giveBack(backs.get(random.nextInt(backs.size())));
        } else if (!rows.isEmpty()) {
            collect(rows.get(random.nextInt(rows.size())));
        }
    }

    /** Until nothing is left to do. */
    void finish() {
        for (int i = 0; i < 50; i++) {
            rows.forEach(this::collect);
            backs.forEach(this::giveBack);
        }
    }

    private void giveBack(Back back) {
        if (back.status == RefundStatus.DUE) {
            refunds++;
            var refund = new Refund(
                    "refund:" + refunds,
                    back.row.charge.facts(),
                    "no",
                    back.row.charge.state().attempted(),
                    cny(back.amount));
            book(LedgerRules.refunded(refund, T));
            givenBack += back.amount;
            back.status = RefundStatus.REFUNDED;
        }
    }

    private void collect(Row row) {
        switch (row.charge.status()) {
            case DUE -> {
                row.charge = ChargeRules.submit(row.charge, cny(follow(row, RefundStatus.NETTED)));
            }
            case SUBMITTED, UNKNOWN -> answer(row);
            case DECLINED -> row.charge = row.charge.with(row.charge.state().with(ChargeStatus.CONFIRMING));
            case CONFIRMING ->
                row.charge = ChargeRules.confirm(
                                row.charge,
                                String.valueOf(row.charge.state().outTradeNo()),
                                new ProviderAnswer.Declined("PAYERROR"),
                                T)
                        .orElseThrow()
                        .charge();
            case DEBT -> {
                if (row.corrected == row.charge.amount().minor() || random.nextInt(4) == 0) {
                    row.charge = row.charge.with(row.charge.state().with(ChargeStatus.CONFIRMING));
                }
            }
            case WAITING, SETTLED, CANCELLED -> {}
        }
    }

    private void answer(Row row) {
        Money amount = row.charge.state().attempted();
        ProviderAnswer answer = switch (random.nextInt(4)) {
            case 0 -> new ProviderAnswer.Declined("NOT_ENOUGH");
            case 1 -> new ProviderAnswer.Undecided("TIMED_OUT");
            default -> new ProviderAnswer.Debited("42", amount);
        };
        var booked = ChargeRules.book(
                        row.charge, String.valueOf(row.charge.state().outTradeNo()), answer, T)
                .orElseThrow();
        row.charge = booked.charge();
        booked.journals().forEach(this::book);
        switch (row.charge.status()) {
            case SETTLED -> {
                debited += amount.minor();
                follow(row, RefundStatus.DUE);
            }
            case WAITING, DUE, SUBMITTED, UNKNOWN, DECLINED, CONFIRMING, DEBT, CANCELLED -> {}
        }
    }

    private long follow(Row row, RefundStatus next) {
        long sum = 0;
        for (Back back : backs) {
            if (back.row == row && back.status == RefundStatus.WAITING) {
                back.status = next;
                sum += back.amount;
            }
        }
        return sum;
    }

    private void book(Journal journal) {
        journal.postings()
                .forEach(posting -> balances.computeIfAbsent(posting.account(), _ -> new HashMap<>())
                        .merge(posting.amount().currency(), posting.amount().minor(), Math::addExact));
    }

    boolean zeroSums() {
        Map<Currency, Long> sums = new HashMap<>();
        balances.values()
                .forEach(account -> account.forEach((currency, minor) -> sums.merge(currency, minor, Long::sum)));
        return sums.values().stream().allMatch(sum -> sum == 0);
    }

    long receivable() {
        return balances.getOrDefault(Account.walletReceivable(WalletScheme.WEIXIN_PAY), Map.of())
                .getOrDefault(Currency.getInstance("CNY"), 0L);
    }

    /** Sum of all fares of the wallet. */
    long owed() {
        return owed;
    }

    long debited() {
        return debited;
    }

    long givenBack() {
        return givenBack;
    }

    /** What charges in debt leave unpaid. */
    long debt() {
        return rows.stream()
                .filter(row -> row.charge.status() == ChargeStatus.DEBT)
                .mapToLong(row -> row.charge.amount().minor() - row.corrected)
                .sum();
    }
}

package io.baytap.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.sandbox.statements.DealBook;
import io.baytap.sandbox.statements.Payout;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages come at any time, some twice, and days are closed one or several at once. */
class BankPropertiesTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-04-09");
    private static final int DAYS = 12;

    private final Map<LocalDate, List<Payout>> payouts = new HashMap<>();
    private final Bank bank =
            new Bank(day -> payouts.getOrDefault(day, List.of()), new DealBook(_ -> Optional.empty()));
    private final Map<BankAccount, Long> expected = new HashMap<>();

    static LongStream seeds() {
        return LongStream.range(0, 2000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everythingIsBookedOnceAndBalancesFollowFromEntries(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        int count = 0;
        for (int i = 0; i < DAYS; i++) {
            count += receive(random, FIRST.plusDays(i), i);
        }
        for (int i = 0; i < DAYS; i++) {
            count += pay(random, "M" + i);
            if (random.nextBoolean() || i == 0) {
                assertThat(bank.close(FIRST.plusDays(i))).isEqualTo(Bank.Closing.CLOSED);
            }
        }
        LocalDate last = FIRST.plusDays(DAYS);
        bank.close(last);

        int booked = 0;
        for (BankAccount account : BankAccount.ALL) {
            long balance = 0;
            for (int i = 0; i <= DAYS; i++) {
                AccountDay day = bank.find(account, FIRST.plusDays(i)).orElseThrow();
                assertThat(day.opening()).isEqualTo(balance);
                balance = day.closing();
                booked += day.entries().size();
                if (seed < 20) {
                    Schemas.CAMT_053.validate(Camt053.of(day));
                }
            }
            assertThat(balance).isEqualTo(expected.getOrDefault(account, 0L)).isEqualTo(bank.balance(account));
        }
        assertThat(booked).isEqualTo(count);
    }

    private int receive(SplittableRandom random, LocalDate day, int number) {
        List<Payout> due = new ArrayList<>();
        for (BankAccount account : BankAccount.ALL) {
            if (random.nextBoolean()) {
                long minor = random.nextLong(-1_000, 1_000_000);
                due.add(new Payout("weixin-pay", account.currency() + number, account.currency(), minor));
                expected.merge(account, minor, Math::addExact);
            }
        }
        payouts.put(day, due);
        return due.size();
    }

    /** A message, mostly twice, that is due before, on or after the days that are closed already. */
    private int pay(SplittableRandom random, String id) {
        List<Transfer> transfers = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            BankAccount account = BankAccount.ALL.get(random.nextInt(2));
            long minor = random.nextLong(1, 1_000_000);
            transfers.add(new Transfer(
                    "P",
                    "E" + i,
                    FIRST.plusDays(random.nextInt(DAYS)),
                    account.id(),
                    minor,
                    account.currency(),
                    "MTR",
                    ""));
            expected.merge(account, -minor, Math::addExact);
        }
        BigDecimal sum =
                BigDecimal.valueOf(transfers.stream().mapToLong(Transfer::minor).sum(), 2);
        var message = new PaymentMessage(id, transfers.size(), Optional.of(sum), transfers);
        assertThat(message.fault()).isEmpty();
        assertThat(bank.take(message, id)).isEqualTo(Bank.Taken.ACCEPTED);
        if (random.nextInt(3) > 0) {
            assertThat(bank.take(message, id)).isEqualTo(Bank.Taken.KNOWN);
        }
        return transfers.size();
    }
}

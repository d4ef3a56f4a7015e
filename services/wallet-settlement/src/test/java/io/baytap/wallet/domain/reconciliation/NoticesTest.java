package io.baytap.wallet.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Posting;
import io.baytap.wallet.domain.WalletScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A payout of 91.08 for batch B1 that the bank notified on Friday, before that day's statement. */
class NoticesTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2026-04-10");
    private static final Instant NOON = Instant.parse("2026-04-10T04:00:00Z");
    private static final Expected BATCH = new Expected.Payout(
            new Settlement(
                    WalletScheme.WEIXIN_PAY,
                    "1900001000",
                    "B1",
                    FRIDAY.minusDays(1),
                    FRIDAY.minusDays(1),
                    FRIDAY,
                    Money.of(10_000, "CNY"),
                    Money.of(800, "CNY"),
                    Money.of(92, "CNY")),
            Money.of(0, "CNY"));
    private static final String LINE = "notice:bank:808-1:R1";

    /** The ledger of this test, as the runs book it. */
    private final Map<String, Journal> ledger = new LinkedHashMap<>();

    @Test
    void whatIsNotifiedIsBookedBeforeTheStatementAndOnceWithIt() {
        BankEntry told = entry(9_108, FRIDAY);

        Findings early = run(List.of(told), List.of(), Set.of());
        assertThat(ledger).containsKey("payout:bank:808-1:R1");
        assertThat(early.breaks()).isEmpty();
        assertThat(early.states().get(LINE)).isEqualTo(new LineState.Pending(FRIDAY));
        assertThat(early.states().get("settlement:WEIXIN_PAY:B1")).isEqualTo(new LineState.Pending(FRIDAY));

        Findings late = run(List.of(told), List.of(told), Set.of(FRIDAY));
        assertThat(ledger).containsOnlyKeys("payout:bank:808-1:R1", "fee:settlement:WEIXIN_PAY:B1");
        assertThat(late.breaks()).isEmpty();
        assertThat(late.states().get(LINE)).isEqualTo(new LineState.Matched("bank:808-1:R1"));
        assertThat(balance("bank:CNY")).isEqualTo(9_108);
        assertThat(balance("provider-clearing:WEIXIN_PAY")).isEqualTo(-9_200);
    }

    @Test
    void whatTheStatementNeverListsIsABreakAndTakenBack() {
        run(List.of(entry(9_108, FRIDAY)), List.of(), Set.of());

        Findings found = run(List.of(entry(9_108, FRIDAY)), List.of(), Set.of(FRIDAY));

        assertThat(reasons(found))
                .containsEntry("break:" + LINE, BreakReason.NOTIFIED_NOT_BOOKED)
                .containsEntry("break:settlement:WEIXIN_PAY:B1", BreakReason.MISSING_AT_BANK);
        assertThat(amount(found)).isEqualTo(-9_108);
        assertThat(ledger).containsKey("adjustment:bank:808-1:R1@2026-04-10");
        assertThat(balance("bank:CNY")).isZero();
        // The fee of 0.92 is known from the batch; the rest is still to come.
        assertThat(balance("provider-clearing:WEIXIN_PAY")).isEqualTo(-92);
    }

    @Test
    void anotherAmountIsABreakAndTheLedgerFollowsTheStatement() {
        run(List.of(entry(9_108, FRIDAY)), List.of(), Set.of());

        Findings found = run(List.of(entry(9_108, FRIDAY)), List.of(entry(9_100, FRIDAY)), Set.of(FRIDAY));

        assertThat(reasons(found)).containsEntry("break:" + LINE, BreakReason.NOTIFIED_OTHERWISE);
        assertThat(amount(found)).isEqualTo(-8);
        assertThat(balance("bank:CNY")).isEqualTo(9_100);
        assertThat(balance("provider-clearing:WEIXIN_PAY")).isEqualTo(-9_192);
    }

    @Test
    void anotherDayIsABreakOfNoMoney() {
        run(List.of(entry(9_108, FRIDAY)), List.of(), Set.of());
        run(List.of(entry(9_108, FRIDAY)), List.of(), Set.of(FRIDAY));
        assertThat(balance("bank:CNY")).isZero();

        LocalDate monday = FRIDAY.plusDays(3);
        Findings found = run(List.of(entry(9_108, FRIDAY)), List.of(entry(9_108, monday)), Set.of(FRIDAY, monday));

        assertThat(reasons(found)).containsEntry("break:" + LINE, BreakReason.NOTIFIED_OTHERWISE);
        assertThat(amount(found)).isZero();
        assertThat(ledger).containsKey("adjustment:bank:808-1:R1@2026-04-13");
        assertThat(balance("bank:CNY")).isEqualTo(9_108);
        assertThat(balance("provider-clearing:WEIXIN_PAY")).isEqualTo(-9_200);
    }

    @Test
    void whatNobodyExpectsWaitsForTheStatement() {
        BankEntry unknown = new BankEntry("bank:808-1:R9", Money.of(4_200, "CNY"), FRIDAY, Set.of("who"));

        Findings early = run(List.of(unknown), List.of(), Set.of());
        assertThat(ledger).isEmpty();
        assertThat(early.breaks()).isEmpty();

        Findings late = run(List.of(unknown), List.of(unknown), Set.of(FRIDAY));
        assertThat(ledger).containsKey("suspense:bank:808-1:R9");
        assertThat(reasons(late)).containsEntry("break:bank:808-1:R9", BreakReason.UNKNOWN_ENTRY);
    }

    /** Whatever is notified, and whenever it is looked at: in the end our bank account is what the statements show. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLedgerEndsWithTheStatements(long seed) {
        var random = new SplittableRandom(seed);
        List<BankEntry> notices = new ArrayList<>();
        List<BankEntry> listed = new ArrayList<>();
        for (int i = 0; i < random.nextInt(1, 6); i++) {
            Set<String> names = random.nextBoolean() ? Set.of("B1") : Set.of("who");
            var entry = new BankEntry("bank:808-1:E" + i, money(random), FRIDAY.plusDays(random.nextInt(3)), names);
            if (random.nextInt(4) > 0) {
                listed.add(entry);
            }
            if (random.nextInt(4) > 0) {
                boolean same = random.nextInt(3) > 0;
                notices.add(
                        same
                                ? entry
                                : new BankEntry(
                                        entry.reference(), money(random), FRIDAY.plusDays(random.nextInt(3)), names));
            }
        }
        Set<LocalDate> held = new TreeSet<>();
        for (int day = -1; day < 3; day++) {
            if (day >= 0) {
                held.add(FRIDAY.plusDays(day));
            }
            for (int again = random.nextInt(3); again > 0 || day == 2; again--) {
                List<BankEntry> shown = listed.stream()
                        .filter(entry -> held.contains(entry.bookedOn()))
                        .toList();
                run(notices, shown, held);
                if (day == 2) {
                    break;
                }
            }
        }

        long shown = listed.stream().mapToLong(entry -> entry.amount().minor()).sum();
        assertThat(balance("bank:CNY")).isEqualTo(shown);
        int before = ledger.size();
        run(notices, listed, held);
        assertThat(ledger).as("once more changes nothing").hasSize(before);
    }

    static LongStream seeds() {
        return LongStream.range(0, 2_000);
    }

    private static Money money(SplittableRandom random) {
        long minor = random.nextLong(1, 10_000);
        return Money.of(random.nextBoolean() ? minor : -minor, "CNY");
    }

    private Findings run(List<BankEntry> notices, List<BankEntry> entries, Set<LocalDate> bankDays) {
        var held = new Held(Map.of(), Map.of("CNY", bankDays));
        var books =
                new Reconciliation.Books(List.of(), List.of(), List.of(), List.of(), List.of(BATCH), entries, notices);
        List<Journal> journals = new ArrayList<>(
                BankJournals.of(books.expected(), entries, books.provisional(held), Set.copyOf(ledger.keySet()), NOON));
        Map<String, Journal> about = new TreeMap<>(ledger);
        about.keySet().retainAll(Amendments.about(notices, ledger.keySet()));
        journals.addAll(Amendments.of(notices, entries, held, about, NOON));
        journals.forEach(journal -> assertThat(ledger.put(journal.id(), journal))
                .as("booked once: " + journal.id())
                .isNull());
        return Reconciliation.of(books, held);
    }

    private static BankEntry entry(long minor, LocalDate day) {
        return new BankEntry("bank:808-1:R1", Money.of(minor, "CNY"), day, Set.of("B1"));
    }

    private static Map<String, BreakReason> reasons(Findings findings) {
        Map<String, BreakReason> reasons = new TreeMap<>();
        findings.breaks().forEach(found -> reasons.put(found.id(), found.reason()));
        return reasons;
    }

    private static long amount(Findings findings) {
        return findings.breaks().stream()
                .filter(found -> found.cause().equals(LINE))
                .findFirst()
                .orElseThrow()
                .amount()
                .minor();
    }

    private long balance(String account) {
        return ledger.values().stream()
                .flatMap(journal -> journal.postings().stream())
                .filter(posting -> posting.account().name().equals(account))
                .map(Posting::amount)
                .mapToLong(Money::minor)
                .sum();
    }
}

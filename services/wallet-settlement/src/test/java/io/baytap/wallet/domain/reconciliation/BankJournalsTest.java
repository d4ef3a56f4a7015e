package io.baytap.wallet.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.Journal;
import io.baytap.wallet.domain.Posting;
import io.baytap.wallet.domain.WalletScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A batch of 100.00 debits, 8.00 refunds, 0.92 fee: 91.08 should come. */
class BankJournalsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-04-09");
    private static final Instant AT = Instant.parse("2026-04-11T02:00:00Z");
    private static final Expected BATCH = new Expected.Payout(
            new Settlement(
                    WalletScheme.WEIXIN_PAY,
                    "1900001000",
                    "B1",
                    DAY,
                    DAY,
                    DAY.plusDays(1),
                    cny(10_000),
                    cny(800),
                    cny(92)),
            cny(0));
    private static final Expected PAYMENT = new Expected.OperatorPayment(
            "MTR:HKD:2026-04-09", "MTR", "MTR:HKD:2026-04-09", hkd(-5_000), DAY.plusDays(1));

    @Test
    void aPayoutEmptiesTheProvidersAccountAndTheFeeIsOurs() {
        List<Journal> journals = journals(List.of(BATCH), List.of(entry("R1", cny(9_108), "B1")), Set.of());

        assertThat(journals)
                .extracting(Journal::id)
                .containsExactly("payout:bank:808-1:R1", "fee:settlement:WEIXIN_PAY:B1");
        // 100.00 debited less 8.00 given back is 92.00 with the provider; 91.08 came and 0.92 was kept.
        assertThat(balances(journals))
                .containsExactlyEntriesOf(new TreeMap<>(Map.of(
                        "bank:CNY", 9_108L, "provider-clearing:WEIXIN_PAY", -9_200L, "provider-fees:WEIXIN_PAY", 92L)));
    }

    @Test
    void whatIsShortStaysWithTheProvider() {
        List<Journal> journals = journals(List.of(BATCH), List.of(entry("R1", cny(9_100), "B1")), Set.of());

        assertThat(balances(journals)).containsEntry("provider-clearing:WEIXIN_PAY", -9_192L);
    }

    @Test
    void aPaymentSettlesWhatTheOperatorIsOwed() {
        List<Journal> journals =
                journals(List.of(PAYMENT), List.of(entry("R2", hkd(-5_000), "MTR:HKD:2026-04-09")), Set.of());

        assertThat(journals).extracting(Journal::id).containsExactly("payment:bank:808-1:R2");
        assertThat(balances(journals))
                .containsExactlyEntriesOf(
                        new TreeMap<>(Map.of("bank:HKD", -5_000L, "operator-settlement:MTR", 5_000L)));
    }

    /** 10.60 HKD were bought for 9.86 CNY: each leg by itself, and an entry for 9.80 leaves 0.06 open with the bank. */
    @Test
    void theLegsOfADealEmptyWhatIsToBeSettled() {
        String deal = "deal:HKD/CNY:2026-04-10";
        List<Expected> legs = List.of(
                new Expected.DealLeg(deal, hkd(1_060), DAY.plusDays(1)),
                new Expected.DealLeg(deal, cny(-986), DAY.plusDays(1)));

        List<Journal> journals =
                journals(legs, List.of(entry("R4", hkd(1_060), deal), entry("R5", cny(-980), deal)), Set.of());

        assertThat(journals)
                .extracting(Journal::id)
                .containsExactlyInAnyOrder("exchange:bank:808-1:R4", "exchange:bank:808-1:R5");
        assertThat(balances(journals))
                .containsExactlyEntriesOf(
                        new TreeMap<>(Map.of("bank:HKD", 1_060L, "bank:CNY", -980L, "fx-settlement", -1_060L + 980L)));
    }

    @Test
    void whatNobodyKnowsWaitsInSuspenseUntilAJournalNamesItsCause() {
        var entry = entry("R3", cny(9_108), "B1");

        List<Journal> first = journals(List.of(), List.of(entry), Set.of());
        List<Journal> again = journals(List.of(), List.of(entry), Set.of("suspense:bank:808-1:R3"));
        List<Journal> known = journals(List.of(BATCH), List.of(entry), Set.of("suspense:bank:808-1:R3"));

        assertThat(first).extracting(Journal::id).containsExactly("suspense:bank:808-1:R3");
        assertThat(balances(first)).containsEntry("suspense:CNY", -9_108L);
        assertThat(again).isEmpty();
        assertThat(known)
                .extracting(Journal::id)
                .containsExactly("release:bank:808-1:R3=settlement:WEIXIN_PAY:B1", "fee:settlement:WEIXIN_PAY:B1");
        assertThat(balances(known)).containsEntry("suspense:CNY", 9_108L);
    }

    static LongStream seeds() {
        return LongStream.range(0, 2_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverComesFirstBalancesEndTheSameAndTwiceIsOnce(long seed) {
        var books = new PaperBooks(seed);
        new Saboteur(books).plant(6);
        Set<String> bookedBefore = new HashSet<>();
        List<Expected> some =
                books.expected.stream().filter(_ -> books.random.nextBoolean()).toList();
        List<Journal> early = journals(some, books.bank, bookedBefore);
        early.forEach(journal -> bookedBefore.add(journal.id()));

        List<Journal> late = journals(books.expected, books.bank, bookedBefore);
        late.forEach(journal -> bookedBefore.add(journal.id()));

        Map<String, Long> inParts = balances(early);
        balances(late).forEach((account, minor) -> inParts.merge(account, minor, Math::addExact));
        inParts.values().removeIf(minor -> minor == 0);
        assertThat(inParts).isEqualTo(balances(journals(books.expected, books.bank, Set.of())));
        assertThat(journals(books.expected, books.bank, bookedBefore)).isEmpty();
    }

    private static List<Journal> journals(List<Expected> expected, List<BankEntry> entries, Set<String> booked) {
        return BankJournals.of(expected, entries, List.of(), booked, AT);
    }

    private static Map<String, Long> balances(List<Journal> journals) {
        Map<String, Long> balances = new TreeMap<>();
        for (Journal journal : journals) {
            for (Posting posting : journal.postings()) {
                balances.merge(posting.account().name(), posting.amount().minor(), Math::addExact);
            }
        }
        balances.values().removeIf(minor -> minor == 0);
        return balances;
    }

    private static BankEntry entry(String reference, Money amount, String name) {
        return new BankEntry("bank:808-1:" + reference, amount, DAY.plusDays(1), Set.of(name));
    }

    private static Money cny(long minor) {
        return Money.of(minor, "CNY");
    }

    private static Money hkd(long minor) {
        return Money.of(minor, "HKD");
    }
}

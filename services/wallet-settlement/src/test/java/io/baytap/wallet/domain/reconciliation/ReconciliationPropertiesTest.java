package io.baytap.wallet.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated books with planted errors; a block of a hundred seeds per test. */
class ReconciliationPropertiesTest {

    private static final int BLOCK = 100;

    static LongStream blocks() {
        return LongStream.range(0, 50).map(block -> block * BLOCK);
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void booksThatAgreeHaveNoBreaks(long first) {
        for (long seed = first; seed < first + BLOCK; seed++) {
            var books = new PaperBooks(seed);

            Findings findings = Reconciliation.of(books.books(), PaperBooks.allHeld());

            assertThat(findings.breaks()).as("seed " + seed).isEmpty();
            assertThat(findings.states().values()).as("seed " + seed).allMatch(LineState.Matched.class::isInstance);
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void everyPlantedErrorIsFoundUnderItsNameAndNothingElse(long first) {
        Set<BreakReason> met = new HashSet<>();
        for (long seed = first; seed < first + BLOCK; seed++) {
            var books = new PaperBooks(seed);
            new Saboteur(books).plant(books.random.nextInt(0, 14));

            Findings findings = Reconciliation.of(books.books(), PaperBooks.allHeld());

            assertThat(Saboteur.found(findings)).as("seed " + seed).isEqualTo(books.planted);
            met.addAll(books.planted.values());
        }
        assertThat(met)
                .as("names that were planted at all")
                .isEqualTo(EnumSet.complementOf(EnumSet.of(
                        BreakReason.BATCH_AMOUNT,
                        BreakReason.NOTIFIED_NOT_BOOKED,
                        BreakReason.NOTIFIED_OTHERWISE,
                        BreakReason.STATEMENT_MISSING,
                        BreakReason.REISSUED)));
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void everyLineIsInExactlyOneState(long first) {
        for (long seed = first; seed < first + BLOCK; seed++) {
            var books = new PaperBooks(seed);
            new Saboteur(books).plant(5);

            Findings findings = Reconciliation.of(books.books(), PaperBooks.allHeld());

            Set<String> all = new HashSet<>();
            books.entries.forEach(entry -> all.add(entry.journalId()));
            books.lines.forEach(line -> all.add(line.reference()));
            books.settlements.forEach(settlement -> all.add(settlement.reference() + "#lines"));
            books.expected.forEach(one -> all.add(one.reference()));
            books.bank.forEach(entry -> all.add(entry.reference()));
            // That a line gets a second state is refused by Findings itself.
            assertThat(findings.states().keySet()).as("seed " + seed).isEqualTo(all);
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void theOrderOfLinesDoesNotMatter(long first) {
        for (long seed = first; seed < first + BLOCK; seed++) {
            var books = new PaperBooks(seed);
            new Saboteur(books).plant(6);
            Findings findings = Reconciliation.of(books.books(), PaperBooks.allHeld());

            Findings shuffled = Reconciliation.of(books.shuffled(seed).books(), PaperBooks.allHeld());

            assertThat(shuffled.states()).as("seed " + seed).isEqualTo(findings.states());
            assertThat(shuffled.breaks()).as("seed " + seed).containsExactlyElementsOf(findings.breaks());
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void whatComesInPartsEndsAsIfItHadComeAtOnce(long first) {
        for (long seed = first; seed < first + BLOCK; seed++) {
            var books = new PaperBooks(seed);
            new Saboteur(books).plant(6);
            var arrivals = new Arrivals(books);

            arrivals.comeInParts(seed);

            assertThat(arrivals.openByCause()).as("seed " + seed).isEqualTo(arrivals.openAtOnce());
            assertThat(arrivals.revisionsHaveNoGaps()).as("seed " + seed).isTrue();
        }
    }
}

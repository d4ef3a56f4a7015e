package io.baytap.wallet.domain.reconciliation;

import io.baytap.wallet.domain.reconciliation.BreakChange.Known;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Lines that become known bit by bit, with a reconciliation after each; breaks are told as they change. */
final class Arrivals {

    private final PaperBooks books;
    private final Map<String, Known> told = new TreeMap<>();
    private boolean gapless = true;

    Arrivals(PaperBooks books) {
        this.books = books;
    }

    void comeInParts(long seed) {
        var random = new SplittableRandom(seed);
        var parts = new Reconciliation.Books(
                new ArrayList<>(),
                new ArrayList<>(),
                List.of(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                List.of());
        books.shuffled(seed);
        for (int round = 0; round < 4; round++) {
            boolean last = round == 3;
            take(random, last, books.entries, parts.entries());
            take(random, last, books.lines, parts.lines());
            take(random, last, books.settlements, parts.settlements());
            take(random, last, books.expected, parts.expected());
            take(random, last, books.bank, parts.bank());
            reconcile(new Reconciliation.Books(
                    parts.entries(),
                    parts.lines(),
                    DaySum.of(parts.lines()),
                    parts.settlements(),
                    parts.expected(),
                    parts.bank(),
                    List.of()));
        }
    }

    private void reconcile(Reconciliation.Books known) {
        for (BreakChange change : BreakChange.between(told, Reconciliation.of(known, PaperBooks.allHeld()))) {
            Known before = told.get(change.found().id());
            gapless &= change.revision() == (before == null ? 1 : before.revision() + 1);
            told.put(change.found().id(), new Known(change.found(), change.revision()));
        }
    }

    private static <T> void take(SplittableRandom random, boolean all, List<T> from, List<T> to) {
        for (T one : from) {
            if (!to.contains(one) && (all || random.nextInt(3) == 0)) {
                to.add(one);
            }
        }
    }

    boolean revisionsHaveNoGaps() {
        return gapless;
    }

    /** What is open after all has come. */
    Map<String, BreakReason> openByCause() {
        Map<String, BreakReason> open = new HashMap<>();
        told.values().stream()
                .map(Known::told)
                .filter(Break::isOpen)
                .forEach(one -> open.put(one.cause(), one.reason()));
        return open;
    }

    /** What is open if all came at once. */
    Map<String, BreakReason> openAtOnce() {
        Map<String, BreakReason> open = new HashMap<>();
        Reconciliation.of(books.books(), PaperBooks.allHeld()).breaks().stream()
                .filter(Break::isOpen)
                .forEach(one -> open.put(one.cause(), one.reason()));
        return open;
    }
}

package io.baytap.wallet.domain.reconciliation;

import io.baytap.schemas.Money;
import java.time.LocalDate;

/**
 * A statement that is due and not here.
 *
 * @param source whose: see {@link Sources}
 * @param day what it is about
 */
public record MissingStatement(String source, LocalDate day) {

    /** As {@link #found} names it: a break's other side. */
    public static MissingStatement of(Break found) {
        String name = String.valueOf(found.sides().theirs());
        int end = name.lastIndexOf(':');
        return new MissingStatement(name.substring(0, end), LocalDate.parse(name.substring(end + 1)));
    }

    /** {@code <source>:<day>}. */
    public String name() {
        return source + ":" + day;
    }

    /** Open until it comes; it moves no money by itself. */
    Break found() {
        return new Break(
                "statement:" + name(),
                BreakReason.STATEMENT_MISSING,
                Money.zero(Sources.currency(source)),
                day,
                new Break.Sides(null, null, name(), null),
                null);
    }
}

package io.baytap.wallet.domain.reconciliation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.baytap.schemas.Money;
import io.baytap.wallet.domain.reconciliation.BreakChange.Known;
import io.baytap.wallet.domain.reconciliation.BreakChange.Transition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An entry of 42.00 that nobody can explain, and that two people released. It is found again with every run. */
class KeptResolvedTest {

    private static final LocalDate DAY = LocalDate.parse("2026-04-10");

    @Test
    void whatPeopleResolvedStaysResolvedHoweverOftenItIsFound() {
        Findings findings = find(4_200);
        Break told = findings.breaks().iterator().next().resolved("proposal:1");

        findings.keepResolved(List.of(told));

        assertThat(BreakChange.between(Map.of(told.id(), new Known(told, 2)), findings))
                .isEmpty();
        LineState state = requireNonNull(findings.states().get("bank:808-1:R9"));
        assertThat(state).isEqualTo(new LineState.Accepted(BreakReason.UNKNOWN_ENTRY, "proposal:1"));
        assertThat(state.code()).isEqualTo("RESOLVED:UNKNOWN_ENTRY");
        assertThat(state.isFinal()).as("looked at again").isFalse();
    }

    @Test
    void whatChangedSinceIsOpenAgain() {
        Break told = find(4_200).breaks().iterator().next().resolved("proposal:1");
        Findings changed = find(4_300);

        changed.keepResolved(List.of(told));

        assertThat(BreakChange.between(Map.of(told.id(), new Known(told, 2)), changed))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.transition()).isEqualTo(Transition.OPENED);
                    assertThat(change.revision()).isEqualTo(3);
                });
    }

    @Test
    void whatALineResolvedIsNotPeoplesWord() {
        Findings findings = find(4_200);
        Break told = findings.breaks().iterator().next().resolved("bank:808-1:R10");

        findings.keepResolved(List.of(told));

        assertThat(findings.breaks()).allMatch(Break::isOpen);
    }

    private static Findings find(long minor) {
        var entry = new BankEntry("bank:808-1:R9", Money.of(minor, "CNY"), DAY, Set.of("who"));
        return Reconciliation.of(
                new Reconciliation.Books(
                        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(entry), List.of()),
                new Held(Map.of(), Map.of("CNY", Set.of(DAY))));
    }
}

package io.baytap.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.baytap.local.Summary;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The breaks that are open, by reason: those that were planted. */
final class ReconciliationScreen {

    private final Summary.Statements statements;

    ReconciliationScreen(Summary summary) {
        statements = summary.statements();
    }

    void screen(Visitor visitor) {
        visitor.open("/reconciliation");
        Page page = visitor.page();

        Map<String, Long> figures = visitor.figures();

        assertThat(figures).as("figures of /reconciliation").containsEntry("breaks-open", statements.open());
        assertThat(byReason(figures)).as("open breaks by reason").isEqualTo(statements.openExpected());
        assertThat((long) page.locator("[data-testid=breaks] tbody tr").count())
                .as("breaks that are listed")
                .isEqualTo(statements.open());
        statements.openExpected().forEach((reason, breaks) -> {
            page.locator("section.filters a")
                    .filter(new Locator.FilterOptions().setHasText(reason))
                    .first()
                    .click();
            assertThat((long) page.locator("[data-testid=breaks] tbody tr").count())
                    .as("breaks that are listed as " + reason)
                    .isEqualTo(breaks);
            visitor.open("/reconciliation");
        });
    }

    /** The first break that is listed. */
    void story(Visitor visitor) {
        Page page = visitor.page();
        var row = page.locator("[data-testid=breaks] tbody tr").first();
        String reason = row.locator("th a").textContent();
        String id = row.locator("th small").textContent();
        long amount = Objects.requireNonNull(visitor.figures().get("amount-" + id));

        row.locator("th a").click();

        assertThat(page.getByTestId("break").getAttribute("data-break")).isEqualTo(id);
        assertThat(page.getByTestId("break").textContent()).isEqualTo(reason);
        assertThat(visitor.figures()).as("figures of " + id).containsEntry("difference", amount);
    }

    /** {@code breaks-<REASON>-<OWNER>-<CURRENCY>-<AGE>}. */
    private static Map<String, Long> byReason(Map<String, Long> figures) {
        Map<String, Long> reasons = new TreeMap<>();
        figures.forEach((name, breaks) -> {
            String[] parts = name.split("-", -1);
            if (parts[0].equals("breaks") && parts.length > 2) {
                reasons.merge(parts[1], breaks, Math::addExact);
            }
        });
        return reasons;
    }
}

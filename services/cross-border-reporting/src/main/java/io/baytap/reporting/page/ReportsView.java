package io.baytap.reporting.page;

import org.jspecify.annotations.Nullable;

/** Reports as the screen shows them: what is asked, the beginning of the answer, and what is due. README.md lists the test ids. */
public record ReportsView(ReportForm form, @Nullable PreviewView preview, DueView due) {

    public int shownMax() {
        return DueView.SHOWN_MAX;
    }
}

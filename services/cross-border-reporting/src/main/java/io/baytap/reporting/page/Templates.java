package io.baytap.reporting.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The screens' templates, in {@code templates/console}. */
@CheckedTemplate(basePath = "console")
final class Templates {

    private Templates() {}

    static native TemplateInstance line(LineView view);

    static native TemplateInstance money(MoneyView view);

    static native TemplateInstance trace(TraceView view);

    static native TemplateInstance ride(RideView view);

    static native TemplateInstance advice(AdviceView view);

    static native TemplateInstance noFile(NoFileView view);

    static native TemplateInstance noDay();

    static native TemplateInstance loggedOut(String next);

    static native TemplateInstance refused(String reason, String detail);

    static native TemplateInstance reconciliation(ReconciliationView view);

    static native TemplateInstance breakStory(BreakStory view);

    static native TemplateInstance noBreak();

    static native TemplateInstance reports(ReportsView view);
}

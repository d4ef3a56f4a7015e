package io.baytap.reporting.page;

import io.baytap.reporting.domain.report.ReportKind;
import io.baytap.reporting.domain.report.ReportQuestion.Period;
import io.baytap.reporting.domain.report.ReportRow.Role;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of {@link Screen#REPORTS}. */
@MessageBundle(value = "reports", locale = "en")
public interface ReportsMessages {

    String lede();

    String ask();

    String report();

    String from();

    String to();

    String by();

    String operator();

    String wallet();

    String asOf();

    String asOfNote();

    String all();

    String preview();

    String download();

    String notAsked();

    String rowsShown(int rows, String details);

    String noRows();

    String tooManyForWorkbook(String max);

    String differs();

    String row();

    String level();

    String due();

    String dueNote();

    String nothingDue();

    String period();

    String dueOn();

    String daysLeft();

    String overdue();

    String handIn();

    String handedIn();

    String handedInAt();

    String handedInBy();

    String moreDue(int max);

    String moreHandedIn(int max);

    @Message // one key for each report
    String name(ReportKind kind);

    @Message // one key for each report
    String about(ReportKind kind);

    @Message // one key for each period
    String byPeriod(Period period);

    @Message // one key for each role
    String role(Role role);

    @Message // one key for each reason
    String refused(Refusal refusal);
}

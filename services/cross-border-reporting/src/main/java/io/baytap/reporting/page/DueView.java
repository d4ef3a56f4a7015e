package io.baytap.reporting.page;

import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.report.DueReport.Ended;
import io.baytap.reporting.domain.report.HandedIn;
import io.baytap.reporting.domain.report.ReportKind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be handed in, and what was, as the screen shows it.
 *
 * @param mayHandIn whether the visitor may say that something was handed in
 * @param moreOpen whether more is due than is shown
 * @param moreDone whether more was handed in than is shown
 */
public record DueView(boolean mayHandIn, List<Open> open, boolean moreOpen, List<Done> done, boolean moreDone) {

    static final int SHOWN_MAX = 24;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(BusinessDay.ZONE);

    /** What has ended and was not handed in. */
    public record Open(Ended ended, String title, String href, Figure daysLeft) {
        public boolean isOverdue() {
            return daysLeft.value() < 0;
        }
    }

    /**
     * What was handed in.
     *
     * @param by empty where nobody logs in
     */
    public record Done(HandedIn handedIn, String title, String at, String by) {}

    static DueView of(Shell shell, boolean mayHandIn, List<Ended> open, List<HandedIn> done, LocalDate today) {
        ReportsMessages text = shell.messages(ReportsMessages.class);
        return new DueView(
                mayHandIn,
                open.stream()
                        .limit(SHOWN_MAX)
                        .map(ended -> open(text, ended, today))
                        .toList(),
                open.size() > SHOWN_MAX,
                done.stream().limit(SHOWN_MAX).map(one -> done(text, one)).toList(),
                done.size() > SHOWN_MAX);
    }

    private static Open open(ReportsMessages text, Ended ended, LocalDate today) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("report", ended.kind().title());
        asked.put("from", ended.range().from().toString());
        asked.put("to", ended.range().to().toString());
        asked.put("by", ended.by().name());
        return new Open(
                ended,
                text.name(ended.kind()),
                Link.href(Screen.REPORTS.path(), asked),
                Figure.count("due-" + ended.kind().title() + "-" + ended.title(), ended.daysLeft(today)));
    }

    private static Done done(ReportsMessages text, HandedIn one) {
        return new Done(
                one,
                ReportKind.find(one.report()).map(text::name).orElse(one.report()),
                MOMENT.format(one.at()),
                one.by() == null ? "\u2013" : one.by());
    }
}

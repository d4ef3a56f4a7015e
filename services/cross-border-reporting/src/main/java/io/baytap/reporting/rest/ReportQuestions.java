package io.baytap.reporting.rest;

import io.baytap.reporting.access.Caller;
import io.baytap.reporting.domain.report.KnownOperators;
import io.baytap.reporting.domain.report.ReportKind;
import io.baytap.reporting.domain.report.ReportQuestion;
import io.baytap.reporting.domain.report.ReportSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.SortedSet;

/** From what a request says to the question that whoever asks may have answered, whether as a file or on a screen. */
@ApplicationScoped
public class ReportQuestions {

    /** Operators that a refusal names. */
    private static final int NAMED_MAX = 100;

    private final ReportSource source;
    private final KnownOperators operators;
    private final ReportLimits limits;
    private final InstantSource time;
    private final Caller caller;

    ReportQuestions(
            ReportSource source, KnownOperators operators, ReportLimits limits, InstantSource time, Caller caller) {
        this.source = source;
        this.operators = operators;
        this.limits = limits;
        this.time = time;
        this.caller = caller;
    }

    /**
     * The question.
     *
     * @throws BadParameter naming the field
     * @throws io.baytap.reporting.access.Refused if it is not theirs to ask; who sees one operator learns nothing of others
     */
    public ReportQuestion of(ReportKind kind, ReportParameters asked) {
        ReportQuestion question =
                caller.seen(asked.question(kind, limits.rangeDaysMax(), time.instant(), lastClosed()));
        String operatorId = question.operatorId();
        // Whom the identity provider names there is, whatever was counted.
        if (operatorId != null && caller.ownOperator().isEmpty()) {
            SortedSet<String> known = operators.all();
            if (!known.contains(operatorId)) {
                throw new BadParameter(
                        "operator",
                        "UNKNOWN_CODE",
                        "is none of " + known.stream().limit(NAMED_MAX).toList());
            }
        }
        return question;
    }

    /** The last day that a batch has closed; if none has, a day before all others. */
    public LocalDate lastClosed() {
        return source.lastClosed().orElse(LocalDate.EPOCH);
    }
}

package io.baytap.reporting;

import io.baytap.reporting.domain.report.ReportQuestion.Period;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/** Settings of cross-border-reporting. A bad value stops the start. */
@ConfigMapping(prefix = "reporting")
public interface ReportingConfig {

    /** Where schemas are looked up, up to and including {@code /apis/registry/v3}. Set by {@code apicurio.registry.url}. */
    String registryUrl();

    /** First pause before something that is away is tried again; it doubles from there. */
    @WithDefault("100ms")
    Duration retryDelayMin();

    /** Longest such pause. */
    @WithDefault("5s")
    Duration retryDelayMax();

    /** The broker aborts a transaction that is open for longer. A crash holds up the group's next start by no more. */
    @WithDefault("15s")
    Duration transactionTimeout();

    /** Longest range of days in one report. */
    @WithDefault("366")
    int rangeDaysMax();

    /** Codes that an authority wants in the cross-border records. */
    Codes codes();

    /** By what they depend on; empty where nothing is set. */
    interface Codes {

        /** By residents of and paying in: {@code reporting.codes.transaction.CN-HK}. */
        Map<String, String> transaction();

        /** By wallet scheme: {@code reporting.codes.channel.WEIXIN_PAY}. */
        Map<String, String> channel();
    }

    /** Most days in the list of days. */
    @WithDefault("366")
    int listedDaysMax();

    /** Most breaks in a list of them. */
    @WithDefault("200")
    int listedBreaksMax();

    /** Reports that somebody has to be given for every period, by report: {@code reporting.due.statement.period}. */
    Map<String, Due> due();

    /** When a report has to be handed in. */
    interface Due {

        /** What it is handed in for: DAY, MONTH, QUARTER, YEAR. */
        Period period();

        /** Days after a period's last day, by the end of which it must have been handed in. */
        int days();

        /** A day of the first period that it is due for. */
        LocalDate from();
    }
}

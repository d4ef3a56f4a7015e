package io.baytap.reporting;

import io.baytap.reporting.domain.opendata.PeriodLength;
import io.baytap.reporting.domain.report.ReportQuestion.Period;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings of cross-border-reporting. A bad value stops the start. */
@ConfigMapping(prefix = "reporting")
public interface ReportingConfig {

    /** First pause before something that is away is tried again; it doubles from there. */
    @WithDefault("100ms")
    Duration retryDelayMin();

    /** Longest such pause. */
    @WithDefault("5s")
    Duration retryDelayMax();

    /** The broker aborts a transaction that is open for longer. A crash holds up the group's next start by no more. */
    @WithDefault("6s")
    Duration transactionTimeout();

    /** Longest range of days in one report. */
    @WithDefault("366")
    int rangeDaysMax();

    /**
     * How many reports are read at once, and beside those how many files of records are sent at once; more are told to come again.
     * Twice as many are fewer than {@code quarkus.datasource.jdbc.max-size}.
     */
    @WithDefault("4")
    int reportsAtOnceMax();

    /** Operators that may be asked for before anything was counted of them. */
    Optional<Set<String>> operators();

    /**
     * How many days the events themselves are kept, for the trace of a ride; figures and records stay. Longer than Kafka keeps
     * its topics: an event that comes again after that is counted again, but for fares.
     */
    @WithDefault("92")
    int traceDays();

    /** What the screen of the line shows of Kafka. */
    Line line();

    /** By {@code reporting.line}. */
    interface Line {

        /** Between two looks at how fast the services go and how far they are behind. */
        @WithDefault("5s")
        Duration sampleEvery();
    }

    /** A gate is silent if its last tap is longer than this before the newest tap of the line, by the taps' own times. */
    @WithDefault("30m")
    Duration gateSilentAfter();

    /** Gates that had no tap for so many days, the one that is shown included, have left the line: 1 to 92. */
    @WithDefault("7")
    int gateHeardDays();

    /** What is published for everybody. */
    OpenData openData();

    /** By {@code reporting.open-data}. */
    interface OpenData {

        /** A count below it is confidential, and each such count is left as many possible values: 3 to 1,000. */
        @WithDefault("10")
        int threshold();

        /** How long after its last day a period is waited for before it is published, once and for ever; at most 31 days. */
        @WithDefault("72h")
        Duration settle();

        /** What is published: days or months. A day is in one published period, so no set is the difference of two others. */
        @WithDefault("DAY")
        PeriodLength by();

        /** Between two looks for what has settled. */
        @WithDefault("5m")
        Duration lookEvery();

        /** Under which licence, as its address. */
        @WithDefault("https://creativecommons.org/licenses/by/4.0/")
        URI licence();
    }

    /** Whether the roles of the identity provider's tokens are asked for. Open access is refused in production unless it is allowed. */
    @WithDefault("roles")
    Access access();

    /** Whether {@code reporting.access=open} is let through in production. */
    @WithDefault("false")
    boolean openAccessAllowed();

    /** The claim of a token that names the operator of somebody with the role {@code operator}. */
    @WithDefault("operator")
    String operatorClaim();

    /** After which somebody logs in again, however busy. Idle sessions end by {@code quarkus.oidc.authentication.session-age-extension}. */
    @WithDefault("12h")
    Duration sessionMax();

    /** Who may see the line. */
    enum Access {
        /** Whom the resources admit, by role. */
        ROLES,
        /** Everybody, everything. */
        OPEN
    }

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

    /** Services that are asked for what screens show of them. */
    Neighbours neighbours();

    /** Addresses up to the port. What belongs to a service without one is not shown. */
    interface Neighbours {

        /** For advice before travel. */
        Optional<URI> fareCalculation();

        /** For advice, the board of rates, exposures and deals. */
        Optional<URI> fxConversion();

        /** For the files of a closed day. */
        Optional<URI> walletSettlement();

        /** For gates that owe taps. */
        Optional<URI> tapIngest();

        /** Its {@code tap.reader-token}: that of a visitor means nothing to it. */
        Optional<String> tapIngestToken();

        /** One that has not answered by then is shown as away. */
        @WithDefault("2s")
        Duration answerMax();

        /** A rate that was published longer ago is marked. By default a weekend and an hour: something was missed then, or it is a holiday. */
        @WithDefault("73h")
        Duration rateStaleAfter();
    }
}

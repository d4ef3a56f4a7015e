package io.baytap.reporting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
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

    /**
     * How many days the events themselves are kept, for the trace of a ride; figures and records stay. Longer than Kafka keeps
     * its topics: an event that comes again after that is counted again, but for fares.
     */
    @WithDefault("92")
    int traceDays();

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
}

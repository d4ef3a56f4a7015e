package io.baytap.reporting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

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

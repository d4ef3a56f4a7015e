package io.baytap.fare;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The settings of fare-calculation. */
@ConfigMapping(prefix = "fare")
public interface FareConfig {

    /**
     * The directory with a feed {@code <operatorId>.zip} and a policy {@code <operatorId>.yaml} per operator. May be left out if
     * ConfigMaps bring all of them.
     */
    Optional<Path> tariffs();

    /** Kubernetes ConfigMaps that bring files of tariffs. */
    ConfigMaps configMaps();

    /** Which ConfigMaps: their keys are names of files, as in the directory. */
    interface ConfigMaps {

        /** Of their labels, such as {@code baytap.io/tariffs=true}. Without it no cluster is asked. */
        Optional<String> selector();

        /** The client's own, unless it is named. */
        Optional<String> namespace();
    }

    /** Between two looks whether the tariffs' files have changed, at least 100 ms. */
    @WithDefault("5s")
    Duration tariffsInterval();

    /** Where the time comes from: the system, or the ticks of a replay. */
    @WithDefault("system")
    ClockKind clock();

    /** In production a replay's clock is refused unless this is true. */
    @WithDefault("false")
    boolean replayAllowed();

    /** How long a rider's taps are kept: longer than tap-ingest takes a late tap, so at least P8D. */
    @WithDefault("P8D")
    Duration horizon();

    /** An exchange rate published longer ago is not used for schemes and quotes: at least P1D. As fx-conversion has it. */
    @WithDefault("P5D")
    Duration rateAgeMax();

    /** With no tap for this long a partition counts as caught up with its topic, and the clock decides what is overdue. */
    @WithDefault("3s")
    Duration caughtUpAfter();

    /** Between two looks for journeys whose missing tap is no longer waited for, at least 10 ms. */
    @WithDefault("1s")
    Duration expiryInterval();

    /**
     * Where the stores lie; a folder is made in it for the topics that the broker has. Not shared by two replicas. When it is lost, the
     * stores are restored from Kafka.
     */
    Path stateDirectory();

    /**
     * Host and port under which other replicas reach this one: they ask it for the riders it has. With one replica it may be
     * left out.
     */
    Optional<String> advertisedAddress();

    /** Further settings of Kafka Streams and its clients, by Kafka's own names. */
    Map<String, String> streams();

    /** Where the time comes from. */
    enum ClockKind {
        SYSTEM,
        REPLAY
    }
}

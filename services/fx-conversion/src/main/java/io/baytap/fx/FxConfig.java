package io.baytap.fx;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of fx-conversion. */
@ConfigMapping(prefix = "fx")
public interface FxConfig {

    /** Added to the mid amount of a conversion, in basis points (hundredths of a percent): 0 to 1000. */
    @WithDefault("50")
    int spreadBasisPoints();

    /** The same for one wallet scheme (WEIXIN_PAY, WECHAT_PAY_HK, DIGITAL_RMB), where it differs. None is taken where the provider converts. */
    Map<String, Integer> schemeSpreadBasisPoints();

    /**
     * Which rate the riders of a wallet scheme get: AT_TAP, AT_DEBIT, LOCKED:&lt;days&gt; or BY_PROVIDER:&lt;basis points of
     * tolerance&gt;. AT_TAP for a scheme that is not named; FOREIGN_CARD is by its provider.
     */
    Map<String, String> ratePolicy();

    /** Whose rate is used where several published at the same time, and whom to ask first; an approved upload is OPERATOR. */
    @WithDefault("OPERATOR,ECB")
    List<String> sourceOrder();

    /** Where rates are pulled from, by the source's name. None, unless a deployment names one. */
    Map<String, Source> sources();

    /** A publisher's table behind a URL. */
    interface Source {

        /** Of euro reference rates in one of the ECB's forms (XML, CSV, ZIP): http or https. */
        URI url();
    }

    /** Between two rounds over the sources, at least a second. */
    @WithDefault("10m")
    Duration fetchInterval();

    /** How the replica is chosen that pulls rates. */
    @WithDefault("desk")
    Leader leader();

    /** Which Lease elects it, if {@code fx.leader=lease}. */
    LeaseSettings lease();

    /** How the replica is chosen that pulls rates. */
    enum Leader {
        /** It has the desk's partition: the group's coordinator chooses. */
        DESK,
        /** It holds a Kubernetes Lease. */
        LEASE
    }

    /** Which Lease elects. */
    interface LeaseSettings {

        @WithDefault("fx-conversion")
        String name();

        /** No default outside a cluster: the client's own namespace. */
        Optional<String> namespace();

        /** Names this replica in the Lease; two replicas must not share it. */
        String identity();

        /** Another replica takes over after that, and a third of it at most: at least 3 s. */
        @WithDefault("12s")
        Duration duration();
    }

    /** How far HKD/CNY and USD/CNY may move in a business day before a rate is refused, in basis points: 1 to 1000. */
    @WithDefault("200")
    int dailyBandBasisPoints();

    /** How long a proposal waits for a second person, at least a minute. */
    @WithDefault("24h")
    Duration proposalMax();

    /** Who may bring, propose and approve rates. */
    @WithDefault("roles")
    Access access();

    /** Whether {@code fx.access=open} is let through in production. */
    @WithDefault("false")
    boolean openAccessAllowed();

    /** How callers are told apart. */
    enum Access {
        /** By the roles finance, operations and auditor in a bearer token (quarkus.oidc.*); without a token: read only. */
        ROLES,
        /** Anybody may, under the name in the header X-Baytap-Person; refused in production unless it is allowed. */
        OPEN
    }

    /** A rate older than this is not used: the fare waits. Five days span the longest closing of TARGET. */
    @WithDefault("P5D")
    Duration rateAgeMax();

    /** Holidays of a centre (hong-kong, mainland) from a file instead of those that came with the build: a date a line. */
    Map<String, Path> holidays();

    /** When a business day's exposures are dealt, Hong Kong time. */
    @WithDefault("18:00")
    LocalTime dealCutOff();

    /** How much may be open in a currency for one value date, in whole units of it. No limit where none is named. */
    Map<String, BigDecimal> exposureLimit();

    /** A correction this long after its journey still finds the rate of the journey's first fare. */
    @WithDefault("P31D")
    Duration journeyTermsKept();

    /** Between two rounds over the fares that wait, at least 10 ms. */
    @WithDefault("200ms")
    Duration releaseInterval();

    /** Waiting fares tried in one round of a partition, at least 1. */
    @WithDefault("500")
    int releaseMax();

    /**
     * Where the stores lie; a folder is made in it for the topics that the broker has. Not shared by two replicas. When it is lost, the
     * stores are restored from Kafka.
     */
    Path stateDirectory();

    /** Further settings of Kafka Streams and its clients, by Kafka's own names. */
    Map<String, String> streams();
}

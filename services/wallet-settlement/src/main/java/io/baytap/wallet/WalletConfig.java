package io.baytap.wallet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/** The settings of wallet-settlement. */
@ConfigMapping(prefix = "wallet")
public interface WalletConfig {

    /** Where deadlines get the time from. */
    enum Clock {
        /** This machine's clock. */
        SYSTEM,
        /** The latest record of replay.ticks.v1; refused in production unless {@code wallet.replay-allowed}. */
        REPLAY
    }

    /** How the replica is chosen that closes days. */
    enum Leader {
        /** A lease in the database. */
        DATABASE,
        /** A Kubernetes Lease. */
        LEASE
    }

    /** How callers of the HTTP API are told apart. */
    enum Access {
        /** By the roles finance, operations, auditor and helper in a bearer token (quarkus.oidc.*). */
        ROLES,
        /** Anybody may, under the name in the header X-Baytap-Person; refused in production unless it is allowed. */
        OPEN
    }

    @WithDefault("roles")
    Access access();

    /** Lets {@code wallet.access=open} through in production. */
    @WithDefault("false")
    boolean openAccessAllowed();

    /** A proposal that nobody decided for this long can be decided no more. */
    @WithDefault("24h")
    Duration proposalMax();

    @WithDefault("system")
    Clock clock();

    /** Allows the replay clock in production. */
    @WithDefault("false")
    boolean replayAllowed();

    @WithDefault("database")
    Leader leader();

    /** Time of day in Hong Kong at which the business day before closes. */
    @WithDefault("04:00")
    LocalTime cutOff();

    /**
     * Names this replica to the broker; two replicas must not share it. Best stable over restarts: a restart then takes
     * over at once what a crash left.
     */
    String instance();

    /**
     * Readers of fares in this replica, each with partitions, transactions and a thread of its own: one waits for the broker
     * while another waits for the database.
     */
    @WithDefault("2")
    int fareReaders();

    /** Most records in one database transaction. */
    @WithDefault("1000")
    int batchMax();

    /**
     * How long work waits for company at the broker and at the database. Longer costs the lone fare time; shorter costs
     * everything more transactions.
     */
    Duration linger();

    /** Where providers send notifications: reachable for them, ends before {@code /weixin-pay}. No default. */
    Optional<URI> notifyUrl();

    ChargingConfig charging();

    /** By scheme: {@code weixin-pay}, {@code wechat-pay-hk}, {@code digital-rmb}, {@code foreign-card}. Charges of a scheme without a provider wait. */
    Map<String, WalletProviderConfig> providers();

    /** What the contract with a scheme says, by scheme. */
    Map<String, SchemeConfig> schemes();

    /** By operator id. */
    Map<String, OperatorConfig> operators();

    LeaseSettings lease();

    /** Our accounts that operators are paid from, by currency. Without them there are batches, and no payment files. */
    Map<String, OperatorConfig.AccountSettings> payers();

    /** When operators are paid. */
    ValueDateSettings valueDate();

    /** When and against what the ledger is reconciled. */
    ReconciliationSettings reconciliation();

    /** On which day a closed batch is paid. */
    interface ValueDateSettings {

        /** Bank days after the business day: 1 is T+1. */
        @WithDefault("1")
        int days();

        /** Calendars by currency: beside HKD (hong-kong) and CNY (mainland), or instead of them. */
        Map<String, String> calendars();

        /** A file of a calendar's holidays, instead of what came with the build: a date a line, as in its calendars. */
        Map<String, Path> holidays();

        /** Whether banks pay on weekends that the mainland works on in exchange for longer holidays. */
        @WithDefault("true")
        boolean workingWeekends();
    }

    /** When and against what the ledger is reconciled. */
    interface ReconciliationSettings {

        /** Whether the leader reconciles of its own accord. By hand it can be done anyway. */
        @WithDefault("true")
        boolean scheduled();

        /** Time of day in Hong Kong from which the statements of the day before are due. */
        @WithDefault("10:00")
        LocalTime due();

        /** How long after it was asked in vain for a statement that is due it is asked for again; so for notifications. */
        @WithDefault("30m")
        Duration askAgain();

        /** Whether the bank's notifications (camt.054) are read, before its statements. A bank that has none answers 404. */
        @WithDefault("true")
        boolean notifications();

        /**
         * Where the bank gives camt.053 of the accounts under {@code wallet.payers}: ends before {@code /accounts}. Without
         * it nothing is compared with the bank, and payouts are not booked.
         */
        Optional<URI> bankUrl();
    }

    /** How long a leader may be silent; and which Lease elects it, if {@code wallet.leader=lease}. */
    interface LeaseSettings {

        @WithDefault("wallet-settlement")
        String name();

        /** No default outside a cluster: the client's own namespace. */
        Optional<String> namespace();

        /** Another replica takes over after that, and a third of it at most: at least 3 s. */
        @WithDefault("12s")
        Duration duration();
    }
}

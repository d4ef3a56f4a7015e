package io.baytap.wallet;

import io.baytap.wallet.domain.BadDebtBearer;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

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
        /** An advisory lock of the database. */
        DATABASE,
        /** A Kubernetes Lease. */
        LEASE
    }

    /** How callers of the HTTP API are told apart. */
    enum Access {
        /** By the roles finance, operations and auditor in a bearer token (quarkus.oidc.*). */
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

    Charging charging();

    /** By scheme: {@code weixin-pay}, {@code wechat-pay-hk}, {@code digital-rmb}, {@code foreign-card}. Charges of a scheme without a provider wait. */
    Map<String, ProviderSettings> providers();

    /** What the contract with a scheme says, by scheme. */
    Map<String, SchemeSettings> schemes();

    /** By operator id. */
    Map<String, OperatorSettings> operators();

    LeaseSettings lease();

    /** Our accounts that operators are paid from, by currency. Without them there are batches, and no payment files. */
    Map<String, AccountSettings> payers();

    /** When operators are paid. */
    ValueDateSettings valueDate();

    /** When and against what the ledger is reconciled. */
    ReconciliationSettings reconciliation();

    /** How wallets are charged. */
    interface Charging {

        /** Most questions under way at each provider. */
        @WithDefault("32")
        int inFlightMax();

        /** An answer that takes longer is unknown. */
        @WithDefault("5s")
        Duration answerMax();

        /** Between two looks at a provider's list of certificates, when something is signed with one that is not known. */
        @WithDefault("1m")
        Duration certificatePause();

        /** How long a claimed charge belongs to its worker; must be longer than two answers. */
        @WithDefault("30s")
        Duration lease();

        /** Wait before an undecided attempt is asked after; doubled each time. */
        @WithDefault("500ms")
        Duration retryFirst();

        /** The longest of those waits. */
        @WithDefault("1m")
        Duration retryMax();

        /** When a provider that fails is left alone. */
        Circuit circuit();

        /** Merchant category code of public transport. */
        @WithDefault("4111")
        String merchantCategoryCode();
    }

    /** A provider's circuit breaker: opens when too many of its last answers failed or never came. */
    interface Circuit {

        /** How many of the last questions count. */
        @WithDefault("20")
        int window();

        /** Opens when that share of them failed, 0 to 1. */
        @WithDefault("0.5")
        double failureRatio();

        /** How long the provider is left alone; then one question tries whether it is back. */
        @WithDefault("5s")
        Duration rest();
    }

    /** How to reach a wallet provider. */
    interface ProviderSettings {

        /** Scheme, host and port; paths begin with /v3. */
        URI url();

        /** Our number as an institution. */
        String spMchid();

        /** Serial number of our certificate. */
        String merchantSerial();

        /** Our private key, PEM. */
        Path merchantKey();

        /** The provider's certificate, PEM. */
        Path platformCertificate();

        /** 32 characters that decrypt notifications. */
        String apiV3Key();

        /** Our application in the ride service; needed for {@code digital-rmb}, not used by the others. */
        Optional<String> appId();

        /**
         * How much the provider may owe us before new debits of its scheme wait for a payout: whole minor units of the
         * scheme's currency. Without it there is no cap.
         */
        OptionalLong netDebitCap();
    }

    /** The terms of a wallet scheme's contract. */
    interface SchemeSettings {

        /** What the provider keeps of each debit, in basis points: 0 to 1000. No fee is published; yours is in your contract. */
        @WithDefault("0")
        int feeBasisPoints();

        /** Who loses what a rider never pays: {@code operator} or {@code issuer}. */
        @WithDefault("operator")
        BadDebtBearer badDebtBearer();

        /** How long a debt is waited for, from its first refusal; then it is written off. The rider stays denied. */
        @WithDefault("90d")
        Duration writeOffAfter();
    }

    /** What an operator is to the ride service. */
    enum Scene {
        BUS,
        METRO
    }

    /** An operator at the providers. */
    interface OperatorSettings {

        /** The operator's number as a merchant under ours. */
        String subMchid();

        /** What the ride service shows its riders. */
        @WithDefault("bus")
        Scene scene();

        /** When its business days close, if not at {@code wallet.cut-off}: time of day in Hong Kong, the morning after. */
        Optional<LocalTime> cutOff();

        /** Whose bank days count for it, if not those of {@code wallet.value-date.calendar}. */
        Optional<String> calendar();

        /** The accounts that it is paid to, by currency. */
        Map<String, AccountSettings> payees();
    }

    /** An account at a bank. */
    interface AccountSettings {

        /** Whose it is. */
        String name();

        /** ISO 9362 code of the bank. */
        String bic();

        /** As the bank numbers it. */
        String account();
    }

    /** On which day a closed batch is paid. */
    interface ValueDateSettings {

        /** Bank days after the business day: 1 is T+1. */
        @WithDefault("1")
        int days();

        /** Of operators that name none. */
        @WithDefault("HK")
        String calendar();

        /** Bank holidays beside Saturdays and Sundays, by calendar. A calendar that is not here has none. */
        Map<String, Set<LocalDate>> holidays();
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

    /** The Kubernetes Lease, if {@code wallet.leader=lease}. */
    interface LeaseSettings {

        @WithDefault("wallet-settlement")
        String name();

        /** No default outside a cluster: the client's own namespace. */
        Optional<String> namespace();

        /** Another replica takes over after that. */
        @WithDefault("15s")
        Duration duration();
    }
}

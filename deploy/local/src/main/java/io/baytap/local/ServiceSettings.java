package io.baytap.local;

import static java.util.Objects.requireNonNull;

import io.baytap.sandbox.gates.Pseudonyms;
import io.baytap.sandbox.provider.Scheme;
import io.baytap.stack.BrokerUser;
import io.baytap.stack.EmbeddedStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;

/** What each service is told: the common settings by environment, the provider's in a file that others cannot see in a list of processes. */
final class ServiceSettings {

    /** Numbers of the operators as merchants at the provider; invented. */
    private static final List<String> OPERATORS =
            List.of("MTR", "KMB", "LWB", "NLB", "HKT", "CTB", "STAR", "SZM", "FERRY", "XBUS", "PEAKTRAM");

    private static final List<String> METROS = List.of("MTR", "SZM");

    /** Reads what gates owe, on this machine alone. */
    private static final String READER_TOKEN = UUID.randomUUID().toString();

    static final int CARD_FEE_BASIS_POINTS = 60;

    private final Path tariffs;
    private final EmbeddedStack stack;
    private final URI provider;
    private final Path providerKeys;
    private final Function<LineService, URI> urls;
    private final LineIdentity identity;
    private final Map<LineService, BrokerUser> users;

    @SuppressWarnings("TooManyParameters") // where everything is
    ServiceSettings(
            Path tariffs,
            EmbeddedStack stack,
            URI provider,
            Path providerKeys,
            Function<LineService, URI> urls,
            LineIdentity identity,
            Map<LineService, BrokerUser> users) {
        this.tariffs = tariffs;
        this.stack = stack;
        this.provider = provider;
        this.providerKeys = providerKeys;
        this.urls = urls;
        this.identity = identity;
        this.users = users;
    }

    Map<String, String> environment(Replica replica, int port) {
        LineService service = replica.service();
        Map<String, String> environment = new HashMap<>(Map.of(
                // A day in a minute: what comes through counts, and not how soon.
                "BAYTAP_LINGER_MS", "400",
                "APICURIO_REGISTRY_URL", stack.registryUrl(),
                "HOSTNAME", replica.host(),
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(port)));
        environment.putAll(broker(requireNonNull(users.get(service))));
        switch (service) {
            case TAP_INGEST -> {
                environment.putAll(Map.of(
                        "TAP_CLOCK",
                        "replay",
                        "TAP_REPLAY_ALLOWED",
                        "true",
                        "TAP_LINGER",
                        "50ms",
                        "TAP_READER_TOKEN",
                        READER_TOKEN));
                environment.putAll(Pseudonyms.development().tapIngestEnvironment());
            }
            case FARE_CALCULATION ->
                environment.putAll(Map.of(
                        "FARE_CLOCK",
                        "replay",
                        "FARE_REPLAY_ALLOWED",
                        "true",
                        "FARE_TARIFFS",
                        tariffs.toString(),
                        "FARE_ADVERTISED_ADDRESS",
                        "127.0.0.1:" + port));
            // Asked under the names of people who are invented, without tokens.
            case FX_CONVERSION -> environment.putAll(Map.of("FX_ACCESS", "open", "FX_OPEN_ACCESS_ALLOWED", "true"));
            case WALLET_SETTLEMENT -> {
                environment.putAll(Map.of(
                        "WALLET_CLOCK",
                        "replay",
                        "WALLET_REPLAY_ALLOWED",
                        "true",
                        "WALLET_CHARGING_IN_FLIGHT_MAX",
                        "64"));
                environment.put("WALLET_NOTIFY_URL", url(LineService.WALLET_SETTLEMENT) + "/v1/notifications");
                environment.put("WALLET_RECONCILIATION_BANK_URL", provider + "/bank/v1");
                environment.putAll(identity.issuer());
                environment.putAll(database("wallet"));
            }
            case CROSS_BORDER_REPORTING -> {
                environment.put("MP_MESSAGING_INCOMING_LINE_CLIENT_ID_PREFIX", replica.host() + "-");
                environment.putAll(identity.settings());
                environment.putAll(database("reporting"));
                environment.putAll(neighbours());
            }
        }
        return environment;
    }

    /** Writes {@code config/application.properties} where the service works, if it needs one. */
    void writeFile(LineService service, Path workDirectory) {
        Properties settings = file(service);
        if (settings.isEmpty()) {
            return;
        }
        try {
            Path file = Files.createDirectories(workDirectory.resolve("config")).resolve("application.properties");
            try (var out = Files.newBufferedWriter(file)) {
                settings.store(out, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Properties file(LineService service) {
        Properties settings = new Properties();
        switch (service) {
            case FARE_CALCULATION -> settings.put("fare.streams.\"num.standby.replicas\"", "1");
            case WALLET_SETTLEMENT -> putProviders(settings);
            case TAP_INGEST, FX_CONVERSION, CROSS_BORDER_REPORTING -> {}
        }
        return settings;
    }

    private void putProviders(Properties settings) {
        for (Scheme scheme : Scheme.values()) {
            settings.putAll(ProviderSettings.of(scheme, provider, providerKeys));
        }
        settings.put("wallet.providers.\"digital-rmb\".app-id", Scheme.DIGITAL_RMB.spAppid());
        settings.put("wallet.schemes.\"foreign-card\".fee-basis-points", Integer.toString(CARD_FEE_BASIS_POINTS));
        for (int i = 0; i < OPERATORS.size(); i++) {
            String operator = "wallet.operators.\"" + OPERATORS.get(i) + "\".";
            settings.put(operator + "sub-mchid", Integer.toString(1_900_001_000 + i));
            settings.put(operator + "scene", METROS.contains(OPERATORS.get(i)) ? "metro" : "bus");
        }
        settings.putAll(BankAccounts.settings(OPERATORS));
    }

    /** What the provider of foreign cards keeps of a debit, by the contract that the demo invents; rounded half up. */
    static long cardFee(long debitedMinor) {
        return Math.floorDiv(Math.addExact(Math.multiplyExact(debitedMinor, CARD_FEE_BASIS_POINTS), 5_000), 10_000);
    }

    /** Where the broker is and who one is there. */
    static Map<String, String> broker(BrokerUser user) {
        Map<String, String> environment = new HashMap<>();
        user.settings()
                .forEach((name, value) ->
                        environment.put("KAFKA_" + name.replace('.', '_').toUpperCase(Locale.ROOT), value));
        return environment;
    }

    /** Where the console asks the other services. */
    private Map<String, String> neighbours() {
        String prefix = "REPORTING_NEIGHBOURS_";
        return Map.of(
                prefix + "TAP_INGEST", url(LineService.TAP_INGEST),
                prefix + "TAP_INGEST_TOKEN", READER_TOKEN,
                prefix + "FARE_CALCULATION", url(LineService.FARE_CALCULATION),
                prefix + "FX_CONVERSION", url(LineService.FX_CONVERSION),
                prefix + "WALLET_SETTLEMENT", url(LineService.WALLET_SETTLEMENT));
    }

    private String url(LineService service) {
        return urls.apply(service).toString();
    }

    private Map<String, String> database(String name) {
        return Map.of(
                "QUARKUS_DATASOURCE_USERNAME", stack.username(),
                "QUARKUS_DATASOURCE_PASSWORD", stack.password(),
                "QUARKUS_DATASOURCE_REACTIVE_URL", stack.reactiveUrl(name),
                "QUARKUS_DATASOURCE_JDBC_URL", stack.jdbcUrl(name));
    }
}

package io.baytap.fx;

import io.baytap.fx.domain.ExposureLimits;
import io.baytap.fx.domain.Proposal;
import io.baytap.fx.domain.RateGuard;
import io.baytap.fx.domain.RatePolicies;
import io.baytap.fx.domain.RatePolicy;
import io.baytap.fx.domain.Spreads;
import io.baytap.fx.domain.TradingDay;
import io.baytap.fx.domain.WalletScheme;
import io.baytap.fx.ecb.EcbReferenceRates;
import io.baytap.fx.fetch.HttpSource;
import io.baytap.fx.messaging.BoundedRocksDb;
import io.baytap.fx.messaging.ConversionSettings;
import io.baytap.fx.messaging.ConversionTopology;
import io.baytap.schemas.BankCalendar;
import io.baytap.schemas.Money;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** From the settings as written to the settings as used. A bad value stops the start and is named. */
final class Settings {

    private static final int BAND_MAX = 1_000;
    private static final Duration RELEASE_INTERVAL_MIN = Duration.ofMillis(10);
    private static final Duration LEASE_MIN = Duration.ofSeconds(3);

    private Settings() {}

    static ConversionSettings conversion(FxConfig config) {
        require(config.rateAgeMax().isPositive(), "fx.rate-age-max", config.rateAgeMax(), "longer than nothing");
        require(
                config.journeyTermsKept().compareTo(config.rateAgeMax()) >= 0,
                "fx.journey-terms-kept",
                config.journeyTermsKept(),
                "at least fx.rate-age-max");
        require(
                config.releaseInterval().compareTo(RELEASE_INTERVAL_MIN) >= 0,
                "fx.release-interval",
                config.releaseInterval(),
                "at least 10 ms");
        require(config.releaseMax() >= 1, "fx.release-max", config.releaseMax(), "at least 1");
        return new ConversionSettings(
                spreads(config),
                policies(config),
                config.releaseInterval(),
                config.releaseMax(),
                config.journeyTermsKept(),
                tradingDay(config),
                limits(config));
    }

    /** What a rate must satisfy to be believed. */
    static RateGuard guard(FxConfig config) {
        require(
                config.dailyBandBasisPoints() >= 1 && config.dailyBandBasisPoints() <= BAND_MAX,
                "fx.daily-band-basis-points",
                config.dailyBandBasisPoints(),
                "1 to " + BAND_MAX);
        return new RateGuard(Calendars.read(Calendars.MAINLAND, config.holidays()), config.dailyBandBasisPoints());
    }

    /** How long a leader may be silent. */
    static Duration leaseDuration(FxConfig config) {
        require(
                config.lease().duration().compareTo(LEASE_MIN) >= 0,
                "fx.lease.duration",
                config.lease().duration(),
                "at least 3 s");
        return config.lease().duration();
    }

    /** How long a proposal stands. */
    static Duration proposalMax(FxConfig config) {
        require(
                config.proposalMax().compareTo(Duration.ofMinutes(1)) >= 0,
                "fx.proposal-max",
                config.proposalMax(),
                "at least a minute");
        return config.proposalMax();
    }

    /** Whether roles are not asked for. */
    static boolean open(FxConfig config, boolean production) {
        boolean open = config.access() == FxConfig.Access.OPEN;
        require(
                !open || !production || config.openAccessAllowed(),
                "fx.access",
                config.access(),
                "roles in the profile prod, unless fx.open-access-allowed is true");
        return open;
    }

    /** Where rates are pulled from, in the order in which they are asked; what the order lacks comes last, by name. */
    static List<HttpSource> sources(FxConfig config, HttpClient http) {
        require(
                config.fetchInterval().compareTo(Duration.ofSeconds(1)) >= 0,
                "fx.fetch-interval",
                config.fetchInterval(),
                "at least a second");
        List<String> order = config.sourceOrder();
        // A setting that comes as an environment variable has lost its capitals.
        Map<String, FxConfig.Source> sources = new HashMap<>();
        config.sources().forEach((name, source) -> sources.put(name.toUpperCase(Locale.ROOT), source));
        return sources.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, FxConfig.Source>>comparingInt(
                                each -> order.contains(each.getKey()) ? order.indexOf(each.getKey()) : order.size())
                        .thenComparing(Map.Entry::getKey))
                .map(each -> source(each.getKey(), each.getValue().url(), http))
                .toList();
    }

    private static HttpSource source(String name, URI url, HttpClient http) {
        require(
                name.matches("[A-Z][A-Z0-9_]{0,30}") && !name.equals(Proposal.SOURCE),
                "fx.sources",
                name,
                "a name of letters, digits and _ other than " + Proposal.SOURCE);
        require(
                url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme())),
                "fx.sources." + name + ".url",
                url,
                "an address of http or https");
        return new HttpSource(name, url, new EcbReferenceRates(name), http);
    }

    /** Kafka Streams: what the line needs, then what the deployment says; the broker's address and secrets first. */
    static Map<String, Object> streams(FxConfig config, Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(config.streams());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, ConversionTopology.SERVICE);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDirectory().toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    /** Dealt and paid when both centres are open. */
    private static TradingDay tradingDay(FxConfig config) {
        return new TradingDay(
                config.dealCutOff(),
                BankCalendar.both(
                        Calendars.read(Calendars.HONG_KONG, config.holidays()),
                        Calendars.read(Calendars.MAINLAND, config.holidays())));
    }

    private static ExposureLimits limits(FxConfig config) {
        Map<Currency, Money> limits = new HashMap<>();
        config.exposureLimit().forEach((code, limit) -> {
            require(limit.signum() >= 0, "fx.exposure-limit." + code, limit, "at least 0");
            try {
                var currency = Currency.getInstance(code);
                limits.put(currency, Money.ofMajor(limit, currency));
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new IllegalArgumentException(
                        "fx.exposure-limit." + code + " is " + limit
                                + " and has to be an amount of a currency's whole units",
                        e);
            }
        });
        return new ExposureLimits(limits);
    }

    private static Spreads spreads(FxConfig config) {
        requireSpread("fx.spread-basis-points", config.spreadBasisPoints());
        Map<WalletScheme, Integer> exceptions = new EnumMap<>(WalletScheme.class);
        config.schemeSpreadBasisPoints().forEach((name, spread) -> {
            String setting = "fx.scheme-spread-basis-points." + name;
            requireSpread(setting, spread);
            exceptions.put(scheme(setting, name), spread);
        });
        return new Spreads(config.spreadBasisPoints(), exceptions);
    }

    private static RatePolicies policies(FxConfig config) {
        Map<WalletScheme, RatePolicy> byScheme = new EnumMap<>(WalletScheme.class);
        config.ratePolicy().forEach((name, text) -> {
            String setting = "fx.rate-policy." + name;
            try {
                byScheme.put(scheme(setting, name), RatePolicy.parse(text));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
            }
        });
        return new RatePolicies(byScheme);
    }

    private static WalletScheme scheme(String setting, String name) {
        return Arrays.stream(WalletScheme.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(setting + ": there is no such wallet scheme; there are "
                        + Arrays.toString(WalletScheme.values())));
    }

    private static void requireSpread(String setting, int basisPoints) {
        require(
                basisPoints >= 0 && basisPoints <= Spreads.BASIS_POINTS_MAX,
                setting,
                basisPoints,
                "0 to " + Spreads.BASIS_POINTS_MAX);
    }

    private static void require(boolean good, String setting, Object value, String expected) {
        if (!good) {
            throw new IllegalArgumentException(setting + " is " + value + " and has to be " + expected);
        }
    }
}

package io.baytap.fare.tariff;

import io.baytap.fare.domain.MaximumFare;
import io.baytap.fare.domain.OffPeak;
import io.baytap.fare.domain.Pairing;
import io.baytap.fare.domain.Policy;
import io.baytap.fare.domain.SameStation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a policy file. */
final class PolicyFile {

    /** The longest time between an entry and its exit that still makes them one journey. */
    private static final Duration JOURNEY_MAX = Duration.ofHours(24);

    private static final Duration JOIN_PAUSE_MAX = Duration.ofMinutes(30);

    /** The dearest published single fare is 120 HKD; more than this is a mistake. */
    private static final BigDecimal FARE_MAX = new BigDecimal(300);

    private final YamlFile yaml;

    private PolicyFile(String file) {
        this.yaml = new YamlFile(file);
    }

    static Policy parse(String file, byte[] bytes) throws TariffRefusedException {
        var policy = new PolicyFile(file);
        return policy.policy(policy.yaml.parse(bytes, PolicyYaml.class));
    }

    private Policy policy(PolicyYaml policy) throws TariffRefusedException {
        Currency currency = yaml.currency(policy.currency());
        List<Policy.Clause> clauses = new ArrayList<>();
        for (ClauseYaml clause : yaml.required("networks", policy.networks())) {
            clauses.add(clause(clause, currency));
        }
        List<OffPeak> offPeak = new ArrayList<>();
        for (OffPeakYaml discount : policy.offPeak() == null ? List.<OffPeakYaml>of() : policy.offPeak()) {
            offPeak.add(offPeak(discount));
        }
        String territory = yaml.required("territory", policy.territory());
        if (!Arrays.asList(Locale.getISOCountries()).contains(territory)) {
            throw yaml.refused("territory: " + territory + " is not an ISO 3166-1 alpha-2 code");
        }
        return new Policy(
                yaml.required("operator", policy.operator()),
                currency,
                yaml.required("city", policy.city()),
                territory,
                policy.effectiveFrom() == null ? null : yaml.time("effectiveFrom", policy.effectiveFrom()),
                policy.riderCategory(),
                policy.fareMedia(),
                policy.joinPauseMax() == null ? JOIN_PAUSE_MAX : yaml.duration("joinPauseMax", policy.joinPauseMax()),
                policy.fareMax() == null
                        ? FARE_MAX
                        : yaml.amount("fareMax", policy.fareMax(), currency).toMajor(),
                clauses,
                offPeak);
    }

    private Policy.Clause clause(ClauseYaml clause, Currency currency) throws TariffRefusedException {
        Pairing pairing = yaml.oneOf("networks.pairing", clause.pairing(), Pairing.class);
        Pairs pairs =
                clause.pairs() == null ? Pairs.COMPLETE : yaml.oneOf("networks.pairs", clause.pairs(), Pairs.class);
        boolean entryExit = pairing == Pairing.ENTRY_EXIT;
        if (!entryExit
                && (clause.sameStation() != null || clause.surcharge() != null || clause.linkedStations() != null)) {
            throw yaml.refused("networks: sameStation, surcharge and linkedStations only with pairing ENTRY_EXIT");
        }
        return new Policy.Clause(
                yaml.routes("networks.routes", clause.routes()),
                pairing,
                journeyMax(clause.journeyMax(), pairing),
                maximumFare("networks.maximumFare", clause.maximumFare(), currency),
                clause.surcharge() == null ? null : maximumFare("networks.surcharge", clause.surcharge(), currency),
                sameStation(clause.sameStation(), currency),
                linked(clause.linkedStations()),
                clause.reTapWindow() == null
                        ? Duration.ZERO
                        : yaml.duration("networks.reTapWindow", clause.reTapWindow()),
                entryExit && pairs == Pairs.COMPLETE,
                Boolean.TRUE.equals(clause.freeRides()));
    }

    private Duration journeyMax(@Nullable String text, Pairing pairing) throws TariffRefusedException {
        if (pairing == Pairing.ON_ENTRY || pairing == Pairing.ON_EXIT) {
            if (text != null) {
                throw yaml.refused("networks.journeyMax: only where two taps can make a journey");
            }
            return Duration.ZERO;
        }
        Duration max = yaml.duration("networks.journeyMax", text);
        if (max.isZero() || max.compareTo(JOURNEY_MAX) > 0) {
            throw yaml.refused("networks.journeyMax: " + text + " is not within PT0S and " + JOURNEY_MAX);
        }
        return max;
    }

    private MaximumFare maximumFare(String key, @Nullable String text, Currency currency)
            throws TariffRefusedException {
        return text == null || text.equals("HIGHEST")
                ? new MaximumFare.Highest()
                : new MaximumFare.Fixed(yaml.amount(key, text, currency));
    }

    private @Nullable SameStation sameStation(@Nullable SameStationYaml same, Currency currency)
            throws TariffRefusedException {
        return same == null
                ? null
                : new SameStation(
                        yaml.duration("networks.sameStation.freeFor", same.freeFor()),
                        yaml.amount("networks.sameStation.fare", same.fare(), currency),
                        same.lowestFareAt() == null ? Set.of() : Set.copyOf(new HashSet<>(same.lowestFareAt())));
    }

    private List<Set<String>> linked(@Nullable List<List<String>> groups) throws TariffRefusedException {
        List<Set<String>> linked = new ArrayList<>();
        for (List<String> group : groups == null ? List.<List<String>>of() : groups) {
            Set<String> stations = new HashSet<>(group);
            if (stations.size() < 2) {
                throw yaml.refused("networks.linkedStations: " + group + " links nothing");
            }
            linked.add(stations);
        }
        return linked;
    }

    private OffPeak offPeak(OffPeakYaml discount) throws TariffRefusedException {
        var offPeak = new OffPeak(
                yaml.required("offPeak.id", discount.id()),
                yaml.routes("offPeak.routes", discount.routes()),
                discount.stops() == null ? Set.of() : Set.copyOf(new HashSet<>(discount.stops())),
                yaml.required("offPeak.service", discount.service()),
                yaml.timeOfDay("offPeak.from", discount.from()),
                yaml.timeOfDay("offPeak.until", discount.until()),
                yaml.percent("offPeak.percent", discount.percent()));
        if (!offPeak.until().isAfter(offPeak.from())) {
            throw yaml.refused("offPeak.until: " + offPeak.until() + " is not after " + offPeak.from());
        }
        return offPeak;
    }

    /** COMPLETE: the network sells every pair of its stops. SPARSE: some pairs are not sold. */
    private enum Pairs {
        COMPLETE,
        SPARSE
    }

    record PolicyYaml(
            @Nullable String operator,
            @Nullable String currency,
            @Nullable String city,
            @Nullable String territory,
            @Nullable String effectiveFrom,
            @Nullable String riderCategory,
            @Nullable String fareMedia,
            @Nullable String joinPauseMax,
            @Nullable String fareMax,
            @Nullable List<ClauseYaml> networks,
            @Nullable List<OffPeakYaml> offPeak) {}

    record ClauseYaml(
            @Nullable List<String> routes,
            @Nullable String pairing,
            @Nullable String journeyMax,
            @Nullable String maximumFare,
            @Nullable String surcharge,
            @Nullable SameStationYaml sameStation,
            @Nullable List<List<String>> linkedStations,
            @Nullable String reTapWindow,
            @Nullable String pairs,
            @Nullable Boolean freeRides) {}

    record SameStationYaml(
            @Nullable String freeFor,
            @Nullable String fare,
            @Nullable List<String> lowestFareAt) {}

    record OffPeakYaml(
            @Nullable String id,
            @Nullable List<String> routes,
            @Nullable List<String> stops,
            @Nullable String service,
            @Nullable String from,
            @Nullable String until,
            @Nullable Integer percent) {}
}

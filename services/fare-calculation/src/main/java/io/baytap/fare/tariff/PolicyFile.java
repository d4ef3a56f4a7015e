package io.baytap.fare.tariff;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.baytap.fare.domain.MaximumFare;
import io.baytap.fare.domain.Pairing;
import io.baytap.fare.domain.Policy;
import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a policy file. Strict: an unknown key, a missing one or a bad value is refused by its name. */
final class PolicyFile {

    /** The longest time between an entry and its exit that still makes them one journey. */
    private static final Duration JOURNEY_MAX = Duration.ofHours(24);

    private static final YAMLMapper YAML = new YAMLMapper();

    private final String file;

    private PolicyFile(String file) {
        this.file = file;
    }

    static Policy parse(String file, byte[] yaml) throws TariffRefusedException {
        try {
            return new PolicyFile(file).policy(YAML.readValue(new String(yaml, UTF_8), PolicyYaml.class));
        } catch (UnrecognizedPropertyException e) {
            throw new TariffRefusedException(file, null, "unknown key " + e.getPropertyName());
        } catch (JsonProcessingException e) {
            throw new TariffRefusedException(file, line(e.getLocation()), e.getOriginalMessage());
        }
    }

    private Policy policy(PolicyYaml yaml) throws TariffRefusedException {
        Currency currency = currency(required("currency", yaml.currency()));
        List<Policy.Clause> clauses = new ArrayList<>();
        for (ClauseYaml clause : required("networks", yaml.networks())) {
            clauses.add(clause(clause, currency));
        }
        String territory = required("territory", yaml.territory());
        if (!Arrays.asList(Locale.getISOCountries()).contains(territory)) {
            throw refused("territory: " + territory + " is not an ISO 3166-1 alpha-2 code");
        }
        return new Policy(
                required("operator", yaml.operator()), currency, required("city", yaml.city()), territory, clauses);
    }

    private Policy.Clause clause(ClauseYaml yaml, Currency currency) throws TariffRefusedException {
        List<String> routes = required("networks.routes", yaml.routes());
        if (routes.isEmpty()) {
            throw refused("networks.routes: empty");
        }
        Pairing pairing = oneOf("networks.pairing", required("networks.pairing", yaml.pairing()), Pairing.class);
        Pairs pairs = yaml.pairs() == null ? Pairs.COMPLETE : oneOf("networks.pairs", yaml.pairs(), Pairs.class);
        return new Policy.Clause(
                routes,
                pairing,
                journeyMax(yaml.journeyMax(), pairing),
                maximumFare(yaml.maximumFare(), currency),
                yaml.reTapWindow() == null ? Duration.ZERO : duration("networks.reTapWindow", yaml.reTapWindow()),
                pairing == Pairing.ENTRY_EXIT && pairs == Pairs.COMPLETE);
    }

    private Duration journeyMax(@Nullable String text, Pairing pairing) throws TariffRefusedException {
        if (pairing != Pairing.ENTRY_EXIT) {
            if (text != null) {
                throw refused("networks.journeyMax: only with pairing ENTRY_EXIT");
            }
            return Duration.ZERO;
        }
        Duration max = duration("networks.journeyMax", required("networks.journeyMax", text));
        if (max.isZero() || max.compareTo(JOURNEY_MAX) > 0) {
            throw refused("networks.journeyMax: " + text + " is not within PT0S and " + JOURNEY_MAX);
        }
        return max;
    }

    private MaximumFare maximumFare(@Nullable String text, Currency currency) throws TariffRefusedException {
        if (text == null || text.equals("HIGHEST")) {
            return new MaximumFare.Highest();
        }
        try {
            Money amount = Money.ofMajor(new BigDecimal(text), currency);
            if (amount.isNegative()) {
                throw refused("networks.maximumFare: " + text + " is negative");
            }
            return new MaximumFare.Fixed(amount);
        } catch (ArithmeticException | NumberFormatException _) {
            throw refused("networks.maximumFare: " + text + " is neither HIGHEST nor an amount in "
                    + currency.getCurrencyCode());
        }
    }

    private Currency currency(String code) throws TariffRefusedException {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException _) {
            throw refused("currency: " + code + " is not an ISO 4217 code");
        }
    }

    private Duration duration(String key, String text) throws TariffRefusedException {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative()) {
                throw refused(key + ": " + text + " is negative");
            }
            return duration;
        } catch (DateTimeParseException _) {
            throw refused(key + ": " + text + " is not an ISO 8601 duration");
        }
    }

    private <E extends Enum<E>> E oneOf(String key, String text, Class<E> type) throws TariffRefusedException {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        throw refused(key + ": " + text + " is none of " + Arrays.toString(type.getEnumConstants()));
    }

    private <T> T required(String key, @Nullable T value) throws TariffRefusedException {
        if (value == null) {
            throw refused(key + ": missing");
        }
        return value;
    }

    private TariffRefusedException refused(String reason) {
        return new TariffRefusedException(file, null, reason);
    }

    private static @Nullable Integer line(@Nullable JsonLocation location) {
        return location == null ? null : location.getLineNr();
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
            @Nullable List<ClauseYaml> networks) {}

    record ClauseYaml(
            @Nullable List<String> routes,
            @Nullable String pairing,
            @Nullable String journeyMax,
            @Nullable String maximumFare,
            @Nullable String reTapWindow,
            @Nullable String pairs) {}
}

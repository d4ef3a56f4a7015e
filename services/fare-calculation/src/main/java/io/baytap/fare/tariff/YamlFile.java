package io.baytap.fare.tariff;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.baytap.schemas.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a policy or scheme file. Strict: an unknown key, a missing one or a bad value is refused by its name. */
final class YamlFile {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final String file;

    YamlFile(String file) {
        this.file = file;
    }

    <T> T parse(byte[] yaml, Class<T> type) throws TariffRefusedException {
        try {
            T parsed = YAML.readValue(new String(yaml, UTF_8), type);
            if (parsed == null) {
                throw refused("is empty");
            }
            return parsed;
        } catch (UnrecognizedPropertyException e) {
            throw refused("unknown key " + e.getPropertyName());
        } catch (JsonProcessingException e) {
            throw new TariffRefusedException(file, line(e.getLocation()), e.getOriginalMessage());
        }
    }

    <T> T required(String key, @Nullable T value) throws TariffRefusedException {
        if (value == null) {
            throw refused(key + ": missing");
        }
        return value;
    }

    List<String> routes(String key, @Nullable List<String> patterns) throws TariffRefusedException {
        List<String> routes = required(key, patterns);
        if (routes.isEmpty()) {
            throw refused(key + ": empty");
        }
        return routes;
    }

    Currency currency(@Nullable String code) throws TariffRefusedException {
        try {
            return Currency.getInstance(required("currency", code));
        } catch (IllegalArgumentException _) {
            throw refused("currency: " + code + " is not an ISO 4217 code");
        }
    }

    Duration duration(String key, @Nullable String text) throws TariffRefusedException {
        try {
            Duration duration = Duration.parse(required(key, text));
            if (duration.isNegative()) {
                throw refused(key + ": " + text + " is negative");
            }
            return duration;
        } catch (DateTimeException _) {
            throw refused(key + ": " + text + " is not an ISO 8601 duration");
        }
    }

    Money amount(String key, @Nullable String text, Currency currency) throws TariffRefusedException {
        try {
            Money amount = Money.ofMajor(new BigDecimal(required(key, text)), currency);
            if (amount.isNegative()) {
                throw refused(key + ": " + text + " is negative");
            }
            return amount;
        } catch (ArithmeticException | NumberFormatException _) {
            throw refused(key + ": " + text + " is no amount in " + currency.getCurrencyCode());
        }
    }

    int percent(String key, @Nullable Integer percent) throws TariffRefusedException {
        int value = required(key, percent);
        if (value < 1 || value > 100) {
            throw refused(key + ": " + value + " is not from 1 to 100");
        }
        return value;
    }

    /** A date, which means its beginning, or a date and time; without an offset, by the local clock. */
    LocalDateTime time(String key, String text) throws TariffRefusedException {
        try {
            return text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atTime(LocalTime.MIDNIGHT);
        } catch (DateTimeException _) {
            throw refused(key + ": " + text + " is neither a date nor a local date and time such as 2026-06-22T12:00");
        }
    }

    LocalTime timeOfDay(String key, @Nullable String text) throws TariffRefusedException {
        try {
            return LocalTime.parse(required(key, text));
        } catch (DateTimeException _) {
            throw refused(key + ": " + text + " is not a time of day such as 07:15");
        }
    }

    <E extends Enum<E>> E oneOf(String key, @Nullable String text, Class<E> type) throws TariffRefusedException {
        String name = required(key, text);
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw refused(key + ": " + name + " is none of " + Arrays.toString(type.getEnumConstants()));
    }

    TariffRefusedException refused(String reason) {
        return new TariffRefusedException(file, null, reason);
    }

    private static @Nullable Integer line(@Nullable JsonLocation location) {
        return location == null ? null : location.getLineNr();
    }
}

package io.baytap.fare.tariff;

import io.baytap.fare.domain.Discount;
import io.baytap.fare.domain.Scheme;
import io.baytap.fare.domain.Transfers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a scheme file. */
final class SchemeFile {

    private final YamlFile yaml;
    private final Set<String> ids = new HashSet<>();

    private SchemeFile(String file) {
        this.yaml = new YamlFile(file);
    }

    static Scheme parse(String file, byte[] bytes) throws TariffRefusedException {
        var scheme = new SchemeFile(file);
        return scheme.scheme(scheme.yaml.parse(bytes, SchemeYaml.class));
    }

    private Scheme scheme(SchemeYaml scheme) throws TariffRefusedException {
        Currency currency = yaml.currency(scheme.currency());
        ZoneId zone = zone(yaml.required("zone", scheme.zone()));
        Instant from = yaml.time("effectiveFrom", yaml.required("effectiveFrom", scheme.effectiveFrom()))
                .atZone(zone)
                .toInstant();
        Instant until = scheme.effectiveUntil() == null
                ? null
                : yaml.time("effectiveUntil", scheme.effectiveUntil())
                        .atZone(zone)
                        .toInstant();
        if (until != null && !until.isAfter(from)) {
            throw yaml.refused("effectiveUntil: " + scheme.effectiveUntil() + " is not after effectiveFrom");
        }
        List<Scheme.Interchange> interchanges = new ArrayList<>();
        for (InterchangeYaml interchange : list(scheme.interchanges())) {
            interchanges.add(interchange(interchange, currency));
        }
        List<Scheme.Cap> caps = new ArrayList<>();
        for (CapYaml cap : list(scheme.caps())) {
            caps.add(new Scheme.Cap(
                    id("caps.id", cap.id()),
                    new Scheme.Routes(yaml.routes("caps.routes", cap.routes())),
                    yaml.oneOf("caps.period", cap.period(), Scheme.Period.class),
                    yaml.amount("caps.amount", cap.amount(), currency)));
        }
        List<Scheme.Subsidy> subsidies = new ArrayList<>();
        for (SubsidyYaml subsidy : list(scheme.subsidies())) {
            subsidies.add(new Scheme.Subsidy(
                    id("subsidies.id", subsidy.id()),
                    new Scheme.Routes(yaml.routes("subsidies.routes", subsidy.routes())),
                    yaml.amount("subsidies.threshold", subsidy.threshold(), currency),
                    share(yaml.required("subsidies.share", subsidy.share())),
                    yaml.amount("subsidies.max", subsidy.max(), currency)));
        }
        return new Scheme(
                yaml.required("scheme", scheme.scheme()), currency, zone, from, until, interchanges, caps, subsidies);
    }

    private Scheme.Interchange interchange(InterchangeYaml interchange, Currency currency)
            throws TariffRefusedException {
        Duration within = yaml.duration("interchanges.within", interchange.within());
        if (within.compareTo(Transfers.PAUSE_MAX) > 0) {
            throw yaml.refused("interchanges.within: " + within + " is more than " + Transfers.PAUSE_MAX);
        }
        if ((interchange.amount() == null) == (interchange.percent() == null)) {
            throw yaml.refused("interchanges: either amount or percent");
        }
        Discount discount = interchange.amount() == null
                ? new Discount.Percent(yaml.percent("interchanges.percent", interchange.percent()))
                : new Discount.Amount(yaml.amount("interchanges.amount", interchange.amount(), currency));
        return new Scheme.Interchange(
                id("interchanges.id", interchange.id()),
                new Scheme.Routes(yaml.routes("interchanges.from", interchange.from())),
                new Scheme.Routes(yaml.routes("interchanges.to", interchange.to())),
                within,
                discount);
    }

    /** Ids are unique in the file, because totals are kept under them; the slash divides such keys. */
    private String id(String key, @Nullable String text) throws TariffRefusedException {
        String id = yaml.required(key, text);
        if (id.isEmpty() || id.contains("/") || !ids.add(id)) {
            throw yaml.refused(key + ": " + id + " stands twice, is empty or contains a slash");
        }
        return id;
    }

    private Scheme.Fraction share(String text) throws TariffRefusedException {
        try {
            String[] parts = text.split("/", -1);
            var share = new Scheme.Fraction(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
            if (parts.length == 2 && share.numerator() > 0 && share.numerator() <= share.denominator()) {
                return share;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
            // Refused below.
        }
        throw yaml.refused("subsidies.share: " + text + " is not a fraction such as 1/3");
    }

    private ZoneId zone(String text) throws TariffRefusedException {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException _) {
            throw yaml.refused("zone: unknown time zone " + text);
        }
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    record SchemeYaml(
            @Nullable String scheme,
            @Nullable String currency,
            @Nullable String zone,
            @Nullable String effectiveFrom,
            @Nullable String effectiveUntil,
            @Nullable List<InterchangeYaml> interchanges,
            @Nullable List<CapYaml> caps,
            @Nullable List<SubsidyYaml> subsidies) {}

    record InterchangeYaml(
            @Nullable String id,
            @Nullable List<String> from,
            @Nullable List<String> to,
            @Nullable String within,
            @Nullable String amount,
            @Nullable Integer percent) {}

    record CapYaml(
            @Nullable String id,
            @Nullable List<String> routes,
            @Nullable String period,
            @Nullable String amount) {}

    record SubsidyYaml(
            @Nullable String id,
            @Nullable List<String> routes,
            @Nullable String threshold,
            @Nullable String share,
            @Nullable String max) {}
}

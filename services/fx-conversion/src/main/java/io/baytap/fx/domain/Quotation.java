package io.baytap.fx.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one source published at one time for one date: only rates of one quotation are crossed. Immutable. */
public record Quotation(String source, LocalDate date, Instant inForceFrom, Map<Pair, Rate> rates) {

    private static final Currency EUR = Currency.getInstance("EUR");

    static Quotation of(Rate rate) {
        return new Quotation(rate.source(), rate.date(), rate.inForceFrom(), Map.of(rate.pair(), rate));
    }

    boolean holds(Rate rate) {
        return source.equals(rate.source()) && date.equals(rate.date()) && inForceFrom.equals(rate.inForceFrom());
    }

    Quotation plus(Rate rate) {
        Map<Pair, Rate> all = new HashMap<>(rates);
        all.put(rate.pair(), rate);
        return new Quotation(source, date, inForceFrom, Map.copyOf(all));
    }

    Quotation minus(Rate rate) {
        Map<Pair, Rate> left = new HashMap<>(rates);
        left.remove(rate.pair(), rate);
        return new Quotation(source, date, inForceFrom, Map.copyOf(left));
    }

    /**
     * Units of {@code to} for one {@code from}: by the pair itself where it is quoted, else through the euro; a pataca
     * through the Hong Kong dollar. Empty if a leg is missing.
     */
    Optional<CrossRate> cross(Currency from, Currency to) {
        List<String> ids = new ArrayList<>();
        Ratio crossed = between(Peg.anchor(from), Peg.anchor(to), ids);
        if (crossed == null) {
            return Optional.empty();
        }
        Ratio peg = Peg.leg(from, to);
        if (!peg.equals(Ratio.ONE)) {
            ids.add(Peg.ID);
        }
        BigDecimal value = crossed.times(peg).value(CrossRate.SCALE);
        return Optional.of(new CrossRate(value, source, date, inForceFrom, List.copyOf(ids)));
    }

    private @Nullable Ratio between(Currency from, Currency to, List<String> ids) {
        Ratio direct = leg(from, to, ids);
        if (direct != null) {
            return direct;
        }
        Ratio out = leg(from, EUR, ids);
        Ratio in = out == null ? null : leg(EUR, to, ids);
        return out == null || in == null ? null : out.times(in);
    }

    private @Nullable Ratio leg(Currency from, Currency to, List<String> ids) {
        if (from.equals(to)) {
            return Ratio.ONE;
        }
        Rate rate = rates.get(Pair.of(from, to));
        if (rate == null) {
            return null;
        }
        ids.add(rate.id());
        Ratio conventional = Ratio.of(rate.value());
        return rate.base().equals(from) ? conventional : conventional.inverse();
    }
}

package io.baytap.fx.rest;

import io.baytap.fx.domain.Pair;
import io.baytap.fx.domain.Proposal.Sheet;
import io.baytap.fx.domain.ProposedRate;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proposes, as it was sent: text, so that each field at fault can be named.
 *
 * @param inForceFrom left out: from the approval on
 */
public record ProposalRequest(
        @Nullable String date,
        @Nullable String inForceFrom,
        @Nullable List<ProposalView.@Nullable RateText> rates,
        @Nullable Boolean overridesGuard,
        @Nullable String note) {

    /** More pairs than there are to quote. */
    private static final int RATES_MAX = 20;

    static final int NOTE_LENGTH_MAX = 500;

    /** How far back a rate may be put in force: what waits longer has to be looked into first. */
    private static final Duration BACK_MAX = Duration.ofDays(31);

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,10})?");

    /** What it was found to be. */
    sealed interface Checked {
        record Good(Sheet sheet) implements Checked {}

        record Bad(Refusal refusal) implements Checked {}
    }

    Checked check(Instant now) {
        LocalDate day = parse(date, LocalDate::parse);
        if (day == null) {
            return bad("date", "not a date like 2026-04-09");
        }
        Instant from = inForceFrom == null ? null : parse(inForceFrom, Instant::parse);
        if (inForceFrom != null
                && (from == null || from.isAfter(now.plus(BACK_MAX)) || from.isBefore(now.minus(BACK_MAX)))) {
            return bad("inForceFrom", "not an instant like 2026-04-09T04:00:00Z within 31 days of now");
        }
        if (note == null || note.isBlank() || note.length() > NOTE_LENGTH_MAX) {
            return bad("note", "why is it proposed? 1 to " + NOTE_LENGTH_MAX + " characters");
        }
        if (rates == null || rates.isEmpty() || rates.size() > RATES_MAX) {
            return bad("rates", "1 to " + RATES_MAX + " of them");
        }
        List<ProposedRate> checked = new ArrayList<>();
        Set<Pair> pairs = new HashSet<>();
        for (int i = 0; i < rates.size(); i++) {
            String field = "rates[" + i + "]";
            try {
                ProposedRate rate = toRate(rates.get(i));
                if (!pairs.add(rate.pair())) {
                    return bad(field, rate.pair() + " stands twice");
                }
                checked.add(rate);
            } catch (IllegalArgumentException e) {
                return bad(field, String.valueOf(e.getMessage()));
            }
        }
        return new Checked.Good(new Sheet(day, from, checked, Boolean.TRUE.equals(overridesGuard), note.strip()));
    }

    private static ProposedRate toRate(ProposalView.@Nullable RateText text) {
        if (text == null || text.rate() == null || !DECIMAL.matcher(text.rate()).matches()) {
            throw new IllegalArgumentException("its rate is no decimal like 0.8725");
        }
        var pair = new Pair(currency(text.base()), currency(text.quote()));
        if (pair.quote().getCurrencyCode().equals("MOP")) {
            throw new IllegalArgumentException("the pataca has its parity and no other rate");
        }
        return new ProposedRate(pair, new BigDecimal(text.rate()));
    }

    private static Currency currency(@Nullable String code) {
        try {
            return Currency.getInstance(String.valueOf(code));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not the ISO 4217 code of a currency: " + code, e);
        }
    }

    private interface Parser<T> {
        T parse(String text);
    }

    private static <T> @Nullable T parse(@Nullable String text, Parser<T> parser) {
        try {
            return text == null ? null : parser.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Checked bad(String field, String detail) {
        return new Checked.Bad(new Refusal("MALFORMED_FIELD", null, field, detail));
    }
}

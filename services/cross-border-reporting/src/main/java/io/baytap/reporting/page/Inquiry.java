package io.baytap.reporting.page;

import io.baytap.reporting.domain.BusinessDay;
import io.baytap.reporting.domain.WalletScheme;
import io.baytap.reporting.neighbours.FareCalculation.Quote;
import io.baytap.reporting.neighbours.FareCalculation.Ride;
import io.baytap.reporting.neighbours.FxConversion.Conversion;
import io.baytap.reporting.neighbours.Told;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One form that asks for advice, and how far its answer has come. For one request, and one thread at a time. */
final class Inquiry {

    private static final int TEXT_LENGTH_MAX = 200;
    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2099;

    /** Why a field cannot be used. */
    public enum Problem {
        NEEDED,
        UNKNOWN,
        /** Several are meant. */
        SEVERAL,
        NOT_A_TIME,
        /** There is no fare for it. */
        NOT_SOLD
    }

    private final Map<AdviceField, String> given = new EnumMap<>(AdviceField.class);
    private final Map<AdviceField, Choice> chosen = new EnumMap<>(AdviceField.class);
    private final Map<AdviceField, Problem> problems = new EnumMap<>(AdviceField.class);
    private final Map<AdviceField, List<Choice>> choices = new EnumMap<>(AdviceField.class);
    private final boolean stopsAsked;
    private final Instant now;
    private final Instant at;
    private final List<Told<?>> failures = new ArrayList<>();
    private @Nullable Quote quote;
    private @Nullable Told<Conversion> conversion;

    /**
     * @param parameters the query of the request
     * @param now the time of travel, if it has none
     */
    Inquiry(MultivaluedMap<String, String> parameters, Instant now) {
        for (AdviceField field : AdviceField.values()) {
            String text = parameters.getFirst(field.parameter());
            if (text != null && !text.isBlank()) {
                given.put(field, text.strip());
            }
        }
        stopsAsked = parameters.containsKey(AdviceField.FROM.parameter())
                || parameters.containsKey(AdviceField.TO.parameter());
        this.now = now;
        at = time();
        offer(
                AdviceField.WALLET,
                Arrays.stream(WalletScheme.values())
                        .map(scheme -> new Choice(scheme.name(), scheme.name()))
                        .toList());
    }

    private Instant time() {
        String text = given.get(AdviceField.AT);
        if (text == null) {
            return now.truncatedTo(ChronoUnit.MINUTES);
        }
        try {
            LocalDateTime local = LocalDateTime.parse(text);
            if (local.getYear() >= YEAR_MIN && local.getYear() <= YEAR_MAX) {
                return local.atZone(BusinessDay.ZONE).toInstant();
            }
        } catch (DateTimeException _) {
            // As below.
        }
        problems.put(AdviceField.AT, Problem.NOT_A_TIME);
        return now.truncatedTo(ChronoUnit.MINUTES);
    }

    /** Offers choices for a field, and settles which of them is meant. The only one of all is meant by who says nothing. */
    void offer(AdviceField field, List<Choice> offered) {
        choices.put(field, offered);
        String text = given.get(field);
        if (text == null) {
            if (offered.size() == 1) {
                chosen.put(field, offered.getFirst());
            }
            return;
        }
        List<Choice> meant = text.length() > TEXT_LENGTH_MAX ? List.of() : Choice.meant(text, offered);
        if (meant.size() == 1) {
            chosen.put(field, meant.getFirst());
        } else {
            problems.put(field, meant.isEmpty() ? Problem.UNKNOWN : Problem.SEVERAL);
        }
    }

    /** Stops are not settled by being the only one: who leaves them out may mean a fare that does not depend on them. */
    void offerStops(List<Choice> stops) {
        for (AdviceField field : List.of(AdviceField.FROM, AdviceField.TO)) {
            choices.put(field, stops);
            if (given.containsKey(field)) {
                offer(field, stops);
            }
        }
    }

    /** The ride to ask for; empty while something is missing or wrong. */
    Optional<Ride> ride() {
        if (!stopsAsked || !problems.isEmpty()) {
            return Optional.empty();
        }
        if (!choices.getOrDefault(AdviceField.DECK, List.of()).isEmpty() && find(AdviceField.DECK) == null) {
            problems.put(AdviceField.DECK, Problem.NEEDED);
            return Optional.empty();
        }
        String operator = find(AdviceField.OPERATOR);
        String route = find(AdviceField.ROUTE);
        return operator == null || route == null
                ? Optional.empty()
                : Optional.of(new Ride(
                        operator,
                        route,
                        find(AdviceField.DECK),
                        find(AdviceField.FROM),
                        find(AdviceField.TO),
                        at.toString()));
    }

    /** Takes the refusal of a question to the field that it names. */
    void refuse(Told.Refused<?> refused) {
        String field = refused.field() == null ? "" : refused.field().replaceFirst("^rides\\[0]\\.", "");
        String reason = refused.reason() == null ? "" : refused.reason();
        Problem problem = reason.startsWith("is missing")
                ? Problem.NEEDED
                : reason.startsWith("NO_FARE") || reason.startsWith("means nothing")
                        ? Problem.NOT_SOLD
                        : Problem.UNKNOWN;
        AdviceField.find(field).ifPresentOrElse(known -> problems.put(known, problem), () -> failures.add(refused));
    }

    /** Takes a failure to the screen. */
    void fail(Told<?> failure) {
        failures.add(failure);
    }

    void quoted(Quote answer) {
        quote = answer;
    }

    void converted(Told<Conversion> answer) {
        conversion = answer;
    }

    /** The id that is chosen, or null. */
    @Nullable
    String find(AdviceField field) {
        Choice choice = chosen.get(field);
        return choice == null ? null : choice.id();
    }

    /** As it was given, or null. */
    @Nullable
    String given(AdviceField field) {
        return given.get(field);
    }

    Map<AdviceField, Problem> problems() {
        return problems;
    }

    /** Null where nothing is known to choose from. */
    @Nullable
    List<Choice> choices(AdviceField field) {
        return choices.get(field);
    }

    List<Told<?>> failures() {
        return failures;
    }

    Instant at() {
        return at;
    }

    /** Whose rate is asked for: nobody knows one of the future. */
    Instant ratedAt() {
        return at.isBefore(now) ? at : now;
    }

    Optional<Quote> quote() {
        return Optional.ofNullable(quote);
    }

    /** Empty while there is no fare or no wallet. */
    Optional<Told<Conversion>> conversion() {
        return Optional.ofNullable(conversion);
    }
}

package io.baytap.reporting.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is asked for advice, in the order of the form. */
public enum AdviceField {
    OPERATOR,
    AT,
    WALLET,
    ROUTE,
    DECK,
    FROM,
    TO;

    /** The parameter; fare-calculation calls it the same. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AdviceField> find(String parameter) {
        return Arrays.stream(values())
                .filter(field -> field.parameter().equals(parameter))
                .findFirst();
    }
}

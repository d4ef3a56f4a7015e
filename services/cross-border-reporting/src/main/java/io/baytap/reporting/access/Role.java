package io.baytap.reporting.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people are to the line. The identity provider gives roles by these names, in lower case. README.md says who sees what. */
public enum Role {
    /** Sees the figures of one operator, its own. */
    OPERATOR,
    FINANCE,
    REGULATOR,
    /** Helps riders. */
    HELPER,
    AUDITOR;

    static Optional<Role> find(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}

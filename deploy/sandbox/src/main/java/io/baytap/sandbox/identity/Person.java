package io.baytap.sandbox.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who can log in. They are invented, and have no passwords. */
public enum Person {
    OLGA("operator", "MTR"),
    KAI("operator", "KMB"),
    FIONA("finance", null),
    RITA("regulator", null),
    HANA("helper", null),
    ADA("auditor", null),
    /** Has no role. */
    NOEL(null, null);

    private final @Nullable String role;
    private final @Nullable String operatorId;

    Person(@Nullable String role, @Nullable String operatorId) {
        this.role = role;
        this.operatorId = operatorId;
    }

    static Optional<Person> find(@Nullable String id) {
        return Arrays.stream(values()).filter(person -> person.id().equals(id)).findFirst();
    }

    /** As tokens call them. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String role() {
        return role;
    }

    @Nullable
    String operatorId() {
        return operatorId;
    }
}

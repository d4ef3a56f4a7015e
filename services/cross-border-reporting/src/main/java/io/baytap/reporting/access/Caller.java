package io.baytap.reporting.access;

import io.baytap.reporting.domain.DayReport;
import io.baytap.reporting.domain.report.ReportQuestion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who makes this request. Nobody in particular, with no role, until the filter has found out. */
@RequestScoped
public class Caller {

    private Set<Role> roles = Set.of();
    private @Nullable String name;
    private @Nullable String operatorId;

    /** Everybody, where access is open. */
    void isAnybody() {
        roles = EnumSet.allOf(Role.class);
    }

    void is(String name, Set<Role> roles, @Nullable String operatorId) {
        this.name = name;
        this.roles = Set.copyOf(roles);
        this.operatorId = operatorId;
    }

    /** As the identity provider calls them; none where access is open. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    public boolean has(Role... anyOf) {
        return Arrays.stream(anyOf).anyMatch(roles::contains);
    }

    /** Whether they may call what a class or method admits. */
    public boolean mayCall(Admits admits) {
        return admits.value().length == 0 || has(admits.value());
    }

    /** The one operator whose figures they see; none if they see all. */
    public Optional<String> ownOperator() {
        return has(Role.OPERATOR) && !has(Role.FINANCE, Role.REGULATOR, Role.AUDITOR)
                ? Optional.ofNullable(operatorId)
                : Optional.empty();
    }

    /** As much of a day as they may see. */
    public DayReport seen(DayReport day) {
        return ownOperator().map(day::of).orElse(day);
    }

    /**
     * As much of a report as they may see.
     *
     * @throws Refused if it is not theirs, or of all operators together
     */
    public ReportQuestion seen(ReportQuestion question) {
        if (!question.kind().isByOperator()) {
            requireAllOperators();
        }
        return question.of(operator(question.operatorId()));
    }

    /**
     * The operator that they ask for, or else their own.
     *
     * @param asked null for all
     * @throws Refused if it is not theirs
     */
    public @Nullable String operator(@Nullable String asked) {
        Optional<String> own = ownOperator();
        if (own.isPresent() && asked != null && !asked.equals(own.get())) {
            throw new Refused(Status.FORBIDDEN, "NOT_YOUR_OPERATOR", "figures of other operators are not shown");
        }
        return own.orElse(asked);
    }

    /**
     * For what is of all operators together.
     *
     * @throws Refused if they see one only
     */
    public void requireAllOperators() {
        if (ownOperator().isPresent()) {
            throw new Refused(
                    Status.FORBIDDEN, "ALL_OPERATORS", "is of all operators together, and cannot be had of one");
        }
    }
}

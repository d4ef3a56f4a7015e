package io.baytap.fx.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rates that one person proposes and another has to approve before they are used.
 *
 * @param id derives from who proposed what and why
 * @param sheet what is proposed
 * @param expiresAt who has not decided before it can no longer
 * @param decision null while nobody has decided
 */
public record Proposal(
        String id,
        Sheet sheet,
        String proposedBy,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable Decision decision) {

    /** Who published the rates of an approved proposal. */
    public static final String SOURCE = "OPERATOR";

    /**
     * Proposed rates: a person's own, or the table of a publisher that a person brings.
     *
     * @param date the date they are given; of a table, its latest
     * @param inForceFrom null: from the approval on; of a table, each rate says it itself
     * @param rates a person's own; empty if it is a table
     * @param table rates as their publisher gives them, oldest first; empty if they are a person's own
     * @param overridesGuard the two who propose and approve vouch for rates that the guard would refuse
     * @param note why
     */
    public record Sheet(
            LocalDate date,
            @Nullable Instant inForceFrom,
            List<ProposedRate> rates,
            List<Rate> table,
            boolean overridesGuard,
            String note) {

        /** A person's own rates. */
        public Sheet(
                LocalDate date,
                @Nullable Instant inForceFrom,
                List<ProposedRate> rates,
                boolean overridesGuard,
                String note) {
            this(date, inForceFrom, rates, List.of(), overridesGuard, note);
        }

        /**
         * A publisher's table. The guard judges it, whoever vouches for it.
         *
         * @param table not empty
         */
        public static Sheet of(List<Rate> table, String note) {
            LocalDate latest =
                    table.stream().map(Rate::date).max(LocalDate::compareTo).orElseThrow();
            return new Sheet(latest, null, List.of(), List.copyOf(table), false, note);
        }

        /** Whether it is a publisher's table. */
        public boolean isTable() {
            return !table.isEmpty();
        }

        /** What tells it from others: a proposal's id derives from it. */
        String text() {
            String own = "Sheet[date=" + date + ", inForceFrom=" + inForceFrom + ", rates=" + rates
                    + ", overridesGuard=" + overridesGuard + ", note=" + note + "]";
            return table.isEmpty() ? own : own + table;
        }
    }

    /** What the second person said. */
    public record Decision(Verdict verdict, String by, Instant at) {}

    /** Stable: it stands in events. */
    public enum Verdict {
        APPROVED,
        REJECTED
    }

    /** Where it stands. Stable: callers read the names. */
    public enum State {
        PENDING,
        APPROVED,
        REJECTED,
        EXPIRED
    }

    /** Why a decision does not count. Stable: callers read the names. */
    public enum Objection {
        /** Who proposed may take it back, not approve it. */
        SAME_PERSON,
        ALREADY_DECIDED,
        EXPIRED
    }

    public State state(Instant now) {
        if (decision != null) {
            return decision.verdict() == Verdict.APPROVED ? State.APPROVED : State.REJECTED;
        }
        return now.isBefore(expiresAt) ? State.PENDING : State.EXPIRED;
    }

    /** What speaks against that decision now; empty if it counts. */
    public Optional<Objection> objection(Decision proposed) {
        return switch (state(proposed.at())) {
            case APPROVED, REJECTED -> Optional.of(Objection.ALREADY_DECIDED);
            case EXPIRED -> Optional.of(Objection.EXPIRED);
            case PENDING ->
                proposed.verdict() == Verdict.APPROVED && proposed.by().equals(proposedBy)
                        ? Optional.of(Objection.SAME_PERSON)
                        : Optional.empty();
        };
    }

    public Proposal decided(Decision made) {
        return new Proposal(id, sheet, proposedBy, proposedAt, expiresAt, made);
    }

    /** The rates as they are published when it is approved at that time. */
    public List<Rate> rates(Instant approvedAt) {
        if (sheet.isTable()) {
            return sheet.table();
        }
        Instant from = sheet.inForceFrom() == null ? approvedAt : sheet.inForceFrom();
        return sheet.rates().stream()
                .map(each ->
                        new Rate(SOURCE, each.pair().base(), each.pair().quote(), each.value(), sheet.date(), from))
                .toList();
    }
}

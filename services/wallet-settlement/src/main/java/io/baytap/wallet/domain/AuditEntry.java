package io.baytap.wallet.domain;

import org.jspecify.annotations.Nullable;

/**
 * What somebody did, or was refused.
 *
 * @param target the id of what it was done to; of something refused while reading, its path
 * @param before what stood there; null if nothing did, or if it was refused before anything was looked at
 * @param after what stands there now; null if it was refused
 * @param refusal stable code of why it was refused; null if it was done
 */
public record AuditEntry(
        Person by,
        Action action,
        String target,
        @Nullable String before,
        @Nullable String after,
        @Nullable String refusal) {

    /** What is recorded. Stable: it stands in the table. */
    public enum Action {
        /** Somebody without a role wanted to read. */
        READ,
        PROPOSE,
        APPROVE,
        REJECT,
        /** What was given up is tried again. */
        RECOVER,
        /** Somebody without a role wanted a day reconciled. */
        RECONCILE
    }

    public static AuditEntry done(Person by, Action action, String target, @Nullable String before, String after) {
        return new AuditEntry(by, action, target, before, after, null);
    }

    public static AuditEntry refused(Person by, Action action, String target, @Nullable String before, String refusal) {
        return new AuditEntry(by, action, target, before, null, refusal);
    }
}

package io.baytap.tap.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rules a tap has to pass, each on its own. Null means passed. */
public final class TapRules {

    private TapRules() {}

    /** Gates keep taps while they are offline, but not for ever; and no tap happens in the future. */
    public static @Nullable RejectReason clock(Instant occurredAt, Instant now, TapLimits limits) {
        Duration age = Duration.between(occurredAt, now);
        if (age.negated().compareTo(limits.aheadMax()) > 0) {
            return new RejectReason.ClockAhead(age.negated());
        }
        return age.compareTo(limits.tooOldAfter()) > 0 ? new RejectReason.TooOld(age) : null;
    }

    /** True if a connected gate would have sent the tap earlier. */
    public static boolean late(Instant occurredAt, Instant now, TapLimits limits) {
        return Duration.between(occurredAt, now).compareTo(limits.lateAfter()) > 0;
    }

    /** A code is judged by when it was shown, not by when the tap arrived: it is valid up to, not at, its expiry. */
    public static @Nullable RejectReason validity(RiderCode code, Instant occurredAt, TapLimits limits) {
        if (!occurredAt.isBefore(code.expiresAt())) {
            return new RejectReason.CodeExpired(code.expiresAt());
        }
        return occurredAt.isBefore(code.issuedAt().minus(limits.codeEarlyMax()))
                ? new RejectReason.CodeNotYetValid(code.issuedAt())
                : null;
    }

    /** A tap that arrives late, but happened before the denial, was let through by the gate rightly. */
    public static boolean denied(@Nullable Denial denial, Instant occurredAt) {
        return denial != null && !occurredAt.isBefore(denial.since());
    }

    /** A gate that decided by a list from before the denial could not know: the rider did travel. */
    public static boolean couldNotKnow(Denial denial, @Nullable String denyListVersion) {
        DenyListVersion version = DenyListVersion.find(denyListVersion);
        return version != null && !version.knows(denial);
    }
}

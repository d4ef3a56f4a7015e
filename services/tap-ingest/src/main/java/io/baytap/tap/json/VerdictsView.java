package io.baytap.tap.json;

import io.baytap.tap.domain.RejectReason;
import io.baytap.tap.domain.Verdict;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Answer to a batch: a verdict per tap, in the order of the taps. */
@Schema(name = "Verdicts")
public record VerdictsView(List<VerdictView> verdicts) {

    /** The answer's JSON form. */
    public static VerdictsView of(List<Verdict> verdicts) {
        return new VerdictsView(verdicts.stream().map(VerdictView::of).toList());
    }

    /** One tap's. */
    @Schema(name = "Verdict")
    public record VerdictView(
            @Schema(description = "As the gate sent it; -1 when unreadable")
            long sequence,

            @Schema(description = "ACCEPTED, LATE (accepted, flagged late), DUPLICATE or REJECTED")
            String verdict,

            @Schema(description = "Stable code; set for REJECTED only", nullable = true) @Nullable
            String reason,

            @Schema(description = "The field at fault", nullable = true) @Nullable
            String field,

            @Schema(description = "For a person; of an accepted tap, what was corrected", nullable = true) @Nullable
            String detail) {

        static VerdictView of(Verdict verdict) {
            RejectReason reason = verdict.rejectReason();
            return reason == null
                    ? new VerdictView(verdict.sequence(), verdict.code(), null, null, verdict.remark())
                    : new VerdictView(
                            verdict.sequence(), verdict.code(), reason.code(), reason.field(), reason.detail());
        }
    }
}

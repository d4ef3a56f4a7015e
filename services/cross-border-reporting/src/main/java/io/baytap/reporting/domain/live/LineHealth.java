package io.baytap.reporting.domain.live;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What has stopped on the line, as far as it has been counted; of one operator, if it is given. Every answer fails with
 * {@link io.baytap.reporting.domain.ReportsAway} during an outage.
 */
public interface LineHealth {

    /** The gates that are silent before the newest tap of that day, whosever that is; none on a day without taps. */
    Uni<SilentGates> silentGates(LocalDate day, Optional<String> operatorId);

    /** The fare that was travelled first of those that are not settled, on whatever day. */
    Uni<Optional<UnsettledFare>> oldestUnsettled(Optional<String> operatorId);
}
